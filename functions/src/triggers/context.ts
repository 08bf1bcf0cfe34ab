/** What the jobs are given in the cloud: the real database, clock and ids, once for each instance. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FoldContext } from "../jobs/foldAndPublish.ts";
import { jobContext } from "../jobs/JobContext.ts";
import { firestore } from "../store/firebase.ts";

let context: FoldContext | undefined;

/** Made at the first event, since loading a function must not reach for the network. */
export function cloudContext(): FoldContext {
  context ??= {
    ...jobContext(firestore(), () => new Date()),
    sleep: async (ms) => void (await sleep(ms)),
    newId: randomUUID,
  };
  return context;
}
