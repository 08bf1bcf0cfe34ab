/** The queue on which operations are carried out, one task each, tried again when a worker dies. */
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { runOperation as run } from "../jobs/operations.ts";
import { countingContext } from "./countingContext.ts";
import { isLastAttempt, taskOptions } from "./taskOptions.ts";

const taskSchema = z.strictObject({ operationId: idSchema });

export const runOperation = onTaskDispatched(
  // One at a time: two recounts at once would write the same tallies.
  { ...taskOptions, memory: "512MiB", rateLimits: { maxConcurrentDispatches: 1 } },
  async ({ data, retryCount }) => {
    const { operationId } = taskSchema.parse(data);
    await run(countingContext(), operationId, isLastAttempt(retryCount));
  },
);
