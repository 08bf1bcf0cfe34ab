/** Whether a half-year report may be sent: the one check behind the form's summary and the server's gate. */
import { type DraftReport, type ReportSection, SECTION_IDS } from "../halfYearReport.ts";
import type { Problem } from "../problem.ts";

/** What the check needs to know beside the report. */
export interface ReportContext {
  /** The sections that this entity must write for this half-year. */
  readonly required: readonly ReportSection[];
  /** Whether the entity sent records of the half-year to the Office. */
  readonly hasRecords: boolean;
}

export const isWritten = (text: string | undefined): boolean => text !== undefined && /\S/.test(text);

/**
 * What stands against sending it, in the form's order: a required section that is blank; a declaration that there is
 * nothing to report, beside achievements or beside records of the half-year. Whatever is required, a report says something.
 */
export function reportProblems(
  report: Pick<DraftReport, ReportSection | "nothingToReport">,
  { required, hasRecords }: ReportContext,
): Problem[] {
  if (report.nothingToReport)
    return [
      ...(hasRecords ? [{ path: "nothingToReport", code: "unexpected" } as const] : []),
      ...(isWritten(report.achievements) ? [{ path: "achievements", code: "unexpected" } as const] : []),
    ];
  const saysSomething = SECTION_IDS.some((section) => isWritten(report[section]));
  const needed = saysSomething || required.length > 0 ? required : ["achievements" as const];
  return SECTION_IDS.filter((section) => needed.includes(section) && !isWritten(report[section])).map(
    (path) => ({ path, code: "missing" }),
  );
}
