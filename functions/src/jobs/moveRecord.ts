/** Submits, approves, returns, withdraws or restores a record. */
import type { Transaction } from "firebase-admin/firestore";
import { OFFICE_KINDS } from "../domain/record/kinds.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { isOffice, type Move } from "../domain/record/states.ts";
import { decisions, records } from "../store/collections.ts";
import { acceptPartners, checkComplete } from "./checkComplete.ts";
import { writeDecision } from "./decisionTrail.ts";
import type { JobContext } from "./JobContext.ts";
import { type Moved, type MoveRequest, move, type NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

export interface RecordMoveRequest extends MoveRequest {
  readonly entityId: string;
  readonly recordId: string;
  /** Whether it is one of the "50 strategic instruments" (strategy, Exhibit 1): the Office's word, with its reason. */
  readonly strategic?: boolean | undefined;
  readonly strategicReason?: string | undefined;
}

/**
 * Moves the record. Submitting checks that it is complete; approving makes the partners that it proposes active.
 * Throws `Rejection`.
 */
export function moveRecord(
  context: JobContext,
  actor: NamedActor,
  kindOfMove: Move,
  request: RecordMoveRequest,
): Promise<Moved> {
  const { entityId, recordId } = request;
  return move<DraftRecord>(context, {
    ref: records(context.db, entityId).doc(recordId),
    ...{ entityId, actor, request, move: kindOfMove, remark: request.strategicReason },
    prepare: async (record, transaction, now) => {
      if (kindOfMove === "submit") {
        if (OFFICE_KINDS.includes(record.kind) && !isOffice(actor)) throw because("office-only");
        const { periods } = await context.catalogues.get();
        return { content: await checkComplete(context, transaction, record, now, periods) };
      }
      if (kindOfMove === "restore" && record.mergedInto) throw because("merged");
      if (record.kind === "session" && (kindOfMove === "withdraw" || kindOfMove === "restore"))
        return {
          content: record,
          write: await moveDecisions(context, transaction, request, kindOfMove, actor, now),
        };
      if (kindOfMove !== "approve") return { content: record };
      const write = await acceptPartners(context, transaction, record.partnerIds, actor, now);
      return { content: withStrategic(record, request), write };
    },
  });
}

/** The decisions of a session stand and fall with it; the returned function writes them in the same transaction. */
async function moveDecisions(
  { db }: JobContext,
  transaction: Transaction,
  { entityId, recordId: sessionId, requestId, reason }: RecordMoveRequest,
  move: "withdraw" | "restore",
  actor: NamedActor,
  now: Date,
): Promise<() => void> {
  const { docs } = await transaction.get(
    decisions(db).where("sessionEntityId", "==", entityId).where("sessionId", "==", sessionId),
  );
  return () => {
    for (const { ref, data } of docs.map((found) => ({ ref: found.ref, data: found.data() }))) {
      const { withdrawnAt: _, ...kept } = data;
      const next = {
        ...kept,
        ...(move === "withdraw" && { withdrawnAt: now }),
        ...{ version: data.version + 1, updatedAt: now, updatedBy: actor.uid },
      };
      writeDecision(transaction, ref, data, next, {
        ...{ action: move, requestId, actor },
        ...(reason?.trim() && { reason: reason.trim() }),
      });
    }
  };
}

function withStrategic(record: DraftRecord, { strategic, strategicReason }: RecordMoveRequest): DraftRecord {
  if (strategic === undefined) return record;
  if (record.kind !== "instrument") throw because("not-an-instrument");
  const reason = strategicReason?.trim();
  if (strategic && !reason) throw because("reason-missing");
  return { ...record, review: { ...record.review, strategic, ...(reason && { strategicReason: reason }) } };
}
