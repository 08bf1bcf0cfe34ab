/** The functions as the cloud runs them: real triggers, callables and requests, through the Functions emulator. */
import { type Auth, getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evidenceListSchema } from "#domain/evidenceList.ts";
import { publicSummarySchema } from "#domain/publicSummary.ts";
import { accessOf, internalFigures, records } from "#functions/store/collections.ts";
import { region } from "#functions/triggers/region.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { aRecord, aStrategicInstrument, NOW } from "../support/builders.ts";
import { adminApp, hosts, projectId } from "../support/emulators.ts";

const db = getFirestore(adminApp());
const functions = `http://${hosts.functions}/${projectId}/${region}`;
/** An entity that no other test writes for, so that tests can share the project in which triggers fire. */
const ENTITY = "jbb";
const SUMMARY_MS = { timeout: 40_000, interval: 200 };

beforeAll(() => loadCatalogues(db, NOW));
// Nothing of theirs waits in the Office's queue, where other tests look.
afterAll(() => db.recursiveDelete(records(db, ENTITY)));

const credited = async (): Promise<number> => {
  const figures = (await internalFigures(db).get()).data()?.figures ?? [];
  return figures.find(({ indicatorId }) => indicatorId === "l1-r1")?.byEntity[ENTITY] ?? 0;
};

describe("a record that is written", () => {
  test("reaches the figures and the public summary, and leaves them when it is withdrawn", async () => {
    const ref = records(db, ENTITY).doc("triggered");
    await ref.set(aStrategicInstrument({ entityId: ENTITY }));
    await expect.poll(credited, SUMMARY_MS).toBe(1);
    const answer = await fetch(`${functions}/publicSummary`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=30, s-maxage=60");
    const [figure] = publicSummarySchema.parse(await answer.json()).indicators;
    expect(figure?.figure.value).toBeGreaterThanOrEqual(1);
    await ref.set(aStrategicInstrument({ entityId: ENTITY, version: 2, state: "withdrawn" }));
    await expect.poll(credited, SUMMARY_MS).toBe(0);
  });
});

describe("the public summary", () => {
  test("is not sent again to whom has it, and is read only", async () => {
    const url = `${functions}/publicSummary`;
    await expect.poll(async () => (await fetch(url)).status, SUMMARY_MS).toBe(200);
    const etag = (await fetch(url)).headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
  });
});

describe("the list behind a figure", () => {
  const url = `${functions}/publicEvidence/l1-r1`;

  test("has the count of the public summary, with a validator for the CDN", async () => {
    const ref = records(db, ENTITY).doc("listed");
    await ref.set(aStrategicInstrument({ entityId: ENTITY }));
    await expect.poll(credited, SUMMARY_MS).toBe(1);
    const summary = publicSummarySchema.parse(await (await fetch(`${functions}/publicSummary`)).json());
    const answer = await fetch(`${url}?time=strategy`);
    const list = evidenceListSchema.parse(await answer.json());
    expect(list.count).toBe(summary.indicators[0]?.figure.value);
    expect(list.rows.map(({ id }) => id)).toContain(`entities~${ENTITY}~records~listed`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=30, s-maxage=60");
    const etag = answer.headers.get("etag") ?? "";
    expect((await fetch(`${url}?time=strategy`, { headers: { "If-None-Match": etag } })).status).toBe(304);
    await ref.set(aStrategicInstrument({ entityId: ENTITY, version: 2, state: "withdrawn" }));
    await expect.poll(credited, SUMMARY_MS).toBe(0);
  });

  test("is refused with a reason for what is no figure, and for what is not public", async () => {
    const statusOf = async (address: string) => (await fetch(address)).status;
    expect(await statusOf(`${url}?time=yesterday`)).toBe(400);
    expect(await statusOf(`${url}?dimension=soul&value=x`)).toBe(400);
    expect(await statusOf(`${url}?dimension=entity&value=${ENTITY}`)).toBe(404);
    expect(await statusOf(`${functions}/publicEvidence/nothing`)).toBe(404);
  });
});

describe("a callable", () => {
  const auth: Auth = getAuth(adminApp());
  const uid = "focal-of-jbb";

  /** An ID token of an account with these claims. */
  async function tokenOf(claims: object): Promise<string> {
    await auth.deleteUser(uid).catch((error: { code?: string }) => {
      if (error.code !== "auth/user-not-found") throw error;
    });
    await auth.createUser({ uid, email: "focal@jbb.example", password: "bitacora" });
    await auth.setCustomUserClaims(uid, claims);
    const url = `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=none`;
    const body = { email: "focal@jbb.example", password: "bitacora", returnSecureToken: true };
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { idToken: string }).idToken;
  }

  async function call(token: string | undefined, data: object): Promise<unknown> {
    const answer = await fetch(`${functions}/submitRecord`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ data }),
    });
    return answer.json();
  }

  const request = { entityId: ENTITY, recordId: "called", version: 1, requestId: "q1" };
  const claims = { roles: ["focal"], entityIds: [ENTITY] };
  const access = {
    ...{ email: "focal@jbb.example", name: "Enlace del JBB", roles: ["focal" as const], entityIds: [ENTITY] },
    ...{ version: 1, grantedAt: NOW, grantedBy: "admin" },
  };
  const refused = (status: string, details: object) => ({
    error: expect.objectContaining({ status, details }),
  });

  let token: string;
  beforeAll(async () => {
    token = await tokenOf(claims);
    await accessOf(db).doc(uid).set(access);
  });

  test("submits a record for who may, and answers a repeat the same", async () => {
    await records(db, ENTITY)
      .doc("called")
      .set(aRecord("interaction", { entityId: ENTITY, lateReason: "Se registra tarde." }));
    const answer = { result: { version: 2, state: "submitted" } };
    expect(await call(token, request)).toEqual(answer);
    expect(await call(token, request)).toEqual(answer);
    expect(await call(token, { ...request, requestId: "q2" })).toEqual(
      refused("ABORTED", { reason: "changed-meanwhile", version: 2 }),
    );
  });

  test("names every problem of the fields", async () => {
    await records(db, ENTITY)
      .doc("empty")
      .set(aRecord("interaction", { entityId: ENTITY, title: "", partnerIds: [] }));
    expect(await call(token, { ...request, recordId: "empty" })).toEqual(
      refused("FAILED_PRECONDITION", {
        problems: [{ path: "title", code: "missing" }],
      }),
    );
  });

  test("lets in nobody without a token, with a senseless request, or whose access was revoked", async () => {
    expect(await call(undefined, request)).toEqual(refused("UNAUTHENTICATED", { reason: "not-signed-in" }));
    for (const bad of [
      {},
      { ...request, version: "1" },
      { ...request, entityId: "../sdm" },
      { ...request, x: 1 },
    ])
      expect(await call(token, bad)).toEqual(refused("INVALID_ARGUMENT", { reason: "bad-request" }));
    await accessOf(db).doc(uid).delete();
    expect(await call(token, request)).toEqual(refused("PERMISSION_DENIED", { reason: "no-access" }));
    await accessOf(db).doc(uid).set(access);
  });

  test("heeds what the access document no longer grants, whatever the token says", async () => {
    await accessOf(db)
      .doc(uid)
      .update({ entityIds: ["sdm"] });
    expect(await call(token, { ...request, requestId: "q3", version: 2 })).toEqual(
      refused("FAILED_PRECONDITION", { reason: "not-yours" }),
    );
    await accessOf(db).doc(uid).set(access);
  });

  test("tells nothing of its inside when something breaks there", async () => {
    await db.doc(`entities/${ENTITY}/records/broken`).set({ kind: "interaction" });
    expect(await call(token, { ...request, recordId: "broken" })).toEqual({
      error: { message: "INTERNAL", status: "INTERNAL" },
    });
    await db.doc(`entities/${ENTITY}/records/broken`).delete();
  });
});
