/** What an entity tells the Office every half-year: a narrative beside its records, or "nothing to report". */
import * as z from "zod/mini";
import { idSchema, optional, paragraph, shapesOf } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { reviewSchema } from "./record/record.ts";
import { STATES } from "./record/states.ts";
import { stamps } from "./stamps.ts";

export const PERIOD_PATTERN = /^20\d{2}-S[12]$/;

const narrative = () => optional(paragraph(LIMITS.narrative));

export const REPORT_SECTIONS = {
  achievements: narrative(),
  difficulties: narrative(),
  nextSteps: narrative(),
  opportunities: narrative(),
} as const;
export type ReportSection = keyof typeof REPORT_SECTIONS;

const sections = shapesOf(REPORT_SECTIONS);
const control = {
  entityId: idSchema,
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  /** A declaration of its own: silence, zero and empty are three things. */
  nothingToReport: z.boolean(),
  state: z.enum(STATES),
  ...stamps,
  submittedAt: z.exactOptional(z.date()),
  review: z.exactOptional(reviewSchema),
};

/** A report in any state, as a client may write it. */
export const draftReportSchema = z.strictObject({ ...sections.draft, ...control });
export type DraftReport = z.infer<typeof draftReportSchema>;

export const reportSchema = z.strictObject({ ...sections.complete, ...control });
export type HalfYearReport = z.infer<typeof reportSchema>;

/** Whether it says something: achievements told, or the declaration that there is nothing to report. */
export const saysSomething = (report: DraftReport): boolean =>
  report.nothingToReport !== Boolean(report.achievements?.trim());

/** Which entities must report on a period, and by when: the denominator of completeness. */
export const obligationSchema = z.strictObject({
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  dueOn: z.iso.date(),
  entityIds: z.array(idSchema).check(z.maxLength(200)),
});
export type Obligation = z.infer<typeof obligationSchema>;

export const REPORT_STATUSES = [
  "not-started",
  "in-progress",
  "submitted-on-time",
  "submitted-late",
  "returned",
  "approved",
  "nothing-to-report",
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How an entity stands with a report that it owes; `submittedOn` is the Bogotá day of its last submission. */
export function reportStatusOf(
  report: Pick<DraftReport, "state" | "nothingToReport"> | undefined,
  submittedOn: string | undefined,
  dueOn: string,
): ReportStatus {
  if (!report) return "not-started";
  if (report.state === "draft" || report.state === "withdrawn") return "in-progress";
  if (report.state === "returned") return "returned";
  if (report.nothingToReport) return "nothing-to-report";
  if (report.state === "approved") return "approved";
  return submittedOn !== undefined && submittedOn > dueOn ? "submitted-late" : "submitted-on-time";
}
