/** A Firestore and a bucket of a test's own, and what the jobs that make editions are given. */
import { getStorage } from "firebase-admin/storage";
import type { Edition } from "#domain/edition.ts";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { type EditionKinds, KINDS } from "#functions/jobs/editions/reportKinds.ts";
import { requestEdition } from "#functions/jobs/editions/startEdition.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import { andres } from "./builders.ts";
import { adminApp } from "./emulators.ts";
import { type Jobs, jobsOn } from "./jobsOn.ts";

export interface EditionsHeld {
  readonly jobs: Jobs;
  readonly bucket: Bucket;
  readonly context: EditionContext;
  /** The ids that were put on the queue. */
  readonly queued: string[];
  reset(): Promise<void>;
  /** The Office asks for an annual edition. */
  ask(year?: number): Promise<string>;
  /** The same, and a worker makes it. */
  make(year?: number): Promise<{ readonly id: string; readonly edition: Edition }>;
  stored(editionId: string): Promise<Edition>;
  /** The names of all objects under the prefix. */
  names(prefix?: string): Promise<string[]>;
}

/** Annual editions with their Spanish PDF alone, for tests that are not about the other files. */
export const PDF_ALONE: EditionKinds = {
  ...KINDS,
  annual: { ...KINDS.annual, files: [{ format: "pdf", language: "es" }] },
};

/** @param project - a `demo-…` name that no other test file uses */
export function editionsOn(project: string): EditionsHeld {
  const jobs = jobsOn(project);
  const { db, clock } = jobs;
  const bucket: Bucket = getStorage(adminApp(project)).bucket();
  const queued: string[] = [];
  const context: EditionContext = {
    ...{ ...jobs.context, bucket, appUrl: "https://bitacora.example" },
    // It moves, so that progress is due at every step.
    now: () => {
      clock.at = new Date(clock.at.getTime() + 1000);
      return clock.at;
    },
    enqueue: async (editionId) => void queued.push(editionId),
    newId: () => crypto.randomUUID(),
  };
  let requests = 0;
  const ask = async (year = 2026) => {
    const request = { subject: { kind: "annual", year } as const, requestId: `request-${requests++}` };
    return (await requestEdition(context, andres, request)).editionId;
  };
  const stored = async (editionId: string) => {
    const edition = (await editions(db).doc(editionId).get()).data();
    if (!edition) throw new Error(`no ${editionId}`);
    return edition;
  };
  return {
    ...{ jobs, bucket, context, queued, ask, stored },
    reset: async () => {
      queued.length = 0;
      await jobs.reset();
      await bucket.deleteFiles();
    },
    make: async (year) => {
      const id = await ask(year);
      await composeEdition(context, id, false, PDF_ALONE);
      return { id, edition: await stored(id) };
    },
    names: async (prefix = "editions/") =>
      (await bucket.getFiles({ prefix }))[0].map(({ name }) => name).sort(),
  };
}
