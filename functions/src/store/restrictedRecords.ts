/** The records of all entities that are not public, as a stream. */
import type { Firestore, QueryDocumentSnapshot } from "firebase-admin/firestore";
import type { DraftRecord } from "../domain/record/record.ts";
import { allRecords } from "./collections.ts";

/** Entity by entity. Needs the collection-group index of the field `disclosure` of `records`. */
export async function* streamRestrictedRecords(db: Firestore): AsyncIterable<DraftRecord> {
  const restricted = allRecords(db).where("disclosure", "in", ["classified", "reserved"]);
  for await (const snapshot of restricted.stream())
    yield (snapshot as unknown as QueryDocumentSnapshot<DraftRecord>).data();
}
