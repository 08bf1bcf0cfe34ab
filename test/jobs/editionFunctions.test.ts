/** Editions through the real functions: asked for, queued, made, watched and downloaded. */
import { getFirestore } from "firebase-admin/firestore";
import { getStorage } from "firebase-admin/storage";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Edition } from "#domain/edition.ts";
import { RENDERER_VERSION } from "#functions/pdf/renderPdf.ts";
import { reportSchedule, reports } from "#functions/store/collections.ts";
import { editions } from "#functions/store/editions.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { textOf } from "../pdf/readPdf.ts";
import { aReport } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { adminApp, hosts, projectId } from "../support/emulators.ts";

const db = getFirestore(adminApp());
const REGION = "southamerica-east1";
/** Each function starts with its first call, and a busy machine takes its time. */
const PATIENCE_MS = 90_000;
vi.setConfig({ testTimeout: 3 * PATIENCE_MS });

// Other files make editions of the same reports.
beforeAll(async () => {
  await emptyFirestore(projectId);
  await seed({ projectId, examples: false, demo: false, accounts: true });
});
afterAll(() => emptyFirestore(projectId));

async function tokenOf(email: string): Promise<string> {
  const url = `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password: SAMPLE_PASSWORD, returnSecureToken: true }),
  });
  const { idToken } = (await response.json()) as { idToken: string };
  return idToken;
}

async function call(name: string, token: string, data: object): Promise<Record<string, unknown>> {
  const response = await fetch(`http://${hosts.hosting}/call/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ data }),
  });
  return (await response.json()) as Record<string, unknown>;
}

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`http://${hosts.hosting}${path}`, { headers, method });

const ended = async (editionId: string): Promise<Edition> => {
  await expect
    .poll(async () => (await editions(db).doc(editionId).get()).data()?.state, {
      timeout: PATIENCE_MS,
      interval: 300,
    })
    .toMatch(/ready|unchanged|failed/);
  return (await editions(db).doc(editionId).get()).data() as Edition;
};

describe("an edition", () => {
  test("is asked for by the Office, made by the queue, and downloaded by the Commission", async () => {
    const office = await tokenOf("oficina@bitacora.example");
    const { result } = await call("requestEdition", office, {
      subject: { kind: "annual", year: 2026 },
      requestId: "fn-1",
    });
    const { editionId } = result as { editionId: string };
    expect(editionId).toMatch(/^annual-2026-\d+$/);
    const edition = await ended(editionId);
    expect(edition).toMatchObject({
      state: "ready",
      requestedBy: "oficina",
      rendererVersion: RENDERER_VERSION,
    });

    const viewer = await tokenOf("comision@bitacora.example");
    const answer = await get(`/api/editions/${editionId}/es.pdf`, { Authorization: `Bearer ${viewer}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Informe anual 2026 - Bitacora (edicion ${edition.number}).pdf"; filename*=UTF-8''Informe%20anual%202026%20-%20Bit%C3%A1cora%20%28edici%C3%B3n%20${edition.number}%29.pdf`,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes).toHaveLength(edition.files.find(({ format }) => format === "pdf")?.bytes ?? 0);
    expect(textOf(bytes)).toContain("Informe anual de implementación 2026");
  });

  test("is refused with a reason, in the reader's language, and nothing more", async () => {
    const path = "/api/editions/annual-1999-1/es.pdf";
    const told = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });
    expect(await told(await get(path))).toEqual({
      status: 401,
      reason: "not-signed-in",
      message: "Inicie sesión para descargar el informe.",
    });
    expect(
      await told(await get(path, { Authorization: "Bearer x.y.z", "Accept-Language": "en-GB,en" })),
    ).toEqual({
      status: 401,
      reason: "not-signed-in",
      message: "Sign in to download the report.",
    });
    const focal = { Authorization: `Bearer ${await tokenOf("movilidad@bitacora.example")}` };
    expect(await told(await get(path, focal))).toMatchObject({ status: 403, reason: "not-yours" });
    const office = { Authorization: `Bearer ${await tokenOf("oficina@bitacora.example")}` };
    expect(await told(await get(path, office))).toMatchObject({ status: 404, reason: "not-found" });
    expect(await told(await get(path, office, "DELETE"))).toMatchObject({ status: 405 });
  });

  test("is closed at once to whom access was taken from, though the token still claims it", async () => {
    const token = await tokenOf("comision@bitacora.example");
    const access = db.doc("access/comision");
    const held = await access.get();
    await access.delete();
    const answer = await get("/api/editions/annual-2026-1/es.pdf", { Authorization: `Bearer ${token}` });
    await access.set(held.data() ?? {});
    expect(answer.status).toBe(403);
  });

  test("cannot be asked for by a focal point, nor of a year that has not begun", async () => {
    const focal = await tokenOf("movilidad@bitacora.example");
    const asked = { subject: { kind: "annual", year: 2026 }, requestId: "fn-2" };
    expect(await call("requestEdition", focal, asked)).toMatchObject({
      error: { details: { reason: "office-only" } },
    });
    const office = await tokenOf("oficina@bitacora.example");
    expect(
      await call("requestEdition", office, { ...asked, subject: { kind: "annual", year: 2099 } }),
    ).toMatchObject({
      error: { details: { reason: "year-out-of-range" } },
    });
  });

  test("is made by the schedule on its day, without anyone asking, once however often it is called", async () => {
    await reportSchedule(db).set({
      ...{ monthly: false, since: "2026-01-01", version: 1, updatedAt: new Date(), updatedBy: "oficina" },
    });
    const wake = () =>
      fetch(`http://${hosts.functions}/${projectId}/${REGION}/dailyReports-0`, { method: "POST" });
    await Promise.all([wake(), wake()]);
    await expect
      .poll(async () => (await editions(db).doc("annual-2025-1").get()).exists, { timeout: PATIENCE_MS })
      .toBe(true);
    await wake();
    expect(await ended("annual-2025-1")).toMatchObject({
      ...{ requestedBy: "schedule", year: 2025, cutOffOn: "2025-12-31", state: "ready" },
    });
    expect((await editions(db).where("reportId", "==", "annual-2025").get()).size).toBe(1);
  });

  test("of a half-year report is made when the Office approves it", async () => {
    await reports(db, "sdm")
      .doc("2026-S1")
      .set(aReport({ state: "approved", version: 4 }));
    await expect
      .poll(async () => (await editions(db).doc("half-year-2026-S1-sdm-1").get()).exists, {
        timeout: PATIENCE_MS,
      })
      .toBe(true);
    const edition = await ended("half-year-2026-S1-sdm-1");
    expect(edition).toMatchObject({ requestedBy: "approval", state: "ready", entityId: "sdm" });
    const path = "/api/editions/half-year-2026-S1-sdm-1/es.xlsx";
    const own = await get(path, { Authorization: `Bearer ${await tokenOf("movilidad@bitacora.example")}` });
    expect(own.status).toBe(200);
    const other = await get(path, { Authorization: `Bearer ${await tokenOf("mujer@bitacora.example")}` });
    expect(other.status).toBe(403);
  });

  test("that is published can be downloaded by anyone, whole or in parts, and is kept by the CDN", async () => {
    const path = "/api/reports/annual-2025-1/es.pdf";
    expect((await get(path)).status).toBe(404);
    const office = await tokenOf("oficina@bitacora.example");
    const uploadId = "signed-1";
    const bucket = getStorage(adminApp()).bucket();
    await bucket.file(`uploads/oficina/${uploadId}`).save("%PDF-1.7\nfirmado\n%%EOF\n", { resumable: false });
    const signature = { by: "Elena Duarte", on: "2026-01-31", uploadId, fileName: "firmado.pdf" };
    const editionId = "annual-2025-1";
    expect(await call("signEdition", office, { editionId, ...signature })).toHaveProperty("result.sha256");
    expect(await call("publishEdition", office, { editionId })).toHaveProperty("result.publishedOn");

    const whole = await get(path);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("Cache-Control")).toBe("public, max-age=3600, s-maxage=86400");
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = await get(path, { Range: "bytes=0-3" });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 4));
    const again = await get(path, { "If-None-Match": whole.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
    const list = (await (await get("/api/reports")).json()) as { editions: { id: string }[] };
    expect(list.editions.map(({ id }) => id)).toEqual([editionId]);
  });
});
