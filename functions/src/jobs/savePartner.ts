/** The Office keeps the directory: edits a partner, and makes one of two that are the same. */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import { changesOf } from "../domain/changesOf.ts";
import { COUNTRY_PATTERN } from "../domain/fields.ts";
import type { PartnerEntry } from "../domain/historyEntry.ts";
import type { Operation } from "../domain/operation.ts";
import { type Partner, type PartnerInput, partnerInputSchema } from "../domain/partner.ts";
import { type Problem, problemsOf } from "../domain/problem.ts";
import { isOffice } from "../domain/record/states.ts";
import { folded } from "../domain/similarity/folded.ts";
import { operations, partnerHistoryOf, partners } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import type { OperationContext } from "./OperationContext.ts";
import { because, Rejection, rejectOtherVersion, rejectProblems } from "./Rejection.ts";

export interface PartnerRequest {
  readonly requestId: string;
  readonly partnerId: string;
  /** The version that the person saw. */
  readonly version: number;
  /** As it was typed. */
  readonly partner: unknown;
}

export interface MergePartnersRequest {
  readonly requestId: string;
  readonly keptId: string;
  readonly keptVersion: number;
  readonly mergedId: string;
  readonly mergedVersion: number;
}

/** Most other names of one partner, as its schema has it. */
const MOST_ALIASES = 20;

type Ref = DocumentReference<Partner>;

/** Writes the next version of a partner with its entry. */
function write(
  transaction: Transaction,
  ref: Ref,
  before: Partner,
  next: Partner,
  act: Pick<PartnerEntry, "action" | "requestId" | "by" | "byName">,
): void {
  transaction.set(ref, next);
  transaction.create(partnerHistoryOf(ref).doc(String(next.version)), {
    ...{ version: next.version, covers: 1, scope: ref.parent.path, at: next.updatedAt, ...act },
    ...{ before: changesOf(before, next), after: { ...next } },
  });
}

/** What the Office typed, parsed; every name once. Throws `Rejection` with the problems of its fields. */
async function checked(
  { catalogues, db }: JobContext,
  transaction: Transaction,
  partnerId: string,
  typed: unknown,
): Promise<PartnerInput> {
  const parsed = partnerInputSchema.safeParse(typed);
  if (!parsed.success) throw new Rejection({ problems: problemsOf(parsed.error, typed, () => false) });
  const { data } = parsed;
  const { actorCategories, actorTypes } = await catalogues.get();
  const networks = data.networkIds ?? [];
  const known =
    networks.length === 0 ? [] : await transaction.getAll(...networks.map((id) => partners(db).doc(id)));
  const problems: (Problem | false)[] = [
    !actorCategories.some(({ id }) => id === data.categoryId) && unknown("categoryId"),
    data.actorTypeId !== undefined &&
      !actorTypes.some(({ id, parentId }) => id === data.actorTypeId && parentId === data.categoryId) &&
      unknown("actorTypeId"),
    data.country !== undefined && !COUNTRY_PATTERN.test(data.country) && unknown("country"),
    known.some((network) => !network.exists || network.id === partnerId) && unknown("networkIds"),
  ];
  rejectProblems(problems.filter((problem) => problem !== false));
  const said = new Set([data.name, data.acronym ?? ""].map(folded));
  return { ...data, aliases: uniqueNames(data.aliases).filter((alias) => !said.has(folded(alias))) };
}

const unknown = (path: string): Problem => ({ path, code: "unknown-reference" });

/** Each name once, however it is accented. */
const uniqueNames = (names: readonly string[]): string[] =>
  [
    ...new Map(
      names
        .map((name) => name.trim())
        .filter((name) => name !== "")
        .toReversed()
        .map((name) => [folded(name), name]),
    ).values(),
  ].toReversed();

/**
 * Writes what the Office changed, with its entry, in one transaction. Where the category or type is another one, an
 * operation has the records that name the partner follow, since they are counted by it. A repeat of the request changes
 * nothing. Throws `Rejection`.
 */
export async function savePartner(
  context: OperationContext,
  actor: NamedActor,
  { requestId, partnerId, version, partner: typed }: PartnerRequest,
): Promise<{ version: number; operationId?: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const ref = partners(db).doc(partnerId);
  const next = version + 1;
  const saved = await db.runTransaction(async (transaction) => {
    const operation = operations(db).doc(requestId);
    const [snapshot, written, begun] = await Promise.all([
      transaction.get(ref),
      transaction.get(partnerHistoryOf(ref).doc(String(next))),
      transaction.get(operation),
    ]);
    const earlier = written.data();
    if (earlier?.requestId === requestId && earlier.by === actor.uid) return { isBegun: begun.exists };
    const before = snapshot.data();
    if (!before) throw because("not-found");
    rejectOtherVersion(before, version);
    if (before.state === "merged") throw because("merged");
    const input = await checked(context, transaction, partnerId, typed);
    const now = context.now();
    const { proposedFor } = before;
    write(
      transaction,
      ref,
      before,
      {
        ...input,
        ...{ state: "active", version: next, updatedAt: now, updatedBy: actor.uid },
        ...{ createdAt: before.createdAt, createdBy: before.createdBy },
        ...(proposedFor !== undefined && { proposedFor }),
      },
      { action: "edit", requestId, by: actor.uid, byName: actor.name },
    );
    const isBegun = before.categoryId !== input.categoryId || before.actorTypeId !== input.actorTypeId;
    if (isBegun) transaction.create(operation, workOn(partnerId, actor, now));
    return { isBegun };
  });
  if (saved.isBegun) await context.enqueue(requestId);
  return { version: next, ...(saved.isBegun && { operationId: requestId }) };
}

/**
 * Makes a signpost of the one and gives its names to the other, then has everything that names it follow in the
 * background. A repeat of the request changes nothing. Throws `Rejection`.
 */
export async function mergePartners(
  context: OperationContext,
  actor: NamedActor,
  request: MergePartnersRequest,
): Promise<{ operationId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const { requestId, keptId, mergedId } = request;
  if (keptId === mergedId) throw because("same-partner");
  const [keptRef, mergedRef] = [partners(db).doc(keptId), partners(db).doc(mergedId)];
  await db.runTransaction(async (transaction) => {
    const operation = operations(db).doc(requestId);
    const [begun, keptSnapshot, mergedSnapshot] = await Promise.all([
      transaction.get(operation),
      transaction.get(keptRef),
      transaction.get(mergedRef),
    ]);
    if (begun.exists) {
      if (begun.data()?.requestedBy !== actor.uid) throw because("request-used");
      return;
    }
    const [kept, merged] = [keptSnapshot.data(), mergedSnapshot.data()];
    if (!kept || !merged) throw because("not-found");
    rejectOtherVersion(kept, request.keptVersion);
    rejectOtherVersion(merged, request.mergedVersion);
    if (kept.state === "merged" || merged.state === "merged") throw because("merged");
    const now = context.now();
    const act = { action: "merge", requestId, by: actor.uid, byName: actor.name } as const;
    const stamp = { updatedAt: now, updatedBy: actor.uid };
    write(
      transaction,
      keptRef,
      kept,
      { ...withNamesOf(kept, merged), version: kept.version + 1, ...stamp },
      act,
    );
    write(
      transaction,
      mergedRef,
      merged,
      { ...merged, state: "merged", mergedInto: keptId, version: merged.version + 1, ...stamp },
      act,
    );
    transaction.create(operation, workOn(mergedId, actor, now));
  });
  await context.enqueue(requestId);
  return { operationId: requestId };
}

/** The partner that stays, found by all names of the other too. Throws `Rejection` where these are too many. */
function withNamesOf(kept: Partner, merged: Partner): Partner {
  const said = new Set([kept.name, kept.acronym ?? ""].map(folded));
  const names = [
    ...kept.aliases,
    merged.name,
    ...(merged.acronym ? [merged.acronym] : []),
    ...merged.aliases,
  ];
  const aliases = uniqueNames(names).filter((name) => !said.has(folded(name)));
  if (aliases.length > MOST_ALIASES) throw because("too-many-names");
  return { ...kept, aliases };
}

const workOn = (partnerId: string, actor: NamedActor, now: Date): Operation => ({
  ...{ kind: "partner", state: "queued", phase: "records", partnerId },
  ...{ requestedBy: actor.uid, requestedAt: now, updatedAt: now },
  ...{ done: 0, total: 0, entries: 0, tallies: 0, unreadable: [] },
});
