/** What a report is called in the app. */
import { formatMonth, formatPeriod } from "#domain/format.ts";
import { reportSubjectOf } from "#domain/reports/reportId.ts";
import type { Reference } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { words } from "./texts.ts";

/** The id itself for what names no report. */
export function reportName(reportId: string, reference: Reference): string {
  const subject = reportSubjectOf(reportId);
  if (!subject) return reportId;
  if (subject.kind === "annual") return words("annual", { year: subject.year });
  if (subject.kind === "monthly") {
    const { month } = subject;
    return words("monthly", { when: `${formatMonth(month, language())} ${month.slice(0, 4)}` });
  }
  const entity = reference.catalogues.entities.find(({ id }) => id === subject.entityId);
  return words("halfYear", {
    when: formatPeriod(subject.periodId, language()),
    entity: entity ? nameOf(entity) : subject.entityId,
  });
}
