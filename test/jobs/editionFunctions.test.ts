/** Editions through the real functions: asked for, queued, made, watched and downloaded. */
import { getFirestore } from "firebase-admin/firestore";
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "#domain/edition.ts";
import { RENDERER_VERSION } from "#functions/pdf/renderPdf.ts";
import { editions } from "#functions/store/editions.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { textOf } from "../pdf/readPdf.ts";
import { adminApp, hosts, projectId } from "../support/emulators.ts";

const db = getFirestore(adminApp());
const REGION = "southamerica-east1";

beforeAll(() => seed({ projectId, examples: false, demo: false, accounts: true }));

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
      timeout: 50_000,
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

  test("is made of last year by the schedule, without anyone asking", async () => {
    const year = new Date(Date.now() - 5 * 3_600_000).getUTCFullYear() - 1;
    const before = (await editions(db).where("year", "==", year).get()).size;
    await fetch(`http://${hosts.functions}/${projectId}/${REGION}/annualEdition-0`, { method: "POST" });
    await expect
      .poll(async () => (await editions(db).where("year", "==", year).get()).size, { timeout: 20_000 })
      .toBe(before + 1);
    const edition = await ended(`annual-${year}-${before + 1}`);
    expect(edition).toMatchObject({ requestedBy: "schedule", year, cutOffOn: `${year}-12-31` });
    expect(["ready", "unchanged"]).toContain(edition.state);
  });
});
