/** Evidence: its documents under their record, and its files in the bucket. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { contentDisposition } from "../domain/contentDisposition.ts";
import {
  EVIDENCE_TYPES,
  type EvidenceAddress,
  type EvidenceType,
  evidenceSchema,
} from "../domain/evidence.ts";
import { type FileEnds, SNIFFED_BYTES } from "../domain/sniffFile.ts";
import { records } from "./collections.ts";
import { converterOf } from "./converter.ts";
import type { Bucket } from "./editions.ts";

const converter = converterOf(evidenceSchema);

export const evidenceOf = (record: DocumentReference<unknown>) =>
  record.collection("evidence").withConverter(converter);

export const evidenceRef = (db: Firestore, { entityId, recordId, evidenceId }: EvidenceAddress) =>
  evidenceOf(records(db, entityId).doc(recordId)).doc(evidenceId);

/** The evidence of all records. */
export const allEvidence = (db: Firestore) => db.collectionGroup("evidence").withConverter(converter);

/** One generation of an object, so that what was looked at is what is copied. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly generation: string | number;
  readonly createdAt: Date;
}

/** `NOT_FOUND` of the bucket. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === 404 || error.code === "404");

/** What the work gives, or `undefined` when the object is not there, or no longer. */
export async function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

interface Described {
  readonly name: string;
  readonly metadata: { size?: string | number; generation?: string | number; timeCreated?: string };
}

const storedFile = ({ name, metadata }: Described): StoredFile => ({
  path: name,
  bytes: Number(metadata.size ?? 0),
  generation: metadata.generation ?? 0,
  createdAt: new Date(metadata.timeCreated ?? 0),
});

export const findFile = (bucket: Bucket, path: string): Promise<StoredFile | undefined> =>
  unlessMissing(async () => {
    const [file] = await bucket.file(path).get();
    return storedFile(file);
  });

/** All files under a prefix, one page after the other. */
export async function* filesUnder(bucket: Bucket, prefix: string): AsyncGenerator<StoredFile> {
  for await (const file of bucket.getFilesStream({ prefix })) yield storedFile(file as Described);
}

const at = (bucket: Bucket, { path, generation }: StoredFile) => bucket.file(path, { generation });

/** Reads the file once: its SHA-256 in hex, and its two ends. It is never held whole. */
export async function readOnce(bucket: Bucket, file: StoredFile): Promise<FileEnds & { sha256: string }> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let bytes = 0;
  // As it is stored: a file sent as compressed is not unpacked.
  for await (const chunk of at(bucket, file).createReadStream({ decompress: false })) {
    const part = chunk as Buffer;
    hash.update(part);
    bytes += part.length;
    if (head.length < SNIFFED_BYTES) head = Buffer.concat([head, part]).subarray(0, SNIFFED_BYTES);
    tail = Buffer.concat([tail, part]).subarray(-SNIFFED_BYTES);
  }
  return { sha256: hash.digest("hex"), head, tail, bytes };
}

/**
 * Copies a file with metadata of our own alone: what its uploader gave, the token by which Firebase makes an address
 * public among it, stays behind. Repeated, it leaves the same.
 */
export async function copyFile(
  bucket: Bucket,
  file: StoredFile,
  to: string,
  content: { readonly sha256: string; readonly as?: { readonly name: string; readonly type: EvidenceType } },
): Promise<void> {
  const { sha256, as } = content;
  await at(bucket, file).copy(bucket.file(to), {
    contentType: as ? EVIDENCE_TYPES[as.type].mime : "application/octet-stream",
    contentDisposition: as ? contentDisposition(as.name) : "attachment",
    cacheControl: "private, no-store",
    metadata: { sha256 },
  });
}

/** Deletes a file; one that is not there does no harm. */
export const deleteFile = async (bucket: Bucket, path: string): Promise<void> =>
  void (await bucket.file(path).delete({ ignoreNotFound: true }));

/** @param range - first and last byte, both included */
export const readFile = (bucket: Bucket, path: string, range?: { start: number; end: number }): Readable =>
  bucket.file(path).createReadStream({ ...range, decompress: false });
