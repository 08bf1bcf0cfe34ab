/** Series and figures for tests: a test names only what it is about. */
import fc from "fast-check";
import type { IndicatorFigure, Series } from "#domain/counting/figures.ts";

const NOTHING: Series = {
  ...{ value: 0, before: 0, reported: 0, byYear: {}, byHalf: {}, byMonth: {} },
  ...{ bySector: {}, byEntity: {}, reportedByEntity: {}, by: {} },
};

export const aSeries = (held: Partial<Series> = {}): Series => ({ ...NOTHING, ...held });

export const aFigure = (held: Partial<IndicatorFigure> = {}): IndicatorFigure => ({
  ...{ indicatorId: "l1-r1", ruleVersion: 1, records: held.value ?? 0, news: [] },
  ...NOTHING,
  ...held,
});

const amount = fc.integer({ min: 1, max: 500 });
const counts = (...keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), amount);

/** Any series, of few keys. */
export const anySeries: fc.Arbitrary<Series> = fc.record({
  ...{ value: amount, before: amount, reported: amount },
  byYear: counts("2009", "2024", "2025"),
  byHalf: counts("2024-S1", "2024-S2", "2025-S1"),
  byMonth: counts("2024-02", "2025-11"),
  bySector: counts("salud", "mujeres"),
  byEntity: counts("sdm", "idu"),
  reportedByEntity: counts("sdm"),
  by: fc.dictionary(fc.constantFrom("country", "sdg"), counts("MX", "sdg-11")),
});
