/** The queues of work: one for each function that is called by tasks. */
import { getFunctions } from "firebase-admin/functions";
import { app } from "./firebase.ts";

/** How long one attempt may take, in seconds: the longest that a task may. */
export const TASK_SECONDS = 1800;

/** What each function's tasks hold. */
export interface Tasks {
  readonly composeEdition: { readonly editionId: string };
  readonly runOperation: { readonly operationId: string };
}

/** Puts a task on the queue of the function. */
export const enqueue = <Name extends keyof Tasks>(
  region: string,
  name: Name,
  task: Tasks[Name],
): Promise<void> =>
  getFunctions(app())
    .taskQueue<Tasks[Name]>(`locations/${region}/functions/${name}`)
    .enqueue(task, { dispatchDeadlineSeconds: TASK_SECONDS });
