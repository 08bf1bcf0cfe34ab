/** Targets in words and bars: what is asked, and how far the report's year has come. */
import { halfYearsBetween, monthOf, monthsOf, periodOf } from "../calendar.ts";
import { type Measured, type Progress, progressIn, progressOf } from "../counting/progress.ts";
import { formatPercent } from "../format.ts";
import type { Target } from "../indicator.ts";
import {
  type AnnualIndicator,
  type AnnualStatistic,
  isMeasure,
  isStatistic,
  measuredOf,
  seriesIn,
} from "./annualIndicator.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block } from "./block.ts";
import { money, number, periodText, quoted } from "./wording.ts";

/** A target, what it is measured on, and how both are written. */
export interface Targeted {
  readonly target: Target;
  readonly measured: Measured;
  readonly write: (value: number) => string;
  /** Statistics alone: the periods that a number is quoted of. */
  readonly quotedPeriods?: readonly string[];
}

type Span = Pick<AnnualSnapshot, "year" | "cutOffOn">;

function quotedIn(target: Target, { observations }: AnnualStatistic): Targeted {
  const byPeriod = Object.fromEntries(observations.map(({ period, value }) => [period, value]));
  const measured = { value: 0, byYear: byPeriod, byHalf: byPeriod, byMonth: byPeriod };
  return { target, measured, write: quoted, quotedPeriods: Object.keys(byPeriod) };
}

/** `undefined` for what has no target, or one in money that names no currency. */
export function targetedOf(indicator: AnnualIndicator, year: number): Targeted | undefined {
  if (indicator.type === "milestone" || !indicator.target) return undefined;
  const { target } = indicator;
  if (isMeasure(indicator)) return { target, measured: measuredOf(indicator, year), write: number };
  if (isStatistic(indicator)) return quotedIn(target, indicator);
  const { currency } = target;
  if (!currency) return undefined;
  const measured = measuredOf(seriesIn(indicator, currency), year);
  return { target, measured, write: (value) => money(value, currency) };
}

/** The periods of the year that the target asks about, as far as they have begun by the cut-off day. */
function periodsOf({ per }: Target, { year, cutOffOn }: Span): string[] {
  if (per === "month") return monthsOf(year).filter((month) => month <= monthOf(cutOffOn));
  if (per === "half-year") return halfYearsBetween(year, year).filter((half) => half <= periodOf(cutOffOn));
  return [String(year)];
}

/**
 * Of the strategy, or of each period of the year that has begun: no target is divided by periods that it does not name.
 * Quoted numbers are not added up: they have none of the strategy, nor of periods without a number.
 */
export function progressesOf({ target, measured, quotedPeriods }: Targeted, span: Span): Progress[] {
  if (target.per === "strategy") return quotedPeriods ? [] : [progressOf(target, measured, span.cutOffOn)];
  return periodsOf(target, span)
    .filter((period) => quotedPeriods?.includes(period) ?? true)
    .map((period) => progressIn(target, measured, period));
}

const EVERY: Readonly<Record<Target["per"], string>> = {
  strategy: "",
  year: " al año",
  "half-year": " al semestre",
  month: " al mes",
};

/** `50`, `al menos 2 al año`. */
export const targetText = (
  { atLeast, value, per }: Target,
  write: (value: number) => string,
  asked = value,
): string => `${atLeast ? "al menos " : ""}${write(asked)}${EVERY[per]}`;

const ofPeriod = (period: string): string => {
  if (period === "strategy") return "de la estrategia";
  return `${period.includes("S") ? "del" : "de"} ${periodText(period)}`;
};

const percentOf = ({ share }: Progress): string => formatPercent(share, "es");

const metIn = (progresses: readonly Progress[]): string =>
  `${progresses.filter(({ share }) => share >= 1).length} de ${progresses.length} ${progresses.length === 1 ? "mes" : "meses"}`;

/** Progress in a table's cell: a line for each half-year, and of months how many met their target. */
export function progressCell(targeted: Targeted, span: Span): string {
  const progresses = progressesOf(targeted, span);
  if (targeted.target.per === "month") return metIn(progresses);
  if (targeted.target.per !== "half-year") return progresses.map(percentOf).join();
  return progresses.map((progress, index) => `${index + 1}.º: ${percentOf(progress)}`).join("\n");
}

function* barBlocks({ target, write }: Targeted, progress: Progress): Iterable<Block> {
  const { period, value, target: asked } = progress;
  const { atLeast, baseline } = target;
  const start = baseline?.value ?? 0;
  const said = `${write(value)} de ${atLeast ? "al menos " : ""}${write(asked)}, ${percentOf(progress)}`;
  yield {
    type: "progress",
    value: value - start,
    target: asked - start,
    text: `${said} ${baseline ? "del camino desde la línea base" : `de la meta ${ofPeriod(period)}`}`,
  };
  if (baseline)
    yield {
      type: "paragraph",
      text: `La meta ${ofPeriod(period)} cuenta también la línea base de ${baseline.year}: ${write(start)}.`,
    };
}

/** The bars of a target and of what its source fixes for the end of the year; of monthly targets, a sentence. */
export function* targetBlocks(targeted: Targeted, span: Span): Iterable<Block> {
  const { target, write } = targeted;
  const progresses = progressesOf(targeted, span);
  const [first] = progresses;
  const asked = `La meta es ${targetText(target, write)}.`;
  if (!first) yield { type: "paragraph", text: asked };
  else if (target.per === "month")
    yield { type: "paragraph", text: `${asked} Se cumplió en ${metIn(progresses)} de ${span.year}.` };
  else for (const progress of progresses) yield* barBlocks(targeted, progress);
  const byYearsEnd = target.per === "strategy" ? target.byYear?.[span.year] : undefined;
  if (first && byYearsEnd !== undefined) {
    const share = formatPercent(first.value / byYearsEnd, "es");
    const text = `${write(first.value)} de ${write(byYearsEnd)}, ${share} de lo fijado para el final de ${span.year}`;
    yield { type: "progress", value: first.value, target: byYearsEnd, text };
  }
}
