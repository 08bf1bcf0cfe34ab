/** Whether a text says something, or that something is left out. */
import type { ReportText } from "#domain/reports/reportText.ts";

export const isWritten = (text: ReportText | undefined): boolean =>
  text !== undefined && (text.omitted === true || text.es.trim() !== "" || text.en.trim() !== "");
