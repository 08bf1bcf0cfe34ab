/** Reads the records that citizens may see, across all entities, as they come. */
import type { Firestore } from "firebase-admin/firestore";
import type { Kind } from "../domain/record/kinds.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { allRecords } from "./collections.ts";

const PUBLIC = ["disclosure", "==", "public"] as const;

/**
 * Records of one kind that are approved and public, examples left out, with their paths.
 * Needs the collection-group index `records`: kind, state, disclosure.
 */
export async function* publicRecords<K extends Kind>(
  db: Firestore,
  kind: K,
): AsyncIterable<{ path: string; record: Extract<DraftRecord, { kind: K }> }> {
  const query = allRecords(db)
    .where("kind", "==", kind)
    .where("state", "==", "approved")
    .where(...PUBLIC);
  for await (const snapshot of query.stream()) {
    const document = snapshot as unknown as FirebaseFirestore.QueryDocumentSnapshot<DraftRecord>;
    const record = document.data();
    if (!record.isExample)
      yield { path: document.ref.path, record: record as Extract<DraftRecord, { kind: K }> };
  }
}
