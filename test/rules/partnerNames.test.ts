/** The rules take exactly the partners' names that the schema takes: none that can pass for another. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { partnerSchema } from "#domain/partner.ts";
import { firestoreClient, SERVER_TIME } from "./firestoreClient.ts";
import { FOCAL, WRITABLES } from "./writables.ts";

const client = firestoreClient("demo-partner-names");
const PARTNER = WRITABLES.find(({ name }) => name === "partner");
const PATH = "partners/p1";

/** Every edge of the ranges that no name holds, and what lies on either side of it. */
const EDGES = [
  ...[
    0x0, 0x8, 0x9, 0xa, 0xb, 0xd, 0x1f, 0x20, 0x7e, 0x7f, 0x9f, 0xa0, 0xac, 0xad, 0xae, 0x61b, 0x61c, 0x61d,
  ],
  ...[0x180d, 0x180e, 0x180f, 0x200a, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2010, 0x2027, 0x2028, 0x202e],
  ...[
    0x202f, 0x205f, 0x2060, 0x206f, 0x2070, 0xfefe, 0xfeff, 0xff00, 0xfff8, 0xfff9, 0xfffb, 0xfffc, 0xdffff,
  ],
  ...[0xe0000, 0xe007f, 0xe0080, 0x1f600],
].map((point) => `a${String.fromCodePoint(point)}b`);

const LOOK_ALIKES = [
  "РNUD",
  "BΙD",
  "UNЕSCO",
  "naïve\u0301а",
  "Ελ Greco",
  "СССР",
  "ΑΒΓ",
  "café",
  "北京 BID",
  "وكالة",
];

const name = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "ñ", "\u0301", " ", "П", "Ω", "1"), minLength: 1, maxLength: 6 }),
);

beforeAll(async () => {
  await client.clear();
  await client.loadRules();
  await client.seed({ "access/marta": { roles: ["focal"], entityIds: ["sdm"] } });
});

test("edges of what is forbidden, look-alikes and 200 random names, as name, acronym and alias", async () => {
  const differing: string[] = [];
  const ended = { taken: 0, refused: 0 };
  const names = [...EDGES, ...LOOK_ALIKES, ...fc.sample(name, 200)];
  for (const one of names)
    for (const part of [{ name: one }, { acronym: one }, { aliases: ["BID", one] }]) {
      const document = { ...PARTNER?.minimal, ...part };
      const taken = await client.as(FOCAL).create(PATH, document);
      if (taken) await client.remove(PATH);
      ended[taken ? "taken" : "refused"] += 1;
      const stamps = { createdAt: new Date(), updatedAt: new Date() };
      if (taken !== partnerSchema.safeParse({ ...document, ...stamps }).success)
        differing.push(JSON.stringify(part));
    }
  expect(differing).toEqual([]);
  expect(Math.min(ended.taken, ended.refused)).toBeGreaterThan(60);
});

test("a name of two alphabets, or with a mark that turns the direction, is no name", () => {
  const takes = (candidate: string) =>
    partnerSchema.safeParse({
      ...PARTNER?.minimal,
      name: candidate,
      ...{ createdAt: new Date(), updatedAt: new Date() },
    }).success;
  expect(["РNUD", "a\u202Eb", "a\0b"].filter(takes)).toEqual([]);
  expect(["PNUD", "СССР", "北京 BID", "وكالة"].filter(takes)).toHaveLength(4);
  expect(PARTNER?.minimal.createdAt).toBe(SERVER_TIME);
});
