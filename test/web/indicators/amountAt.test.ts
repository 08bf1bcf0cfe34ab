/** The amount that a page says of the figure whose list it opens. */
import "../withoutBrowser.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slicesOf } from "#domain/counting/evidence.ts";
import { amountAt } from "../../../web/src/indicators/amountAt.ts";
import { anySeries, aSeries } from "./aSeries.ts";

const approved = { standing: "approved" } as const;

describe("the amount of a figure", () => {
  test("is that of every figure that can be opened", () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        for (const { slice, amount } of slicesOf(series)) expect(amountAt(series, slice)).toBe(amount);
      }),
    );
  });

  test("is zero for a time, an entity or a code that holds nothing", () => {
    const series = aSeries({ value: 3 });
    expect(amountAt(series, { ...approved, time: "2026" })).toBe(0);
    expect(
      amountAt(series, { ...approved, time: "strategy", of: { dimension: "country", value: "MX" } }),
    ).toBe(0);
  });

  test("is not known where the figures keep none: a sector's year, what was reported in a month", () => {
    const series = aSeries({ value: 3, bySector: { salud: 3 } });
    expect(
      amountAt(series, { ...approved, time: "2026", of: { dimension: "sector", value: "salud" } }),
    ).toBeUndefined();
    expect(amountAt(series, { standing: "reported", time: "2026-02" })).toBeUndefined();
  });
});
