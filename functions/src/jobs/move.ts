/**
 * Moves a record or a half-year report from one state to the next, with its history entry, in one transaction.
 *
 * A request is repeated safely: the history entry of the version it made bears its id, and a repeat finds it there.
 */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import type { Review } from "../domain/record/record.ts";
import {
  type Actor,
  isOffice,
  MOVES,
  type Movable,
  type Move,
  refusalOf,
  type State,
  writesFor,
} from "../domain/record/states.ts";
import { historyOf } from "../store/collections.ts";
import { entriesOf } from "./entriesOf.ts";
import type { JobContext } from "./JobContext.ts";
import { because, rejectOtherVersion } from "./Rejection.ts";

/** Who asks, with the name that the history keeps. */
export interface NamedActor extends Actor {
  readonly name: string;
}

export interface MoveRequest {
  /** The version that the person saw. */
  readonly version: number;
  readonly requestId: string;
  readonly reason?: string | undefined;
}

export interface Moved {
  readonly version: number;
  readonly state: State;
}

interface Item extends Movable {
  readonly version: number;
  readonly updatedAt: Date;
  readonly submittedAt?: Date;
  readonly review?: Review;
}

interface Movement<T extends Item> {
  readonly ref: DocumentReference<T>;
  readonly entityId: string;
  readonly move: Move;
  readonly actor: NamedActor;
  readonly request: MoveRequest;
  /** What the history keeps as the reason, besides the request's own. */
  readonly remark?: string | undefined;
  /** A reason that stands elsewhere in the item, and serves where the request has none. */
  readonly otherReason?: string | undefined;
  /**
   * Checks the item and returns its content as it will be, with what else the transaction writes. It may read through
   * the transaction. Throws `Rejection`.
   */
  readonly prepare: (
    item: T,
    transaction: Transaction,
    now: Date,
  ) => Promise<{ readonly content: T; readonly write?: () => void }>;
}

/** Throws `Rejection` when the move is not allowed, too late, or `prepare` finds the item wanting. */
export async function move<T extends Item>(context: JobContext, movement: Movement<T>): Promise<Moved> {
  const { ref, actor, request } = movement;
  const version = request.version + 1;
  const trail = historyOf(ref).doc(String(version));
  return context.db.runTransaction(async (transaction) => {
    const [snapshot, written] = await Promise.all([transaction.get(ref), transaction.get(trail)]);
    const entry = written.data();
    if (entry?.requestId === request.requestId && entry.by === actor.uid) return { version, state: entry.to };
    const item = allowed(movement, snapshot.data());
    const now = context.now();
    const trailAfter = await entriesOf(context, transaction, ref, item);
    const { content, write } = await movement.prepare(item, transaction, now);
    const next: T = {
      ...content,
      ...{ state: MOVES[movement.move].to, version, updatedAt: now, updatedBy: actor.uid },
      ...(movement.move === "submit" && { submittedAt: now }),
      review: reviewAfter(movement, content.review, now),
    };
    transaction.set(ref, next);
    for (const each of trailAfter(next, actOf(movement)))
      transaction.create(historyOf(ref).doc(String(each.version)), each);
    write?.();
    return { version, state: next.state };
  });
}

/** The item, if the actor may make the move on it and saw its last version. What is not theirs they learn nothing of. */
function allowed<T extends Item>(movement: Movement<T>, item: T | undefined): T {
  const { actor, request, entityId } = movement;
  if (!item) throw because(writesFor(actor, entityId) || isOffice(actor) ? "not-found" : "not-yours");
  const refusal = refusalOf(movement.move, item, actor, request.reason?.trim() || movement.otherReason);
  if (refusal === "not-yours" || refusal === "office-only") throw because(refusal);
  rejectOtherVersion(item, request.version);
  if (refusal) throw because(refusal);
  return item;
}

function reviewAfter<T extends Item>(
  { move, actor, request }: Movement<T>,
  review: Review | undefined,
  now: Date,
): Review {
  if (move === "submit") return { submittedBy: actor.uid };
  const { reason: _, ...kept } = review ?? {};
  return {
    ...kept,
    decidedBy: actor.uid,
    decidedAt: now,
    ...(request.reason?.trim() && { reason: request.reason.trim() }),
  };
}

function actOf<T extends Item>({ move, actor, request, remark }: Movement<T>) {
  const reason = request.reason?.trim() || remark?.trim();
  return {
    ...{ action: move, requestId: request.requestId, by: actor.uid, byName: actor.name },
    ...(reason && { reason }),
  };
}
