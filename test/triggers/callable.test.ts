/**
 * The door of the callables, with tokens verified as the cloud does: the Functions emulator takes any token, so here
 * they run by themselves.
 */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import type { HttpsFunction, Request } from "firebase-functions/v2/https";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Claims } from "#domain/access.ts";
import { accessOf } from "#functions/store/collections.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { NOW } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { adminApp } from "../support/emulators.ts";

const PROJECT = "demo-callables";
const db = getFirestore(adminApp(PROJECT));
const auth = getAuth(adminApp(PROJECT));
const FOCAL: Claims = { roles: ["focal"], entityIds: ["sdm"] };
const SECRET = "/srv/functions/lib/jobs/secret.js:12";

let server: Server;
let base: string;

/** Loaded once the environment says which project this is, as the cloud does. */
async function functionsOf(): Promise<Record<string, HttpsFunction>> {
  const { callable } = await import("#functions/triggers/callable.ts");
  const { submitRecord } = await import("#functions/triggers/records.ts");
  const { grantAccess } = await import("#functions/triggers/access.ts");
  const { publicSummary } = await import("#functions/triggers/citizens.ts");
  const anything = z.unknown();
  const whoAmI = callable(anything, async (_context, { roles, entityIds }) => ({ roles, entityIds }));
  const breaks = callable(anything, () => Promise.reject(new Error(`broken at ${SECRET}`)));
  process.env.APP_CHECK = "enforce";
  const checked = callable(anything, async () => "in");
  delete process.env.APP_CHECK;
  return { whoAmI, breaks, checked, submitRecord, grantAccess, publicSummary };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as the Auth emulator signs them, which is not at all; all else of it is verified. */
function tokenOf(uid: string, claims: object, changes: object = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const payload = {
    ...{ iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT, sub: uid, user_id: uid },
    ...{ iat: now - 10, auth_time: now - 10, exp: now + 3_000 },
    ...claims,
    ...changes,
  };
  return `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.`;
}

async function post(name: string, token: string | undefined, body: string): Promise<string> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { "content-type": "application/json", ...authorization };
  return (await fetch(`${base}/${name}`, { method: "POST", headers, body })).text();
}

const call = async (name: string, token: string | undefined, data: object = {}): Promise<unknown> =>
  JSON.parse(await post(name, token, JSON.stringify({ data })));

const refused = (status: string, reason?: string) => ({
  error: expect.objectContaining({ status, ...(reason && { details: expect.objectContaining({ reason }) }) }),
});

/** An account with access to what it claims. */
async function letIn(uid: string, claims: Claims): Promise<void> {
  await auth.createUser({ uid, email: `${uid}@b.example` }).catch((error: { code?: string }) => {
    if (error.code !== "auth/uid-already-exists") throw error;
  });
  const granted = { ...claims, email: `${uid}@b.example`, name: uid };
  await accessOf(db)
    .doc(uid)
    .set({ ...granted, version: 1, grantedAt: NOW, grantedBy: "console" });
}

beforeAll(async () => {
  const config = JSON.stringify({ projectId: PROJECT });
  Object.assign(process.env, { GCLOUD_PROJECT: PROJECT, FIREBASE_CONFIG: config });
  await emptyFirestore(PROJECT);
  await loadCatalogues(db, NOW);
  await letIn("marta", FOCAL);
  await letIn("boss", { roles: ["admin"], entityIds: [] });
  await letIn("hasty", FOCAL);
  const app = express().use(express.json());
  for (const [name, handler] of Object.entries(await functionsOf()))
    app.all(`/${name}`, (request, response) => void handler(request as Request, response));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server?.close());

describe("a token", () => {
  test("that is valid opens what both claims and access document grant", async () => {
    expect(await call("whoAmI", tokenOf("marta", FOCAL))).toEqual({ result: FOCAL });
  });

  test.each([
    ["is missing", () => undefined],
    ["has expired", () => tokenOf("marta", FOCAL, { exp: Math.floor(Date.now() / 1_000) - 60 })],
    [
      "is another project's",
      () => tokenOf("marta", FOCAL, { aud: "demo-other", iss: "https://securetoken.google.com/demo-other" }),
    ],
    ["was issued by another", () => tokenOf("marta", FOCAL, { iss: "https://evil.example/demo-callables" })],
    ["is of an account that is gone", () => tokenOf("nobody", FOCAL)],
    ["is no token", () => "let-me-in"],
  ])("that %s opens nothing", async (_what, token) => {
    expect(await call("whoAmI", token())).toEqual(refused("UNAUTHENTICATED"));
  });

  test("with forged claims opens nothing without an access document, and no more than that grants", async () => {
    const forged = { roles: ["focal", "office", "admin"], entityIds: ["sdm", "sdmujer"] };
    await auth.createUser({ uid: "raul" });
    expect(await call("whoAmI", tokenOf("raul", forged))).toEqual(refused("PERMISSION_DENIED", "no-access"));
    expect(await call("whoAmI", tokenOf("marta", forged))).toEqual({ result: FOCAL });
    await auth.deleteUser("raul");
  });

  test("of one entity moves nothing of a second one, whether it claims that or not", async () => {
    const request = { entityId: "sdmujer", recordId: "r1", version: 1, requestId: "q1" };
    for (const claims of [FOCAL, { ...FOCAL, entityIds: ["sdm", "sdmujer"] }])
      expect(await call("submitRecord", tokenOf("marta", claims), request)).toEqual(
        refused("FAILED_PRECONDITION", "not-yours"),
      );
  });
});

describe("granting access by a call", () => {
  const grant = {
    ...{ requestId: "g1", email: "new@b.example", name: "Nueva Persona", version: 0 },
    ...{ roles: ["viewer"], entityIds: [] },
  };

  test("is for administrators alone", async () => {
    expect(await call("grantAccess", tokenOf("marta", FOCAL), grant)).toEqual(
      refused("FAILED_PRECONDITION", "admin-only"),
    );
    const claims = { roles: ["admin"], entityIds: [] };
    expect(await call("grantAccess", tokenOf("boss", claims), grant)).toEqual({
      result: { uid: expect.any(String), version: 1 },
    });
  });

  test("refuses what is no person, no role and no version", async () => {
    const token = tokenOf("boss", { roles: ["admin"], entityIds: [] });
    for (const bad of [
      { email: "new" },
      { roles: ["mayor"] },
      { version: -1 },
      { admin: true },
      { name: "\u202e" },
    ])
      expect(await call("grantAccess", token, { ...grant, ...bad })).toEqual(
        refused("INVALID_ARGUMENT", "bad-request"),
      );
  });
});

describe("an answer", () => {
  const INSIDE = /\bat \S+ \(|node_modules|\.[jt]s:\d|\/srv|secret/;

  test("tells nothing of the inside when a job breaks", async () => {
    const answer = await post("breaks", tokenOf("marta", FOCAL), '{"data":{}}');
    expect(JSON.parse(answer)).toEqual({ error: { message: "INTERNAL", status: "INTERNAL" } });
    expect(`Error: broken at ${SECRET}`).toMatch(INSIDE);
    expect(answer).not.toMatch(INSIDE);
  });

  test("tells nothing of the inside when what citizens read is broken", async () => {
    await db.doc("published/summary").set({ indicators: SECRET });
    const answer = await fetch(`${base}/publicSummary`);
    expect([answer.status, await answer.json()]).toEqual([500, { reason: "internal" }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    await db.doc("published/summary").delete();
  });

  test.each([["[]"], ['{"data":{"a":{"b":["c"]}},"more":1}'], ["{}"]])(
    "to the senseless body %s tells nothing of the inside",
    async (body) => {
      const answer = await post("submitRecord", tokenOf("marta", FOCAL), body);
      expect(JSON.parse(answer)).toEqual(refused("INVALID_ARGUMENT"));
      expect(answer).not.toMatch(INSIDE);
    },
  );
});

describe("App Check", () => {
  test("refuses calls that do not come from the app where it is enforced, and is off where it is not", async () => {
    const token = tokenOf("marta", FOCAL);
    expect(await call("checked", token)).toEqual(refused("UNAUTHENTICATED"));
    expect(await call("whoAmI", token)).toEqual({ result: FOCAL });
  });

  test("is not left off by a slip of the pen", async () => {
    const { enforcesAppCheck } = await import("#functions/triggers/appCheck.ts");
    expect([{}, { APP_CHECK: "" }, { APP_CHECK: "off" }].map(enforcesAppCheck)).toEqual([
      false,
      false,
      false,
    ]);
    expect(() => enforcesAppCheck({ APP_CHECK: "enforced" })).toThrow('"enforce" turns it on');
  });
});

test("an account that calls without pause is told to wait, and the others go on", async () => {
  const hasty = tokenOf("hasty", FOCAL);
  let answer: unknown;
  for (let calls = 0; calls < 400; calls += 1) {
    answer = await call("whoAmI", hasty);
    if (JSON.stringify(answer).includes("error")) break;
  }
  expect(answer).toEqual({
    error: {
      ...{ status: "RESOURCE_EXHAUSTED", message: "too-many-requests" },
      details: { reason: "too-many-requests", waitSeconds: 1 },
    },
  });
  expect(await call("whoAmI", tokenOf("marta", FOCAL))).toEqual({ result: FOCAL });
});
