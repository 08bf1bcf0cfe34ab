/** Whether an entity has records of a half-year in some states. */
import type { Firestore, Transaction } from "firebase-admin/firestore";
import { daysOf, type PeriodId } from "../domain/calendar.ts";
import type { State } from "../domain/record/states.ts";
import { records } from "./collections.ts";

/** Examples do not count. Needs the index `records`: isExample, state, happenedOn. Reads one document at most. */
export async function hasRecordsOf(
  db: Firestore,
  transaction: Transaction,
  { entityId, periodId }: { readonly entityId: string; readonly periodId: PeriodId },
  states: readonly State[],
): Promise<boolean> {
  const [first, last] = daysOf(periodId);
  const found = records(db, entityId)
    .where("isExample", "==", false)
    .where("state", "in", states)
    .where("happenedOn", ">=", first)
    .where("happenedOn", "<=", last)
    .limit(1);
  return !(await transaction.get(found)).empty;
}
