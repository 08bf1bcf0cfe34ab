/** Enters a decision of the Commission or the Committee, once the minutes of its session are approved. */
import type { Decision, DecisionInput } from "../domain/decision.ts";
import { isOffice } from "../domain/record/states.ts";
import { decisions, records } from "../store/collections.ts";
import { writeDecision } from "./decisionTrail.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectProblems } from "./Rejection.ts";

export interface DecisionRequest {
  readonly sessionEntityId: string;
  readonly sessionId: string;
  readonly requestId: string;
  readonly decision: DecisionInput;
}

/** The decision's id is the request's. Throws `Rejection`. */
export async function saveDecision(
  context: JobContext,
  actor: NamedActor,
  { sessionEntityId, sessionId, requestId, decision }: DecisionRequest,
): Promise<{ decisionId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { entities } = await context.catalogues.get();
  const responsible = entities.find(({ id }) => id === decision.responsibleEntityId);
  if (!responsible?.active)
    rejectProblems([
      { path: "responsibleEntityId", code: responsible ? "retired-reference" : "unknown-reference" },
    ]);
  const ref = decisions(context.db).doc(requestId);
  return context.db.runTransaction(async (transaction) => {
    const [snapshot, earlier] = await Promise.all([
      transaction.get(records(context.db, sessionEntityId).doc(sessionId)),
      transaction.get(ref),
    ]);
    if (earlier.exists) {
      if (earlier.data()?.createdBy !== actor.uid) throw because("request-used");
      return { decisionId: requestId };
    }
    const session = snapshot.data();
    if (!session) throw because("not-found");
    if (session.kind !== "session" || session.state !== "approved") throw because("session-not-ready");
    const { status, body, minutesApprovedOn } = session.details;
    const { happenedOn, disclosure } = session;
    if (status !== "held" || !minutesApprovedOn || !body || !happenedOn || !disclosure)
      throw because("session-not-ready");
    const now = context.now();
    const entered: Decision = {
      ...decision,
      ...{ sessionEntityId, sessionId, body, decidedOn: happenedOn, disclosure },
      ...{ isExample: session.isExample, status: "open", version: 1 },
      ...{ createdAt: now, createdBy: actor.uid, updatedAt: now, updatedBy: actor.uid },
    };
    writeDecision(transaction, ref, undefined, entered, { action: "enter", requestId, actor });
    return { decisionId: requestId };
  });
}
