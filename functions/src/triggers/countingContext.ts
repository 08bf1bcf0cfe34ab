/** What the jobs that count are given in the cloud: besides the rest, roll-ups that gather, and the queue of operations. */

import { groupCommit } from "../jobs/groupCommit.ts";
import type { OperationContext } from "../jobs/OperationContext.ts";
import { enqueue } from "../store/taskQueue.ts";
import { cloudContext, PACE_MS } from "./context.ts";
import { region } from "./region.ts";

let context: OperationContext | undefined;

/** One for each instance: events that it serves at the same time are committed together. */
export function countingContext(): OperationContext {
  const cloud = cloudContext();
  context ??= {
    ...cloud,
    rollUps: groupCommit(cloud, PACE_MS),
    enqueue: (operationId) => enqueue(region, "runOperation", { operationId }),
  };
  return context;
}
