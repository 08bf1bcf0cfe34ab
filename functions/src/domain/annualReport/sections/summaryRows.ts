/** One row of the summary for each result, in the way of its type. */
import {
  type AnnualMeasure,
  type AnnualMilestone,
  type AnnualMoney,
  type AnnualStatistic,
  isAchieved,
  latestNews,
  seriesIn,
} from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import { progressCell, type Targeted, targetedOf, targetText } from "../targets.ts";
import { CURRENCY_NAMES, capital, day, money, number, periodText, quoted } from "../wording.ts";

/** Target and progress, the last two columns. */
function targetCells(targeted: Targeted | undefined, snapshot: AnnualSnapshot): [string, string] {
  if (!targeted) return ["Sin meta", "–"];
  const { target, write } = targeted;
  const asked = target.per === "year" ? target.byYear?.[snapshot.year] : undefined;
  return [targetText(target, write, asked), progressCell(targeted, snapshot)];
}

/** Name, year, strategy, target, progress. */
export const measureRow = (measure: AnnualMeasure, snapshot: AnnualSnapshot): string[] => [
  measure.name,
  number(measure.inYear),
  number(measure.inStrategy),
  ...targetCells(targetedOf(measure, snapshot.year), snapshot),
];

/** A row like a measure's for each currency that is stated or asked for. */
export function moneyRows(indicator: AnnualMoney, snapshot: AnnualSnapshot): string[][] {
  const targeted = targetedOf(indicator, snapshot.year);
  const asked = indicator.target?.currency;
  const stated = indicator.currencies.map(({ currency }) => currency);
  const currencies = [...new Set([...stated, ...(asked ? [asked] : [])])];
  if (currencies.length === 0) return [[indicator.name, "–", "–", "Sin meta", "–"]];
  return currencies.map((currency) => {
    const { inYear, inStrategy } = seriesIn(indicator, currency);
    return [
      `${indicator.name}\n${capital(CURRENCY_NAMES[currency])}`,
      money(inYear, currency),
      money(inStrategy, currency),
      ...targetCells(currency === asked ? targeted : undefined, snapshot),
    ];
  });
}

/** Name, last number, its period, who published it. */
export function statisticRow({ name, unit, observations }: AnnualStatistic): string[] {
  const latest = observations.at(-1);
  if (!latest) return [name, "Sin información", "–", "–"];
  const { period, value, citation } = latest;
  return [name, `${quoted(value)} ${unit}`, periodText(period), citation];
}

/** Name, state, since when, whether achieved. */
export function milestoneRow(milestone: AnnualMilestone): string[] {
  const news = latestNews(milestone);
  const state = milestone.states.find(({ id }) => id === news?.stateId);
  return [
    milestone.name,
    state?.name ?? "Sin información",
    day(news?.since),
    news ? (isAchieved(milestone) ? "Sí" : "Todavía no") : "Sin información",
  ];
}
