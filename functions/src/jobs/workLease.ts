/** One worker at a time on a document of work: taken in a transaction, renewed as it works, free again when time is up. */
import {
  type DocumentReference,
  FieldValue,
  type Firestore,
  type Transaction,
  type UpdateData,
} from "firebase-admin/firestore";

/** How long a worker may be silent before another takes over: longer than any step between two renewals. */
const LEASE_MS = 5 * 60_000;

/** Another works at it; the queue asks again later. */
export class WorkHeld extends Error {}

/** What a document of work holds of its worker. */
export interface Leased {
  readonly leaseHolder?: string;
  readonly leaseUntil?: Date;
  readonly updatedAt: Date;
}

export interface LeaseContext {
  readonly db: Firestore;
  readonly now: () => Date;
  /** An id that no other worker has. */
  readonly newId: () => string;
}

/** A worker's hold on a document. */
export interface WorkLease<T extends Leased> {
  /** The document as it stood when it was taken. */
  readonly work: T;
  /** Writes a step, and renews the lease. Throws `WorkHeld` and writes nothing when another has taken over. */
  save(step: UpdateData<T>): Promise<void>;
  /** Writes how it ended, or why it stopped, and lets go. Throws `WorkHeld` like `save`. */
  end(outcome: UpdateData<T>): Promise<void>;
}

/**
 * Takes the work; `undefined` when it has ended already.
 *
 * @throws WorkHeld when another is at it; Error when there is no such document
 */
export async function takeWork<T extends Leased>(
  { db, now, newId }: LeaseContext,
  ref: DocumentReference<T>,
  hasEnded: (work: T) => boolean,
): Promise<WorkLease<T> | undefined> {
  const leaseHolder = newId();
  const held = () => ({ leaseHolder, leaseUntil: new Date(now().getTime() + LEASE_MS), updatedAt: now() });
  const free = () => ({
    updatedAt: now(),
    leaseHolder: FieldValue.delete(),
    leaseUntil: FieldValue.delete(),
  });
  const work = await db.runTransaction(async (transaction) => {
    const found = (await transaction.get(ref)).data();
    if (!found) throw new Error(`there is no ${ref.path}`);
    if (hasEnded(found)) return undefined;
    if (found.leaseUntil !== undefined && found.leaseUntil > now())
      throw new WorkHeld(`${ref.path} is worked at by another`);
    transaction.update(ref as DocumentReference, held());
    return found;
  });
  if (!work) return undefined;
  const whileMine = (write: (transaction: Transaction) => void) =>
    db.runTransaction(async (transaction) => {
      const found = (await transaction.get(ref)).data();
      if (found?.leaseHolder !== leaseHolder) throw new WorkHeld(`${ref.path} was taken over by another`);
      write(transaction);
    });
  const update = (step: object, lease: object) =>
    whileMine((transaction) => transaction.update(ref as DocumentReference, { ...step, ...lease }));
  return { work, save: (step) => update(step, held()), end: (outcome) => update(outcome, free()) };
}
