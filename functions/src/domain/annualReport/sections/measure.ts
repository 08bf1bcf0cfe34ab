/** A result that is counted: its figures, how far it has come, and its months. */
import { monthsOf } from "../../calendar.ts";
import { formatMonth } from "../../format.ts";
import type { AnnualMeasure } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, KeyFigure } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { capital, left, listed, number, right, ruleNote, spanOf } from "../wording.ts";
import { entityTargetBlocks } from "./entityTargets.ts";

/** Longest numbers, in characters, that fit over one of twelve bars and into one of twelve columns. */
const OVER_A_BAR = 7;
const IN_A_COLUMN = 5;

function* figuresOf(measure: AnnualMeasure, snapshot: AnnualSnapshot): Iterable<KeyFigure> {
  const { inYear, inStrategy, before, type } = measure;
  const different = type === "distinct" ? "diferentes " : "";
  yield { text: number(inYear), label: `${different}en ${snapshot.year}` };
  yield { text: number(inStrategy), label: `${different}en la estrategia, ${spanOf(snapshot)}` };
  if (before !== 0) yield { text: number(before), label: `${different}antes de 2024, aparte` };
}

interface MonthValue {
  readonly month: string;
  readonly value: number;
  readonly text: string;
}

/** Bars from zero: what an amendment took back is a number without a bar. */
function chartOf(measure: AnnualMeasure, values: readonly MonthValue[], year: number): Block {
  const most = Math.max(...measure.byMonth);
  const best = values.filter(({ value }) => value === most);
  const names = listed(best.map(({ month }) => formatMonth(month, "es")));
  const finding =
    best.length === 1
      ? `el mes con más fue ${names}, con ${number(most)}`
      : `los meses con más fueron ${names}, con ${number(most)} cada uno`;
  return {
    type: "barChart",
    direction: "up",
    title: `${capital(measure.unit)}: ${finding}`,
    alt: `Barras por mes de ${year}. ${values.map(({ month, value }) => `${formatMonth(month, "es")}, ${value}`).join("; ")}.`,
    bars: values.map(({ month, value, text }) => ({
      label: formatMonth(month, "es", "short"),
      value: Math.max(value, 0),
      text,
    })),
  };
}

/** Months side by side while their numbers are short, else one below the other. The year is a total of sums alone. */
function tableOf({ unit, type, inYear }: AnnualMeasure, values: readonly MonthValue[], year: number): Block {
  const total = type === "distinct" ? [] : [number(inYear)];
  const title = `Por mes, ${year}`;
  const texts = values.map(({ text }) => text);
  if (texts.every(({ length }) => length <= IN_A_COLUMN))
    return {
      type: "table",
      title,
      columns: [
        ...values.map(({ month }) => right(formatMonth(month, "es", "short"), 7)),
        ...total.map(() => right("Total", 10)),
      ],
      rows: [[...texts, ...total]],
    };
  return {
    type: "table",
    title,
    columns: [left("Mes", 50), right(capital(unit), 50)],
    rows: [
      ...values.map(({ month, text }) => [capital(formatMonth(month, "es")), text]),
      ...total.map((text) => ["Total", text]),
    ],
  };
}

function* monthBlocks(measure: AnnualMeasure, { year }: AnnualSnapshot): Iterable<Block> {
  const values = monthsOf(year).map((month, index) => {
    const value = measure.byMonth[index] ?? 0;
    return { month, value, text: number(value) };
  });
  const isDrawn =
    values.every(({ text }) => text.length <= OVER_A_BAR) && values.some(({ value }) => value > 0);
  if (isDrawn) yield chartOf(measure, values, year);
  yield tableOf(measure, values, year);
  if (measure.type === "distinct")
    yield {
      type: "note",
      text: "Lo que se repite cuenta una vez en cada mes, una vez en el año y una vez en la estrategia: los meses no suman el año, ni los años la estrategia.",
    };
}

export function* measureBlocks(measure: AnnualMeasure, snapshot: AnnualSnapshot): Iterable<Block> {
  yield { type: "keyFigures", figures: [...figuresOf(measure, snapshot)] };
  const targeted = targetedOf(measure, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot);
  yield ruleNote(measure);
  if (measure.byMonth.some((value) => value !== 0)) yield* monthBlocks(measure, snapshot);
  else
    yield {
      type: "paragraph",
      text: `No hay registros aprobados de ${snapshot.year} que cuenten para este resultado.`,
    };
  if (targeted) yield* entityTargetBlocks(measure.entityTargets, targeted, snapshot);
}
