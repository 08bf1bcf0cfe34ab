/** What the jobs that make editions are given in the cloud: besides the rest, the bucket and the queue. */
import { randomUUID } from "node:crypto";
import { getStorage } from "firebase-admin/storage";
import type { EditionContext } from "../jobs/editions/EditionContext.ts";
import { app } from "../store/firebase.ts";
import { enqueue } from "../store/taskQueue.ts";
import { mailContext } from "./mailContext.ts";
import { region } from "./region.ts";

export function editionContext(): EditionContext {
  return {
    ...mailContext(),
    bucket: getStorage(app()).bucket(),
    enqueue: (editionId) => enqueue(region, "composeEdition", { editionId }),
    newId: randomUUID,
  };
}
