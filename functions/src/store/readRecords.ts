/** Reads records as they are now; one that is not what its schema says is as good as none, and reported by the counting. */
import type { DocumentSnapshot, Firestore, Query } from "firebase-admin/firestore";
import { type Day, isDay } from "../domain/calendar.ts";
import { type DraftRecord, draftRecordSchema } from "../domain/record/record.ts";
import type { Comparable } from "../domain/similarity/recordSimilarity.ts";
import { withDates } from "./converter.ts";

export interface FoundRecord {
  readonly path: string;
  readonly record: DraftRecord;
}

/** The record in a snapshot that was read without a converter. */
export function recordIn(snapshot: DocumentSnapshot): FoundRecord | undefined {
  const parsed = draftRecordSchema.safeParse(withDates(snapshot.data()));
  return parsed.success ? { path: snapshot.ref.path, record: parsed.data } : undefined;
}

export const readRecord = async (db: Firestore, path: string): Promise<FoundRecord | undefined> =>
  recordIn(await db.doc(path).get());

const found = async (query: Query): Promise<FoundRecord[]> =>
  (await query.get()).docs.flatMap((snapshot) => recordIn(snapshot) ?? []);

/** Firestore's most values in one `array-contains-any`. */
const MOST_PARTNERS = 30;
/** More than these are not compared with one record. */
const MOST_CANDIDATES = 100;

/**
 * Records of a kind that name one of the partners, from one day to another. Needs the collection-group index `records`:
 * kind, partnerIds, happenedOn.
 */
export const recordsLike = (
  db: Firestore,
  { kind, partnerIds }: Comparable,
  from: Day,
  to: Day,
): Promise<FoundRecord[]> =>
  partnerIds.length === 0 || !isDay(from) || !isDay(to)
    ? Promise.resolve([])
    : found(
        db
          .collectionGroup("records")
          .where("kind", "==", kind)
          .where("partnerIds", "array-contains-any", partnerIds.slice(0, MOST_PARTNERS))
          .where("happenedOn", ">=", from)
          .where("happenedOn", "<=", to)
          .limit(MOST_CANDIDATES),
      );
