/** Editions: their documents, and the files that lie beside one another in the bucket. */
import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type { CollectionReference, Firestore } from "firebase-admin/firestore";
import type { Storage } from "firebase-admin/storage";
import { type AnnualSnapshot, annualSnapshotSchema } from "../domain/annualReport/annualSnapshot.ts";
import { contentDisposition } from "../domain/contentDisposition.ts";
import { type Edition, editionFileName, editionSchema } from "../domain/edition.ts";
import { converterOf } from "./converter.ts";

const converter = converterOf(editionSchema);

export const editions = (db: Firestore): CollectionReference<Edition> =>
  db.collection("editions").withConverter(converter);

/** A bucket as the admin library gives it. */
export type Bucket = ReturnType<Storage["bucket"]>;

export const editionsOfYear = (db: Firestore, year: number) => editions(db).where("year", "==", year);

/** Only a first write succeeds: what is there was made from the same data, and stays. */
const ONCE = { preconditionOpts: { ifGenerationMatch: 0 }, resumable: false } as const;

const snapshotPath = (folder: string): string => `${folder}/datos.json`;

/** The snapshot that an edition was begun with; `undefined` when there is none. */
export async function loadSnapshot(bucket: Bucket, folder: string): Promise<AnnualSnapshot | undefined> {
  const file = bucket.file(snapshotPath(folder));
  const [exists] = await file.exists();
  if (!exists) return undefined;
  const [text] = await file.download();
  return annualSnapshotSchema.parse(JSON.parse(text.toString("utf8")));
}

/** Saves the snapshot, unless the folder has one already; returns the one that stays. */
export async function saveSnapshot(
  bucket: Bucket,
  folder: string,
  snapshot: AnnualSnapshot,
): Promise<AnnualSnapshot> {
  // Asked first, since the Storage emulator takes no notice of preconditions.
  const earlier = await loadSnapshot(bucket, folder);
  if (earlier) return earlier;
  await bucket.file(snapshotPath(folder)).save(JSON.stringify(snapshot), {
    ...ONCE,
    contentType: "application/json; charset=utf-8",
  });
  return snapshot;
}

/** The SHA-256 of an object, in hex; `undefined` when there is none. */
export async function hashOf(bucket: Bucket, path: string): Promise<string | undefined> {
  const file = bucket.file(path);
  const [exists] = await file.exists();
  if (!exists) return undefined;
  const hash = createHash("sha256");
  for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** `attachment` under a name that people understand. */
export const contentDispositionOf = (edition: Pick<Edition, "kind" | "year">): string =>
  contentDisposition(editionFileName(edition));

/** Takes a PDF's bytes; the object exists once the stream has finished, whole or not at all. */
export const pdfWriter = (bucket: Bucket, path: string, edition: Pick<Edition, "kind" | "year">): Writable =>
  bucket.file(path).createWriteStream({
    ...ONCE,
    metadata: { contentType: "application/pdf", contentDisposition: contentDispositionOf(edition) },
  });
