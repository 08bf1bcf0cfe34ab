/** Editions: their documents, and the files that lie beside one another in the bucket. */
import { createHash } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import type { CollectionReference, Firestore } from "firebase-admin/firestore";
import type { Storage } from "firebase-admin/storage";
import { contentDisposition } from "../domain/contentDisposition.ts";
import { type Edition, editionSchema, type FileFormat } from "../domain/edition.ts";
import { converterOf } from "./converter.ts";

const converter = converterOf(editionSchema);

export const editions = (db: Firestore): CollectionReference<Edition> =>
  db.collection("editions").withConverter(converter);

/** A bucket as the admin library gives it. */
export type Bucket = ReturnType<Storage["bucket"]>;

/** All editions of a report, in no order. */
export const editionsOf = (db: Firestore, reportId: string) => editions(db).where("reportId", "==", reportId);

/** Only a first write succeeds: what is there was made from the same data, and stays. */
const ONCE = { preconditionOpts: { ifGenerationMatch: 0 }, resumable: false } as const;

const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
};

export const contentTypeOf = (format: FileFormat): string => CONTENT_TYPES[format];

/** The text of an object; `undefined` when there is none. */
export async function readText(bucket: Bucket, path: string): Promise<string | undefined> {
  const file = bucket.file(path);
  const [exists] = await file.exists();
  if (!exists) return undefined;
  const [text] = await file.download();
  return text.toString("utf8");
}

/** Saves the text, unless there is an object of that name already; returns the text that stays. */
export async function saveTextOnce(
  bucket: Bucket,
  path: string,
  text: string,
  format: FileFormat,
  name: string,
): Promise<string> {
  // Asked first, since the Storage emulator takes no notice of preconditions.
  const earlier = await readText(bucket, path);
  if (earlier !== undefined) return earlier;
  await bucket.file(path).save(text, {
    ...ONCE,
    metadata: { contentType: contentTypeOf(format), contentDisposition: contentDisposition(name) },
  });
  return text;
}

/** The size and the SHA-256 (in hex) of an object; `undefined` when there is none. */
export async function measure(
  bucket: Bucket,
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string } | undefined> {
  const file = bucket.file(path);
  const [exists] = await file.exists();
  if (!exists) return undefined;
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of file.createReadStream({ decompress: false })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Takes a file's bytes; the object exists once the stream has finished, whole or not at all. */
export const fileWriter = (bucket: Bucket, path: string, format: FileFormat, name: string): Writable =>
  bucket.file(path).createWriteStream({
    ...ONCE,
    metadata: { contentType: contentTypeOf(format), contentDisposition: contentDisposition(name) },
  });

/** Copies an object, unless there is one of that name already. */
export async function copyObject(bucket: Bucket, from: string, to: string): Promise<void> {
  const [exists] = await bucket.file(to).exists();
  if (!exists) await bucket.file(from).copy(bucket.file(to), ONCE);
}

/** @param range - first and last byte, both included */
export const readObject = (bucket: Bucket, path: string, range?: { start: number; end: number }): Readable =>
  bucket.file(path).createReadStream({ ...range, decompress: false });

/** `PRECONDITION_FAILED` of the bucket: another has written the object first. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === 412 || error.code === "412");

/** The connection ended under an upload: nothing was refused, and nothing was written. */
export const isBroken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["EPIPE", "ECONNRESET"].includes(String(error.code));

/** Deletes all objects under the prefix but those under `keep`; what is gone already does no harm. */
export async function deleteUnder(bucket: Bucket, prefix: string, keep?: string): Promise<void> {
  const [files] = await bucket.getFiles({ prefix });
  await Promise.all(
    files
      .filter(({ name }) => keep === undefined || !name.startsWith(keep))
      .map((file) => file.delete({ ignoreNotFound: true })),
  );
}
