/** Makes one record of two that tell of one thing: proposed by the Office, in force once the other entity confirms. */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import type { Amendment } from "../domain/amendment.ts";
import { changesOf } from "../domain/changesOf.ts";
import { duplicateIdOf } from "../domain/duplicate.ts";
import { entityScope } from "../domain/historyEntry.ts";
import { type Merge, mergeRefusalOf, participantsAfter } from "../domain/merge.ts";
import { type DraftRecord, involvedOf } from "../domain/record/record.ts";
import { isOffice, writesFor } from "../domain/record/states.ts";
import { amendmentsOf, duplicates, historyOf, merges, records } from "../store/collections.ts";
import { entriesOf } from "./entriesOf.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectOtherVersion } from "./Rejection.ts";

interface Named {
  readonly entityId: string;
  readonly recordId: string;
  /** The version that the person saw. */
  readonly version: number;
}

export interface MergeProposal {
  readonly requestId: string;
  /** The record that stays. */
  readonly kept: Named;
  /** The one that is withdrawn in its favour. */
  readonly merged: Named;
  readonly reason: string;
}

export interface MergeDecision {
  readonly requestId: string;
  readonly mergeId: string;
  readonly confirm: boolean;
  /** Needed to decline. */
  readonly reason?: string | undefined;
}

type Ref = DocumentReference<DraftRecord>;

/** Both records as they stand. Throws `Rejection` where they cannot be merged. */
async function readBoth(transaction: Transaction, keptRef: Ref, mergedRef: Ref) {
  const [kept, merged] = (await transaction.getAll(keptRef, mergedRef)).map((snapshot) => snapshot.data());
  if (!kept || !merged) throw because("not-found");
  const refusal = mergeRefusalOf(
    { path: keptRef.path, record: kept },
    { path: mergedRef.path, record: merged },
  );
  if (refusal) throw because(refusal);
  return { kept, merged };
}

/**
 * Proposes to merge one record into another; the proposal's id is the request's. Throws `Rejection`, also where one of the
 * two waits for another such decision.
 */
export async function proposeMerge(
  { db, now }: JobContext,
  actor: NamedActor,
  { requestId, kept, merged, reason }: MergeProposal,
): Promise<{ mergeId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const ref = merges(db).doc(requestId);
  const keptRef = records(db, kept.entityId).doc(kept.recordId);
  const mergedRef = records(db, merged.entityId).doc(merged.recordId);
  return db.runTransaction(async (transaction) => {
    const earlier = await transaction.get(ref);
    if (earlier.exists) {
      if (earlier.data()?.proposedBy !== actor.uid) throw because("request-used");
      return { mergeId: requestId };
    }
    const [both, open] = await Promise.all([
      readBoth(transaction, keptRef, mergedRef),
      transaction.get(
        merges(db)
          .where("mergedRecordId", "in", [kept.recordId, merged.recordId])
          .where("state", "==", "proposed"),
      ),
    ]);
    if (!open.empty) throw because("wrong-state");
    rejectOtherVersion(both.kept, kept.version);
    rejectOtherVersion(both.merged, merged.version);
    if (!reason.trim()) throw because("reason-missing");
    transaction.create(ref, {
      ...{ state: "proposed", reason: reason.trim(), proposedBy: actor.uid, proposedAt: now() },
      ...{ keptEntityId: kept.entityId, keptRecordId: kept.recordId },
      ...{ mergedEntityId: merged.entityId, mergedRecordId: merged.recordId },
    });
    return { mergeId: requestId };
  });
}

/**
 * Confirms or declines for the entity whose record is merged away. Confirmed, it becomes a participant of the record that
 * stays, and its own is withdrawn with a reference to that one; files and trail stay with it. A repeat changes nothing.
 * Throws `Rejection`.
 */
export async function decideMerge(
  context: JobContext,
  actor: NamedActor,
  { requestId, mergeId, confirm, ...request }: MergeDecision,
): Promise<{ state: Merge["state"] }> {
  const { db } = context;
  const ref = merges(db).doc(mergeId);
  const reason = request.reason?.trim();
  const state = confirm ? "confirmed" : "declined";
  return db.runTransaction(async (transaction) => {
    const merge = (await transaction.get(ref)).data();
    if (!merge) throw because("not-found");
    if (!writesFor(actor, merge.mergedEntityId)) throw because("not-yours");
    if (merge.state === state && merge.decidedBy === actor.uid) return { state };
    if (merge.state !== "proposed") throw because("wrong-state");
    // Of the Office's own records too, somebody else confirms.
    if (merge.proposedBy === actor.uid) throw because("own-record");
    if (!confirm && !reason) throw because("reason-missing");
    const now = context.now();
    const write = confirm ? await join(context, transaction, merge, actor, requestId, now) : undefined;
    write?.();
    transaction.set(ref, {
      ...merge,
      ...{ state, decidedBy: actor.uid, decidedAt: now },
      ...(!confirm && reason && { decisionReason: reason }),
    });
    return { state };
  });
}

/** Reads what the merging needs; the returned function writes it. */
async function join(
  context: JobContext,
  transaction: Transaction,
  merge: Merge,
  actor: NamedActor,
  requestId: string,
  now: Date,
): Promise<() => void> {
  const { db } = context;
  const keptRef = records(db, merge.keptEntityId).doc(merge.keptRecordId);
  const mergedRef = records(db, merge.mergedEntityId).doc(merge.mergedRecordId);
  const { kept, merged } = await readBoth(transaction, keptRef, mergedRef);
  const amendments = await transaction.get(amendmentsOf(keptRef));
  const pair = await transaction.get(duplicates(db).doc(duplicateIdOf([keptRef.path, mergedRef.path])));
  const trail = await entriesOf(context, transaction, mergedRef, merged);
  const participants = participantsAfter(kept, merged);
  const stamp = { updatedAt: now, updatedBy: actor.uid };
  const joined: DraftRecord = {
    ...kept,
    ...(participants.length > 0 && { participants }),
    involved: involvedOf({ entityId: kept.entityId, participants }),
    version: kept.version + 1,
    ...stamp,
  };
  const withdrawn: DraftRecord = {
    ...merged,
    ...{ state: "withdrawn", version: merged.version + 1, ...stamp },
    mergedInto: { entityId: merge.keptEntityId, recordId: merge.keptRecordId },
    review: { ...merged.review, decidedBy: merge.proposedBy, decidedAt: now, reason: merge.reason },
  };
  const act = {
    action: "merge",
    requestId,
    by: actor.uid,
    byName: actor.name,
    reason: merge.reason,
  } as const;
  return () => {
    transaction.set(keptRef, joined);
    transaction.create(historyOf(keptRef).doc(String(joined.version)), {
      ...{ ...act, version: joined.version, covers: 1, scope: entityScope(kept.entityId), at: now },
      ...{ from: kept.state, to: joined.state, before: changesOf(kept, joined), after: { ...joined } },
    });
    // What took part in the thing took part from its beginning: in what earlier amendments replaced, too.
    for (const amendment of amendments.docs) {
      const joinedToo = amendmentJoined(amendment.data(), kept, merged);
      if (joinedToo) transaction.set(amendment.ref, joinedToo);
    }
    transaction.set(mergedRef, withdrawn);
    for (const entry of trail(withdrawn, act))
      transaction.create(historyOf(mergedRef).doc(String(entry.version)), entry);
    if (pair.exists) transaction.update(pair.ref, { state: "settled" });
  };
}

/** An amendment of the record that stays, with those who join; `undefined` where it stays as it is. */
function amendmentJoined(
  amendment: Amendment,
  kept: DraftRecord,
  merged: DraftRecord,
): Amendment | undefined {
  const { state, onVersion, changes, replaced, applied } = amendment;
  const joins = <Values extends Readonly<Record<string, unknown>>>(values: Values): Values =>
    "participants" in values
      ? {
          ...values,
          participants: participantsAfter(
            { ...kept, participants: (values.participants as string[] | null) ?? [] },
            merged,
          ),
        }
      : values;
  const isWaiting = state === "proposed" && onVersion === kept.version;
  const names = [changes, replaced, applied].some((values) => values && "participants" in values);
  if (!isWaiting && !names) return undefined;
  return {
    ...amendment,
    ...(isWaiting && { onVersion: kept.version + 1 }),
    changes: joins(changes),
    ...(replaced && { replaced: joins(replaced) }),
    ...(applied && { applied: joins(applied) }),
  };
}
