/** Documents and ids that no form makes: each is refused, and the largest that is taken stays small. */
import { beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "#domain/limits.ts";
import { setStage } from "./attackMatrix.ts";
import { type Document, firestoreClient, SERVER_TIME } from "./firestoreClient.ts";
import { PEOPLE } from "./people.ts";
import { WRITABLES, type Writable } from "./writables.ts";

const client = firestoreClient("demo-bad-input");
const AUTHOR = PEOPLE.F;
const RECORDS = "entities/sdm/records";
const [INTERACTION] = WRITABLES;
const RECORD: Document = {
  ...INTERACTION?.usual,
  ...{ participants: [], involved: ["sdm"], createdBy: AUTHOR.uid, updatedBy: AUTHOR.uid },
};

beforeAll(async () => {
  await client.loadRules();
  await setStage(client);
});

const created = (id: string, changes: Document) =>
  client.as(AUTHOR).create(`${RECORDS}/${id}`, { ...RECORD, ...changes });

const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

describe("a client's document", () => {
  test.each<[string, Document]>([
    ["of more than 1 MiB", { summary: "x".repeat(1_100_000) }],
    ["of 40,000 fields", keys(40_000)],
    ["with 40,000 fields in its details", { details: keys(40_000) }],
    ["nested more deeply than Firestore bears", { details: { outcome: nested(25) } }],
    ["nested as deeply as Firestore bears", { details: { outcome: nested(15) } }],
    ["with a number for a text", { title: 2025 }],
    ["with a text for a number", { version: "1" }],
    ["with a text for a number in its details", { kind: "attraction", details: { quantity: "12" } }],
    ["with an instant for a day", { happenedOn: new Date(0) }],
    ["whose keys look alike", { tіtle: "x" }],
    ["whose codes look alike", { lineId: "ӏ1" }],
    ["with a mark that turns the direction in a code", { themes: ["a\u202Eb"] }],
    ["with NUL in a code", { partnerIds: ["a\0b"] }],
  ])("%s is refused", async (_, changes) => {
    expect(await created("bad", changes)).toBe(false);
    expect(await client.writtenAt(`${RECORDS}/bad`)).toBe("never");
  });

  test.each(["a\0b", "..", "__proto__", "a/b/c", "x".repeat(1_600), "registrо", "\u202Eab"])(
    "named %j is refused",
    async (id) => expect(await created(id, {})).toBe(false),
  );

  test("that is none of these is taken", async () => {
    expect(await created("good", {})).toBe(true);
    await client.remove(`${RECORDS}/good`);
  });

  test("with a day that no calendar has is kept as a draft, which is what was typed; submitting it is refused", async () => {
    expect(await created("good", { happenedOn: "2025-02-30" })).toBe(true);
    await client.remove(`${RECORDS}/good`);
  });
});

test("a token of another project opens nothing: its account has no access document here", async () => {
  const claims = { aud: "demo-other", iss: "https://securetoken.google.com/demo-other" };
  const stranger = client.as({ ...claims, uid: "of-another-project", roles: ["admin"], entityIds: ["sdm"] });
  expect(await stranger.get("catalogues/themes")).toBe(false);
  expect(await stranger.get(`${RECORDS}/approved`)).toBe(false);
  expect(await stranger.create(`${RECORDS}/bad`, RECORD)).toBe(false);
});

/** Bytes of a value as Firestore counts them. */
function bytesOf(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value) + 1;
  if (typeof value === "number" || value === SERVER_TIME || value instanceof Date) return 8;
  if (Array.isArray(value)) return value.reduce((sum, member) => sum + bytesOf(member), 0);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).reduce((sum, [key, member]) => sum + bytesOf(key) + bytesOf(member), 0);
  return 1;
}

/** The same number of characters, each of the four bytes that one can have. */
function widest(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("ñ", "😀");
  if (Array.isArray(value)) return value.map(widest);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, widest(member)]));
}

const records = WRITABLES.filter(({ details }) => details);

test.each(records)(
  "the largest $name that the rules take is well under the limit",
  async (writable: Writable) => {
    const { path, author, fullest } = writable;
    const largest = Object(widest(fullest));
    await client.remove(path);
    await client.seed({ [`access/${author.uid}`]: { roles: author.roles, entityIds: author.entityIds } });
    expect(await client.as(author).create(path, largest)).toBe(true);
    await client.remove(path);
    const bytes = bytesOf(largest) + path.length + 32;
    expect(bytes).toBeGreaterThan(80_000);
    expect(bytes).toBeLessThan(0.8 * LIMITS.recordBytes);
  },
);
