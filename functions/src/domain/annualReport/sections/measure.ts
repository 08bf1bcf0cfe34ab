/** A result that is counted: its figures, how far it has come, and its months. */
import { monthsOf } from "../../calendar.ts";
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualMeasure } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, FigureCell, KeyFigure } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { ruleNote, spanOf } from "../wording.ts";
import { entityTargetBlocks } from "./entityTargets.ts";

/** Longest numbers, in characters, that fit over one of twelve bars and into one of twelve columns. */
const OVER_A_BAR = 7;
const IN_A_COLUMN = 5;

const TEXTS = inBoth(
  {
    inYear: (isDifferent: boolean, year: number) => `${isDifferent ? "diferentes " : ""}en ${year}`,
    inStrategy: (isDifferent: boolean, span: string) =>
      `${isDifferent ? "diferentes " : ""}en la estrategia, ${span}`,
    before: (isDifferent: boolean) => `${isDifferent ? "diferentes " : ""}antes de 2024, aparte`,
    best: (unit: string, months: string, most: string, isOne: boolean) =>
      isOne
        ? `${unit}: el mes con más fue ${months}, con ${most}`
        : `${unit}: los meses con más fueron ${months}, con ${most} cada uno`,
    alt: (year: number, months: string) => `Barras por mes de ${year}. ${months}.`,
    byMonth: (year: number) => `Por mes, ${year}`,
    month: "Mes",
    total: "Total",
    different:
      "Lo que se repite cuenta una vez en cada mes, una vez en el año y una vez en la estrategia: los meses no suman el año, ni los años la estrategia.",
    none: (year: number) => `No hay registros aprobados de ${year} que cuenten para este resultado.`,
  },
  {
    inYear: (isDifferent: boolean, year: number) => `${isDifferent ? "different " : ""}in ${year}`,
    inStrategy: (isDifferent: boolean, span: string) =>
      `${isDifferent ? "different " : ""}in the strategy, ${span}`,
    before: (isDifferent: boolean) => `${isDifferent ? "different " : ""}before 2024, apart`,
    best: (unit: string, months: string, most: string, isOne: boolean) =>
      isOne ? `${unit}: ${months} had most, ${most}` : `${unit}: ${months} had most, ${most} each`,
    alt: (year: number, months: string) => `Bars by month of ${year}. ${months}.`,
    byMonth: (year: number) => `By month, ${year}`,
    month: "Month",
    total: "Total",
    different:
      "What comes again counts once in each month, once in the year and once in the strategy: the months do not add up to the year, nor the years to the strategy.",
    none: (year: number) => `There are no approved records of ${year} that count for this result.`,
  },
);

function* figuresOf(measure: AnnualMeasure, snapshot: AnnualSnapshot, w: Writing): Iterable<KeyFigure> {
  const t = TEXTS[w.language];
  const { inYear, inStrategy, before, type } = measure;
  const isDifferent = type === "distinct";
  yield { text: w.number(inYear), label: t.inYear(isDifferent, snapshot.year) };
  yield { text: w.number(inStrategy), label: t.inStrategy(isDifferent, spanOf(snapshot)) };
  if (before !== 0) yield { text: w.number(before), label: t.before(isDifferent) };
}

interface MonthValue extends FigureCell {
  readonly month: string;
}

/** Bars from zero: what an amendment took back is a number without a bar. */
function chartOf(measure: AnnualMeasure, values: readonly MonthValue[], year: number, w: Writing): Block {
  const t = TEXTS[w.language];
  const most = Math.max(...measure.byMonth);
  const best = values.filter(({ value }) => value === most);
  const names = w.listed(best.map(({ month }) => w.month(month)));
  return {
    type: "barChart",
    direction: "up",
    title: t.best(capital(w.pick(measure.unit)), names, w.number(most), best.length === 1),
    alt: t.alt(year, values.map(({ month, text }) => `${w.month(month)}, ${text}`).join("; ")),
    bars: values.map(({ month, value, text }) => ({
      label: w.month(month, "short"),
      value: Math.max(value, 0),
      text,
    })),
  };
}

/** Months side by side while their numbers are short, else one below the other. The year is a total of sums alone. */
function tableOf(
  { unit, type, inYear }: AnnualMeasure,
  values: readonly MonthValue[],
  year: number,
  w: Writing,
): Block {
  const t = TEXTS[w.language];
  const total = type === "distinct" ? [] : [w.figure(inYear)];
  const title = t.byMonth(year);
  const cells = values.map(({ text, value }) => ({ text, value }));
  if (cells.every(({ text }) => text.length <= IN_A_COLUMN))
    return {
      type: "table",
      title,
      columns: [
        ...values.map(({ month }) => right(w.month(month, "short"), 7)),
        ...total.map(() => right(t.total, 10)),
      ],
      rows: [[...cells, ...total]],
    };
  return {
    type: "table",
    title,
    columns: [left(t.month, 50), right(capital(w.pick(unit)), 50)],
    rows: [
      ...values.map(({ month }, index) => [capital(w.month(month)), cells[index] ?? ""]),
      ...total.map((cell) => [t.total, cell]),
    ],
    hasRowHeads: true,
  };
}

function* monthBlocks(measure: AnnualMeasure, { year }: AnnualSnapshot, w: Writing): Iterable<Block> {
  const values = monthsOf(year).map((month, index) => ({
    month,
    ...w.figure(measure.byMonth[index] ?? 0),
  }));
  const isDrawn =
    values.every(({ text }) => text.length <= OVER_A_BAR) && values.some(({ value }) => value > 0);
  if (isDrawn) yield chartOf(measure, values, year, w);
  yield tableOf(measure, values, year, w);
  if (measure.type === "distinct") yield { type: "note", text: TEXTS[w.language].different };
}

export function* measureBlocks(
  measure: AnnualMeasure,
  snapshot: AnnualSnapshot,
  w: Writing,
): Iterable<Block> {
  yield { type: "keyFigures", figures: [...figuresOf(measure, snapshot, w)] };
  const targeted = targetedOf(measure, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot, w);
  yield ruleNote(measure, w);
  if (measure.byMonth.some((value) => value !== 0)) yield* monthBlocks(measure, snapshot, w);
  else yield { type: "paragraph", text: TEXTS[w.language].none(snapshot.year) };
  if (targeted) yield* entityTargetBlocks(measure.entityTargets, snapshot, (value) => w.figure(value), w);
}
