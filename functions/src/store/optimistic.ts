/**
 * Reads, decides and commits on the condition that what was read still stands, again whenever another came in between.
 *
 * Firestore's transactions lock what they read against all writers, and where many meet on one document they wait for
 * each other until a lock times out. Here nobody waits: of those that meet, one always gets through.
 */
import type { DocumentSnapshot, UpdateData, WriteBatch } from "firebase-admin/firestore";

const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;
const MAX_ATTEMPTS = 50;

/**
 * Repeats `attempt` while its commit fails because a document was not as it had been read. Contention in the commit
 * itself (ABORTED) is retried by Google's library, with pauses.
 */
export async function whileOvertaken<T>(attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOvertaken(error) || made === MAX_ATTEMPTS) throw error;
    }
  }
}

/** What was read does not fit together: another wrote in between. */
export class Overtaken extends Error {}

const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken ||
  (error instanceof Error &&
    "code" in error &&
    (error.code === ALREADY_EXISTS || error.code === FAILED_PRECONDITION));

/** Writes these fields if the document is still as in the snapshot, or still absent; else the whole commit fails. */
export function writeIfUnchanged<T extends object>(
  batch: WriteBatch,
  { ref, updateTime }: DocumentSnapshot<T>,
  fields: UpdateData<T>,
): void {
  if (updateTime) batch.update(ref, fields, { lastUpdateTime: updateTime });
  else batch.create(ref, fields as T);
}
