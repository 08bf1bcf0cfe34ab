/** How functions that are called by tasks are tried again when a worker dies. */
import { TASK_SECONDS } from "../store/taskQueue.ts";
import { region } from "./region.ts";

/** The pauses add up to more than a worker's lease, so that another attempt finds it free when the worker has died. */
const MAX_ATTEMPTS = 7;

/** Whether a failure of this attempt is final; `retryCount` is 0 on the first. */
export const isLastAttempt = (retryCount: number): boolean => retryCount >= MAX_ATTEMPTS - 1;

export const taskOptions = {
  region,
  timeoutSeconds: TASK_SECONDS,
  retryConfig: { maxAttempts: MAX_ATTEMPTS, minBackoffSeconds: 10, maxBackoffSeconds: 300, maxDoublings: 5 },
} as const;
