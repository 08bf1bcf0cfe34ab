/** The chart that suits each kind of target. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import type { Target } from "#domain/indicator.ts";
import { chartOf } from "../../../web/src/indicators/chartOf.ts";
import { aSeries } from "./aSeries.ts";

const ON = "2025-08-15";
const series = aSeries({
  value: 9,
  byYear: { 2024: 4, 2025: 5 },
  byHalf: { "2024-S1": 1, "2024-S2": 3, "2025-S1": 5 },
  byMonth: { "2024-02": 1, "2024-09": 3, "2025-03": 5 },
});
const chart = (target?: Target, type: "count" | "distinct" = "count") =>
  chartOf({ type, ...(target && { target }) }, series, ON);
const shown = (...args: Parameters<typeof chart>) =>
  chart(...args).columns.flatMap(({ reached }) => (reached ? [reached.shown] : []));
const targets = (...args: Parameters<typeof chart>) => chart(...args).columns.map(({ target }) => target);

describe("a total over the strategy", () => {
  const target: Target = { per: "strategy", value: 50 };

  test("is a running total by half-year, up to that of the cut-off", () => {
    expect(chart(target)).toMatchObject({ per: "half-year", isRunning: true });
    expect(shown(target)).toEqual([1, 4, 9, 9]);
  });

  test("has all half-years of the strategy on its axis, those to come empty", () =>
    expect(
      chart(target)
        .columns.map(({ period }) => period)
        .slice(-2),
    ).toEqual(["2027-S1", "2027-S2"]));

  test("counts on from its baseline", () =>
    expect(shown({ ...target, baseline: { value: 10, year: 2023 } })).toEqual([11, 14, 19, 19]));

  test("is measured against what a source allots to the end of a year, and never against a share of ours", () => {
    expect(targets(target)).toEqual(Array(8).fill(50));
    expect(targets({ ...target, byYear: { 2025: 20 } })).toEqual([
      ...[undefined, undefined, 20, 20, undefined, undefined, 50, 50],
    ]);
  });

  test("without a target is a running total too", () => {
    expect(shown()).toEqual([1, 4, 9, 9]);
    expect(targets()).toEqual(Array(8).fill(undefined));
  });
});

describe("so many in each period", () => {
  test("stands beside the target of its period, one by one", () => {
    expect(chart({ per: "year", value: 12 })).toMatchObject({ per: "year", isRunning: false });
    expect(shown({ per: "year", value: 12 })).toEqual([4, 5]);
    expect(targets({ per: "year", value: 12, byYear: { 2025: 6 } })).toEqual([12, 6, 12, 12]);
    expect(shown({ per: "half-year", value: 2 })).toEqual([1, 3, 5, 0]);
  });

  test("by month shows the months of the cut-off's year", () =>
    expect(shown({ per: "month", value: 1 })).toEqual([0, 0, 5, 0, 0, 0, 0, 0]));
});

test("different things are not added up from one half-year to the next", () => {
  expect(chart(undefined, "distinct").isRunning).toBe(false);
  expect(shown({ per: "strategy", value: 50 }, "distinct")).toEqual([1, 3, 5, 0]);
  expect(targets({ per: "strategy", value: 50 }, "distinct")).toEqual(Array(8).fill(undefined));
});
