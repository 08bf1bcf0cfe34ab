/** Tells the Office what a report consists of, and which texts it may have. */
import { bogotaDay, type Day } from "../../domain/calendar.ts";
import { hasBegun } from "../../domain/editions/subject.ts";
import { isOffice } from "../../domain/record/states.ts";
import type { Outline } from "../../domain/reports/outline.ts";
import { type ReportSubject, reportSubjectOf } from "../../domain/reports/reportId.ts";
import { reports } from "../../store/collections.ts";
import type { JobContext } from "../JobContext.ts";
import type { NamedActor } from "../move.ts";
import { because } from "../Rejection.ts";
import type { ComposerReports } from "./composerReports.ts";

export interface ComposerContext extends Pick<JobContext, "db" | "now"> {
  readonly reportOf: ComposerReports;
}

export interface OutlinedReport {
  readonly outline: Outline;
  readonly cutOffOn: Day;
  readonly isDemo: boolean;
}

/**
 * What the Office composes under this name.
 *
 * @throws Rejection `office-only`, `not-found` for what names no report, `year-out-of-range` for a time that has not
 * begun, `report-not-approved` for an entity's half-year that has no approved report
 */
export async function subjectToCompose(
  { db, now }: ComposerContext,
  actor: NamedActor,
  reportId: string,
): Promise<ReportSubject> {
  if (!isOffice(actor)) throw because("office-only");
  const subject = reportSubjectOf(reportId);
  if (!subject) throw because("not-found");
  if (!hasBegun(subject, bogotaDay(now()))) throw because("year-out-of-range");
  if (subject.kind !== "half-year") return subject;
  const report = await reports(db, subject.entityId).doc(subject.periodId).get();
  if (report.data()?.state !== "approved") throw because("report-not-approved");
  return subject;
}

/** @throws Rejection as `subjectToCompose` */
export async function outlineReport(
  context: ComposerContext,
  actor: NamedActor,
  { reportId }: { readonly reportId: string },
): Promise<OutlinedReport> {
  const { outline, cutOffOn, isDemo } = await context.reportOf(
    await subjectToCompose(context, actor, reportId),
  );
  return { outline, cutOffOn, isDemo };
}
