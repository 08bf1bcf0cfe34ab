/** What becomes of a decision: the responsible entity tells how it goes, the Office closes it or opens it again. */
import { bogotaDay } from "../domain/calendar.ts";
import type { DECISION_STEPS, Decision } from "../domain/decision.ts";
import { isOffice, writesFor } from "../domain/record/states.ts";
import { decisionHistoryOf, decisions } from "../store/collections.ts";
import { writeDecision } from "./decisionTrail.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectOtherVersion } from "./Rejection.ts";

export interface DecisionStep {
  readonly requestId: string;
  readonly decisionId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly step: (typeof DECISION_STEPS)[number];
  /** What was done, or why it is closed or opened again. */
  readonly note: string;
}

/** A repeat of the request changes nothing. Throws `Rejection`. */
export function followDecision(
  { db, now }: JobContext,
  actor: NamedActor,
  { requestId, decisionId, version, step, note }: DecisionStep,
): Promise<{ version: number }> {
  const ref = decisions(db).doc(decisionId);
  const trail = decisionHistoryOf(ref).doc(String(version + 1));
  return db.runTransaction(async (transaction) => {
    const [found, written] = await Promise.all([transaction.get(ref), transaction.get(trail)]);
    const entry = written.data();
    if (entry?.requestId === requestId && entry.by === actor.uid) return { version: entry.version };
    const before = found.data();
    if (!before) throw because(isOffice(actor) ? "not-found" : "not-yours");
    if (!isOffice(actor) && !writesFor(actor, before.responsibleEntityId)) throw because("not-yours");
    if (step !== "progress" && !isOffice(actor)) throw because("office-only");
    rejectOtherVersion(before, version);
    if (before.withdrawnAt || (before.status === "closed") !== (step === "reopen"))
      throw because("wrong-state");
    const reason = note.trim();
    if (!reason) throw because("reason-missing");
    const at = now();
    const { closedOn: _, ...kept } = before;
    const next: Decision = {
      ...kept,
      status: step === "close" ? "closed" : "open",
      ...(step === "progress" && { progress: reason }),
      ...(step === "close" && { closedOn: bogotaDay(at) }),
      ...{ version: version + 1, updatedAt: at, updatedBy: actor.uid },
    };
    writeDecision(transaction, ref, before, next, { action: step, requestId, actor, reason });
    return { version: next.version };
  });
}
