/** What an import under way reads and writes, for the person who is signed in. */
import { EVIDENCE_LIMITS } from "#domain/evidence.ts";
import { safeFileName } from "#domain/fileName.ts";
import { CallError } from "../../../data/call.ts";
import { loadEvidence } from "../../../data/evidenceFiles.ts";
import {
  createDrafts,
  isDenied,
  isPassing,
  loadByIds,
  proposeOnce,
  submitDrafts,
} from "../../../data/imports.ts";
import { fileNamed } from "../../../import/rows/matchFiles.ts";
import type { ImportJob, JobRow } from "../../../import/run/ImportJob.ts";
import type { RunStores } from "../../../import/run/ImportRun.ts";
import { keepOutcomes } from "../../../import/run/keptImports.ts";
import { UploadQueue } from "../../record/evidence/UploadQueue.ts";
import { NOTHING_KEPT, uploadStores } from "../../record/evidence/uploadStores.ts";

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    }
    addEventListener("online", done);
  });

/** The pace that the server holds an account to is waited for. */
async function paced<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof CallError) || error.reason !== "too-many-requests") throw error;
      await sleep(2_000);
    }
  }
}

/** Uploads a row's files that are not there yet, one after the other; the names of those that are not there in the end. */
async function upload({ uid, entityId }: ImportJob, row: JobRow, files: readonly File[]): Promise<string[]> {
  const address = { entityId, recordId: row.recordId };
  const there = async () => (await loadEvidence(address, "own")).filter(({ data }) => data.state === "ready");
  const before = new Set((await there()).map(({ data }) => data.name));
  const wanted = row.files.flatMap((name) => {
    const file = fileNamed(name, files);
    return file && !before.has(safeFileName(file.name)) ? [file] : [];
  });
  if (wanted.length > 0) {
    const stores = uploadStores(uid, address);
    const queue = new UploadQueue(
      {
        ...{ ...stores, ...NOTHING_KEPT, saveRecord: async () => true, settled: async () => {} },
        finish: (id) => paced(() => stores.finish(id)),
        remove: (id) => paced(() => stores.remove(id)),
      },
      () => {},
    );
    queue.add(wanted, EVIDENCE_LIMITS.files - before.size);
    await queue.idle();
  }
  const names = new Set((await there()).map(({ data }) => data.name));
  return row.files.filter((name) => {
    const file = fileNamed(name, files);
    return !file || !names.has(safeFileName(file.name));
  });
}

/** @param files - those that the rows name, as far as the person chose them; a row goes in without the others */
export function runStores(job: ImportJob, files: () => readonly File[]): RunStores {
  const { entityId } = job;
  return {
    propose: (partner) => proposeOnce(partner, entityId),
    standing: async (ids) => {
      const found = await loadByIds(entityId, ids);
      return new Map(found.map(({ id, data: { state, version } }) => [id, { state, version }]));
    },
    create: (rows) => createDrafts(entityId, rows),
    upload: (row) => upload(job, row, files()),
    submit: (items) => submitDrafts(entityId, items),
    keep: (outcomes) => keepOutcomes(job.uid, outcomes),
    ...{ isPassing, isRefusal: isDenied, sleep },
  };
}
