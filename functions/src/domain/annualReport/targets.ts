/** Targets in words and bars: what is asked, and how far the report's year has come. */
import { halfYearsBetween, monthOf, monthsOf, periodOf } from "../calendar.ts";
import { type Measured, type Progress, progressIn, progressOf } from "../counting/progress.ts";
import type { Target } from "../indicator.ts";
import { inBoth } from "../reports/bilingual.ts";
import type { Writing } from "../reports/Writing.ts";
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

/** A target, what it is measured on, and how both are written. */
export interface Targeted {
  readonly target: Target;
  readonly measured: Measured;
  readonly write: (value: number, w: Writing) => string;
  /** Statistics alone: the periods that a number is quoted of. */
  readonly quotedPeriods?: readonly string[];
}

export type Span = Pick<AnnualSnapshot, "year" | "cutOffOn">;

const number = (value: number, w: Writing) => w.number(value);

function quotedIn(target: Target, { observations }: AnnualStatistic): Targeted {
  const byPeriod = Object.fromEntries(observations.map(({ period, value }) => [period, value]));
  const measured = { value: 0, byYear: byPeriod, byHalf: byPeriod, byMonth: byPeriod };
  return { target, measured, write: (value, w) => w.quoted(value), quotedPeriods: Object.keys(byPeriod) };
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
  return { target, measured, write: (value, w) => w.money(value, currency) };
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

const TEXTS = inBoth(
  {
    every: { strategy: "", year: " al año", "half-year": " al semestre", month: " al mes" },
    atLeast: "al menos ",
    ofStrategy: "de la meta de la estrategia",
    ofPeriod: (period: string, isHalf: boolean) => `de la meta ${isHalf ? "del" : "de"} ${period}`,
    months: (met: number, all: number) => `${met} de ${all} ${all === 1 ? "mes" : "meses"}`,
    first: "1.º",
    second: "2.º",
    said: (value: string, asked: string, share: string) => `${value} de ${asked}, ${share}`,
    fromBaseline: "del camino desde la línea base",
    baseline: (target: string, year: number, value: string) =>
      `La meta ${target} cuenta también la línea base de ${year}: ${value}.`,
    targetOf: (period: string | undefined, isHalf: boolean) =>
      period === undefined ? "de la estrategia" : `${isHalf ? "del" : "de"} ${period}`,
    asked: (target: string) => `La meta es ${target}.`,
    metIn: (months: string, year: number) => ` Se cumplió en ${months} de ${year}.`,
    byYearsEnd: (said: string, year: number) => `${said} de lo fijado para el final de ${year}`,
  },
  {
    every: { strategy: "", year: " a year", "half-year": " a half-year", month: " a month" },
    atLeast: "at least ",
    ofStrategy: "of the strategy's target",
    ofPeriod: (period: string) => `of the target for ${period}`,
    months: (met: number, all: number) => `${met} of ${all} ${all === 1 ? "month" : "months"}`,
    first: "1st",
    second: "2nd",
    said: (value: string, asked: string, share: string) => `${value} of ${asked}, ${share}`,
    fromBaseline: "of the way from the baseline",
    baseline: (target: string, year: number, value: string) =>
      `The target ${target} includes the baseline of ${year}: ${value}.`,
    targetOf: (period: string | undefined) => (period === undefined ? "of the strategy" : `for ${period}`),
    asked: (target: string) => `The target is ${target}.`,
    metIn: (months: string, year: number) => ` It was met in ${months} of ${year}.`,
    byYearsEnd: (said: string, year: number) => `${said} of what is set for the end of ${year}`,
  },
);

/** `50`, `al menos 2 al año`. */
export function targetText({ target, write }: Targeted, w: Writing, asked = target.value): string {
  const t = TEXTS[w.language];
  return `${target.atLeast ? t.atLeast : ""}${write(asked, w)}${t.every[target.per]}`;
}

const metIn = (progresses: readonly Progress[], w: Writing): string =>
  TEXTS[w.language].months(progresses.filter(({ share }) => share >= 1).length, progresses.length);

/** Progress in a table's cell: a line for each half-year, and of months how many met their target. */
export function progressCell(targeted: Targeted, span: Span, w: Writing): string {
  const t = TEXTS[w.language];
  const progresses = progressesOf(targeted, span);
  if (targeted.target.per === "month") return metIn(progresses, w);
  if (targeted.target.per !== "half-year") return progresses.map(({ share }) => w.share(share)).join();
  return progresses
    .map(({ share }, index) => `${index === 0 ? t.first : t.second}: ${w.share(share)}`)
    .join("\n");
}

/** `27 de 50, 54 % de la meta de la estrategia`. */
export function progressText({ target, write }: Targeted, progress: Progress, w: Writing): string {
  const t = TEXTS[w.language];
  const { period, value, target: asked, share } = progress;
  const said = t.said(
    write(value, w),
    `${target.atLeast ? t.atLeast : ""}${write(asked, w)}`,
    w.share(share),
  );
  if (target.baseline) return `${said} ${t.fromBaseline}`;
  return `${said} ${period === "strategy" ? t.ofStrategy : t.ofPeriod(w.period(period), period.includes("S"))}`;
}

function* barBlocks(targeted: Targeted, progress: Progress, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { period, value, target: asked } = progress;
  const { baseline } = targeted.target;
  const start = baseline?.value ?? 0;
  const text = progressText(targeted, progress, w);
  yield { type: "progress", value: value - start, target: asked - start, text };
  if (!baseline) return;
  const of = t.targetOf(period === "strategy" ? undefined : w.period(period), period.includes("S"));
  yield { type: "paragraph", text: t.baseline(of, baseline.year, targeted.write(start, w)) };
}

/** The bars of a target and of what its source fixes for the end of the year; of monthly targets, a sentence. */
export function* targetBlocks(targeted: Targeted, span: Span, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { target, write } = targeted;
  const progresses = progressesOf(targeted, span);
  const [first] = progresses;
  const asked = t.asked(targetText(targeted, w));
  if (!first) yield { type: "paragraph", text: asked };
  else if (target.per === "month")
    yield { type: "paragraph", text: `${asked}${t.metIn(metIn(progresses, w), span.year)}` };
  else for (const progress of progresses) yield* barBlocks(targeted, progress, w);
  const byYearsEnd = target.per === "strategy" ? target.byYear?.[span.year] : undefined;
  if (first && byYearsEnd !== undefined) {
    const said = t.said(write(first.value, w), write(byYearsEnd, w), w.share(first.value / byYearsEnd));
    const text = t.byYearsEnd(said, span.year);
    yield { type: "progress", value: first.value, target: byYearsEnd, text };
  }
}
