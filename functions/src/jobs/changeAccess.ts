/**
 * Grants, changes and takes away what a person may do, each with its entry in a history that is only added to.
 *
 * A person may do what both claims and access document say. The document and its history are written first, in one
 * transaction, the claims follow: a crash in between leaves less than was granted and never more, and the next attempt
 * completes it.
 */
import type { Access, AccessEntry, Claims, GrantRequest, RevokeRequest } from "../domain/access.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { checkGrant, tidyClaims } from "../domain/checkGrant.ts";
import { accessHistoryOf, accessOf } from "../store/collections.ts";
import type { AccessContext } from "./AccessContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectOtherVersion, rejectProblems } from "./Rejection.ts";

export interface ChangedAccess {
  readonly uid: string;
  readonly version: number;
}

/** Whoever runs a command with the project's own credentials. */
export const CONSOLE: NamedActor = { uid: "console", name: "console", roles: ["admin"], entityIds: [] };

const isAdmin = ({ roles }: Pick<NamedActor, "roles">): boolean => roles.includes("admin");

/** Lets a person in, or changes what she may do; makes her account if there is none. Throws `Rejection`. */
export async function grantAccess(
  context: AccessContext,
  actor: NamedActor,
  request: GrantRequest,
): Promise<ChangedAccess> {
  if (!isAdmin(actor)) throw because("admin-only");
  const claims = tidyClaims(request);
  rejectProblems(checkGrant(claims, (await context.catalogues.get()).entities));
  const { email, name } = request;
  const uid = await context.accounts.findOrMake(email, name);
  return change(context, actor, { ...request, uid, after: { ...claims, email, name } });
}

/** Takes all access away, at once; the history stays. Throws `Rejection`. */
export async function revokeAccess(
  context: AccessContext,
  actor: NamedActor,
  request: RevokeRequest,
): Promise<ChangedAccess> {
  if (!isAdmin(actor)) throw because("admin-only");
  return change(context, actor, request);
}

interface Change {
  readonly requestId: string;
  readonly uid: string;
  /** The version that was seen, 0 of a person without access. */
  readonly version: number;
  /** Absent to revoke. */
  readonly after?: Pick<Access, "roles" | "entityIds" | "email" | "name">;
}

async function change(context: AccessContext, actor: NamedActor, asked: Change): Promise<ChangedAccess> {
  const version = await write(context, actor, asked);
  await followWithClaims(context, asked.uid);
  return { uid: asked.uid, version };
}

/** Writes document and history entry, and returns the version; writes nothing for a request that was carried out. */
function write(context: AccessContext, actor: NamedActor, asked: Change): Promise<number> {
  const { db } = context;
  const { uid, requestId, after } = asked;
  const ref = accessOf(db).doc(uid);
  const trail = accessHistoryOf(ref);
  const admins = accessOf(db).where("roles", "array-contains", "admin").limit(2);
  return db.runTransaction(async (transaction) => {
    const [snapshot, done, last, admitted] = await Promise.all([
      transaction.get(ref),
      transaction.get(trail.where("requestId", "==", requestId).limit(1)),
      transaction.get(trail.orderBy("version", "desc").limit(1)),
      transaction.get(admins),
    ]);
    const earlier = done.docs[0]?.data();
    if (earlier?.by === actor.uid) return earlier.version;
    const before = snapshot.data();
    if (!before && !after) throw because("not-found");
    if (before && asked.version === 0) throw because("already-granted");
    rejectOtherVersion(before ?? { version: 0 }, asked.version);
    if (before && isAdmin(before) && !(after && isAdmin(after))) {
      if (uid === actor.uid) throw because("own-admin-role");
      if (admitted.docs.every(({ id }) => id === uid)) throw because("last-admin");
    }
    const version = Math.max(before?.version ?? 0, last.docs[0]?.data().version ?? 0) + 1;
    const at = context.now();
    transaction.create(trail.doc(String(version)), entryOf(actor, asked, before, { version, at }));
    if (after) transaction.set(ref, { ...after, version, grantedAt: at, grantedBy: actor.uid });
    else transaction.delete(ref);
    return version;
  });
}

const claimsIn = ({ roles, entityIds }: Claims): Claims => ({ roles, entityIds });

function entryOf(
  actor: NamedActor,
  { requestId, after }: Change,
  before: Access | undefined,
  stamp: Pick<AccessEntry, "version" | "at">,
): AccessEntry {
  const { email, name } = after ?? before ?? { email: "", name: "" };
  return {
    ...stamp,
    ...{ covers: 1, scope: "access" },
    action: after ? (before ? "change" : "grant") : "revoke",
    ...{ requestId, by: actor.uid, byName: actor.name, email, name },
    ...(before && { before: claimsIn(before) }),
    ...(after && { after: claimsIn(after) }),
  };
}

/** Gives the account the claims of its access document, again if that has changed meanwhile. */
async function followWithClaims({ db, accounts }: AccessContext, uid: string): Promise<void> {
  const granted = async () => {
    const access = (await accessOf(db).doc(uid).get()).data();
    return access && claimsIn(access);
  };
  let claims = await granted();
  for (;;) {
    await accounts.setClaims(uid, claims);
    const now = await granted();
    if (canonicalJson([claims ?? null]) === canonicalJson([now ?? null])) return;
    claims = now;
  }
}
