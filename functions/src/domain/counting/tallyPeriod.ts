/** The spans of time that tallies are kept by: each half-year of the strategy, all before it, and all after. */
import {
  type Day,
  inStrategy,
  type PeriodId,
  periodOf,
  STRATEGY_PERIODS,
  STRATEGY_YEARS,
  yearOf,
} from "../calendar.ts";

export type TallyPeriod = PeriodId | "before" | "after";

/** Ten, however many years records go back: the cost of reading all of them does not grow. */
export const TALLY_PERIODS: readonly TallyPeriod[] = ["before", ...STRATEGY_PERIODS, "after"];

export function tallyPeriodOf(day: Day): TallyPeriod {
  const year = yearOf(day);
  if (inStrategy(year)) return periodOf(day);
  return year < STRATEGY_YEARS.first ? "before" : "after";
}
