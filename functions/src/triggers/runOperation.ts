/** The queue on which operations are carried out, one task each, tried again when a worker dies. */
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { runOperation as run } from "../jobs/operations.ts";
import { OPERATION_SECONDS } from "../store/operationQueue.ts";
import { countingContext } from "./countingContext.ts";
import { region } from "./region.ts";

const taskSchema = z.strictObject({ operationId: idSchema });

/** The pauses add up to more than a worker's lease, so that another attempt finds it free when the worker has died. */
const MAX_ATTEMPTS = 7;

export const runOperation = onTaskDispatched(
  {
    region,
    memory: "512MiB",
    timeoutSeconds: OPERATION_SECONDS,
    retryConfig: {
      maxAttempts: MAX_ATTEMPTS,
      minBackoffSeconds: 10,
      maxBackoffSeconds: 300,
      maxDoublings: 5,
    },
    // One at a time: two recounts at once would write the same tallies.
    rateLimits: { maxConcurrentDispatches: 1 },
  },
  async ({ data, retryCount }) => {
    const { operationId } = taskSchema.parse(data);
    await run(countingContext(), operationId, retryCount >= MAX_ATTEMPTS - 1);
  },
);
