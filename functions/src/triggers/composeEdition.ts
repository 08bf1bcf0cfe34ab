/** The queue on which editions are made, one task each, tried again when a worker dies. */
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { composeEdition as compose } from "../jobs/composeEdition.ts";
import { EDITION_SECONDS } from "../store/editionQueue.ts";
import { editionContext } from "./editionContext.ts";
import { region } from "./region.ts";

const taskSchema = z.strictObject({ editionId: idSchema });

/** The pauses add up to more than a worker's lease, so that another attempt finds it free when the worker has died. */
const MAX_ATTEMPTS = 7;

export const composeEdition = onTaskDispatched(
  {
    region,
    memory: "1GiB",
    timeoutSeconds: EDITION_SECONDS,
    retryConfig: {
      maxAttempts: MAX_ATTEMPTS,
      minBackoffSeconds: 10,
      maxBackoffSeconds: 300,
      maxDoublings: 5,
    },
    rateLimits: { maxConcurrentDispatches: 2 },
  },
  async ({ data, retryCount }) => {
    const { editionId } = taskSchema.parse(data);
    await compose(editionContext(), editionId, retryCount >= MAX_ATTEMPTS - 1);
  },
);
