/** The queue on which editions are made, one task each, tried again when a worker dies. */
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { composeEdition as compose } from "../jobs/editions/composeEdition.ts";
import { editionContext } from "./editionContext.ts";
import { isLastAttempt, taskOptions } from "./taskOptions.ts";

const taskSchema = z.strictObject({ editionId: idSchema });

export const composeEdition = onTaskDispatched(
  { ...taskOptions, memory: "1GiB", rateLimits: { maxConcurrentDispatches: 2 } },
  async ({ data, retryCount }) => {
    const { editionId } = taskSchema.parse(data);
    await compose(editionContext(), editionId, isLastAttempt(retryCount));
  },
);
