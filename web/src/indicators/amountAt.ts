/** The amount that a series holds for one figure of it. */
import type { Slice } from "#domain/counting/evidence.ts";
import type { Counts, Series } from "#domain/counting/figures.ts";
import type { ShownSeries } from "./ShownFigure.ts";

const HALF = /^\d{4}-S[12]$/;
const MONTH = /^\d{4}-\d{2}$/;

/** Of a time; absent keys are zero. */
export function amountIn(series: ShownSeries, time: Slice["time"]): number {
  if (time === "strategy") return series.value;
  if (time === "before") return series.before;
  const counts = HALF.test(time) ? series.byHalf : MONTH.test(time) ? series.byMonth : series.byYear;
  return counts[time] ?? 0;
}

function countsOf(series: Series, { standing, of }: Slice): Counts {
  if (of?.dimension === "entity") return standing === "reported" ? series.reportedByEntity : series.byEntity;
  if (of?.dimension === "sector") return series.bySector;
  return series.by[of?.dimension ?? ""] ?? {};
}

/** `undefined` where the series keeps no such figure: a sector's month, for one. */
export function amountAt(series: Series, slice: Slice): number | undefined {
  const { standing, time, of } = slice;
  if (of) return time === "strategy" ? (countsOf(series, slice)[of.value] ?? 0) : undefined;
  if (standing === "approved") return amountIn(series, time);
  return time === "strategy" ? series.reported : undefined;
}
