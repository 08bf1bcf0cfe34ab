/** Evidence through the real functions and Hosting: finished, served whole and in parts, refused, removed, swept. */
import { getFirestore } from "firebase-admin/firestore";
import { getStorage } from "firebase-admin/storage";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type EvidenceAddress, keptPath, uploadPath } from "#domain/evidence.ts";
import { records } from "#functions/store/collections.ts";
import { evidenceRef } from "#functions/store/evidence.ts";
import { region } from "#functions/triggers/region.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { aRecord } from "../support/builders.ts";
import { adminApp, hosts, projectId } from "../support/emulators.ts";
import { FILES, WICKED } from "../support/files.ts";

const db = getFirestore(adminApp());
const bucket = getStorage(adminApp()).bucket();
const ADDRESS: EvidenceAddress = { entityId: "sdm", recordId: "with-files", evidenceId: "acta" };
const PATH = "/api/evidence-files/sdm/with-files/acta";
const PDF = FILES.pdf;

async function tokenOf(uid: string): Promise<string> {
  const url = `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      email: `${uid}@bitacora.example`,
      password: SAMPLE_PASSWORD,
      returnSecureToken: true,
    }),
  });
  return ((await response.json()) as { idToken: string }).idToken;
}

const tokens: Record<string, string> = {};

async function call(name: string, uid: string, address: object = ADDRESS): Promise<unknown> {
  const response = await fetch(`http://${hosts.hosting}/call/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${tokens[uid]}` },
    body: JSON.stringify({ data: address }),
  });
  return response.json();
}

const get = (uid: string | undefined, headers: Record<string, string> = {}, path = PATH, method = "GET") =>
  fetch(`http://${hosts.hosting}${path}`, {
    method,
    headers: { ...headers, ...(uid && { Authorization: `Bearer ${tokens[uid]}` }) },
  });

const recordRef = records(db, ADDRESS.entityId).doc(ADDRESS.recordId);

async function uploaded(content: Buffer): Promise<void> {
  const at = new Date();
  await evidenceRef(db, ADDRESS).set({
    ...{ name: "Acta de reunión.pdf", type: "pdf", bytes: content.length, state: "uploading" },
    ...{ version: 1, createdAt: at, createdBy: "movilidad", updatedAt: at, updatedBy: "movilidad" },
  });
  await bucket.file(uploadPath("movilidad", ADDRESS.evidenceId)).save(content);
}

beforeAll(async () => {
  await seed({ projectId, examples: false, demo: false, accounts: true });
  for (const uid of ["movilidad", "mujer", "oficina", "comision", "admin"]) tokens[uid] = await tokenOf(uid);
});
beforeEach(async () => {
  await recordRef.set(aRecord("interaction"));
  await uploaded(PDF);
});
afterAll(() => db.recursiveDelete(recordRef));

describe("an upload", () => {
  test("is finished by whom it belongs to, however often it is asked", async () => {
    expect(await call("finishUpload", "movilidad")).toEqual({ result: { state: "ready" } });
    expect(await call("finishUpload", "movilidad")).toEqual({ result: { state: "ready" } });
    expect(await call("finishUpload", "mujer")).toMatchObject({
      error: { details: { reason: "not-yours" } },
    });
  });

  test("that is a web page under the name of a PDF is quarantined and never served", async () => {
    await uploaded(WICKED.html);
    expect(await call("finishUpload", "movilidad")).toEqual({
      result: { state: "quarantined", problem: "active-content" },
    });
    expect((await get("movilidad")).status).toBe(404);
  });

  test("with an address that is none is refused", async () => {
    for (const address of [{}, { ...ADDRESS, entityId: "../x" }, { ...ADDRESS, more: 1 }])
      expect(await call("finishUpload", "movilidad", address)).toMatchObject({
        error: { details: { reason: "bad-request" } },
      });
  });
});

describe("a file", () => {
  beforeEach(async () => void (await call("finishUpload", "movilidad")));

  test("is served under its name, as what it is, to be kept nowhere and run by nothing", async () => {
    const answer = await get("movilidad");
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="Acta de reunion.pdf"; filename*=UTF-8''Acta%20de%20reuni%C3%B3n.pdf`,
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    });
  });

  test.each([
    ["bytes=0-4", 0, 5],
    ["bytes=10-", 10, PDF.length],
    ["bytes=-6", PDF.length - 6, PDF.length],
  ])("is served in part: %s", async (range, from, to) => {
    const answer = await get("movilidad", { Range: range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes ${from}-${to - 1}/${PDF.length}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF.subarray(from, to));
  });

  test("has no bytes behind its end, and is whole for whom has a part of another one", async () => {
    const behind = await get("movilidad", { Range: `bytes=${PDF.length}-` });
    expect([behind.status, behind.headers.get("content-range")]).toEqual([416, `bytes */${PDF.length}`]);
    const stale = await get("movilidad", { Range: "bytes=0-4", "If-Range": '"another"' });
    expect(stale.status).toBe(200);
    const etag = stale.headers.get("etag") ?? "";
    expect((await get("movilidad", { Range: "bytes=0-4", "If-Range": etag })).status).toBe(206);
  });

  test.each([
    ["draft", "public", ["movilidad"]],
    ["submitted", "public", ["movilidad", "oficina", "admin"]],
    ["approved", "reserved", ["movilidad", "oficina", "admin"]],
    ["approved", "public", ["movilidad", "mujer", "oficina", "comision", "admin"]],
  ])(
    "of a record that is %s and %s is served to %j, and is not there for others",
    async (state, disclosure, who) => {
      await recordRef.update({ state, disclosure });
      const statuses = await Promise.all(
        Object.keys(tokens).map(async (uid) => [uid, (await get(uid)).status] as const),
      );
      expect(Object.fromEntries(statuses)).toEqual(
        Object.fromEntries(Object.keys(tokens).map((uid) => [uid, who.includes(uid) ? 200 : 404])),
      );
    },
  );

  test("is refused with a reason in the reader's language, and nothing of the inside", async () => {
    const told = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });
    expect(await told(await get(undefined))).toEqual({
      ...{ status: 401, reason: "not-signed-in" },
      message: "Inicie sesión para descargar el soporte.",
    });
    expect(await told(await get("mujer", { "Accept-Language": "en" }))).toEqual({
      ...{ status: 404, reason: "not-found" },
      message: "There is no such file, or you may not see it.",
    });
    for (const path of [
      `${PATH}x`,
      "/api/evidence-files/sdm/with-files",
      "/api/evidence-files/sdm/%2e%2e/acta",
    ])
      expect((await get("movilidad", {}, path)).status).toBe(404);
    expect((await get("movilidad", {}, PATH, "POST")).status).toBe(405);
    await bucket.file(keptPath(ADDRESS)).delete();
    expect(await told(await get("movilidad"))).toMatchObject({ status: 502, reason: "file-unavailable" });
  });

  test("is closed at once to whom access was taken from, though the token still claims it", async () => {
    const access = db.doc("access/movilidad");
    const held = await access.get();
    await access.delete();
    const { status } = await get("movilidad");
    await access.set(held.data() ?? {});
    expect(status).toBe(403);
  });

  test("is gone once it is removed, and its document says so", async () => {
    expect(await call("removeEvidence", "mujer")).toMatchObject({
      error: { details: { reason: "not-yours" } },
    });
    expect(await call("removeEvidence", "movilidad")).toEqual({ result: { state: "removed" } });
    expect((await get("movilidad")).status).toBe(404);
    expect((await evidenceRef(db, ADDRESS).get()).data()).toMatchObject({ state: "removed" });
  });
});

test("the nightly sweep finishes what no browser finished", async () => {
  const url = `http://${hosts.functions}/${projectId}/${region}/nightlyEvidenceSweep-0`;
  await fetch(url, { method: "POST" });
  await expect
    .poll(async () => (await evidenceRef(db, ADDRESS).get()).data()?.state, { timeout: 20_000 })
    .toBe("ready");
});
