/** How far towards a target: a total is never split, a target for each period is never added up. */
import { describe, expect, test } from "vitest";
import { progressIn, progressOf } from "#domain/counting/progress.ts";

const series = {
  value: 18,
  byYear: { "2024": 5, "2025": 9, "2026": 4 },
  byHalf: { "2026-S1": 3, "2026-S2": 1 },
  byMonth: { "2026-07": 1 },
};

describe("progress", () => {
  test("towards a total is of all years, whatever the day", () => {
    for (const day of ["2024-02-01", "2026-08-01"])
      expect(progressOf({ per: "strategy", value: 50 }, series, day)).toEqual({
        ...{ period: "strategy", value: 18, target: 50, share: 0.36 },
      });
  });

  test("from a baseline is the part of the way from there", () => {
    const target = { per: "strategy", value: 50, baseline: { value: 10, year: 2023 } } as const;
    expect(progressOf(target, series, "2026-08-01")).toEqual({
      ...{ period: "strategy", value: 28, target: 50, share: 18 / 40 },
    });
  });

  test.each([
    ["year", "2026", 4],
    ["half-year", "2026-S2", 1],
    ["month", "2026-08", 0],
  ] as const)("towards a target for each %s is of the one that the day is in", (per, period, value) => {
    expect(progressOf({ per, value: 2 }, series, "2026-08-01")).toEqual({
      ...{ period, value, target: 2, share: value / 2 },
    });
  });

  test("of a year with a target of its own is towards that one", () => {
    const target = { per: "year", value: 2, byYear: { "2025": 12 } } as const;
    expect(progressIn(target, series, "2025")).toMatchObject({ value: 9, target: 12 });
    expect(progressIn(target, series, "2024")).toMatchObject({ value: 5, target: 2 });
  });
});
