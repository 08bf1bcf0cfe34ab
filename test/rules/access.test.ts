/** Who may read and write what: a table of verdicts, then lies of one field, revocation and excess. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Kind } from "#domain/record/kinds.ts";
import { type Document, firestoreClient, type Person } from "./firestoreClient.ts";
import { nextOf, returnedOf, storedOf, WRITABLES, type Writable } from "./writables.ts";

const PEOPLE = {
  nobody: undefined,
  /** With the claims of a focal point of Movilidad, but without an access document. */
  stranger: { uid: "raul", roles: ["focal"], entityIds: ["sdm"] },
  focal: { uid: "marta", roles: ["focal"], entityIds: ["sdm"] },
  otherFocal: { uid: "lucia", roles: ["focal"], entityIds: ["sdmujer"] },
  office: { uid: "andres", roles: ["office"], entityIds: ["secretaria-general"] },
  viewer: { uid: "comision", roles: ["viewer"], entityIds: [] },
  admin: { uid: "admin", roles: ["admin"], entityIds: [] },
} satisfies Record<string, Person | undefined>;
type Who = keyof typeof PEOPLE;

const NO_ONE: readonly Who[] = [];
const INSIDERS: readonly Who[] = ["focal", "otherFocal", "office", "viewer", "admin"];
const OVERSEERS: readonly Who[] = ["office", "admin"];
const ENTITY: readonly Who[] = ["focal"];
const ENTITY_AND_OFFICE: readonly Who[] = ["focal", "office"];
const ENTITY_AND_OVERSEERS: readonly Who[] = ["focal", "office", "admin"];

const RECORDS = "entities/sdm/records";
const REPORTS = "entities/sdm/reports";

/** What stands at the beginning; each record's id is its state and disclosure. */
const SEEDED = {
  [`${RECORDS}/draft`]: { state: "draft", disclosure: "public" },
  [`${RECORDS}/submitted`]: { state: "submitted", disclosure: "public" },
  [`${RECORDS}/returned`]: { state: "returned", disclosure: "public" },
  [`${RECORDS}/withdrawn`]: { state: "withdrawn", disclosure: "public" },
  [`${RECORDS}/approved-public`]: { state: "approved", disclosure: "public" },
  [`${RECORDS}/approved-reserved`]: { state: "approved", disclosure: "reserved" },
  [`${RECORDS}/submitted/history/2`]: { version: 2 },
  [`${RECORDS}/submitted/amendments/a1`]: { state: "proposed" },
  [`${REPORTS}/2024-S2`]: { state: "draft" },
  [`${REPORTS}/2025-S1`]: { state: "submitted" },
  [`${REPORTS}/2025-S1/history/2`]: { version: 2 },
  "catalogues/themes": {},
  "partners/iclei": { state: "active" },
  "indicators/l1-r1": {},
  "indicators/l1-r1/versions/1": { version: 1 },
  "obligations/2025-S1": {},
  "decisions/public": { disclosure: "public", responsibleEntityId: "sdmujer" },
  "decisions/reserved": { disclosure: "reserved", responsibleEntityId: "sdmujer" },
  "decisions/reserved-for-sdm": { disclosure: "reserved", responsibleEntityId: "sdm" },
  "credits/c1": {},
  "tallies/sdm~2025": {},
  "figures/internal": {},
  "figures/open": {},
  "entities/sdm/figures/current": {},
  "folds/2026-S1": {},
  "operations/o1": { state: "done" },
  "config/counting": { version: 1 },
  "published/summary": {},
  "editions/2025": {},
  "config/system": { isDemo: true },
  "leases/publish": {},
  "unheard-of/1": {},
  ...Object.fromEntries(
    Object.values(PEOPLE).flatMap((person) =>
      person && person.uid !== "raul" ? [[`access/${person.uid}`, { name: person.uid }]] : [],
    ),
  ),
};

const READERS: Readonly<Record<string, readonly Who[]>> = {
  [`${RECORDS}/draft`]: ENTITY,
  [`${RECORDS}/not-there`]: ENTITY,
  [`${RECORDS}/submitted`]: ENTITY_AND_OVERSEERS,
  [`${RECORDS}/returned`]: ENTITY_AND_OVERSEERS,
  [`${RECORDS}/withdrawn`]: ENTITY_AND_OVERSEERS,
  [`${RECORDS}/approved-public`]: INSIDERS,
  [`${RECORDS}/approved-reserved`]: ENTITY_AND_OVERSEERS,
  [`${RECORDS}/submitted/history/2`]: ENTITY_AND_OFFICE,
  [`${RECORDS}/submitted/amendments/a1`]: ENTITY_AND_OFFICE,
  [`${REPORTS}/2024-S2`]: ENTITY,
  [`${REPORTS}/2025-S1`]: ENTITY_AND_OVERSEERS,
  [`${REPORTS}/2025-S1/history/2`]: ENTITY_AND_OFFICE,
  "catalogues/themes": INSIDERS,
  "partners/iclei": INSIDERS,
  "indicators/l1-r1": INSIDERS,
  "indicators/l1-r1/versions/1": INSIDERS,
  "obligations/2025-S1": INSIDERS,
  "decisions/public": INSIDERS,
  "decisions/reserved": ["otherFocal", "office", "admin"],
  "decisions/reserved-for-sdm": ENTITY_AND_OVERSEERS,
  "credits/c1": NO_ONE,
  "tallies/sdm~2025": NO_ONE,
  "figures/internal": OVERSEERS,
  "figures/open": INSIDERS,
  "entities/sdm/figures/current": ENTITY_AND_OVERSEERS,
  "folds/2026-S1": NO_ONE,
  "operations/o1": OVERSEERS,
  "config/counting": NO_ONE,
  "published/summary": NO_ONE,
  "editions/2025": ["office", "viewer", "admin"],
  "config/system": INSIDERS,
  "access/marta": ["focal", "admin"],
  "access/raul": ["stranger", "admin"],
  "leases/publish": NO_ONE,
  "unheard-of/1": NO_ONE,
};

const LISTERS: readonly (readonly [path: string, where: Document, who: readonly Who[]])[] = [
  [RECORDS, {}, ENTITY],
  [RECORDS, { state: "draft" }, ENTITY],
  [RECORDS, { state: "submitted" }, ENTITY_AND_OVERSEERS],
  [RECORDS, { state: "approved" }, ENTITY_AND_OVERSEERS],
  [RECORDS, { state: "approved", disclosure: "public" }, INSIDERS],
  [`${RECORDS}/submitted/history`, {}, ENTITY_AND_OFFICE],
  [`${RECORDS}/submitted/amendments`, {}, ENTITY_AND_OFFICE],
  [REPORTS, {}, ENTITY],
  [REPORTS, { state: "submitted" }, ENTITY_AND_OVERSEERS],
  ["catalogues", {}, INSIDERS],
  ["partners", {}, INSIDERS],
  ["indicators", {}, INSIDERS],
  ["obligations", {}, INSIDERS],
  ["decisions", {}, OVERSEERS],
  ["decisions", { sessionId: "s1" }, OVERSEERS],
  ["decisions", { sessionId: "s1", disclosure: "public" }, INSIDERS],
  ["decisions", { responsibleEntityId: "sdm" }, ENTITY_AND_OVERSEERS],
  ["editions", {}, ["office", "viewer", "admin"]],
  ["access", {}, ["admin"]],
  ["credits", {}, NO_ONE],
  ["tallies", {}, NO_ONE],
  ["figures", {}, NO_ONE],
  ["entities/sdm/figures", {}, NO_ONE],
  ["indicators/l1-r1/versions", {}, INSIDERS],
  ["operations", {}, OVERSEERS],
  ["folds", {}, NO_ONE],
  ["published", {}, NO_ONE],
  ["config", {}, NO_ONE],
  ["leases", {}, NO_ONE],
  ["unheard-of", {}, NO_ONE],
];

const GROUP_LISTERS: typeof LISTERS = [
  ["records", {}, NO_ONE],
  ["records", { state: "draft" }, NO_ONE],
  ["records", { state: "submitted" }, OVERSEERS],
  ["records", { state: "approved" }, OVERSEERS],
  ["records", { state: "approved", disclosure: "reserved" }, OVERSEERS],
  ["records", { state: "approved", disclosure: "public" }, INSIDERS],
  ["amendments", { state: "proposed" }, ["office"]],
  ["history", {}, NO_ONE],
  ["reports", {}, NO_ONE],
];

const named = (name: Kind | "half-year report" | "partner"): Writable => {
  const writable = WRITABLES.find((one) => one.name === name);
  if (!writable) throw new Error(name);
  return writable;
};
const INTERACTION = named("interaction");
const SESSION = named("session");
const REPORT = named("half-year report");
const PARTNER = named("partner");

/** The document as this person would write it for this entity. */
const written = (base: Document, entityId: string, uid: string): Document => ({
  ...base,
  ...(base.entityId !== undefined && { entityId }),
  ...(base.proposedFor !== undefined && { proposedFor: entityId }),
  ...(base.involved !== undefined && { involved: [entityId] }),
  createdBy: uid,
  updatedBy: uid,
});

const CREATORS: readonly (readonly [Writable, entityId: string, path: string, who: readonly Who[]])[] = [
  [INTERACTION, "sdm", `${RECORDS}/new`, ENTITY],
  [INTERACTION, "secretaria-general", "entities/secretaria-general/records/new", ["office"]],
  [INTERACTION, "sdm", `${RECORDS}/an id with blanks`, NO_ONE],
  [SESSION, "sdm", `${RECORDS}/new`, NO_ONE],
  [SESSION, "secretaria-general", "entities/secretaria-general/records/new", ["office"]],
  [REPORT, "sdm", `${REPORTS}/2025-S1`, ENTITY],
  [PARTNER, "sdm", "partners/new", ENTITY],
  [PARTNER, "sdm", "partners/an id with blanks", NO_ONE],
];

/** Changes and deletions of what the focal point of Movilidad wrote, by its state. */
const CHANGERS: readonly (readonly [
  Writable,
  state: string,
  change: readonly Who[],
  remove: readonly Who[],
])[] = [
  [INTERACTION, "draft", ENTITY, ENTITY],
  [INTERACTION, "returned", ENTITY, NO_ONE],
  [INTERACTION, "submitted", NO_ONE, NO_ONE],
  [INTERACTION, "approved", NO_ONE, NO_ONE],
  [INTERACTION, "withdrawn", NO_ONE, NO_ONE],
  [REPORT, "draft", ENTITY, NO_ONE],
  [REPORT, "returned", ENTITY, NO_ONE],
  [REPORT, "submitted", NO_ONE, NO_ONE],
  [REPORT, "approved", NO_ONE, NO_ONE],
  [PARTNER, "proposed", NO_ONE, NO_ONE],
  [PARTNER, "active", NO_ONE, NO_ONE],
];

/** What no client writes, whoever it is. */
const THE_SERVERS = Object.keys(SEEDED).filter(
  (path) => !/^entities\/sdm\/(records|reports)\/[^/]+$/.test(path),
);

const client = firestoreClient("demo-access");

beforeAll(async () => {
  await client.clear();
  await client.loadRules();
  await client.seed(SEEDED);
});
afterAll(() => client.clear());

/** Runs the attempt of each row; the verdicts, as a table, must be those expected. */
async function expectVerdicts(
  who: Who,
  rows: readonly (readonly [what: string, allowed: readonly Who[], attempt: () => Promise<boolean>])[],
): Promise<void> {
  const verdicts: Record<string, string> = {};
  for (const [what, , attempt] of rows) verdicts[what] = (await attempt()) ? "allowed" : "denied";
  expect(verdicts).toEqual(
    Object.fromEntries(rows.map(([what, allowed]) => [what, allowed.includes(who) ? "allowed" : "denied"])),
  );
}

const told = (path: string, where: Document) => [path, ...Object.values(where)].join(" ");

describe.each(Object.keys(PEOPLE) as Who[])("%s", (who) => {
  const person = client.as(PEOPLE[who]);
  const uid = PEOPLE[who]?.uid ?? "nobody";

  test("reads these documents and no others", () =>
    expectVerdicts(
      who,
      Object.entries(READERS).map(([path, allowed]) => [path, allowed, () => person.get(path)]),
    ));

  test("lists these collections and no others", () =>
    expectVerdicts(
      who,
      LISTERS.map(([path, where, allowed]) => [told(path, where), allowed, () => person.list(path, where)]),
    ));

  test("lists these collection groups and no others", () =>
    expectVerdicts(
      who,
      GROUP_LISTERS.map(([id, where, allowed]) => [
        told(id, where),
        allowed,
        () => person.listGroup(id, where),
      ]),
    ));

  test("creates these documents and no others", () =>
    expectVerdicts(
      who,
      CREATORS.map(([{ name, usual }, entityId, path, allowed]) => [
        `${name} at ${path}`,
        allowed,
        async () => {
          const { participants: _, ...document } = written(usual, entityId, uid);
          await client.remove(path);
          const taken = await person.create(path, document);
          await client.remove(path);
          return taken;
        },
      ]),
    ));

  test("changes these documents and no others", () =>
    expectVerdicts(
      who,
      CHANGERS.map(([writable, state, allowed]) => [
        `${writable.name} ${state}`,
        allowed,
        async () => {
          const prior = { ...returnedOf(writable.usual), state };
          await client.seed({ [writable.path]: prior });
          return person.update(writable.path, { ...nextOf(writable, prior), updatedBy: uid });
        },
      ]),
    ));

  test("deletes these documents and no others", () =>
    expectVerdicts(
      who,
      CHANGERS.map(([writable, state, , allowed]) => [
        `${writable.name} ${state}`,
        allowed,
        async () => {
          await client.seed({ [writable.path]: { ...storedOf(writable.usual), state } });
          return person.delete(writable.path);
        },
      ]),
    ));

  test("writes nothing that is the server's", () =>
    expectVerdicts(
      who,
      THE_SERVERS.flatMap((path) => [
        [
          `a neighbour of ${path}`,
          NO_ONE,
          () => person.create(`${path}-new`, { state: "draft", version: 1 }),
        ],
        [`${path}, changed`, NO_ONE, () => person.update(path, { state: "draft", version: 1 })],
        [`${path}, deleted`, NO_ONE, () => person.delete(path)],
      ]),
    ));
});

describe("a focal point who lies in one field", () => {
  const person = client.as(PEOPLE.focal);
  const past = new Date("2020-01-01T00:00:00Z");
  const truth: Document = {};
  /** A record of one entity alone. */
  const ALONE: Document = { ...INTERACTION.usual, participants: [], involved: ["sdm"] };

  test.each([
    ["tells the truth", true, truth],
    ["names another author", false, { createdBy: "lucia" }],
    ["names another last author", false, { updatedBy: "lucia" }],
    ["dates the creation back", false, { createdAt: past }],
    ["dates the change back", false, { updatedAt: past }],
    ["starts at a later version", false, { version: 2 }],
    ["submits past the server", false, { state: "submitted" }],
    ["approves past the server", false, { state: "approved" }],
    ["tells when it was submitted", false, { submittedAt: past }],
    ["writes the review", false, { review: { strategic: true } }],
    ["calls it an example", false, { isExample: true }],
    ["names another entity", false, { entityId: "sdmujer", involved: ["sdmujer"] }],
    ["hides who is involved", false, { involved: ["sdmujer"] }],
    ["writes a megabyte", false, { summary: "x".repeat(1_000_000) }],
    ["writes a number for a title", false, { title: 1 }],
  ])("when creating: %s", async (_what, verdict, lie) => {
    const path = `${RECORDS}/new`;
    await client.remove(path);
    expect(await person.create(path, { ...ALONE, ...lie })).toBe(verdict);
  });

  test.each([
    ["tells the truth", true, truth],
    ["names another author", false, { createdBy: "marta" }],
    ["names another last author", false, { updatedBy: "lucia" }],
    ["dates the creation anew", false, { createdAt: past }],
    ["dates the change back", false, { updatedAt: past }],
    ["keeps the version", false, { version: 7 }],
    ["skips a version", false, { version: 9 }],
    ["submits past the server", false, { state: "submitted" }],
    ["makes it a draft again", false, { state: "draft" }],
    ["tells when it was submitted", false, { submittedAt: past }],
    ["removes the review", false, { review: undefined }],
    ["calls it strategic", false, { review: { strategic: true } }],
    ["calls it an example", false, { isExample: true }],
    ["makes another kind of it", false, { kind: "need", details: {} }],
    ["moves it to another entity", false, { entityId: "sdmujer", involved: ["sdmujer"] }],
    ["writes a megabyte", false, { summary: "x".repeat(1_000_000) }],
    ["writes a map for a list", false, { countries: { 0: "CO" } }],
  ])("when changing: %s", async (_what, verdict, lie) => {
    const prior = returnedOf(ALONE);
    await client.seed({ [INTERACTION.path]: prior });
    expect(await person.update(INTERACTION.path, nextOf(INTERACTION, prior, lie))).toBe(verdict);
  });

  test.each([
    ["tells the truth", true, truth],
    ["proposes for another entity", false, { proposedFor: "sdmujer" }],
    ["proposes for none", false, { proposedFor: undefined }],
    ["makes it active", false, { state: "active" }],
  ])("when proposing a partner: %s", async (_what, verdict, lie) => {
    await client.remove(PARTNER.path);
    expect(await person.create(PARTNER.path, { ...PARTNER.usual, ...lie })).toBe(verdict);
  });
});

test("loses all access at once when the access document is deleted", async () => {
  const person = client.as(PEOPLE.focal);
  const path = `${RECORDS}/of-the-revoked`;
  const attempts = async () => [
    await person.get(`${RECORDS}/draft`),
    await person.get("partners/iclei"),
    await person.listGroup("records", { state: "approved", disclosure: "public" }),
    await person.create(path, INTERACTION.usual),
  ];
  expect(await attempts()).toEqual([true, true, true, true]);
  await client.remove(path);
  await client.remove("access/marta");
  expect(await attempts()).toEqual([false, false, false, false]);
  await client.seed({ "access/marta": {} });
});
