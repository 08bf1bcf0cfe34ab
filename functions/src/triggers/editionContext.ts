/** What the jobs that make editions are given in the cloud: besides the rest, the bucket and the queue. */
import { randomUUID } from "node:crypto";
import { getStorage } from "firebase-admin/storage";
import type { EditionContext } from "../jobs/editions/EditionContext.ts";
import { app } from "../store/firebase.ts";
import { enqueue } from "../store/taskQueue.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

export function editionContext(): EditionContext {
  const { db, now, catalogues } = cloudContext();
  return {
    ...{ db, now, catalogues },
    bucket: getStorage(app()).bucket(),
    enqueue: (editionId) => enqueue(region, "composeEdition", { editionId }),
    appUrl: `https://${process.env.GCLOUD_PROJECT}.web.app`,
    newId: randomUUID,
  };
}
