/** Proposes and decides amendments: the only way in which an approved record changes. */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import { type Amendment, type Changes, valuesAt, withChanges } from "../domain/amendment.ts";
import { changesOf } from "../domain/changesOf.ts";
import { entityScope } from "../domain/historyEntry.ts";
import type { BitacoraRecord, Derived, DraftRecord } from "../domain/record/record.ts";
import { isOffice, writesFor } from "../domain/record/states.ts";
import { amendmentsOf, historyOf, records } from "../store/collections.ts";
import { acceptPartners, checkComplete } from "./checkComplete.ts";
import type { JobContext } from "./JobContext.ts";
import type { MoveRequest, NamedActor } from "./move.ts";
import { because, rejectOtherVersion } from "./Rejection.ts";

interface OfRecord {
  readonly entityId: string;
  readonly recordId: string;
}

export interface ProposalRequest extends OfRecord, MoveRequest {
  readonly changes: Changes;
  /** From which day on the change holds. */
  readonly effectiveOn: string;
  readonly reason: string;
}

export interface AmendmentDecisionRequest extends OfRecord {
  readonly amendmentId: string;
  readonly requestId: string;
  readonly approve: boolean;
  /** Needed to refuse. */
  readonly reason?: string | undefined;
}

/** Proposes a change of an approved record; the amendment's id is the request's. Throws `Rejection`. */
export async function proposeAmendment(
  context: JobContext,
  actor: NamedActor,
  request: ProposalRequest,
): Promise<{ amendmentId: string }> {
  const { entityId, recordId, version, requestId, changes, effectiveOn } = request;
  const ref = records(context.db, entityId).doc(recordId);
  const proposal = amendmentsOf(ref).doc(requestId);
  return context.db.runTransaction(async (transaction) => {
    if (!writesFor(actor, entityId)) throw because("not-yours");
    const [snapshot, earlier] = await Promise.all([transaction.get(ref), transaction.get(proposal)]);
    if (earlier.exists) {
      if (earlier.data()?.proposedBy !== actor.uid) throw because("request-used");
      return { amendmentId: requestId };
    }
    const record = snapshot.data();
    if (!record) throw because("not-found");
    rejectOtherVersion(record, version);
    if (record.state !== "approved") throw because("wrong-state");
    const reason = request.reason.trim();
    if (!reason) throw because("reason-missing");
    const now = context.now();
    await amended(context, transaction, record, changes, now);
    transaction.create(proposal, {
      ...{
        state: "proposed",
        entityId,
        recordId,
        onVersion: version,
        changes,
        effectiveOn,
        reason,
        requestId,
      },
      ...{ proposedBy: actor.uid, proposedAt: now },
    });
    return { amendmentId: requestId };
  });
}

/** Merges the amendment into the record, or refuses it with a reason. Nobody decides on their own. Throws `Rejection`. */
export async function decideAmendment(
  context: JobContext,
  actor: NamedActor,
  request: AmendmentDecisionRequest,
): Promise<{ amendmentId: string; state: Amendment["state"] }> {
  const { entityId, recordId, amendmentId, approve } = request;
  const reason = request.reason?.trim();
  const ref = records(context.db, entityId).doc(recordId);
  const proposal = amendmentsOf(ref).doc(amendmentId);
  const state = approve ? "approved" : "refused";
  return context.db.runTransaction(async (transaction) => {
    if (!isOffice(actor)) throw because("office-only");
    const [snapshot, amendment] = await Promise.all([transaction.get(ref), transaction.get(proposal)]);
    const record = snapshot.data();
    const found = amendment.data();
    if (!record || !found) throw because("not-found");
    // Decided by this person already, in the same way: a repeat.
    if (found.state === state && found.decidedBy === actor.uid) return { amendmentId, state };
    if (found.state !== "proposed") throw because("wrong-state");
    if (found.proposedBy === actor.uid) throw because("own-record");
    if (!approve && !reason) throw because("reason-missing");
    const now = context.now();
    const merged = approve
      ? await merge(context, transaction, ref, record, found, actor, request, now)
      : undefined;
    transaction.set(proposal, {
      ...found,
      ...merged,
      ...{ state, decidedBy: actor.uid, decidedAt: now },
      ...(reason && { decisionReason: reason }),
    });
    return { amendmentId, state };
  });
}

/**
 * The record with the changes applied, complete and sensible as a whole. No half-year makes it late: an amendment
 * gives its own reason.
 */
const amended = (
  context: JobContext,
  transaction: Transaction,
  record: DraftRecord,
  changes: Changes,
  now: Date,
): Promise<BitacoraRecord> => checkComplete(context, transaction, withChanges(record, changes), now, []);

/** Fields that follow from others, and change with them. */
const DERIVED = ["derived.partnerCategories", "derived.networkIds"];

async function merge(
  context: JobContext,
  transaction: Transaction,
  ref: DocumentReference<DraftRecord>,
  record: DraftRecord,
  amendment: Amendment,
  actor: NamedActor,
  { requestId }: AmendmentDecisionRequest,
  now: Date,
): Promise<Pick<Amendment, "replaced" | "applied">> {
  rejectOtherVersion(record, amendment.onVersion);
  if (record.state !== "approved") throw because("wrong-state");
  await rejectBehindLater(transaction, ref, amendment);
  const content = await amended(context, transaction, record, amendment.changes, now);
  const accept = await acceptPartners(context, transaction, content.partnerIds, actor, now);
  const amendments = (record.derived?.amendments ?? 0) + 1;
  const derived: Derived = { partnerCategories: [], networkIds: [], ...content.derived, amendments };
  const next = { ...content, derived, version: record.version + 1, updatedAt: now, updatedBy: actor.uid };
  accept();
  transaction.set(ref, next);
  transaction.create(historyOf(ref).doc(String(next.version)), {
    ...{ version: next.version, action: "amend", requestId, at: now, by: actor.uid, byName: actor.name },
    ...{ from: "approved", to: "approved", reason: amendment.reason },
    ...{
      covers: 1,
      scope: entityScope(record.entityId),
      before: changesOf(record, next),
      after: { ...next },
    },
  });
  const keys = [...Object.keys(amendment.changes), ...DERIVED];
  return { replaced: valuesAt(record, keys), applied: valuesAt(next, keys) };
}

/**
 * Two amendments of one field come into force in the order of their days, and are decided in that order too: otherwise
 * the record would say what holds no longer.
 */
async function rejectBehindLater(
  transaction: Transaction,
  ref: DocumentReference<DraftRecord>,
  { changes, effectiveOn }: Amendment,
): Promise<void> {
  const { docs } = await transaction.get(amendmentsOf(ref).where("state", "==", "approved"));
  const isBehind = docs
    .map((amendment) => amendment.data())
    .some(
      (other) => other.effectiveOn > effectiveOn && Object.keys(other.changes).some((key) => key in changes),
    );
  if (isBehind) throw because("later-amendment");
}
