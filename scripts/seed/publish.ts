/** Counts and publishes what has been loaded, without waiting for triggers: the figures are right at once. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Firestore } from "firebase-admin/firestore";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";

/** @param counting - whether records came in or rules changed, so that ledger and tallies must follow them */
export async function publish(db: Firestore, now: () => Date, counting: boolean): Promise<void> {
  const context = {
    ...jobContext(db, now),
    sleep: async (ms: number) => void (await sleep(ms)),
    newId: () => crypto.randomUUID(),
  };
  if (counting) await recountAll(context, { addAll: (paths) => rollUp(context, paths) });
  await foldAndPublish(context);
}
