/** What a worker outside of Vitest is given: the emulators by their environment variables. */
import { randomUUID } from "node:crypto";
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { getStorage } from "firebase-admin/storage";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { NOW } from "../../support/builders.ts";

/** @param ahead - milliseconds that the clock runs ahead of a fixed day, on which it runs as any clock */
export function contextOn(project: string, ahead: number): EditionContext {
  const app = initializeApp(
    { projectId: project, storageBucket: `${project}.appspot.com` },
    `${project}-${randomUUID()}`,
  );
  const db = getFirestore(app);
  const started = Date.now();
  const now = () => new Date(NOW.getTime() + ahead + Date.now() - started);
  return {
    ...{ ...jobContext(db, now), bucket: getStorage(app).bucket() },
    ...{ enqueue: async () => undefined, appUrl: "https://bitacora.example", newId: randomUUID },
  };
}
