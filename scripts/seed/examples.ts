/** Loads the example records, and removes them for good. */
import type { Firestore } from "firebase-admin/firestore";
import { entityScope, historyEntrySchema } from "#domain/historyEntry.ts";
import { CATALOGUES, SEED } from "./catalogueData.ts";
import { createMissing, type Document } from "./createMissing.ts";
import { EXAMPLE_RECORDS, type ExampleRecord } from "./exampleRecords.ts";

/** Remembers that the examples were removed, so that they do not come back on the next start. */
const MARK = "config/examples";

function documentsOf({ id, record }: ExampleRecord, now: Date): Document[] {
  const path = `entities/${record.entityId}/records/${id}`;
  const dated = { ...record, createdAt: now, updatedAt: now };
  const entry = historyEntrySchema.parse({
    version: 1,
    covers: 1,
    scope: entityScope(record.entityId),
    before: {},
    action: "seed",
    requestId: SEED.by,
    at: now,
    by: SEED.by,
    byName: SEED.name,
    to: record.state,
    after: dated,
  });
  return [
    [path, dated],
    [`${path}/history/1`, entry],
  ];
}

/** Adds the examples that are missing, unless someone has removed them and `again` does not ask for them. */
export async function loadExamples(db: Firestore, now: Date, again: boolean): Promise<void> {
  const mark = db.doc(MARK);
  if (again) await mark.delete();
  else if ((await mark.get()).exists) return;
  await createMissing(
    db,
    EXAMPLE_RECORDS.flatMap((record) => documentsOf(record, now)),
  );
}

/** Deletes every record that is an example, with its history; returns how many there were. */
export async function removeExamples(db: Firestore, now: Date): Promise<number> {
  await db.doc(MARK).set({ removedAt: now });
  // Entity by entity: a search of all records by isExample would ask for an index of its own.
  const found = await Promise.all(
    CATALOGUES.entities.map(({ id }) =>
      db.collection(`entities/${id}/records`).where("isExample", "==", true).select().get(),
    ),
  );
  const documents = found.flatMap(({ docs }) => docs);
  for (const document of documents) await db.recursiveDelete(document.ref);
  return documents.length;
}
