/** Who may put which file where: evidence into one's own folder, once; nothing else, and nobody reads anything. */
import { getStorage } from "firebase-admin/storage";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EVIDENCE_LIMITS, EVIDENCE_TYPE_IDS, EVIDENCE_TYPES } from "#domain/evidence.ts";
import { adminApp, hosts, projectId } from "../support/emulators.ts";
import { type Person, storageClient } from "../support/storageClient.ts";

const PEOPLE = {
  visitor: undefined,
  /** Signed in with an account of no role. */
  stranger: { uid: "raul" },
  /** With claims that are not what the server grants. */
  forger: { uid: "hugo", roles: ["superuser"], role: "office" },
  focal: { uid: "marta", roles: ["focal"], entityIds: ["sdm"] },
  otherFocal: { uid: "lucia", roles: ["focal"], entityIds: ["sdmujer"] },
  office: { uid: "andres", roles: ["office"], entityIds: ["secretaria-general"] },
  viewer: { uid: "comision", roles: ["viewer"], entityIds: [] },
  admin: { uid: "admin", roles: ["admin"], entityIds: [] },
} satisfies Record<string, Person | undefined>;
type Who = keyof typeof PEOPLE;

/** Those who write records. */
const WRITERS: readonly Who[] = ["focal", "otherFocal", "office"];
const NO_ONE: readonly Who[] = [];
const PDF = EVIDENCE_TYPES.pdf.mime;

/** What lies in the bucket. */
const THERE = [
  "uploads/marta/there",
  "uploads/lucia/there",
  "evidence/sdm/r1/e1",
  "quarantine/sdm/r1/e1",
  "editions/2025/report.pdf",
  "anything.pdf",
];

/** Where a file might be put, with `{uid}` for who tries. */
const CREATIONS: readonly (readonly [path: string, who: readonly Who[]])[] = [
  ["uploads/{uid}/new", WRITERS],
  ["uploads/{uid}/A-1_b", WRITERS],
  ["uploads/marta/new", ["focal"]],
  ["uploads/nobody/new", NO_ONE],
  ["uploads/{uid}/.hidden", NO_ONE],
  ["uploads/{uid}/a b", NO_ONE],
  ["uploads/{uid}/x.pdf", NO_ONE],
  [`uploads/{uid}/${"x".repeat(65)}`, NO_ONE],
  ["uploads/{uid}/in/deeper", NO_ONE],
  ["uploads/{uid}", NO_ONE],
  ["uploads/new", NO_ONE],
  ["evidence/sdm/r1/new", NO_ONE],
  ["quarantine/sdm/r1/new", NO_ONE],
  ["editions/2025/new.pdf", NO_ONE],
  ["new.pdf", NO_ONE],
];

const bucket = getStorage(adminApp()).bucket();

beforeAll(async () => {
  for (const path of THERE) await bucket.file(path).save("%PDF", { contentType: PDF });
});

describe.each(Object.keys(PEOPLE) as Who[])("%s", (who) => {
  const person: Person | undefined = PEOPLE[who];
  const client = storageClient(projectId, hosts.storage, person);
  const own = (path: string) => path.replace("{uid}", person?.uid ?? "visitor");
  afterAll(() => client.done());

  test("puts files into these places and no others", async () => {
    const verdicts: Record<string, boolean> = {};
    for (const [path] of CREATIONS) {
      await bucket.file(own(path)).delete({ ignoreNotFound: true });
      verdicts[path] = await client.put(own(path), "%PDF", PDF);
      await bucket.file(own(path)).delete({ ignoreNotFound: true });
    }
    expect(verdicts).toEqual(
      Object.fromEntries(CREATIONS.map(([path, allowed]) => [path, allowed.includes(who)])),
    );
  });

  test.each(THERE)("neither reads, replaces, describes anew nor deletes %s", async (path) => {
    expect({
      get: await client.get(path),
      put: await client.put(path, "forged", PDF),
      describe: await client.describe(path, { contentType: "text/html" }),
      delete: await client.delete(path),
    }).toEqual({ get: false, put: false, describe: false, delete: false });
    const [content] = await bucket.file(path).download();
    expect(content.toString()).toBe("%PDF");
  });

  test("lists nothing, its own uploads neither", async () => {
    for (const path of ["", "uploads", own("uploads/{uid}"), "evidence/sdm/r1", "editions/2025"])
      expect([path, await client.list(path)]).toEqual([path, false]);
  });

  test("does not read back what it has put there", async () => {
    const path = own("uploads/{uid}/mine");
    await bucket.file(path).save("%PDF");
    expect([await client.get(path), await client.delete(path)]).toEqual([false, false]);
    await bucket.file(path).delete();
  });
});

describe("a focal point's upload", () => {
  const client = storageClient(projectId, hosts.storage, PEOPLE.focal);
  const path = "uploads/marta/tried";
  beforeEach(() => bucket.file(path).delete({ ignoreNotFound: true }));
  afterAll(() => client.done());

  test.each(EVIDENCE_TYPE_IDS)("may be of type %s", async (type) =>
    expect(await client.put(path, "x", EVIDENCE_TYPES[type].mime)).toBe(true),
  );

  test.each([
    "text/html",
    "image/svg+xml",
    "text/plain",
    "application/octet-stream",
    "application/pdf; charset=utf-8",
    "APPLICATION/PDF",
    "application/vnd.ms-word.document.macroEnabled.12",
    "video/mp4",
    "",
  ])("may not be of type %j", async (type) => expect(await client.put(path, "x", type)).toBe(false));

  test("holds at least one byte and at most as many as the domain says", async () => {
    expect(await client.put(path, "", PDF)).toBe(false);
    expect(await client.put(path, "x".repeat(EVIDENCE_LIMITS.bytes + 1), PDF)).toBe(false);
    expect(await client.put(path, "x".repeat(EVIDENCE_LIMITS.bytes), PDF)).toBe(true);
  });

  test("is put there once: a second one is refused", async () => {
    expect(await client.put(path, "%PDF first", PDF)).toBe(true);
    expect(await client.put(path, "%PDF second", PDF)).toBe(false);
    const [content] = await bucket.file(path).download();
    expect(content.toString()).toBe("%PDF first");
  });
});

test("the server reads what it wrote", async () => {
  const [content] = await bucket.file("editions/2025/report.pdf").download();
  expect(content.toString()).toBe("%PDF");
});
