/** The chart that suits an indicator: a running total towards a total, or each period beside its own target. */
import { type Day, monthsOf, periodOf, STRATEGY_PERIODS, STRATEGY_YEARS, yearOf } from "#domain/calendar.ts";
import { progressIn } from "#domain/counting/progress.ts";
import type { Target } from "#domain/indicator.ts";
import { amountIn } from "./amountAt.ts";
import type { ShownIndicator, ShownSeries } from "./ShownFigure.ts";

export interface ChartColumn {
  /** A year, a half-year or a month. */
  readonly period: string;
  /** What the period brought, and how much is drawn: the total at its end, or the same. Absent: still to come. */
  readonly reached?: { readonly added: number; readonly shown: number };
  readonly target?: number;
}

export interface Chart {
  readonly per: "year" | "half-year" | "month";
  readonly isRunning: boolean;
  readonly columns: readonly ChartColumn[];
}

const YEARS = Array.from({ length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 }, (_, index) =>
  String(STRATEGY_YEARS.first + index),
);

function periodsOf(per: Chart["per"], cutOffOn: Day): { all: readonly string[]; last: string } {
  if (per === "year") return { all: YEARS, last: cutOffOn.slice(0, 4) };
  if (per === "month") return { all: monthsOf(yearOf(cutOffOn)), last: cutOffOn.slice(0, 7) };
  return { all: STRATEGY_PERIODS, last: periodOf(cutOffOn) };
}

/** The total by the end of the period's year: what a source allots to it, else that of the strategy as a whole. */
function totalBy(target: Target, period: string): number | undefined {
  if (!target.byYear) return target.value;
  const year = period.slice(0, 4);
  return target.byYear[year] ?? (Number(year) === STRATEGY_YEARS.last ? target.value : undefined);
}

/**
 * Of one series with the target that is meant for it. The periods on the axis are all those of the strategy, or the
 * months of the cut-off's year. Different things are not added up from one half-year to the next: they may be the same.
 */
export function chartOf(
  { type, target }: Pick<ShownIndicator, "type" | "target">,
  series: ShownSeries,
  cutOffOn: Day,
): Chart {
  const per = target === undefined || target.per === "strategy" ? "half-year" : target.per;
  const isRunning = (target?.per ?? "strategy") === "strategy" && type !== "distinct";
  const { all, last } = periodsOf(per, cutOffOn);
  let total = target?.baseline?.value ?? 0;
  const columns = all.map((period): ChartColumn => {
    const added = amountIn(series, period);
    total += added;
    const asked =
      target === undefined || (target.per === "strategy" && !isRunning)
        ? undefined
        : isRunning
          ? totalBy(target, period)
          : progressIn(target, series, period).target;
    return {
      period,
      ...(period <= last && { reached: { added, shown: isRunning ? total : added } }),
      ...(asked !== undefined && { target: asked }),
    };
  });
  return { per, isRunning, columns };
}
