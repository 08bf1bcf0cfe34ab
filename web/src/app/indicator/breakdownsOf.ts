/** An indicator's figure taken apart: by time, by who took part, and by each dimension that it has. */
import type { Slice } from "#domain/counting/evidence.ts";
import type { Counts, IndicatorFigure, Series } from "#domain/counting/figures.ts";
import { DIMENSIONS, type Dimension, type Indicator, type Target } from "#domain/indicator.ts";
import { isMoney, type Measure, measuresOf } from "../../indicators/measures.ts";

export const TIMES = ["year", "half-year", "month"] as const;
export type BreakdownBy = (typeof TIMES)[number] | "sector" | "entity" | Dimension;

export interface BreakdownRow {
  /** A time, an id or a code. */
  readonly key: string;
  readonly slice: Slice;
  /** In the order of the measures. */
  readonly amounts: readonly number[];
  /** By entity alone: sent and not decided yet, in the order of the measures. */
  readonly reported?: readonly number[];
  /** What a source itself allots to it, in the first measure. */
  readonly target?: number;
}

export interface Breakdown {
  readonly by: BreakdownBy;
  readonly measures: readonly Measure<Series>[];
  readonly rows: readonly BreakdownRow[];
}

const isTime = (by: BreakdownBy): by is (typeof TIMES)[number] =>
  (TIMES as readonly BreakdownBy[]).includes(by);

function countsBy(series: Series, by: BreakdownBy): Counts {
  switch (by) {
    case "year":
      return series.byYear;
    case "half-year":
      return series.byHalf;
    case "month":
      return series.byMonth;
    case "sector":
      return series.bySector;
    case "entity":
      return series.byEntity;
    default:
      return series.by[by] ?? {};
  }
}

const sliceBy = (by: BreakdownBy, key: string): Slice =>
  isTime(by)
    ? { standing: "approved", time: key }
    : { standing: "approved", time: "strategy", of: { dimension: by, value: key } };

const targetsBy = (by: BreakdownBy, target: Target | undefined): Counts => {
  if (by === "year") return target?.byYear ?? {};
  return (by === "entity" && target?.byEntity) || {};
};

/** The target's currency first; after the currencies how many records state an amount. */
function orderedMeasures(indicator: Indicator, figure: IndicatorFigure): Measure<Series>[] {
  const measures = measuresOf<Series>(indicator, figure);
  if (!isMoney(indicator)) return measures;
  const first = ("target" in indicator && indicator.target?.currency) || "";
  return [
    ...measures.toSorted((a, b) => Number(b.currency === first) - Number(a.currency === first)),
    { series: figure },
  ];
}

/**
 * The breakdowns that hold anything, times first. Of times the latest comes first, of everything else the most. A record
 * may stand in several rows: they do not add up to the figure.
 */
export function breakdownsOf(indicator: Indicator, figure: IndicatorFigure): Breakdown[] {
  const measures = orderedMeasures(indicator, figure);
  const target = "target" in indicator ? indicator.target : undefined;
  const all: readonly BreakdownBy[] = [...TIMES, "sector", "entity", ...DIMENSIONS];
  return all.flatMap((by): Breakdown[] => {
    const targets = targetsBy(by, target);
    const keys = new Set([
      ...measures.flatMap(({ series }) => Object.keys(countsBy(series, by))),
      ...(by === "entity" ? measures.flatMap(({ series }) => Object.keys(series.reportedByEntity)) : []),
      ...Object.keys(targets),
    ]);
    const rows = [...keys].map((key): BreakdownRow => {
      const asked = targets[key];
      return {
        key,
        slice: sliceBy(by, key),
        amounts: measures.map(({ series }) => countsBy(series, by)[key] ?? 0),
        ...(by === "entity" && {
          reported: measures.map(({ series }) => series.reportedByEntity[key] ?? 0),
        }),
        ...(asked !== undefined && { target: asked }),
      };
    });
    const most = ({ amounts }: BreakdownRow) => amounts[0] ?? 0;
    rows.sort((a, b) => (isTime(by) ? b.key.localeCompare(a.key) : most(b) - most(a)));
    return rows.length > 0 ? [{ by, measures, rows }] : [];
  });
}
