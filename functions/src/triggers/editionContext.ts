/** What the jobs that make editions are given in the cloud: besides the rest, the bucket and the queue. */
import { randomUUID } from "node:crypto";
import { getStorage } from "firebase-admin/storage";
import type { EditionContext } from "../jobs/EditionContext.ts";
import { app } from "../store/firebase.ts";
import { enqueue } from "../store/taskQueue.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

export function editionContext(): EditionContext {
  const { db, now } = cloudContext();
  return {
    db,
    now,
    bucket: getStorage(app()).bucket(),
    enqueue: (editionId) => enqueue(region, "composeEdition", { editionId }),
    newId: randomUUID,
  };
}
