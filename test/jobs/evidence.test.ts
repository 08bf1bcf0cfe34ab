/** Evidence against the real emulators: taken in, refused, removed, swept; doubled, late, cut and interrupted. */
import { createHash } from "node:crypto";
import { getStorage } from "firebase-admin/storage";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  EVIDENCE_LIMITS,
  type Evidence,
  type EvidenceAddress,
  type EvidenceType,
  keptPath,
  quarantinePath,
  uploadPath,
} from "#domain/evidence.ts";
import { checkUpload, finishUpload } from "#functions/jobs/finishUpload.ts";
import { openEvidence } from "#functions/jobs/openEvidence.ts";
import { removeEvidence } from "#functions/jobs/removeEvidence.ts";
import { sweepEvidence } from "#functions/jobs/sweepEvidence.ts";
import { operations, records } from "#functions/store/collections.ts";
import { evidenceRef } from "#functions/store/evidence.ts";
import { andres, aRecord, comision, lucia, marta } from "../support/builders.ts";
import { adminApp, hosts } from "../support/emulators.ts";
import { FILES, pdf, WICKED } from "../support/files.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { storageClient } from "../support/storageClient.ts";
import { dying } from "./dyingBucket.ts";

const PROJECT = "demo-evidence";
const { db, context, clock, reset } = jobsOn(PROJECT);
const bucket = getStorage(adminApp(PROJECT)).bucket();
const jobs = { ...context, bucket };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const at = (evidenceId = "e1", recordId = "r1"): EvidenceAddress => ({
  entityId: "sdm",
  recordId,
  evidenceId,
});
const E1 = at();
const recordRef = (recordId = "r1") => records(db, "sdm").doc(recordId);
const stored = async (address = E1) => (await evidenceRef(db, address).get()).data();
const exists = async (path: string) => (await bucket.file(path).exists())[0];
/** All files of the bucket. */
const files = async () => (await bucket.getFiles())[0].map(({ name }) => name).toSorted();

const announced = (type: EvidenceType, bytes: number, changes: Partial<Evidence> = {}): Evidence => ({
  ...{ name: `Acta.${type === "jpeg" ? "jpg" : type}`, type, bytes, state: "uploading" },
  ...{ version: 1, createdAt: clock.at, createdBy: marta.uid, updatedAt: clock.at, updatedBy: marta.uid },
  ...changes,
});

/** Writes the document, and the upload as Firebase leaves it: with a token that makes an address. */
async function upload(
  content: Buffer,
  type: EvidenceType = "pdf",
  address = E1,
  changes: Partial<Evidence> = {},
): Promise<void> {
  await evidenceRef(db, address).set(announced(type, content.length, changes));
  await bucket.file(uploadPath(marta.uid, address.evidenceId)).save(content, {
    contentType: "application/pdf",
    metadata: { metadata: { firebaseStorageDownloadTokens: "guessed", evil: "x" } },
  });
}

beforeEach(async () => {
  await reset();
  await bucket.deleteFiles({ force: true });
  await recordRef().set(aRecord("interaction"));
});
afterAll(() => bucket.deleteFiles({ force: true }));

describe("an upload", () => {
  test("is kept with its hash where no client reads, and its token leads nowhere", async () => {
    await upload(FILES.pdf);
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "ready" });
    expect(await stored()).toMatchObject({
      ...{ state: "ready", name: "Acta.pdf", type: "pdf", version: 2, updatedBy: marta.uid },
      sha256: createHash("sha256").update(FILES.pdf).digest("hex"),
    });
    expect(await files()).toEqual([keptPath(E1)]);
    const file = bucket.file(keptPath(E1));
    expect((await file.download())[0]).toEqual(FILES.pdf);
    const [metadata] = await file.getMetadata();
    expect(metadata).toMatchObject({ contentType: "application/pdf", cacheControl: "private, no-store" });
    expect(metadata.contentDisposition).toContain('attachment; filename="Acta.pdf"');
    expect(JSON.stringify(metadata.metadata)).not.toMatch(/guessed|evil/);
    const address = `http://${hosts.storage}/v0/b/${bucket.name}/o/${encodeURIComponent(keptPath(E1))}?alt=media`;
    expect((await fetch(`${address}&token=guessed`)).status).toBe(403);
    expect((await fetch(address)).status).toBe(403);
  });

  test.each<[keyof typeof WICKED, EvidenceType, string]>([
    ["script", "pdf", "active-content"],
    ["html", "pdf", "active-content"],
    ["svg", "png", "active-content"],
    ["document with macros", "docx", "macros"],
    ["zip that claims four gigabytes", "docx", "type-not-allowed"],
    ["old office document", "docx", "type-not-allowed"],
  ])("that is a %s posing as %s is quarantined, and its author told", async (wicked, type, problem) => {
    await upload(WICKED[wicked], type);
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "quarantined", problem });
    expect(await stored()).toMatchObject({ state: "quarantined", problem });
    expect(await files()).toEqual([quarantinePath(E1)]);
    const [metadata] = await bucket.file(quarantinePath(E1)).getMetadata();
    expect(metadata.contentType).toBe("application/octet-stream");
    await expect(openEvidence(jobs, marta, E1)).rejects.toMatchObject({ details: { reason: "not-found" } });
  });

  test("of another type than it says is quarantined, but images pass for one another", async () => {
    await upload(FILES.png, "pdf");
    expect(await finishUpload(jobs, marta, E1)).toEqual({
      state: "quarantined",
      problem: "not-what-it-says",
    });
    await upload(FILES.webp, "jpeg", at("e2"));
    expect(await finishUpload(jobs, marta, at("e2"))).toEqual({ state: "ready" });
    expect(await stored(at("e2"))).toMatchObject({ name: "Acta.webp", type: "webp" });
  });

  test("that was cut half-way, in the browser or on the way, is told so", async () => {
    const half = FILES.pdf.subarray(0, FILES.pdf.length / 2);
    await upload(half);
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "quarantined", problem: "cut-short" });
    await upload(half, "pdf", at("e2"), { bytes: FILES.pdf.length });
    expect(await finishUpload(jobs, marta, at("e2"))).toMatchObject({ problem: "cut-short" });
  });

  test("under a name with a path or marks of direction is shown, stored and saved under a safe one", async () => {
    await upload(FILES.pdf, "pdf", E1, { name: "..  e\u0301tica.pdf" });
    await finishUpload(jobs, marta, E1);
    expect(await stored()).toMatchObject({ name: "ética.pdf" });
    const names = ["../../x.pdf", "a\u202Efdp.exe", "a\0.pdf", "x".repeat(121)];
    for (const name of names) {
      await evidenceRef(db, at("bad")).set(announced("pdf", 1, { name }));
      await expect(stored(at("bad"))).rejects.toThrow(/bad document/);
    }
  });

  test("is awaited while it has not come", async () => {
    await evidenceRef(db, E1).set(announced("pdf", 10));
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "uploading" });
    expect(await stored()).toMatchObject({ state: "uploading", version: 1 });
  });

  test("without a document, or into a record that was sent meanwhile, is refused", async () => {
    await expect(finishUpload(jobs, marta, E1)).rejects.toMatchObject({ details: { reason: "not-found" } });
    await upload(FILES.pdf);
    await recordRef().update({ state: "submitted" });
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "quarantined", problem: "record-closed" });
    expect(await exists(keptPath(E1))).toBe(false);
  });

  test("beyond the most that a record holds is refused; those removed do not count", async () => {
    for (let n = 0; n < EVIDENCE_LIMITS.files; n += 1)
      await evidenceRef(db, at(`f${n}`)).set(announced("pdf", 1, { state: "ready" }));
    await upload(FILES.pdf);
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "quarantined", problem: "too-many" });
    await removeEvidence(jobs, marta, at("f0"));
    await upload(FILES.pdf, "pdf", at("e2"));
    expect(await finishUpload(jobs, marta, at("e2"))).toEqual({ state: "ready" });
  });

  test("is finished by its entity alone", async () => {
    await upload(FILES.pdf);
    for (const other of [lucia, andres, comision])
      await expect(finishUpload(jobs, other, E1)).rejects.toMatchObject({ details: { reason: "not-yours" } });
    expect(await stored()).toMatchObject({ state: "uploading" });
  });
});

describe("calls that come twice, together, late or after a crash", () => {
  test("leave one file, written once", async () => {
    await upload(FILES.pdf);
    const answers = await Promise.all([1, 2, 3].map(() => finishUpload(jobs, marta, E1)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ state: "ready" })));
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "ready" });
    expect(await stored()).toMatchObject({ version: 2 });
    expect(await files()).toEqual([keptPath(E1)]);
  });

  test("do not let in a second file put in the place of the first", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    await bucket.file(uploadPath(marta.uid, "e1")).save(WICKED.html);
    expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "ready" });
    expect(await files()).toEqual([keptPath(E1)]);
    expect((await bucket.file(keptPath(E1)).download())[0]).toEqual(FILES.pdf);
  });

  test.each([
    ["accepted", FILES.pdf],
    ["refused", WICKED.script],
  ])("go on after a death before or after any step: %s", async (_what, content) => {
    const lived: number[] = [];
    for (let step = 1; ; step += 1) {
      await reset();
      await bucket.deleteFiles({ force: true });
      await recordRef().set(aRecord("interaction"));
      await upload(content);
      const died = await checkUpload({ ...jobs, bucket: dying(bucket, step) }, E1).then(
        () => false,
        () => true,
      );
      lived.push(step);
      const state = content === FILES.pdf ? "ready" : "quarantined";
      expect((await finishUpload(jobs, marta, E1)).state).toBe(state);
      expect(await files()).toEqual([state === "ready" ? keptPath(E1) : quarantinePath(E1)]);
      if (!died) break;
    }
    // Found, read, copied, one or two deleted: it died before each, and after each that is awaited.
    expect(lived.length).toBeGreaterThan(7);
  });
});

describe("removing", () => {
  test("takes the file away and keeps who did it, while the record may be changed", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    expect(await removeEvidence(jobs, marta, E1)).toEqual({ state: "removed" });
    expect(await removeEvidence(jobs, marta, E1)).toEqual({ state: "removed" });
    expect(await stored()).toMatchObject({
      state: "removed",
      version: 3,
      updatedBy: marta.uid,
      name: "Acta.pdf",
    });
    expect(await files()).toEqual([]);
  });

  test("of what never arrived leaves nothing, and a call that comes late finds nothing", async () => {
    await upload(FILES.pdf);
    await removeEvidence(jobs, marta, E1);
    expect(await stored()).toBeUndefined();
    expect(await files()).toEqual([]);
    await expect(finishUpload(jobs, marta, E1)).rejects.toMatchObject({ details: { reason: "not-found" } });
  });

  test("is refused to others, and once the record was sent", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    for (const other of [lucia, andres, comision])
      await expect(removeEvidence(jobs, other, E1)).rejects.toMatchObject({
        details: { reason: "not-yours" },
      });
    for (const state of ["submitted", "approved", "withdrawn"]) {
      await recordRef().update({ state });
      await expect(removeEvidence(jobs, marta, E1)).rejects.toMatchObject({
        details: { reason: "wrong-state" },
      });
    }
    expect(await stored()).toMatchObject({ state: "ready" });
    await recordRef().update({ state: "returned" });
    expect(await removeEvidence(jobs, marta, E1)).toEqual({ state: "removed" });
  });
});

describe("opening", () => {
  const WHO = { marta, lucia, andres, comision } as const;
  type Who = keyof typeof WHO;
  test.each<[state: string, disclosure: string, who: readonly Who[]]>([
    ["draft", "public", ["marta"]],
    ["submitted", "public", ["marta", "andres"]],
    ["returned", "public", ["marta", "andres"]],
    ["approved", "public", ["marta", "lucia", "andres", "comision"]],
    ["approved", "reserved", ["marta", "andres"]],
    ["approved", "classified", ["marta", "andres"]],
    ["withdrawn", "public", ["marta", "andres"]],
  ])("of a record that is %s and %s is for %j", async (state, disclosure, allowed) => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    await recordRef().update({ state, disclosure });
    const opened = await Promise.all(
      (Object.keys(WHO) as Who[]).map((who) =>
        openEvidence(jobs, WHO[who], E1).then(
          () => [who],
          () => [],
        ),
      ),
    );
    expect(opened.flat()).toEqual(allowed);
  });

  test("reads the whole, or some of its bytes", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    const { read } = await openEvidence(jobs, marta, E1);
    const bytes = async (range?: { start: number; end: number }) =>
      Buffer.concat(await read(range).toArray());
    expect(await bytes()).toEqual(FILES.pdf);
    expect((await bytes({ start: 0, end: 4 })).toString()).toBe("%PDF-");
  });

  test.each([at("../e1"), at("e1", ".."), { ...E1, entityId: "a/b" }])(
    "of an address like %j finds nothing",
    async (address) => {
      await expect(openEvidence(jobs, marta, address)).rejects.toMatchObject({
        details: { reason: "not-found" },
      });
    },
  );
});

describe("the sweep", () => {
  const NOTHING = { finished: 0, documents: 0, files: 0, missing: [] };
  /** The bucket dates files by the real clock. */
  const later = (ms: number) => {
    clock.at = new Date(Date.now() + ms);
  };

  beforeEach(() => later(0));

  test("finds nothing where all is right, and touches nothing", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    later(3 * DAY_MS);
    expect(await sweepEvidence(jobs)).toEqual(NOTHING);
    expect(await files()).toEqual([keptPath(E1)]);
  });

  test("finishes an upload whose browser never called", async () => {
    await upload(FILES.pdf);
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, finished: 1 });
    expect(await stored()).toMatchObject({ state: "ready" });
  });

  test("removes after a day the uploads without a document and the documents without an upload", async () => {
    await evidenceRef(db, E1).set(announced("pdf", 10));
    await bucket.file("uploads/marta/stray").save("x");
    await bucket.file(keptPath(at("stray"))).save("x");
    later(23 * HOUR_MS);
    expect(await sweepEvidence(jobs)).toEqual(NOTHING);
    later(25 * HOUR_MS);
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, documents: 1, files: 2 });
    expect([await stored(), await files()]).toEqual([undefined, []]);
  });

  test("removes at once what belonged to a draft that was deleted", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    await recordRef().delete();
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, documents: 1 });
    expect([await stored(), await files()]).toEqual([undefined, []]);
  });

  test("removes a file whose removal was interrupted", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    await evidenceRef(db, E1).update({ state: "removed" });
    later(25 * HOUR_MS);
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, files: 1 });
    expect(await stored()).toMatchObject({ state: "removed" });
  });

  test("keeps what is in quarantine for thirty days", async () => {
    await upload(WICKED.html);
    await finishUpload(jobs, marta, E1);
    later(29 * DAY_MS);
    expect(await sweepEvidence(jobs)).toEqual(NOTHING);
    later(31 * DAY_MS);
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, files: 1 });
    expect(await files()).toEqual([]);
  });

  test("names a file that is gone without a reason", async () => {
    await upload(FILES.pdf);
    await finishUpload(jobs, marta, E1);
    await bucket.file(keptPath(E1)).delete();
    later(25 * HOUR_MS);
    expect(await sweepEvidence(jobs)).toEqual({ ...NOTHING, missing: [keptPath(E1)] });
    expect(await told()).toEqual([["file-missing", "open", keptPath(E1)]]);
    await bucket.file(keptPath(E1)).save(FILES.pdf);
    expect(await sweepEvidence(jobs)).toEqual(NOTHING);
    expect(await told()).toEqual([["file-missing", "done", keptPath(E1)]]);
  });
});

/** What the Office reads of the sweeps. */
const told = async () =>
  (await operations(jobs.db).get()).docs.map((each) => {
    const { kind, state, sourcePath } = each.data();
    return [kind, state, sourcePath];
  });

test("a browser's own upload of the largest size is taken in without holding it whole", async () => {
  const client = storageClient(PROJECT, hosts.storage, { uid: marta.uid, roles: ["focal"] });
  const padding = EVIDENCE_LIMITS.bytes - pdf().length;
  const content = pdf(padding);
  expect(content.length).toBe(EVIDENCE_LIMITS.bytes);
  await evidenceRef(db, E1).set(announced("pdf", content.length));
  expect(await client.put(uploadPath(marta.uid, "e1"), content.toString("latin1"), "application/pdf")).toBe(
    true,
  );
  expect(await finishUpload(jobs, marta, E1)).toEqual({ state: "ready" });
  expect(await stored()).toMatchObject({ bytes: EVIDENCE_LIMITS.bytes });
  await client.done();
});
