/** Letting people in and out: on real accounts, with a history that nothing is taken from, failing closed. */
import { getAuth } from "firebase-admin/auth";
import { beforeEach, describe, expect, test } from "vitest";
import { type GrantRequest, grantSchema } from "#domain/access.ts";
import type { Role } from "#domain/record/states.ts";
import type { AccessContext } from "#functions/jobs/AccessContext.ts";
import { authorise } from "#functions/jobs/authorise.ts";
import { CONSOLE, grantAccess, revokeAccess } from "#functions/jobs/changeAccess.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { type Accounts, accountsOf } from "#functions/store/accounts.ts";
import { accessHistoryOf, accessOf } from "#functions/store/collections.ts";
import { NOW } from "../support/builders.ts";
import { adminApp, hosts } from "../support/emulators.ts";
import { jobsOn } from "../support/jobsOn.ts";

const PROJECT = "demo-change-access";
const { db, context: jobs, reset } = jobsOn(PROJECT);
const auth = getAuth(adminApp(PROJECT));
const accounts = accountsOf(auth);
const context: AccessContext = { ...jobs, accounts };

const EMAIL = "ana@bogota.example";
const FOCAL = { roles: ["focal" as const], entityIds: ["sdm"] };
let requests = 0;

const asked = (changes: Partial<GrantRequest> = {}): GrantRequest => ({
  ...{ requestId: `q${requests++}`, email: EMAIL, name: "Ana Díaz", version: 0 },
  ...FOCAL,
  ...changes,
});

const actor = (uid: string, ...roles: Role[]): NamedActor => ({ uid, name: uid, roles, entityIds: [] });
const reason = (name: string) => expect.objectContaining({ details: { reason: name } });
const problem = (path: string, code: string) =>
  expect.objectContaining({ details: { problems: [{ path, code }] } });

const trailOf = async (uid: string) =>
  (await accessHistoryOf(accessOf(db).doc(uid)).orderBy("version").get()).docs.map((entry) => entry.data());
const accessIn = async (uid: string) => (await accessOf(db).doc(uid).get()).data();
const claimsIn = async (uid: string) => (await auth.getUser(uid)).customClaims ?? {};

/** What the account may do, as callables see it: what both claims and access document say. */
const may = async (uid: string) => {
  const found = await authorise(jobs, uid, await claimsIn(uid));
  return found && { roles: found.roles, entityIds: found.entityIds };
};

/** Accounts whose claims cannot be set, as when the function dies in between. */
const DYING: Accounts = {
  ...accounts,
  setClaims: () => Promise.reject(new Error("the power is gone")),
};
const dying: AccessContext = { ...context, accounts: DYING };

beforeEach(async () => {
  await reset();
  const url = `http://${hosts.auth}/emulator/v1/projects/${PROJECT}/accounts`;
  await fetch(url, { method: "DELETE", headers: { authorization: "Bearer owner" } });
});

describe("granting", () => {
  test("lets a new person in", async () => {
    const { uid, version } = await grantAccess(context, CONSOLE, asked());
    expect(version).toBe(1);
    expect(await claimsIn(uid)).toEqual(FOCAL);
    expect(await accessIn(uid)).toEqual({
      ...{ ...FOCAL, email: EMAIL, name: "Ana Díaz", version: 1, grantedAt: NOW, grantedBy: "console" },
    });
    expect(await may(uid)).toEqual(FOCAL);
  });

  test("changes what a person may do, and tells in the history who, when, before and after", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    const after = { roles: ["focal", "viewer"] as Role[], entityIds: ["sdm", "sdmujer"] };
    const boss = actor("boss", "admin");
    await grantAccess(context, boss, asked({ ...after, version: 1, requestId: "wider" }));
    expect(await may(uid)).toEqual(after);
    expect((await trailOf(uid)).at(-1)).toEqual({
      ...{ version: 2, covers: 1, scope: "access" },
      ...{ action: "change", requestId: "wider", at: NOW, by: "boss", byName: "boss" },
      ...{ email: EMAIL, name: "Ana Díaz", before: FOCAL, after },
    });
  });

  test("changes nothing when the same request comes twice", async () => {
    const request = asked();
    const first = await grantAccess(context, CONSOLE, request);
    expect(await grantAccess(context, CONSOLE, request)).toEqual(first);
    expect(await trailOf(first.uid)).toHaveLength(1);
  });

  test("refuses what another changed meanwhile, and a new person who is in already", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    await grantAccess(context, CONSOLE, asked({ version: 1, roles: ["viewer"], entityIds: [] }));
    await expect(grantAccess(context, CONSOLE, asked({ version: 1 }))).rejects.toMatchObject({
      details: { reason: "changed-meanwhile", version: 2 },
    });
    await expect(grantAccess(context, CONSOLE, asked())).rejects.toEqual(reason("already-granted"));
    expect(await trailOf(uid)).toHaveLength(2);
  });

  test("of two administrators at the same moment, lets one through and leaves claims and document alike", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    const outcomes = await Promise.allSettled([
      grantAccess(context, actor("a", "admin"), asked({ version: 1, entityIds: ["sdmujer"] })),
      grantAccess(context, actor("b", "admin"), asked({ version: 1, entityIds: ["idt"] })),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { roles, entityIds } = (await accessIn(uid)) ?? {};
    expect(await claimsIn(uid)).toEqual({ roles, entityIds });
  });

  test.each([
    ["a focal point without an entity", { entityIds: [] }, problem("entityIds", "missing")],
    [
      "a member of the Office without one",
      { roles: ["office" as const], entityIds: [] },
      problem("entityIds", "missing"),
    ],
    ["an entity that there is not", { entityIds: ["sdm", "sdx"] }, problem("entityIds", "unknown-reference")],
    ["a reader for an entity", { roles: ["viewer" as const] }, problem("entityIds", "unexpected")],
    ["nobody's role", { roles: [] }, problem("roles", "missing")],
  ])("refuses %s, and makes no account", async (_what, changes, refusal) => {
    await expect(grantAccess(context, CONSOLE, asked(changes))).rejects.toEqual(refusal);
    expect(await accounts.find(EMAIL)).toBeUndefined();
  });

  test.each(["focal", "office", "viewer"] as const)("is not for the role %s", async (role) => {
    await expect(grantAccess(context, actor("x", role), asked())).rejects.toEqual(reason("admin-only"));
    const revocation = { requestId: "q", uid: "y", version: 1 };
    await expect(revokeAccess(context, actor("x", role), revocation)).rejects.toEqual(reason("admin-only"));
  });

  test("gives nothing to an account that someone made with this address and never confirmed", async () => {
    const trap = await auth.createUser({ email: EMAIL, password: "mine-not-hers", emailVerified: false });
    const { uid } = await grantAccess(context, CONSOLE, asked());
    expect(uid).not.toBe(trap.uid);
    await expect(auth.getUser(trap.uid)).rejects.toMatchObject({ code: "auth/user-not-found" });
    expect((await auth.getUser(uid)).providerData).toEqual([]);
  });

  test("keeps the account of a person who came by a confirmed address before she was let in", async () => {
    const { uid } = await auth.createUser({ email: EMAIL, password: "anything", emailVerified: true });
    expect((await grantAccess(context, CONSOLE, asked())).uid).toBe(uid);
  });
});

describe("revoking", () => {
  test("shuts the door at once, takes the claims, and keeps the history", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    const held = await claimsIn(uid);
    await revokeAccess(context, CONSOLE, { requestId: "out", uid, version: 1 });
    expect(await accessIn(uid)).toBeUndefined();
    expect(await claimsIn(uid)).toEqual({});
    expect(await authorise(jobs, uid, held)).toBeUndefined();
    expect((await trailOf(uid)).at(-1)).toEqual({
      ...{ version: 2, covers: 1, scope: "access" },
      ...{ action: "revoke", requestId: "out", at: NOW, by: "console", byName: "console" },
      ...{ email: EMAIL, name: "Ana Díaz", before: FOCAL },
    });
  });

  test("changes nothing when it comes twice, and the versions go on when she is let in again", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    const revocation = { requestId: "out", uid, version: 1 };
    const first = await revokeAccess(context, CONSOLE, revocation);
    expect(await revokeAccess(context, CONSOLE, revocation)).toEqual(first);
    expect(await grantAccess(context, CONSOLE, asked())).toEqual({ uid, version: 3 });
    expect((await trailOf(uid)).map(({ action }) => action)).toEqual(["grant", "revoke", "grant"]);
  });

  test("refuses who has no access, and what another changed meanwhile", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    await expect(
      revokeAccess(context, CONSOLE, { requestId: "q", uid: "nobody", version: 1 }),
    ).rejects.toEqual(reason("not-found"));
    await expect(revokeAccess(context, CONSOLE, { requestId: "q", uid, version: 7 })).rejects.toMatchObject({
      details: { reason: "changed-meanwhile", version: 1 },
    });
  });

  test("takes access from an account that is gone", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked());
    await auth.deleteUser(uid);
    await revokeAccess(context, CONSOLE, { requestId: "out", uid, version: 1 });
    expect(await accessIn(uid)).toBeUndefined();
  });
});

describe("administrators", () => {
  const admin = (email: string) =>
    grantAccess(context, CONSOLE, asked({ email, name: email, roles: ["admin"], entityIds: [] }));

  test("cannot take their own role away, neither by change nor by revocation", async () => {
    const { uid } = await admin("one@bogota.example");
    await admin("two@bogota.example");
    const one = actor(uid, "admin");
    const change = asked({ email: "one@bogota.example", roles: ["viewer"], entityIds: [], version: 1 });
    await expect(grantAccess(context, one, change)).rejects.toEqual(reason("own-admin-role"));
    await expect(revokeAccess(context, one, { requestId: "q", uid, version: 1 })).rejects.toEqual(
      reason("own-admin-role"),
    );
  });

  test("keep at least one, even when two take each other's role at the same moment", async () => {
    const [one, two] = [await admin("one@bogota.example"), await admin("two@bogota.example")];
    const outcomes = await Promise.allSettled([
      revokeAccess(context, actor(one.uid, "admin"), { requestId: "q1", uid: two.uid, version: 1 }),
      revokeAccess(context, actor(two.uid, "admin"), { requestId: "q2", uid: one.uid, version: 1 }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes).toContainEqual({ status: "rejected", reason: reason("last-admin") });
  });
});

describe("a crash between document and claims", () => {
  test("leaves a new person without rights, until the request is sent again", async () => {
    const request = asked();
    await expect(grantAccess(dying, CONSOLE, request)).rejects.toThrow("the power is gone");
    const uid = (await accounts.find(EMAIL)) ?? "";
    expect(await may(uid)).toBeUndefined();
    await grantAccess(context, CONSOLE, request);
    expect(await may(uid)).toEqual(FOCAL);
    expect(await trailOf(uid)).toHaveLength(1);
  });

  test("never leaves more than what was granted last, whatever was granted before", async () => {
    const { uid } = await grantAccess(context, CONSOLE, asked({ entityIds: ["sdm", "sdmujer"] }));
    const narrower = asked({ version: 1, entityIds: ["sdmujer"] });
    await expect(grantAccess(dying, CONSOLE, narrower)).rejects.toThrow("the power is gone");
    expect(await may(uid)).toEqual({ roles: ["focal"], entityIds: ["sdmujer"] });

    const out = { requestId: "out", uid, version: 2 };
    await expect(revokeAccess(dying, CONSOLE, out)).rejects.toThrow("the power is gone");
    expect(await may(uid)).toBeUndefined();

    const again = asked({ roles: ["focal"], entityIds: ["idt"] });
    await expect(grantAccess(dying, CONSOLE, again)).rejects.toThrow("the power is gone");
    expect(await may(uid)).toEqual({ roles: ["focal"], entityIds: [] });
    await grantAccess(context, CONSOLE, again);
    expect(await may(uid)).toEqual({ roles: ["focal"], entityIds: ["idt"] });
  });
});

describe("what is asked", () => {
  const parsed = (changes: object) => grantSchema.safeParse({ ...asked(), ...changes }).success;

  test("takes an address in any case and a name of any language", () => {
    expect(grantSchema.parse({ ...asked(), email: " Ana@Bogota.example " }).email).toBe(EMAIL);
    expect(parsed({ name: "Zoë Ñáñez 李" })).toBe(true);
  });

  test.each([
    ["an address with a look-alike letter", { email: "аna@bogota.example" }],
    ["an address with a mark that turns the text around", { email: "ana\u202e@bogota.example" }],
    ["no address", { email: "ana" }],
    ["a name with an invisible mark", { name: "Ana\u200fDíaz" }],
    ["a name with NUL", { name: "Ana\u0000" }],
    ["a blank name", { name: "  " }],
    ["a role that there is not", { roles: ["mayor"] }],
    ["an entity that leads elsewhere", { entityIds: ["../sdm"] }],
    ["a version that was never", { version: -1 }],
  ])("refuses %s", (_what, changes) => expect(parsed(changes)).toBe(false));
});
