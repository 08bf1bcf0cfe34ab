/** The rules take exactly the file names that the schema takes. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { evidenceSchema } from "#domain/evidence.ts";
import { SAFE_NAME } from "#domain/fileName.ts";
import { firestoreClient, type Person, SERVER_TIME } from "./firestoreClient.ts";

const client = firestoreClient("demo-evidence-names");
const FOCAL: Person = { uid: "marta", roles: ["focal"], entityIds: ["sdm"] };
const PATH = "entities/sdm/records/r1/evidence/e1";

/** Every edge of the ranges that no name holds, and what lies on either side of it. */
const EDGES = [
  ...[0x0, 0x1f, 0x20, 0x2e, 0x2f, 0x5b, 0x5c, 0x22, 0x2a, 0x3a, 0x3c, 0x3e, 0x3f, 0x7c, 0x7e, 0x7f, 0x9f],
  ...[0xa0, 0xac, 0xad, 0xae, 0x61b, 0x61c, 0x61d, 0x180d, 0x180e, 0x180f, 0x200a, 0x200b, 0x200f, 0x2010],
  ...[0x2027, 0x2028, 0x202e, 0x202f, 0x205f, 0x2060, 0x206f, 0x2070, 0xfefe, 0xfeff, 0xff00, 0xfff8, 0xfff9],
  ...[0xfffb, 0xfffc, 0xdffff, 0xe0000, 0xe007f, 0xe0080, 0x1f600],
].map((point) => String.fromCodePoint(point));

const name = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("ñ", "😀"), minLength: 118, maxLength: 122 }) },
);

beforeAll(async () => {
  await client.clear();
  await client.loadRules();
  await client.seed({
    "access/marta": { roles: ["focal"], entityIds: ["sdm"] },
    "entities/sdm/records/r1": { state: "draft" },
  });
});

test("edges of what is forbidden, and 300 random names", async () => {
  const names = [...EDGES.map((edge) => `a${edge}b.pdf`), "", ...fc.sample(name, 300)];
  const differing: string[] = [];
  const ended = { taken: 0, refused: 0 };
  for (const one of names) {
    const document = { name: one, type: "pdf", bytes: 1, state: "uploading", version: 1 };
    const stamps = { createdAt: SERVER_TIME, createdBy: "marta", updatedAt: SERVER_TIME, updatedBy: "marta" };
    const taken = await client.as(FOCAL).create(PATH, { ...document, ...stamps });
    if (taken) await client.remove(PATH);
    ended[taken ? "taken" : "refused"] += 1;
    if (taken !== SAFE_NAME.test(one)) differing.push(JSON.stringify(one));
  }
  expect(differing).toEqual([]);
  expect(Math.min(ended.taken, ended.refused)).toBeGreaterThan(20);
});

test("the schema's own name is that pattern", () =>
  expect(evidenceSchema.shape.name.safeParse("a/b").success).toBe(false));
