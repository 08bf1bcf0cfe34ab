/** Random sources of every kind that counts, and rules with an indicator of every type, for the laws of counting. */
import * as fc from "fast-check";
import { sectorsByEntity } from "#domain/catalogue.ts";
import { countersOf } from "#domain/counting/counter.ts";
import type { CountingRules } from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { DIMENSIONS, type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { DISCLOSURES } from "#domain/record/envelope.ts";
import { type DraftRecord, involvedOf } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import { CATALOGUES, INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { aDecision, anEdition, anIndicator, aRecord, NOW } from "./builders.ts";

const anyIndicator = (id: string, fields: object): Indicator => {
  const {
    id: _,
    type: __,
    rule: ___,
    dimensions: ____,
    ...common
  } = anIndicator({ id }) as Extract<Indicator, { type: "count" }>;
  return { id, ...indicatorSchema.parse({ ...common, ...fields }) };
};

/** The shipped ones, and one of each type that those lack, with every dimension. */
export const ALL_INDICATORS: readonly Indicator[] = [
  ...INDICATORS,
  anyIndicator("money", {
    ...{ type: "sum", of: "money", dimensions: ["country", "partnerCategory"] },
    rule: { source: "records", kind: "project", where: [{ field: "details.status", in: ["running"] }] },
  }),
  anyIndicator("beneficiaries", {
    ...{ type: "sum", of: "details.beneficiaryCount", dimensions: [] },
    rule: { source: "records", kind: "project", where: [{ field: "details.beneficiaryCount", atLeast: 10 }] },
  }),
  anyIndicator("partners", {
    ...{ type: "distinct", of: "partners", dimensions: ["country", "theme"] },
    rule: { source: "records", kind: "interaction", where: [{ field: "partnerIds", present: true }] },
  }),
  anyIndicator("meetings", {
    ...{ type: "count", dimensions: DIMENSIONS.slice(3) },
    rule: { source: "records", kind: "interaction", where: [{ field: "details.status", in: ["held"] }] },
  }),
  anyIndicator("reports", {
    ...{ type: "count", dimensions: [] },
    rule: { source: "editions", where: [{ field: "kind", in: ["annual"] }] },
  }),
];

/** As the jobs have them, for any indicators. */
export const rulesOf = (indicators: readonly Indicator[], version = 1): CountingRules => ({
  version,
  indicators,
  counters: countersOf(indicators),
  sectors: sectorsByEntity(CATALOGUES),
});

export const RULES = rulesOf(ALL_INDICATORS);

/** Two of one sector (sdm, transmilenio), two of others. */
export const ENTITIES = ["sdm", "transmilenio", "sdmujer", "secretaria-general"];

export const day = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const someOf = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const amount = fc.option(fc.integer({ min: 0, max: 9_000_000_000_000 }), { nil: undefined });
const present = <T extends object>(fields: T): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const details = {
  instrument: fc.record({
    status: fc.constantFrom("negotiating", "signed", "active", "ended"),
    direction: fc.constantFrom("demand", "supply", "mutual"),
    scope: fc.constantFrom("bilateral", "multilateral"),
    signedOn: day,
  }),
  session: fc.record({
    body: fc.constantFrom("intersectoral-commission", "internationalization-committee"),
    status: fc.constantFrom("called", "held"),
  }),
  milestone: fc.constantFrom({ stateId: "in-preparation" }, { stateId: "published" }),
  interaction: fc.constantFrom({ status: "planned" }, { status: "held" }),
  project: fc
    .record({
      status: fc.constantFrom("proposed", "running"),
      amountUsdCents: amount,
      amountCopCents: amount,
      beneficiaryCount: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    })
    .map(present),
};
const KINDS = Object.keys(details) as (keyof typeof details)[];

/** A record of an entity, in any state. */
export const recordAt = (entityId: string, kinds = KINDS): fc.Arbitrary<DraftRecord> =>
  fc.constantFrom(...kinds).chain((kind) =>
    fc
      .record({
        details: details[kind],
        happenedOn: day,
        participants: fc.uniqueArray(fc.constantFrom(...ENTITIES.filter((id) => id !== entityId))),
        partnerIds: someOf("ucci", "iclei", "bid", "onu"),
        countries: someOf("MX", "FR", "ES"),
        sdgs: someOf("sdg-5", "sdg-11"),
        themes: someOf("care", "mobility"),
        populations: someOf("women", "migrants"),
        derived: fc.record({
          partnerCategories: someOf("international", "academia"),
          networkIds: someOf("ucci", "iclei"),
        }),
        state: fc.constantFrom(...STATES),
        disclosure: fc.constantFrom(...DISCLOSURES),
        isExample: fc.boolean(),
        version: fc.integer({ min: 1, max: 9 }),
        review: fc.record({ strategic: fc.boolean() }),
      })
      .map((fields) => aRecord(kind, { ...fields, entityId, involved: involvedOf({ entityId, ...fields }) })),
  );

/** A record as a source, without earlier contents. */
export const sourceAt = (path: string): fc.Arbitrary<Source> => {
  const [, entityId = ""] = path.split("/");
  return recordAt(entityId).map((data) => ({ from: "records", path, data }));
};

export const path = fc
  .tuple(fc.constantFrom(...ENTITIES), fc.nat({ max: 20 }))
  .map(([entityId, index]) => `entities/${entityId}/records/r${index}`);

/** An approved record with amendments: each content holds from a day on, in order. */
export const amendedSource: fc.Arbitrary<Extract<Source, { from: "records" }>> = path.chain((at) => {
  const [, entityId = ""] = at.split("/");
  return fc
    .array(
      fc.tuple(
        day,
        fc.constantFrom(...KINDS).chain((kind) => recordAt(entityId, [kind])),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .chain((contents) => {
      // One kind through all contents, as amendments keep it.
      const [, first] = contents[0] ?? [];
      return fc
        .tuple(
          ...contents.map(([until]) =>
            recordAt(entityId, [first?.kind as (typeof KINDS)[number]]).map((data) => ({ until, data })),
          ),
        )
        .map((all): Extract<Source, { from: "records" }> => {
          const sorted = all.toSorted((a, b) => a.until.localeCompare(b.until));
          const last = sorted.at(-1)?.data as DraftRecord;
          return {
            from: "records",
            path: at,
            data: { ...last, state: "approved", isExample: false },
            earlier: sorted.slice(0, -1),
          };
        });
    });
});

const decision = fc
  .record({ decidedOn: day, isExample: fc.boolean(), disclosure: fc.constantFrom(...DISCLOSURES) })
  .map((changes): Source => ({ from: "decisions", path: "decisions/d1", data: aDecision(changes) }));

const edition = fc.boolean().map(
  (isPublished): Source => ({
    from: "editions",
    path: "editions/annual-2025-1",
    data: anEdition(isPublished ? { publishedAt: NOW } : {}),
  }),
);

/** Different records, some amended, decisions and editions. */
export const sources: fc.Arbitrary<Source[]> = fc
  .tuple(
    fc
      .uniqueArray(path, { maxLength: 12 })
      .chain((paths) => fc.tuple(...paths.map((each) => sourceAt(each)))),
    fc.array(amendedSource, { maxLength: 2 }),
    fc.array(decision, { maxLength: 1 }),
    fc.array(edition, { maxLength: 1 }),
  )
  .map((lists) => [
    ...new Map(lists.flat().map((source): [string, Source] => [source.path, source])).values(),
  ]);
