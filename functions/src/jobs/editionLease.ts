/** One worker at a time on an edition: taken in a transaction, renewed as it works, free again when time is up. */
import { FieldValue, type Transaction } from "firebase-admin/firestore";
import { type Edition, isFinal } from "../domain/edition.ts";
import { editions } from "../store/editions.ts";
import type { EditionContext } from "./EditionContext.ts";

/** How long a worker may be silent before another takes over: longer than any step between two renewals. */
const LEASE_MS = 5 * 60_000;

/** Another works at the edition; the queue asks again later. */
export class EditionHeld extends Error {}

/** A worker's hold on an edition. */
export interface EditionLease {
  /** The edition as it stood when it was taken. */
  readonly edition: Edition;
  /** Writes a step, and renews the lease. Throws `EditionHeld` and writes nothing when another has taken over. */
  save(step: Partial<Edition>): Promise<void>;
  /** Writes how it ended, or why it stopped, and lets go. Throws `EditionHeld` like `save`. */
  end(outcome: Partial<Edition>): Promise<void>;
}

/**
 * Takes the edition; `undefined` when it has ended already.
 *
 * @throws EditionHeld when another is at it; Error when there is no such edition
 */
export async function takeEdition(
  { db, now, newId }: EditionContext,
  editionId: string,
): Promise<EditionLease | undefined> {
  const ref = editions(db).doc(editionId);
  const leaseHolder = newId();
  const held = () => ({ leaseHolder, leaseUntil: new Date(now().getTime() + LEASE_MS), updatedAt: now() });
  const edition = await db.runTransaction(async (transaction) => {
    const found = (await transaction.get(ref)).data();
    if (!found) throw new Error(`there is no edition ${editionId}`);
    if (isFinal(found)) return undefined;
    if (found.leaseUntil !== undefined && found.leaseUntil > now())
      throw new EditionHeld(`${editionId} is being made by another`);
    transaction.update(ref, held());
    return found;
  });
  if (!edition) return undefined;
  const whileMine = (write: (transaction: Transaction) => void) =>
    db.runTransaction(async (transaction) => {
      const found = (await transaction.get(ref)).data();
      if (found?.leaseHolder !== leaseHolder) throw new EditionHeld(`${editionId} was taken over by another`);
      write(transaction);
    });
  return {
    edition,
    save: (step) => whileMine((transaction) => transaction.update(ref, { ...step, ...held() })),
    end: (outcome) =>
      whileMine((transaction) =>
        transaction.update(ref, {
          ...outcome,
          updatedAt: now(),
          leaseHolder: FieldValue.delete(),
          leaseUntil: FieldValue.delete(),
        }),
      ),
  };
}
