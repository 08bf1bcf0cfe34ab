/** The trail of decisions: one entry for every version, written with it. */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import { changesOf } from "../domain/changesOf.ts";
import type { Decision } from "../domain/decision.ts";
import type { DecisionEntry } from "../domain/historyEntry.ts";
import { decisionHistoryOf } from "../store/collections.ts";
import type { NamedActor } from "./move.ts";

interface Act {
  readonly action: DecisionEntry["action"];
  readonly requestId: string;
  readonly actor: NamedActor;
  readonly reason?: string;
}

/** Writes the decision as it is now, and the entry that says what changed; `before` is absent for a new one. */
export function writeDecision(
  transaction: Transaction,
  ref: DocumentReference<Decision>,
  before: Decision | undefined,
  next: Decision,
  { action, requestId, actor, reason }: Act,
): void {
  if (before) transaction.set(ref, next);
  else transaction.create(ref, next);
  transaction.create(decisionHistoryOf(ref).doc(String(next.version)), {
    ...{ version: next.version, covers: 1, scope: ref.parent.path, action, requestId },
    ...{ at: next.updatedAt, by: actor.uid, byName: actor.name },
    ...(reason && { reason }),
    ...{ before: before ? changesOf(before, next) : {}, after: { ...next } },
  });
}
