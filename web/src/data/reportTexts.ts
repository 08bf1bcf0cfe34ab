/** What the Office writes for reports, and the pages as they would be now. */
import { collection, limit, orderBy, query } from "firebase/firestore/lite";
import type { Language } from "#domain/format.ts";
import { type Outline, outlineSchema } from "#domain/reports/outline.ts";
import {
  type ReportText,
  type ReportTextEntry,
  reportTextEntrySchema,
  reportTextSchema,
  type StoredReportText,
} from "#domain/reports/reportText.ts";
import { CallError, call, idToken } from "./call.ts";
import { services } from "./firebase.ts";
import { readCollection, readQuery } from "./read.ts";

export interface OutlinedReport {
  readonly outline: Outline;
  readonly cutOffOn: string;
  readonly isDemo: boolean;
}

export async function loadOutline(reportId: string): Promise<OutlinedReport> {
  const answer = await call<OutlinedReport>("outlineReport", { reportId });
  return { ...answer, outline: outlineSchema.parse(answer.outline) };
}

const textsPath = (reportId: string): string => `reportTexts/${reportId}/texts`;

/** By key. */
export async function loadTexts(reportId: string): Promise<ReadonlyMap<string, StoredReportText>> {
  const found = await readCollection(textsPath(reportId), reportTextSchema);
  return new Map(found.map(({ id, data }) => [id, data]));
}

/** The latest first. */
export async function loadTextHistory(reportId: string, key: string): Promise<ReportTextEntry[]> {
  const entries = collection(services().db, `${textsPath(reportId)}/${key}/history`);
  const found = await readQuery(query(entries, orderBy("version", "desc"), limit(50)), reportTextEntrySchema);
  return found.map(({ data }) => data);
}

/** @param version - the one that the person saw; 0 where there was none */
export const saveText = (
  reportId: string,
  key: string,
  version: number,
  text: ReportText,
  requestId: string,
): Promise<{ version: number }> => call("saveReportText", { reportId, key, version, text, requestId });

/**
 * A report's pages as they would be now: a PDF, which no server keeps.
 *
 * @throws CallError when the server refuses; TypeError when it cannot be reached
 */
export async function loadPreview(reportId: string, language: Language): Promise<ArrayBuffer> {
  const response = await fetch(`/api/previews/${reportId}/${language}.pdf`, {
    headers: { authorization: `Bearer ${await idToken()}` },
  });
  if (!response.ok) throw new CallError(String(response.status), await response.json());
  return response.arrayBuffer();
}
