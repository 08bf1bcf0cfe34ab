/** From records through tallies to what the report of a year keeps of each indicator. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualIndicator } from "#domain/annualReport/annualIndicator.ts";
import { annualIndicatorOf } from "#domain/annualReport/annualIndicatorOf.ts";
import { contributionsOf } from "#domain/annualReport/contributionsOf.ts";
import { halfYearsBetween } from "#domain/calendar.ts";
import type { CatalogueItem } from "#domain/catalogue.ts";
import { countersOf } from "#domain/counting/counter.ts";
import { foldFigures, type IndicatorFigure } from "#domain/counting/figures.ts";
import { tallyKeyOf } from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { aRecord, NOW } from "../../support/builders.ts";

const indicatorOf = (id: string, fields: object): Indicator => ({
  ...indicatorSchema.parse({
    ...{ lineId: "l1", order: 1, public: true, active: true },
    ...{ nameEs: id, nameEn: id, unitEs: "unidades", unitEn: "units", ruleEs: "Regla.", ruleEn: "Rule." },
    ...{ targetSourceEs: "Sin meta.", targetSourceEn: "No target." },
    ...{ version: 1, ruleVersion: 1, updatedAt: NOW, updatedBy: "oficina" },
    ...fields,
  }),
  id,
});

const ofProjects = {
  rule: { source: "records", kind: "project", where: [{ field: "details.status", in: ["running"] }] },
  dimensions: [],
};
const INDICATORS = [
  indicatorOf("projects", { type: "count", ...ofProjects, target: { per: "year", value: 4 } }),
  indicatorOf("countries", { type: "distinct", of: "countries", ...ofProjects }),
  indicatorOf("beneficiaries", {
    ...{ type: "sum", of: "details.beneficiaryCount", ...ofProjects },
    target: { per: "half-year", value: 900, byEntity: { sdm: 300 } },
  }),
  indicatorOf("money", {
    ...{ type: "sum", of: "money", ...ofProjects },
    target: { per: "strategy", value: 1_000_00, currency: "USD", byEntity: { sdm: 200_00, idu: 100_00 } },
  }),
];

const SECTORS = new Map([
  ["sdm", "mobility"],
  ["idu", "mobility"],
  ["sdmujer", "women"],
]);
const item = (id: string, parentId?: string): CatalogueItem => ({
  ...{ id, nameEs: id.toUpperCase(), nameEn: id, active: true },
  ...(parentId !== undefined && { parentId }),
});
const CATALOGUES = {
  sectors: [item("mobility"), item("women")],
  entities: [...SECTORS].map(([id, sector]) => item(id, sector)),
};

const aProject = (happenedOn: string, details: object, changes: object = {}): DraftRecord =>
  aRecord("project", { state: "approved", happenedOn, details, ...changes });

const sourceOf = (data: DraftRecord, id: number): Extract<Source, { from: "records" }> => ({
  ...{ from: "records", path: `entities/${data.entityId}/records/r${id}`, data },
});

/** What the report of the year keeps, read from the tallies as they are read from the database. */
function annual(sources: readonly Source[], year = 2025, indicators: readonly Indicator[] = INDICATORS) {
  const rules = { version: 1, indicators, counters: countersOf(indicators), sectors: SECTORS };
  const periods = ["before", ...halfYearsBetween(2024, year)];
  const held = [...tallyFromSources(sources, rules)]
    .map(([id, cells]) => ({ period: tallyKeyOf(id).period, cells }))
    .filter(({ period }) => periods.includes(period));
  const figuresOf = (among: readonly string[]) =>
    foldFigures(
      held.filter(({ period }) => among.includes(period)),
      indicators,
      "public",
    );
  const halves = halfYearsBetween(year, year);
  const ofYear = figuresOf(halves);
  const ofHalves = halves.map((half) => figuresOf([half]));
  const kept = figuresOf(periods).map((untilYear, index) => {
    const at = (figures: readonly IndicatorFigure[]) => figures[index] as IndicatorFigure;
    return annualIndicatorOf(
      indicators[index] as Indicator,
      { untilYear, ofYear: at(ofYear), ofHalves: ofHalves.map(at) },
      { year, news: [] },
    );
  });
  const parts = { approved: new Map<string, number>(), reported: new Map<string, number>() };
  return { kept, sectors: contributionsOf(CATALOGUES, parts, ofYear) };
}

const keptOf = (kept: readonly AnnualIndicator[], id: string) => kept.find((one) => one.id === id);

const SOURCES = [
  aProject("2023-05-02", { amountUsdCents: 5_00, beneficiaryCount: 7 }, { countries: ["FR"] }),
  aProject("2024-03-02", { amountUsdCents: 100_00, beneficiaryCount: 10 }, { countries: ["MX", "PE"] }),
  aProject(
    "2025-02-10",
    { amountUsdCents: 60_00, amountCopCents: 9_000_00, beneficiaryCount: 200 },
    { countries: ["MX", "BR"], participants: ["idu", "sdmujer"] },
  ),
  aProject("2025-09-10", { amountUsdCents: 40_00, beneficiaryCount: 50 }, { countries: ["BR"] }),
  aProject("2025-09-11", { amountUsdCents: 1_00 }, { disclosure: "classified", legalGround: "Ley" }),
  aProject("2026-01-10", { amountUsdCents: 999_00, beneficiaryCount: 999 }, { countries: ["AR"] }),
].map(sourceOf);

describe("what the report of a year keeps", () => {
  const { kept, sectors } = annual(SOURCES);

  it("of a count: the year, the strategy until then, what was before, its halves and months", () => {
    expect(keptOf(kept, "projects")).toMatchObject({
      ...{ type: "count", inYear: 2, inStrategy: 3, before: 1, byHalf: [1, 1], version: 1, shared: true },
      byMonth: [0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    });
  });

  it("of things that are counted once: each once in the month, in the half, in the year and in the strategy", () => {
    expect(keptOf(kept, "countries")).toMatchObject({
      ...{ type: "distinct", inYear: 2, inStrategy: 3, before: 1, byHalf: [2, 1] },
      byMonth: [0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    });
  });

  it("of quantities: what they add up to, and how far each entity has come in each half", () => {
    expect(keptOf(kept, "beneficiaries")).toMatchObject({
      ...{ type: "quantity", inYear: 250, inStrategy: 260, before: 7, byHalf: [200, 50] },
      entityTargets: [
        { entityId: "sdm", period: "2025-S1", value: 200, target: 300 },
        { entityId: "sdm", period: "2025-S2", value: 50, target: 300 },
      ],
    });
  });

  it("of money: each currency on its own, the entities' parts in the target's", () => {
    expect(keptOf(kept, "money")).toMatchObject({
      type: "money",
      currencies: [
        { currency: "COP", inYear: 9_000_00, inStrategy: 9_000_00, before: 0 },
        { currency: "USD", inYear: 100_00, inStrategy: 200_00, before: 5_00, byHalf: [60_00, 40_00] },
      ],
      entityTargets: [
        { entityId: "idu", period: "strategy", value: 0, target: 100_00 },
        { entityId: "sdm", period: "strategy", value: 200_00, target: 200_00 },
      ],
    });
  });

  it("of sectors: a record once however many of its entities took part; sums to the one that leads", () => {
    const [mobility, women] = sectors;
    expect(mobility?.figures).toEqual([
      { indicatorId: "projects", value: 2 },
      { indicatorId: "countries", value: 2 },
      { indicatorId: "beneficiaries", value: 250 },
      { indicatorId: "money", currency: "COP", value: 9_000_00 },
      { indicatorId: "money", currency: "USD", value: 100_00 },
    ]);
    expect(women?.figures).toEqual([
      { indicatorId: "projects", value: 1 },
      { indicatorId: "countries", value: 2 },
    ]);
    expect(mobility?.entities.map(({ id, figures }) => [id, figures.length])).toEqual([
      ["sdm", 5],
      ["idu", 2],
    ]);
  });

  it("of a statistic: the observations until the year's end, in order", () => {
    const observation = (period: string, value: number) => ({
      ...{ period, value, citation: "Boletín.", consultedOn: "2026-02-01" },
    });
    const statistic = indicatorOf("tourists", {
      ...{ type: "statistic", rule: { source: "external" } },
      observations: [observation("2026-01", 3), observation("2025", 2), observation("2024-S2", 1.5)],
    });
    const [of] = annual([], 2025, [statistic]).kept;
    expect(of).toMatchObject({ observations: [{ period: "2024-S2", value: 1.5 }, { period: "2025" }] });
  });

  it("names the version that was counted, while a later one still is being", () => {
    const [count] = INDICATORS;
    if (!count) throw new Error("no indicator");
    const {
      id: _id,
      version: _version,
      ruleVersion: _rule,
      updatedAt: _at,
      updatedBy: _by,
      ...definition
    } = count;
    const next = { version: 3, definition };
    const versionOf = (changes: object) =>
      annual([], 2025, [{ ...count, ...changes } as Indicator]).kept.map(({ version }) => version);
    expect(versionOf({ version: 2, ruleVersion: 1 })).toEqual([2]);
    expect(versionOf({ version: 3, ruleVersion: 1, next })).toEqual([2]);
  });
});

describe("an amendment", () => {
  const day = (first: string, last: string) =>
    fc
      .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  const content = fc.record({
    status: fc.constantFrom("running", "proposed"),
    amountUsdCents: fc.nat(9_000_00),
    amountCopCents: fc.nat(9_000_00),
    beneficiaryCount: fc.nat(900),
    countries: fc.subarray(["MX", "PE", "BR", "AR"]),
    participants: fc.subarray(["idu", "sdmujer"]),
  });
  type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;
  const projectOf = (happenedOn: string, { countries, participants, ...details }: Content) =>
    aProject(happenedOn, details, { countries, participants, involved: ["sdm", ...participants] });
  const amended = fc
    .tuple(day("2023-06-01", "2026-12-30"), content, content, day("2026-01-01", "2027-12-30"))
    .map(([happenedOn, before, after, until]) => ({
      first: projectOf(happenedOn, before),
      source: { data: projectOf(happenedOn, after), until },
    }));

  it("of a later year changes nothing of an earlier year's figures, whatever it changes", () => {
    fc.assert(
      fc.property(fc.array(amended, { minLength: 1, maxLength: 6 }), (records) => {
        const asFirst = records.map(({ first }, index) => sourceOf(first, index));
        const asAmended = records.map(({ first, source: { data, until } }, index) => ({
          ...sourceOf(data, index),
          earlier: [{ until, data: first }],
        }));
        for (const year of [2024, 2025]) expect(annual(asAmended, year)).toEqual(annual(asFirst, year));
      }),
      { numRuns: 200 },
    );
  });

  it("counts in the year of its own date, where what ends is taken back", () => {
    const first = aProject("2025-02-10", { amountUsdCents: 60_00, beneficiaryCount: 200 });
    const data = aProject("2025-02-10", { status: "not-selected", amountUsdCents: 60_00 });
    const source = { ...sourceOf(data, 1), earlier: [{ until: "2026-03-04", data: first }] };
    expect(keptOf(annual([source], 2025).kept, "projects")).toMatchObject({ inYear: 1, inStrategy: 1 });
    const next = annual([source], 2026);
    expect(keptOf(next.kept, "projects")).toMatchObject({
      ...{ inYear: -1, inStrategy: 0, byHalf: [-1, 0] },
      byMonth: [0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    expect(next.sectors[0]?.figures).toContainEqual({ indicatorId: "money", currency: "USD", value: -60_00 });
  });
});
