/**
 * Leaves nothing orphaned: finishes what was left undone, removes files without a document and the reverse, and tells
 * the Office of files that are gone.
 */
import { type Evidence, type EvidenceAddress, keptPath } from "../domain/evidence.ts";
import { allEvidence, deleteFile, filesUnder } from "../store/evidence.ts";
import type { EvidenceContext } from "./EvidenceContext.ts";
import { checkUpload, deleteFilesOf } from "./finishUpload.ts";
import { reportFindings } from "./reportFindings.ts";

const DAY_MS = 86_400_000;
/** After that long nobody waits for an upload any more. */
const ABANDONED_MS = DAY_MS;
/** How long a refused file can still be looked at by the system's owner. */
const QUARANTINE_MS = 30 * DAY_MS;
const PAGE = 300;

/** What was found and done. */
export interface Swept {
  /** Uploads that had arrived without anyone finishing them. */
  readonly finished: number;
  /** Documents whose upload never came, or whose draft was deleted. */
  readonly documents: number;
  /** Files without a document that needs them. */
  readonly files: number;
  /** Paths of documents whose file is gone, which nothing here explains. */
  readonly missing: readonly string[];
}

export async function sweepEvidence(context: EvidenceContext): Promise<Swept> {
  const { bucket, now } = context;
  const isOlder = (at: Date, ms: number) => now().getTime() - at.getTime() > ms;
  // Listed first: a file that is kept from now on is too young to be looked at.
  const kept = new Map<string, Date>();
  for await (const { path, createdAt } of filesUnder(bucket, "evidence/")) kept.set(path, createdAt);

  const done = { finished: 0, documents: 0, files: 0 };
  const missing: string[] = [];
  for await (const found of eachEvidence(context)) {
    const { address, evidence, hasRecord, remove } = found;
    const path = keptPath(address);
    if (!hasRecord) {
      await deleteFilesOf(context, address, { ...evidence, state: "removed" });
      await remove();
      done.documents += 1;
    } else if (evidence.state === "uploading") {
      const state = (await checkUpload(context, address))?.state;
      if (state !== "uploading") done.finished += 1;
      else if (isOlder(evidence.createdAt, ABANDONED_MS)) {
        await remove();
        done.documents += 1;
      }
    } else if (evidence.state === "ready") {
      if (!kept.delete(path) && isOlder(evidence.updatedAt, ABANDONED_MS)) missing.push(path);
    }
  }
  const orphans = [...kept].filter(([, createdAt]) => isOlder(createdAt, ABANDONED_MS)).map(([path]) => path);
  for await (const { path, createdAt } of filesUnder(bucket, "uploads/"))
    if (isOlder(createdAt, ABANDONED_MS)) orphans.push(path);
  for await (const { path, createdAt } of filesUnder(bucket, "quarantine/"))
    if (isOlder(createdAt, QUARANTINE_MS)) orphans.push(path);
  for (const path of orphans) await deleteFile(bucket, path);
  const problem = "the evidence is ready, and its file is not in the bucket";
  await reportFindings(
    context,
    "file-missing",
    missing.map((path) => ({ path, problem })),
  );
  return { ...done, files: orphans.length, missing };
}

interface Found {
  readonly address: EvidenceAddress;
  readonly evidence: Evidence;
  readonly hasRecord: boolean;
  readonly remove: () => Promise<unknown>;
}

/** Every document of evidence, in the order of its path, with whether its record is there. */
async function* eachEvidence({ db }: EvidenceContext): AsyncGenerator<Found> {
  const query = allEvidence(db).orderBy("__name__").limit(PAGE);
  for (let page = await query.get(); !page.empty; page = await query.startAfter(page.docs.at(-1)).get()) {
    const found = page.docs.map((snapshot) => {
      const [, entityId = "", , recordId = "", , evidenceId = ""] = snapshot.ref.path.split("/");
      return { snapshot, address: { entityId, recordId, evidenceId } };
    });
    // As they are: whether a record can be read is not the question here.
    const owners = await db.getAll(
      ...found.map(({ snapshot }) => db.doc(snapshot.ref.parent.parent?.path ?? "")),
      {
        fieldMask: [],
      },
    );
    const there = new Set(owners.filter(({ exists }) => exists).map(({ ref }) => ref.path));
    for (const { snapshot, address } of found)
      yield {
        address,
        evidence: snapshot.data(),
        hasRecord: there.has(snapshot.ref.parent.parent?.path ?? ""),
        remove: () => snapshot.ref.delete(),
      };
  }
}
