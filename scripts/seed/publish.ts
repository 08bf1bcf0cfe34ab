/** Counts and publishes what has been loaded, without waiting for triggers: the figures are right at once. */
import type { Firestore } from "firebase-admin/firestore";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { recountAll } from "#functions/jobs/recount.ts";

/** @param counting - whether records came in, so that ledger and tallies must follow them */
export async function publish(db: Firestore, now: () => Date, counting: boolean): Promise<void> {
  const context = jobContext(db, now);
  if (counting) await recountAll(context);
  await foldAndPublish({
    ...context,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: () => crypto.randomUUID(),
  });
}
