/** From a figure to what is behind it: which ledger cells a figure adds up, and what each source adds to it. */
import {
  halfYearsBetween,
  inStrategy,
  type Month,
  monthsOf,
  type PeriodId,
  STRATEGY_PERIODS,
} from "../calendar.ts";
import { type Definition, DIMENSIONS, type Dimension, type Indicator } from "../indicator.ts";
import { type CellDimension, CITY, keyOf } from "./cells.ts";
import { counterOf } from "./counter.ts";
import type { Audience, Standing } from "./creditsOf.ts";
import type { Counts, Series } from "./figures.ts";
import { type LedgerEntry, ledgerCellOf } from "./ledger.ts";
import { QUANTITY } from "./partsOf.ts";
import { tallyPeriodOf } from "./tallyPeriod.ts";

/** One figure of an indicator: which standing, which time, and of whom. */
export interface Slice {
  readonly standing: Standing;
  /** `strategy`, `before`, a year, a half-year or a month. */
  readonly time: "strategy" | "before" | string;
  /** All of the city's unless a value of a dimension, an entity or a sector is named. */
  readonly of?: { readonly dimension: Dimension | "entity" | "sector"; readonly value: string };
}

/** Every time that a slice may name. */
export const slicePattern = /^(strategy|before|\d{4}(-(S[12]|0[1-9]|1[0-2]))?)$/;

const YEAR = /^\d{4}$/;
const HALF = /^\d{4}-S[12]$/;
const MONTH = /^\d{4}-\d{2}$/;

/** Whether the ledger can list it: months, and years outside of the strategy, are kept for the city alone. */
export const isListed = ({ time, of }: Slice): boolean =>
  time === "strategy" ||
  time === "before" ||
  HALF.test(time) ||
  (YEAR.test(time) && (inStrategy(Number(time)) || of === undefined)) ||
  (MONTH.test(time) && of === undefined);

/** Firestore takes 30 in one `array-contains-any`; the longest slice, an old year for those inside, needs 24. */
export function ledgerCellsOf(indicator: Indicator, slice: Slice, audiences: readonly Audience[]): string[] {
  const { standing, time } = slice;
  const at = (periods: readonly string[], dimension: CellDimension, value: string) =>
    periods.flatMap((period) => cell(period, dimension, value));
  const cell = (period: string, dimension: CellDimension, value: string) =>
    audiences.map((audience) =>
      ledgerCellOf(
        period as PeriodId,
        keyOf({ counterId: counterOf(indicator), standing, audience, dimension, value }),
      ),
    );
  const { dimension, value } = slice.of ?? { dimension: "all" as const, value: CITY };
  const months = (list: readonly Month[]) =>
    list.flatMap((month) => cell(tallyPeriodOf(`${month}-01`), "month", month));
  if (time === "strategy") return at(STRATEGY_PERIODS, dimension, value);
  if (time === "before") return at(["before"], dimension, value);
  if (HALF.test(time)) return at([time], dimension, value);
  if (MONTH.test(time)) return months([time]);
  const year = Number(time);
  return inStrategy(year) ? at(halfYearsBetween(year, year), dimension, value) : months(monthsOf(year));
}

/** How much a source adds to the figure: sources at "", and each part beside it. Its cells may undo each other. */
export function contributionOf(
  entry: LedgerEntry,
  cells: readonly string[],
): Readonly<Record<string, number>> {
  const asked = new Set(cells);
  const sums: Record<string, number> = {};
  for (const [index, cell] of entry.cells.entries()) {
    // period|counter|standing|audience|dimension|value, and a part
    const [period = "", ...fields] = cell.split("|");
    const [part = ""] = fields.slice(5);
    if (asked.has([period, ...fields.slice(0, 5)].join("|")))
      sums[part] = (sums[part] ?? 0) + (entry.amounts[index] ?? 0);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
}

const isDimension = (name: string): name is Dimension => (DIMENSIONS as readonly string[]).includes(name);

/** Every figure of a series that can be opened, with its amount. */
export function* slicesOf(series: Series): Iterable<{ slice: Slice; amount: number }> {
  const approved = (time: string, of?: Slice["of"]): Slice => ({
    standing: "approved",
    time,
    ...(of && { of }),
  });
  yield { slice: approved("strategy"), amount: series.value };
  yield { slice: approved("before"), amount: series.before };
  yield { slice: { standing: "reported", time: "strategy" }, amount: series.reported };
  for (const counts of [series.byYear, series.byHalf, series.byMonth])
    for (const [time, amount] of Object.entries(counts)) yield { slice: approved(time), amount };
  const of = function* (dimension: Dimension | "entity" | "sector", counts: Counts) {
    for (const [value, amount] of Object.entries(counts))
      yield { slice: approved("strategy", { dimension, value }), amount };
  };
  yield* of("sector", series.bySector);
  yield* of("entity", series.byEntity);
  for (const [value, amount] of Object.entries(series.reportedByEntity))
    yield { slice: { standing: "reported", time: "strategy", of: { dimension: "entity", value } }, amount };
  for (const [dimension, counts] of Object.entries(series.by))
    if (isDimension(dimension)) yield* of(dimension, counts);
}

/** The figure that contributions add up to, in the indicator's own unit; records for a sum of money. */
export function amountOf(indicator: Definition, all: readonly Readonly<Record<string, number>>[]): number {
  const sum = (part: string) => all.reduce((total, each) => total + (each[part] ?? 0), 0);
  if (indicator.type === "distinct") {
    const parts = new Set(all.flatMap((each) => Object.keys(each).filter((part) => part !== "")));
    return [...parts].filter((part) => sum(part) > 0).length;
  }
  return indicator.type === "sum" && indicator.of !== "money" ? sum(QUANTITY) : sum("");
}
