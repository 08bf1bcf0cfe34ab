/** How a result stands against its target: the one rule that the summary, its own part and the composer go by. */
import { addDays, type Day, monthsOf, STRATEGY_YEARS } from "../calendar.ts";
import type { Progress } from "../counting/progress.ts";
import { inBoth } from "../reports/bilingual.ts";
import { type AnnualIndicator, isAchieved, isMilestone, latestNews } from "./annualIndicator.ts";
import { progressesOf, type Span, targetedOf } from "./targets.ts";

export type Standing =
  | "achieved"
  | "on-course"
  | "behind"
  /** A milestone that is not there yet: its source gives it no date. */
  | "in-progress"
  | "no-target"
  | "no-information";

export const STANDING_NAMES = inBoth<Readonly<Record<Standing, string>>>(
  {
    achieved: "Logrado",
    "on-course": "En camino",
    behind: "Va atrás",
    "in-progress": "En curso",
    "no-target": "Sin meta",
    "no-information": "Sin información",
  },
  {
    achieved: "Achieved",
    "on-course": "On course",
    behind: "Behind",
    "in-progress": "Under way",
    "no-target": "No target",
    "no-information": "No information",
  },
);

/** First day of a period and the one after its last. */
function boundsOf(period: string): [first: Day, end: Day] {
  if (period === "strategy") return [`${STRATEGY_YEARS.first}-01-01`, `${STRATEGY_YEARS.last + 1}-01-01`];
  const year = Number(period.slice(0, 4));
  const next = `${year + 1}-01-01`;
  if (period.endsWith("-S1")) return [`${year}-01-01`, `${year}-07-01`];
  if (period.endsWith("-S2")) return [`${year}-07-01`, next];
  if (!period.includes("-")) return [`${year}-01-01`, next];
  const following = monthsOf(year).find((month) => month > period);
  return [`${period}-01`, following === undefined ? next : `${following}-01`];
}

const daysBetween = (first: Day, end: Day): number =>
  Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);

/** The part of a period that has gone by at the end of a day, 0 to 1. */
export function elapsedShare(period: string, day: Day): number {
  const [first, end] = boundsOf(period);
  const gone = daysBetween(first, addDays(day, 1)) / daysBetween(first, end);
  return Math.min(Math.max(gone, 0), 1);
}

/**
 * Behind is what has come less far than the part of its own period that has gone by: a total target is compared with the
 * strategy's time, and never divided; what its source fixes for the end of a year comes before that.
 */
export function standingOf(indicator: AnnualIndicator, span: Span): Standing {
  if (isMilestone(indicator)) {
    if (!latestNews(indicator)) return "no-information";
    return isAchieved(indicator) ? "achieved" : "in-progress";
  }
  const targeted = targetedOf(indicator, span.year);
  if (!targeted) return "no-target";
  const progresses = progressesOf(targeted, span);
  if (progresses.length === 0) return "no-information";
  if (progresses.every(({ share }) => share >= 1)) return "achieved";
  const fixed = targeted.target.per === "strategy" ? targeted.target.byYear?.[span.year] : undefined;
  const isBehind = ({ period, share, value }: Progress) =>
    fixed === undefined
      ? share < elapsedShare(period, span.cutOffOn)
      : value < fixed && elapsedShare(String(span.year), span.cutOffOn) === 1;
  return progresses.some(isBehind) ? "behind" : "on-course";
}
