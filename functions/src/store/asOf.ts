/** What an amended record said on a day: reports of an earlier time keep what held then. */
import type { Firestore } from "firebase-admin/firestore";
import type { Day } from "../domain/calendar.ts";
import { earlierContentsOf } from "../domain/counting/earlierContentsOf.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { amendmentsOf } from "./collections.ts";

/**
 * What is amended from a later day on is taken back, its version too, unless the record was not public then.
 *
 * @returns the record itself where no amendment is later
 */
export async function asOf<R extends DraftRecord>(
  db: Firestore,
  path: string,
  record: R,
  day: Day,
): Promise<R> {
  if (!record.derived?.amendments) return record;
  const { docs } = await amendmentsOf(db.doc(path)).where("state", "==", "approved").get();
  const amendments = docs.map((snapshot) => snapshot.data());
  const then = earlierContentsOf(record, amendments).find(({ until }) => day < until)?.data;
  if (then?.disclosure !== "public") return record;
  const later = amendments.filter(({ effectiveOn }) => effectiveOn > day);
  return { ...(then as R), version: Math.min(...later.map(({ onVersion }) => onVersion)) };
}
