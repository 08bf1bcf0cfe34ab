/** The queue of operations to be carried out. */
import { getFunctions } from "firebase-admin/functions";
import { app } from "./firebase.ts";

/** How long one attempt may take, in seconds: the longest that a task may. */
export const OPERATION_SECONDS = 1800;

/** Puts an operation on the queue of the function `runOperation`. */
export const enqueueOperation = (region: string, operationId: string): Promise<void> =>
  getFunctions(app())
    .taskQueue<{ operationId: string }>(`locations/${region}/functions/runOperation`)
    .enqueue({ operationId }, { dispatchDeadlineSeconds: OPERATION_SECONDS });
