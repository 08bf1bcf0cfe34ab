/** What the jobs that count are given in the cloud: besides the rest, roll-ups that gather, and the queue of operations. */

import { groupCommit } from "../jobs/groupCommit.ts";
import type { OperationContext } from "../jobs/OperationContext.ts";
import { enqueue } from "../store/taskQueue.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

let context: OperationContext | undefined;

/** The Functions emulator hands over one event at a time: nothing would gather, and each would wait for the pace. */
const PACE_MS_IN_EMULATOR = 0;

/** One for each instance: events that it serves at the same time are committed together. */
export function countingContext(): OperationContext {
  const cloud = cloudContext();
  context ??= {
    ...cloud,
    rollUps:
      process.env.FUNCTIONS_EMULATOR === "true"
        ? groupCommit(cloud, PACE_MS_IN_EMULATOR)
        : groupCommit(cloud),
    enqueue: (operationId) => enqueue(region, "runOperation", { operationId }),
  };
  return context;
}
