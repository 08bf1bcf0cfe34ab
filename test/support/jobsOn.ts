/** A Firestore of a test's own, with the catalogues that ship, and what jobs are given; no trigger fires there. */
import { setImmediate } from "node:timers/promises";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import type { FoldContext } from "#functions/jobs/foldAndPublish.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { NOW } from "./builders.ts";
import { emptyFirestore } from "./emptyFirestore.ts";
import { adminApp } from "./emulators.ts";

export interface Jobs {
  readonly db: Firestore;
  readonly context: FoldContext;
  /** The clock; it moves when a job sleeps or a test sets it. */
  readonly clock: { at: Date };
  /** Deletes everything and loads the catalogues again. */
  reset(): Promise<void>;
}

/** @param project - a `demo-…` name that no other test file uses */
export function jobsOn(project: string): Jobs {
  const db = getFirestore(adminApp(project));
  const clock = { at: NOW };
  let ids = 0;
  const context = {
    ...jobContext(db, () => clock.at),
    sleep: async (ms: number) => {
      clock.at = new Date(clock.at.getTime() + ms);
      await setImmediate();
    },
    newId: () => `run-${ids++}`,
  };
  const reset = async () => {
    await emptyFirestore(project);
    clock.at = NOW;
    await loadCatalogues(db, NOW);
    await context.catalogues.refresh();
  };
  return { db, context, clock, reset };
}
