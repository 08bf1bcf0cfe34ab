/** Creates the documents that are not there yet, and leaves the others as they are. */
import type { DocumentData, Firestore } from "firebase-admin/firestore";

/** A document to be, by its path. */
export type Document = readonly [path: string, data: DocumentData];

/** Returns how many there were. Two runs at the same time are harmless: the second one's batch fails and its next run finds all there. */
export async function createMissing(db: Firestore, documents: readonly Document[]): Promise<number> {
  const found = await db.getAll(...documents.map(([path]) => db.doc(path)));
  const missing = documents.filter((_, index) => !found[index]?.exists);
  for (let start = 0; start < missing.length; start += 400) {
    const batch = db.batch();
    for (const [path, data] of missing.slice(start, start + 400)) batch.create(db.doc(path), data);
    await batch.commit();
  }
  return missing.length;
}
