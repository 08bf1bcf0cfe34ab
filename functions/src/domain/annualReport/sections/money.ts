/** A result in money: each currency on its own, never converted nor added to another. */
import { monthsOf } from "../../calendar.ts";
import { formatMonth } from "../../format.ts";
import type { AnnualMoney } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { CURRENCY_NAMES, capital, left, money, right, ruleNote, spanOf } from "../wording.ts";
import { entityTargetBlocks } from "./entityTargets.ts";

function figuresTable({ currencies }: AnnualMoney, snapshot: AnnualSnapshot): Block {
  const hasBefore = currencies.some(({ before }) => before !== 0);
  return {
    type: "table",
    title: "Por moneda; las monedas no se suman entre sí",
    columns: [
      left("Moneda", 24),
      right(`En ${snapshot.year}`, 26),
      right(`En la estrategia, ${spanOf(snapshot)}`, 26),
      ...(hasBefore ? [right("Antes de 2024, aparte", 24)] : []),
    ],
    rows: currencies.map(({ currency, inYear, inStrategy, before }) => [
      capital(CURRENCY_NAMES[currency]),
      money(inYear, currency),
      money(inStrategy, currency),
      ...(hasBefore ? [money(before, currency)] : []),
    ]),
  };
}

/** Amounts are too long to stand over bars: the months that have any, one below the other. */
function monthTable({ currencies }: AnnualMoney, { year }: AnnualSnapshot): Block {
  const ofYear = currencies.filter(({ byMonth }) => byMonth.some((amount) => amount !== 0));
  const months = monthsOf(year)
    .map((month, index) => ({ month, index }))
    .filter(({ index }) => ofYear.some(({ byMonth }) => byMonth[index] !== 0));
  return {
    type: "table",
    title: `Meses con montos, ${year}`,
    columns: [left("Mes", 24), ...ofYear.map(({ currency }) => right(capital(CURRENCY_NAMES[currency]), 26))],
    rows: [
      ...months.map(({ month, index }) => [
        capital(formatMonth(month, "es")),
        ...ofYear.map(({ currency, byMonth }) => money(byMonth[index] ?? 0, currency)),
      ]),
      ["Total", ...ofYear.map(({ currency, inYear }) => money(inYear, currency))],
    ],
  };
}

export function* moneyBlocks(indicator: AnnualMoney, snapshot: AnnualSnapshot): Iterable<Block> {
  const { currencies } = indicator;
  if (currencies.length > 0) yield figuresTable(indicator, snapshot);
  const targeted = targetedOf(indicator, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot);
  yield ruleNote(indicator);
  if (currencies.some(({ byMonth }) => byMonth.some((amount) => amount !== 0)))
    yield monthTable(indicator, snapshot);
  else
    yield {
      type: "paragraph",
      text: `No hay registros aprobados de ${snapshot.year} con montos que cuenten para este resultado.`,
    };
  if (targeted) yield* entityTargetBlocks(indicator.entityTargets, targeted, snapshot);
}
