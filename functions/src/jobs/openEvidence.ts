/** Opens a file of evidence for someone who may see its record now. */
import type { Readable } from "node:stream";
import type { ByteRange } from "../domain/byteRange.ts";
import { type Evidence, type EvidenceAddress, keptPath } from "../domain/evidence.ts";
import { ID_PATTERN } from "../domain/fields.ts";
import { maySeeRecord } from "../domain/record/maySeeRecord.ts";
import { records } from "../store/collections.ts";
import { evidenceRef, readFile } from "../store/evidence.ts";
import type { EvidenceContext } from "./EvidenceContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

export interface OpenedEvidence {
  readonly evidence: Evidence;
  /** The whole file, or some of its bytes. */
  readonly read: (range?: ByteRange) => Readable;
}

/**
 * @throws Rejection `not-found` alike for what is not there, not ready or no longer, and for what the actor may not see:
 * nobody learns that a file exists
 */
export async function openEvidence(
  { db, bucket }: Pick<EvidenceContext, "db" | "bucket">,
  actor: NamedActor,
  address: EvidenceAddress,
): Promise<OpenedEvidence> {
  const { entityId, recordId, evidenceId } = address;
  if (![entityId, recordId, evidenceId].every((id) => ID_PATTERN.test(id))) throw because("not-found");
  const [record, evidence] = await Promise.all([
    records(db, entityId).doc(recordId).get(),
    evidenceRef(db, address).get(),
  ]);
  const [owner, found] = [record.data(), evidence.data()];
  if (!owner || !maySeeRecord(actor, owner) || found?.state !== "ready") throw because("not-found");
  return { evidence: found, read: (range) => readFile(bucket, keptPath(address), range) };
}
