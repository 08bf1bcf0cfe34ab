/** Views: their addresses, and that groups, months and list are counts of the same records. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUES, PARTNERS } from "../../../scripts/seed/catalogueData.ts";
import { shadeOf, shadesOf } from "../../../web/src/app/pages/views/shadesOf.ts";
import { valuesIn, viewOf } from "../../../web/src/app/pages/views/viewOf.ts";
import {
  DIMENSION_IDS,
  PERIODS,
  type ViewQuery,
  viewAddress,
  viewQueryOf,
  withFilter,
} from "../../../web/src/app/pages/views/viewQuery.ts";
import { aRecord } from "../../support/builders.ts";

const { entities } = CATALOGUES;
const KNOWN = { catalogues: CATALOGUES, partners: [...PARTNERS.keys()].map((id) => ({ id })) };
const WORLD = { entities, today: "2026-03-15" };

const VALUES = {
  line: ["l1", "l2"],
  sector: ["movilidad", "mujeres"],
  entity: ["sdm", "sdmujer"],
  partner: ["ucci", "c40"],
  country: ["MX", "PE"],
  sdg: ["sdg-11", "sdg-05"],
  kind: ["interaction", "project"],
} as const;

const some = <T extends string>(values: readonly T[]) => fc.subarray([...values]);
const anyRecord = fc
  .record({
    kind: fc.constantFrom("interaction", "project"),
    lineId: fc.constantFrom(...CATALOGUES.lines.map(({ id }) => id)),
    participants: some(["sdmujer", "idu"]),
    partnerIds: some(["ucci", "c40", "iclei"]),
    countries: some(["MX", "PE", "AR"]),
    sdgs: some(["sdg-11", "sdg-05"]),
    happenedOn: fc.constantFrom("2009-05-01", "2024-01-31", "2025-02-01", "2025-12-31", "2026-03-15"),
    isExample: fc.boolean(),
  })
  .map(({ kind, ...fields }) => aRecord(kind as "interaction", { ...fields, state: "approved" }));
const anyRecords = fc
  .array(anyRecord, { maxLength: 30 })
  .map((all) => all.map((data, n) => ({ path: `entities/sdm/records/r${n}`, data })));
const anyQuery: fc.Arbitrary<ViewQuery> = fc
  .record({
    by: fc.constantFrom(...DIMENSION_IDS),
    filters: fc.record(
      Object.fromEntries(
        DIMENSION_IDS.map((id) => [
          id,
          id === "line"
            ? fc.constantFrom(...CATALOGUES.lines.map((line) => line.id))
            : id === "sector"
              ? fc.constantFrom(...CATALOGUES.sectors.map((sector) => sector.id))
              : fc.constantFrom(...VALUES[id]),
        ]),
      ),
      { requiredKeys: [] },
    ),
    period: fc.option(fc.constantFrom(...PERIODS), { nil: undefined }),
  })
  .map(({ period, ...query }) => ({ ...query, ...(period !== undefined && { period }) }));

describe("an address", () => {
  test("gives back the view that it was made of", () =>
    fc.assert(
      fc.property(anyQuery, (query) => {
        const address = new URL(viewAddress(query), "https://bitacora.example");
        expect(viewQueryOf(address.searchParams, KNOWN)).toEqual(query);
      }),
    ));

  test("loses what nobody knows, and is by line where it does not say", () =>
    expect(
      viewQueryOf(new URLSearchParams("por=x&pais=<b>&entidad=nobody&tipo=toString&periodo=1999"), KNOWN),
    ).toEqual({ by: "line", filters: {} }));
});

describe("any view of any records", () => {
  test("lists what each group counts: its filter leaves as many records", () =>
    fc.assert(
      fc.property(anyRecords, anyQuery, (all, query) => {
        for (const { value, count } of viewOf(all, query, WORLD).groups) {
          if (value === "") continue;
          const opened = viewOf(all, withFilter(query, query.by, value), WORLD);
          expect(opened.records.length).toBe(count);
        }
      }),
    ));

  test("has all its records in its months, but for those before the strategy", () =>
    fc.assert(
      fc.property(anyRecords, anyQuery, (all, query) => {
        const { records, months, outsideMonths } = viewOf(all, query, WORLD);
        const before = records.filter(({ data }) => (data.happenedOn ?? "") < "2024");
        expect(months.reduce((sum, { count }) => sum + count, 0) + outsideMonths).toBe(records.length);
        expect(outsideMonths).toBe(before.length);
      }),
    ));

  test("counts no example", () =>
    fc.assert(
      fc.property(anyRecords, anyQuery, (all, query) => {
        const { records, examples } = viewOf(all, query, WORLD);
        expect(records.filter(({ data }) => data.isExample)).toEqual([]);
        expect(examples.filter(({ data }) => !data.isExample)).toEqual([]);
      }),
    ));

  test("by line or kind has each record in one group", () =>
    fc.assert(
      fc.property(anyRecords, anyQuery, fc.constantFrom("line", "kind"), (all, query, by) => {
        const { groups, gathered } = viewOf(all, { ...query, by }, WORLD);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(gathered);
      }),
    ));
});

test("a record counts for its lead and for each entity that took part, and once for each of their sectors", () => {
  const record = aRecord("interaction", { participants: ["idu", "sdmujer"] });
  expect(valuesIn(record, "entity", entities)).toEqual(["sdm", "idu", "sdmujer"]);
  const sectors = valuesIn(record, "sector", entities);
  expect(sectors).toHaveLength(2);
});

test("months run to today, or to the last record that lies ahead, empty ones too", () => {
  const all = ["2025-12-31", "2026-05-02"].map((happenedOn, n) => ({
    path: `r${n}`,
    data: aRecord("opportunity", { happenedOn, state: "approved" }),
  }));
  const { months } = viewOf(all, { by: "line", filters: {}, period: "2026" }, WORLD);
  expect(months.map(({ month, count }) => [month, count])).toEqual([
    ["2026-01", 0],
    ["2026-02", 0],
    ["2026-03", 0],
    ["2026-04", 0],
    ["2026-05", 1],
  ]);
});

test("shades part all counts, from one to the most, without gap or overlap", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (most) => {
      const shades = shadesOf(most);
      expect(shades[0]?.from).toBe(1);
      expect(shades.at(-1)?.to).toBe(most);
      for (const [n, { from, to }] of shades.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        if (n > 0) expect(from).toBe((shades[n - 1]?.to ?? 0) + 1);
      }
      expect(shadeOf(most, shades)).toBe(shades.length);
    }),
  ));
