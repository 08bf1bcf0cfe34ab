/** What no screen sends: every callable refuses it before it does anything; and moves that the states do not allow. */
import { getFirestore } from "firebase-admin/firestore";
import type { CallableFunction, CallableRequest } from "firebase-functions/v2/https";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessOf, historyOf, records } from "#functions/store/collections.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { aRecord, NOW } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { adminApp } from "../support/emulators.ts";

const PROJECT = "demo-bad-calls";
const db = getFirestore(adminApp(PROJECT));

type Callable = CallableFunction<unknown, Promise<unknown>>;
let callables: Record<string, Callable>;

const isCallable = (value: unknown): value is Callable =>
  typeof value === "function" && "__endpoint" in value && "callableTrigger" in Object(value.__endpoint);

const CLAIMS = { roles: ["focal" as const, "office" as const], entityIds: ["sdm"] };

async function letIn(uid: string): Promise<void> {
  const account = { email: `${uid}@b.example`, name: uid, version: 1, grantedAt: NOW, grantedBy: "console" };
  await accessOf(db)
    .doc(uid)
    .set({ ...CLAIMS, ...account });
}

/** What it answers, or how it refuses. */
async function call(name: string, uid: string | undefined, data: unknown): Promise<unknown> {
  const callable = callables[name];
  if (!callable) throw new Error(`no callable ${name}`);
  const auth = uid === undefined ? {} : { auth: { uid, token: { uid, ...CLAIMS } } };
  // Run past the door of HTTP, where the token is verified.
  const request = { data, acceptsStreaming: false, rawRequest: {}, ...auth } as unknown as CallableRequest;
  try {
    return await callable.run(request);
  } catch (error) {
    const { code, details } = Object(error);
    return { code, reason: details?.reason };
  }
}

const nested = (levels: number): object => {
  let value = {};
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
};

/** A request that would be right but for one thing. */
const REQUEST = { requestId: "q1", entityId: "sdm", recordId: "r1", version: 1 };
const HORRORS: readonly (readonly [what: string, data: unknown])[] = [
  ["nothing", null],
  ["a text", "submit"],
  ["a list", [REQUEST]],
  ["what is nested a thousand times", nested(1_000)],
  ["40,000 fields", Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`k${n}`, 1]))],
  ["a text of 1 MiB for an id", { ...REQUEST, requestId: "x".repeat(2 ** 20) }],
  ["NUL in an id", { ...REQUEST, requestId: "q\0" }],
  ["an id that climbs", { ...REQUEST, requestId: "../../access" }],
  ["an id that looks like another", { ...REQUEST, requestId: "qі" }],
  ["a mark that turns the direction in an id", { ...REQUEST, requestId: "q\u202E1" }],
  ["a field of an object's inside", { ...REQUEST, requestId: { __proto__: null, toString: "q" } }],
];

beforeAll(async () => {
  const config = JSON.stringify({ projectId: PROJECT });
  Object.assign(process.env, { GCLOUD_PROJECT: PROJECT, FIREBASE_CONFIG: config });
  await emptyFirestore(PROJECT);
  await loadCatalogues(db, NOW);
  const exported: Record<string, unknown> = await import("#functions/index.ts");
  callables = Object.fromEntries(
    Object.entries(exported).flatMap(([name, value]) => (isCallable(value) ? [[name, value]] : [])),
  );
});

beforeEach(() => Promise.all(["marta", "elena"].map(letIn)));

test.each(HORRORS)("every callable refuses %s, and says no more than that", async (what, data) => {
  expect(Object.keys(callables).length).toBeGreaterThan(10);
  for (const name of Object.keys(callables))
    expect([name, await call(name, `sender of ${what}`, data)]).toEqual([
      name,
      { code: "invalid-argument", reason: "bad-request" },
    ]);
});

test("no callable answers who has not signed in", async () => {
  for (const name of Object.keys(callables))
    expect([name, await call(name, undefined, REQUEST)]).toEqual([
      name,
      { code: "unauthenticated", reason: "not-signed-in" },
    ]);
});

describe("a move", () => {
  const ref = records(db, "sdm").doc("r1");
  const MOVES = ["submitRecord", "approveRecord", "returnRecord", "withdrawRecord"] as const;
  const withReason = (name: string) => (/^(return|withdraw)/.test(name) ? { reason: "Porque sí." } : {});
  const moves = async (state: string, by: string) => {
    const outcomes: Record<string, unknown> = {};
    for (const name of MOVES) {
      await ref.set(
        aRecord("interaction", { state, createdBy: "marta", updatedBy: "marta", lateReason: "Tarde." }),
      );
      await db.recursiveDelete(historyOf(ref));
      const answer = Object(await call(name, by, { ...REQUEST, ...withReason(name) }));
      outcomes[name] = answer.state ?? answer.reason;
    }
    return outcomes;
  };

  test.each([
    ["draft", ["submitted", "wrong-state", "wrong-state", "wrong-state"]],
    ["submitted", ["wrong-state", "approved", "returned", "wrong-state"]],
    ["returned", ["submitted", "wrong-state", "wrong-state", "wrong-state"]],
    ["approved", ["wrong-state", "wrong-state", "wrong-state", "withdrawn"]],
    ["withdrawn", ["wrong-state", "wrong-state", "wrong-state", "wrong-state"]],
  ])("from %s goes along the allowed arrows alone", async (state, expected) => {
    expect(Object.values(await moves(state, "elena"))).toEqual(expected);
  });

  test("never approves one's own", async () => {
    expect(await moves("submitted", "marta")).toMatchObject({ approveRecord: "own-record" });
  });

  test("that is repeated changes nothing more", async () => {
    await ref.set(aRecord("interaction", { createdBy: "marta", updatedBy: "marta", lateReason: "Tarde." }));
    await db.recursiveDelete(historyOf(ref));
    const first = await call("submitRecord", "marta", REQUEST);
    const standing = (await ref.get()).updateTime;
    expect(await call("submitRecord", "marta", REQUEST)).toEqual(first);
    expect((await ref.get()).updateTime).toEqual(standing);
    expect((await historyOf(ref).get()).size).toBeGreaterThan(0);
  });

  test("of whom access was revoked is refused, a repeated one too", async () => {
    await ref.set(aRecord("interaction", { state: "submitted", version: 2, createdBy: "elena" }));
    await accessOf(db).doc("marta").delete();
    for (const name of MOVES)
      expect([name, await call(name, "marta", { ...REQUEST, ...withReason(name) })]).toEqual([
        name,
        { code: "permission-denied", reason: "no-access" },
      ]);
    expect((await ref.get()).data()).toMatchObject({ state: "submitted", version: 2 });
  });
});
