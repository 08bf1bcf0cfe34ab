/**
 * Takes an uploaded file in: looks at it once, keeps it where no client reads, or puts it in quarantine and says why.
 *
 * It is asked for by the browser that uploaded, and not by an event of the bucket: the person who waits learns the
 * outcome in the answer, and where a bucket lies does not matter. As with an event, the call may come twice, late or
 * never; so the job starts from what is there, and does the next step of: copy, write the document, delete the upload.
 * After a crash between any two of them a repeat goes on. Who repeats: the browser, whenever the record is opened with a
 * file that is not finished, and the sweep.
 */
import {
  EVIDENCE_LIMITS,
  type Evidence,
  type EvidenceAddress,
  type EvidenceProblem,
  type EvidenceState,
  keptPath,
  passesAs,
  quarantinePath,
  uploadPath,
  withExtensionOf,
} from "../domain/evidence.ts";
import { safeFileName } from "../domain/fileName.ts";
import { EDITABLE_STATES, writesFor } from "../domain/record/states.ts";
import { sniffFile } from "../domain/sniffFile.ts";
import { records } from "../store/collections.ts";
import {
  copyFile,
  deleteFile,
  evidenceOf,
  evidenceRef,
  findFile,
  readOnce,
  type StoredFile,
  unlessMissing,
} from "../store/evidence.ts";
import type { EvidenceContext } from "./EvidenceContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

/** `uploading` where the file has not arrived. */
export interface Finished {
  readonly state: EvidenceState;
  readonly problem?: EvidenceProblem;
}

/** Throws `Rejection`: `not-yours`, `not-found`. */
export async function finishUpload(
  context: EvidenceContext,
  actor: NamedActor,
  address: EvidenceAddress,
): Promise<Finished> {
  if (!writesFor(actor, address.entityId)) throw because("not-yours");
  const finished = await checkUpload(context, address);
  if (!finished) throw because("not-found");
  return finished;
}

/** The same for the sweep; `undefined` without a document. */
export async function checkUpload(
  context: EvidenceContext,
  address: EvidenceAddress,
): Promise<Finished | undefined> {
  const { db, bucket } = context;
  const evidence = (await evidenceRef(db, address).get()).data();
  if (!evidence) return undefined;
  if (evidence.state !== "uploading") return settled(context, address, evidence);
  const upload = await findFile(bucket, uploadPath(evidence.createdBy, address.evidenceId));
  if (!upload) return { state: "uploading" };
  const taken = await unlessMissing(async () => {
    const seen = await inspect(context, upload, evidence);
    await keep(context, upload, address, seen);
    return seen;
  });
  // Gone while it was looked at: another run has finished, or the person has removed it.
  if (!taken) return checkUpload(context, address);
  const after = await write(context, address, taken);
  return settled(context, address, after ?? { ...evidence, state: "removed" });
}

type Seen = Pick<Evidence, "name" | "type"> & { readonly sha256: string; readonly problem?: EvidenceProblem };

async function inspect(
  { bucket }: EvidenceContext,
  upload: StoredFile,
  { name, type, bytes }: Evidence,
): Promise<Seen> {
  const { sha256, ...ends } = await readOnce(bucket, upload);
  const safe = safeFileName(name);
  const refused = (problem: EvidenceProblem): Seen => ({ name: safe, type, sha256, problem });
  if (ends.bytes > EVIDENCE_LIMITS.bytes) return refused("too-large");
  if (ends.bytes !== bytes) return refused("cut-short");
  const sniffed = sniffFile(ends);
  if ("problem" in sniffed) return refused(sniffed.problem);
  if (!passesAs(sniffed.type, type)) return refused("not-what-it-says");
  return { name: safeFileName(withExtensionOf(safe, sniffed.type)), type: sniffed.type, sha256 };
}

const keep = (
  { bucket }: EvidenceContext,
  upload: StoredFile,
  address: EvidenceAddress,
  { sha256, problem, name, type }: Seen,
): Promise<void> =>
  problem
    ? copyFile(bucket, upload, quarantinePath(address), { sha256 })
    : copyFile(bucket, upload, keptPath(address), { sha256, as: { name, type } });

/** Writes the outcome, unless another run has; the document as it stands then, `undefined` when it is gone. */
function write(
  { db, now }: EvidenceContext,
  address: EvidenceAddress,
  { problem: found, ...seen }: Seen,
): Promise<Evidence | undefined> {
  const ref = evidenceRef(db, address);
  const record = records(db, address.entityId).doc(address.recordId);
  return db.runTransaction(async (transaction) => {
    const [snapshot, owner, ready] = await Promise.all([
      transaction.get(ref),
      transaction.get(record),
      transaction.get(evidenceOf(record).where("state", "==", "ready")),
    ]);
    const evidence = snapshot.data();
    if (evidence?.state !== "uploading") return evidence;
    const state = owner.data()?.state;
    const problem =
      found ??
      (state === undefined || !EDITABLE_STATES.includes(state) ? "record-closed" : undefined) ??
      (ready.size >= EVIDENCE_LIMITS.files ? "too-many" : undefined);
    const next: Evidence = {
      ...evidence,
      ...seen,
      state: problem ? "quarantined" : "ready",
      ...(problem && { problem }),
      version: evidence.version + 1,
      updatedAt: now(),
    };
    transaction.set(ref, next);
    return next;
  });
}

async function settled(
  context: EvidenceContext,
  address: EvidenceAddress,
  evidence: Evidence,
): Promise<Finished> {
  await deleteFilesOf(context, address, evidence);
  return { state: evidence.state, ...(evidence.problem && { problem: evidence.problem }) };
}

/** What a document that is settled no longer needs: its upload, and its file unless it is ready. */
export async function deleteFilesOf(
  { bucket }: EvidenceContext,
  address: EvidenceAddress,
  { state, createdBy }: Pick<Evidence, "state" | "createdBy">,
): Promise<void> {
  if (state !== "ready") await deleteFile(bucket, keptPath(address));
  if (state === "removed") await deleteFile(bucket, quarantinePath(address));
  await deleteFile(bucket, uploadPath(createdBy, address.evidenceId));
}
