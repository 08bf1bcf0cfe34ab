/** Asks for work in the background, carries it out step by step, and takes it up again where it was interrupted. */
import { isPending, type Operation } from "../domain/operation.ts";
import { isOffice } from "../domain/record/states.ts";
import { indicators, operations } from "../store/collections.ts";
import { countNewVersion } from "./countNewVersion.ts";
import { followPartner } from "./followPartner.ts";
import type { NamedActor } from "./move.ts";
import type { OperationContext } from "./OperationContext.ts";
import { because } from "./Rejection.ts";
import { reconcileAsked } from "./reconcileAsked.ts";
import { takeWork, WorkHeld, type WorkLease } from "./workLease.ts";

/** How long an operation may lie without a worker before the sweep puts it on the queue again. */
const FORGOTTEN_MS = 60_000;

export interface RecountRequest {
  readonly requestId: string;
  /** One entity's, or one indicator's sources; everything without either. */
  readonly entityId?: string | undefined;
  readonly indicatorId?: string | undefined;
}

/**
 * Asks for a recount; of an indicator whose new version has not been counted to the end, for the rest of that. The
 * operation's id is the request's, so that a repeat asks for nothing more. Only the Office asks. Throws `Rejection`.
 */
export async function requestRecount(
  context: OperationContext,
  actor: NamedActor,
  { requestId, entityId, indicatorId }: RecountRequest,
): Promise<{ operationId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db, catalogues } = context;
  const { entities } = await catalogues.get();
  if (entityId !== undefined && !entities.some(({ id }) => id === entityId)) throw because("not-found");
  const now = context.now();
  await db.runTransaction(async (transaction) => {
    const ref = operations(db).doc(requestId);
    const [earlier, indicator] = await Promise.all([
      transaction.get(ref),
      indicatorId === undefined ? undefined : transaction.get(indicators(db).doc(indicatorId)),
    ]);
    if (earlier.exists) {
      if (earlier.data()?.requestedBy !== actor.uid) throw because("request-used");
      return;
    }
    if (indicator && !indicator.exists) throw because("not-found");
    const next = indicator?.data()?.next;
    transaction.create(ref, {
      ...(next
        ? { kind: "new-version", phase: "counting", version: next.version }
        : { kind: "reconciliation" }),
      ...{ state: "queued", requestedBy: actor.uid, requestedAt: now, updatedAt: now },
      ...(entityId !== undefined && { entityId }),
      ...(indicatorId !== undefined && { indicatorId }),
      ...{ done: 0, total: 0, entries: 0, tallies: 0, unreadable: [] },
    });
  });
  await context.enqueue(requestId);
  return { operationId: requestId };
}

/**
 * Carries out an operation, or goes on with it where another worker left off.
 *
 * @param isLastAttempt - whether a failure is final: the operation then says so
 * @throws WorkHeld while another is at it; whatever failed, so that the queue tries again
 */
export async function runOperation(
  context: OperationContext,
  operationId: string,
  isLastAttempt: boolean,
): Promise<void> {
  const lease = await takeWork(context, operations(context.db).doc(operationId), (work) => !isPending(work));
  if (!lease) return;
  try {
    await lease.save({ state: "running" });
    await workOn(context, operationId, lease);
  } catch (error) {
    if (error instanceof WorkHeld) throw error;
    const problem = error instanceof Error ? error.message.slice(0, 4_000) : "unknown";
    await lease.end(isLastAttempt ? { state: "failed", problem, finishedAt: context.now() } : { problem });
    throw error;
  }
}

function workOn(context: OperationContext, operationId: string, lease: WorkLease<Operation>): Promise<void> {
  if (lease.work.kind === "partner") return followPartner(context, operationId, lease);
  return lease.work.kind === "new-version" ? countNewVersion(context, lease) : reconcileAsked(context, lease);
}

/** Puts what nobody works at back on the queue: its task may have been lost. Reads one document where there is none. */
export async function resumeOperations(context: OperationContext): Promise<void> {
  const { docs } = await operations(context.db).where("state", "in", ["queued", "running"]).limit(20).get();
  const now = context.now().getTime();
  const forgotten = docs.filter((operation) => {
    const { leaseUntil, updatedAt } = operation.data();
    return (leaseUntil?.getTime() ?? updatedAt.getTime() + FORGOTTEN_MS) <= now;
  });
  for (const { id } of forgotten) await context.enqueue(id);
}
