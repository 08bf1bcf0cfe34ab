/** A result in money: each currency on its own, never converted nor added to another. */
import { monthsOf } from "../../calendar.ts";
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualMoney } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { ruleNote, SHARED, spanOf } from "../wording.ts";
import { entityTargetBlocks } from "./entityTargets.ts";

const TEXTS = inBoth(
  {
    byCurrency: "Por moneda; las monedas no se suman entre sí",
    currency: "Moneda",
    inYear: (year: number) => `En ${year}`,
    inStrategy: (span: string) => `En la estrategia, ${span}`,
    before: "Antes de 2024, aparte",
    months: (year: number) => `Meses con montos, ${year}`,
    month: "Mes",
    total: "Total",
    none: (year: number) =>
      `No hay registros aprobados de ${year} con montos que cuenten para este resultado.`,
  },
  {
    byCurrency: "By currency; currencies are not added to one another",
    currency: "Currency",
    inYear: (year: number) => `In ${year}`,
    inStrategy: (span: string) => `In the strategy, ${span}`,
    before: "Before 2024, apart",
    months: (year: number) => `Months with amounts, ${year}`,
    month: "Month",
    total: "Total",
    none: (year: number) =>
      `There are no approved records of ${year} with amounts that count for this result.`,
  },
);

function figuresTable({ currencies }: AnnualMoney, snapshot: AnnualSnapshot, w: Writing): Block {
  const t = TEXTS[w.language];
  const hasBefore = currencies.some(({ before }) => before !== 0);
  return {
    type: "table",
    title: t.byCurrency,
    columns: [
      left(t.currency, 24),
      right(t.inYear(snapshot.year), 26),
      right(t.inStrategy(spanOf(snapshot)), 26),
      ...(hasBefore ? [right(t.before, 24)] : []),
    ],
    rows: currencies.map(({ currency, inYear, inStrategy, before }) => [
      capital(SHARED[w.language].currencies[currency]),
      w.amount(inYear, currency),
      w.amount(inStrategy, currency),
      ...(hasBefore ? [w.amount(before, currency)] : []),
    ]),
    hasRowHeads: true,
  };
}

/** Amounts are too long to stand over bars: the months that have any, one below the other. */
function monthTable({ currencies }: AnnualMoney, { year }: AnnualSnapshot, w: Writing): Block {
  const t = TEXTS[w.language];
  const ofYear = currencies.filter(({ byMonth }) => byMonth.some((amount) => amount !== 0));
  const months = monthsOf(year)
    .map((month, index) => ({ month, index }))
    .filter(({ index }) => ofYear.some(({ byMonth }) => byMonth[index] !== 0));
  return {
    type: "table",
    title: t.months(year),
    columns: [
      left(t.month, 24),
      ...ofYear.map(({ currency }) => right(capital(SHARED[w.language].currencies[currency]), 26)),
    ],
    rows: [
      ...months.map(({ month, index }) => [
        capital(w.month(month)),
        ...ofYear.map(({ currency, byMonth }) => w.amount(byMonth[index] ?? 0, currency)),
      ]),
      [t.total, ...ofYear.map(({ currency, inYear }) => w.amount(inYear, currency))],
    ],
    hasRowHeads: true,
  };
}

export function* moneyBlocks(indicator: AnnualMoney, snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const { currencies, target } = indicator;
  if (currencies.length > 0) yield figuresTable(indicator, snapshot, w);
  const targeted = targetedOf(indicator, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot, w);
  yield ruleNote(indicator, w);
  if (currencies.some(({ byMonth }) => byMonth.some((amount) => amount !== 0)))
    yield monthTable(indicator, snapshot, w);
  else yield { type: "paragraph", text: TEXTS[w.language].none(snapshot.year) };
  const currency = target?.currency;
  if (currency)
    yield* entityTargetBlocks(indicator.entityTargets, snapshot, (value) => w.amount(value, currency), w);
}
