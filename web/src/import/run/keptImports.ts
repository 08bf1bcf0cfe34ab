/** Imports as this computer keeps them until they are done, so that one goes on where it was, also after the page was closed. */
import type { ImportJob, Outcomes } from "./ImportJob.ts";

export interface KeptImport {
  readonly job: ImportJob;
  readonly outcomes: Outcomes;
}

const NAME = "bitacora-imports";
const JOBS = "jobs";
const OUTCOMES = "outcomes";

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(JOBS);
    request.result.createObjectStore(OUTCOMES);
  };
  return answered(request);
}

/** Runs requests in one transaction, and ends when it is written. */
async function within<T>(
  mode: IDBTransactionMode,
  act: (jobs: IDBObjectStore, outcomes: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction([JOBS, OUTCOMES], mode);
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    const answer = await act(transaction.objectStore(JOBS), transaction.objectStore(OUTCOMES));
    await written;
    return answer;
  } finally {
    database.close();
  }
}

/** The person's unfinished import, if there is one. */
export const keptImport = (uid: string): Promise<KeptImport | undefined> =>
  within("readonly", async (jobs, outcomes) => {
    const [job, done] = await Promise.all([answered(jobs.get(uid)), answered(outcomes.get(uid))]);
    return job === undefined ? undefined : { job: job as ImportJob, outcomes: (done ?? {}) as Outcomes };
  });

export const keepImport = (job: ImportJob): Promise<void> =>
  within("readwrite", async (jobs, outcomes) => {
    await Promise.all([answered(jobs.put(job, job.uid)), answered(outcomes.put({}, job.uid))]);
  });

export const keepOutcomes = (uid: string, done: Outcomes): Promise<void> =>
  within("readwrite", async (_, outcomes) => void (await answered(outcomes.put(done, uid))));

export const forgetImport = (uid: string): Promise<void> =>
  within("readwrite", async (jobs, outcomes) => {
    await Promise.all([answered(jobs.delete(uid)), answered(outcomes.delete(uid))]);
  });
