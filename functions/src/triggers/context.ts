/** What the jobs are given in the cloud: the real database, clock and ids, once for each instance. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FoldContext } from "../jobs/foldAndPublish.ts";
import { jobContext } from "../jobs/JobContext.ts";
import { firestore } from "../store/firebase.ts";

let context: FoldContext | undefined;

/**
 * The least milliseconds between two runs of what gathers events; each has its own where this is undefined. The Functions
 * emulator hands over one event at a time: nothing would gather, and each would wait for the pace.
 */
export const PACE_MS = process.env.FUNCTIONS_EMULATOR === "true" ? 0 : undefined;

/** Made at the first event, since loading a function must not reach for the network. */
export function cloudContext(): FoldContext {
  context ??= {
    ...jobContext(firestore(), () => new Date()),
    sleep: async (ms) => void (await sleep(ms)),
    newId: randomUUID,
    ...(PACE_MS !== undefined && { pauseMs: PACE_MS }),
  };
  return context;
}
