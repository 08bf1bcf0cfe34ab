/** Whether an entity has records of a half-year that wait for the Office. */
import type { Firestore, Transaction } from "firebase-admin/firestore";
import type { PeriodId } from "../domain/calendar.ts";
import { records } from "./collections.ts";

/** Needs the index `records`: state, happenedOn (both ascending). Reads one document at most. */
export async function hasPendingRecords(
  db: Firestore,
  transaction: Transaction,
  entityId: string,
  periodId: PeriodId,
): Promise<boolean> {
  const [year, half] = periodId.split("-");
  const [first, last] = half === "S1" ? ["01-01", "06-30"] : ["07-01", "12-31"];
  const pending = records(db, entityId)
    .where("state", "==", "submitted")
    .where("happenedOn", ">=", `${year}-${first}`)
    .where("happenedOn", "<=", `${year}-${last}`)
    .limit(1);
  return !(await transaction.get(pending)).empty;
}
