/** Where the Office's texts for reports are kept. */
import type { CollectionReference, DocumentReference, Firestore } from "firebase-admin/firestore";
import {
  type ReportTextEntry,
  type ReportTexts,
  reportTextEntrySchema,
  reportTextSchema,
  type StoredReportText,
} from "../domain/reports/reportText.ts";
import { converterOf } from "./converter.ts";

const text = converterOf(reportTextSchema);
const entry = converterOf(reportTextEntrySchema);

export const reportTexts = (db: Firestore, reportId: string): CollectionReference<StoredReportText> =>
  db.collection(`reportTexts/${reportId}/texts`).withConverter(text);

/** Every version of a text, by its number. */
export const textHistoryOf = (item: DocumentReference<unknown>): CollectionReference<ReportTextEntry> =>
  item.collection("history").withConverter(entry);

/** What has been written for a report. */
export async function loadReportTexts(db: Firestore, reportId: string): Promise<ReportTexts> {
  const { docs } = await reportTexts(db, reportId).get();
  return Object.fromEntries(
    docs.map((snapshot) => {
      const { es, en, omitted } = snapshot.data();
      return [snapshot.id, { es, en, ...(omitted && { omitted }) }];
    }),
  );
}
