/** The queue of editions to be made. */
import { getFunctions } from "firebase-admin/functions";
import { app } from "./firebase.ts";

/** How long one attempt may take, in seconds: the longest that a task may. */
export const EDITION_SECONDS = 1800;

/** Puts an edition on the queue of the function `composeEdition`. */
export const enqueueEdition = (region: string, editionId: string): Promise<void> =>
  getFunctions(app())
    .taskQueue<{ editionId: string }>(`locations/${region}/functions/composeEdition`)
    .enqueue({ editionId }, { dispatchDeadlineSeconds: EDITION_SECONDS });
