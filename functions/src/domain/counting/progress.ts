/** How far an indicator has come towards its target. */
import { type Day, type PeriodId, periodOf, yearOf } from "../calendar.ts";
import type { Target } from "../indicator.ts";
import type { Series } from "./figures.ts";

/** What of a series a target looks at. */
export type Measured = Pick<Series, "value" | "byYear" | "byHalf" | "byMonth">;

export interface Progress {
  /** The year, half-year or month that is measured; `strategy` for a total. */
  readonly period: "strategy" | string;
  readonly value: number;
  readonly target: number;
  /** Of the way from the baseline, or from nothing, to the target. */
  readonly share: number;
}

const countsOf = (target: Target, series: Measured): Readonly<Record<string, number>> => {
  if (target.per === "month") return series.byMonth;
  return target.per === "half-year" ? series.byHalf : series.byYear;
};

const periodAt = ({ per }: Target, day: Day): PeriodId => {
  if (per === "month") return day.slice(0, 7);
  return per === "half-year" ? periodOf(day) : String(yearOf(day));
};

/** Of the period that the day is in, or of the whole strategy. A target for each period is never divided or added up. */
export function progressOf(target: Target, series: Measured, on: Day): Progress {
  if (target.per === "strategy") {
    const start = target.baseline?.value ?? 0;
    const value = start + series.value;
    return { period: "strategy", value, target: target.value, share: series.value / (target.value - start) };
  }
  const period = periodAt(target, on);
  return progressIn(target, series, period);
}

/** Of one period of the target's kind. */
export function progressIn(target: Target, series: Measured, period: string): Progress {
  const value = countsOf(target, series)[period] ?? 0;
  const asked = (target.per === "year" ? target.byYear?.[period] : undefined) ?? target.value;
  return { period, value, target: asked, share: value / asked };
}
