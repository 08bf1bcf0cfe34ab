/** The figures of some months, from the cells of their half-years. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { monthsOf } from "#domain/calendar.ts";
import { countersOf } from "#domain/counting/counter.ts";
import { foldFigures } from "#domain/counting/figures.ts";
import { tallyKeyOf } from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { cellsOfMonths } from "#domain/reports/monthly/cellsOfMonths.ts";
import { aRecord, NOW } from "../../support/builders.ts";

const indicator = (id: string, fields: object): Indicator => ({
  id,
  ...indicatorSchema.parse({
    ...{ lineId: "l1", order: 1, public: true, active: true, dimensions: [], version: 1, ruleVersion: 1 },
    ...{ nameEs: id, nameEn: id, unitEs: "u", unitEn: "u", ruleEs: "r", ruleEn: "r" },
    ...{ targetSourceEs: "t", targetSourceEn: "t", updatedAt: NOW, updatedBy: "oficina" },
    rule: { source: "records", kind: "interaction", where: [] },
    ...fields,
  }),
});
const INDICATORS = [
  indicator("count", { type: "count" }),
  indicator("countries", { type: "distinct", of: "countries" }),
];
const RULES = {
  ...{ version: 1, indicators: INDICATORS, counters: countersOf(INDICATORS) },
  sectors: new Map([["sdm", "mobility"]]),
};

const meetings = fc.array(
  fc.record({
    month: fc.constantFrom(...monthsOf(2025)),
    countries: fc.subarray(["MX", "FR", "PE"], { minLength: 1 }),
  }),
  { maxLength: 20 },
);

it("count what happened until a month, and what comes again once in all of it", () => {
  fc.assert(
    fc.property(meetings, fc.constantFrom(...monthsOf(2025)), (all, last) => {
      const sources = all.map(({ month, countries }, index): Source => {
        const data = aRecord("interaction", { state: "approved", happenedOn: `${month}-05`, countries });
        return { from: "records", path: `entities/sdm/records/r${index}`, data };
      });
      const held = [...tallyFromSources(sources, RULES)].map(([id, cells]) => ({
        period: tallyKeyOf(id).period,
        cells: cellsOfMonths(cells, (month) => month <= last),
      }));
      const until = all.filter(({ month }) => month <= last);
      expect(foldFigures(held, INDICATORS, "public").map(({ value }) => value)).toEqual([
        until.length,
        new Set(until.flatMap(({ countries }) => countries)).size,
      ]);
    }),
    { numRuns: 60 },
  );
});
