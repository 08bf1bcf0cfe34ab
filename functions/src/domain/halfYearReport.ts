/** What an entity tells the Office every half-year: a narrative beside its records, or "nothing to report". */
import * as z from "zod/mini";
import type { Day } from "./calendar.ts";
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
/** In the order in which they are written and read. */
export const SECTION_IDS = Object.keys(REPORT_SECTIONS) as [ReportSection, ...ReportSection[]];

const sectionReason = z.exactOptional(z.string().check(z.minLength(1), z.maxLength(LIMITS.sectionReason)));
/** What the Office asks to be changed, by section. */
export const sectionReasonsSchema = z.strictObject({
  achievements: sectionReason,
  difficulties: sectionReason,
  nextSteps: sectionReason,
  opportunities: sectionReason,
});
export type SectionReasons = z.infer<typeof sectionReasonsSchema>;

const { submittedBy, decidedBy, decidedAt, reason } = reviewSchema.shape;
/** What the server alone writes; `sectionReasons` stand while the report is returned. */
export const reportReviewSchema = z.strictObject({
  ...{ submittedBy, decidedBy, decidedAt, reason },
  sectionReasons: z.exactOptional(sectionReasonsSchema),
});

const sections = shapesOf(REPORT_SECTIONS);
const control = {
  entityId: idSchema,
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  /** A declaration of its own: silence, zero and empty are three things. */
  nothingToReport: z.boolean(),
  state: z.enum(STATES),
  ...stamps,
  submittedAt: z.exactOptional(z.date()),
  review: z.exactOptional(reportReviewSchema),
};

/** A report in any state, as a client may write it. */
export const draftReportSchema = z.strictObject({ ...sections.draft, ...control });
export type DraftReport = z.infer<typeof draftReportSchema>;

export const reportSchema = z.strictObject({ ...sections.complete, ...control });
export type HalfYearReport = z.infer<typeof reportSchema>;

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
  submittedOn: Day | undefined,
  dueOn: Day,
): ReportStatus {
  if (!report) return "not-started";
  if (report.state === "draft" || report.state === "withdrawn") return "in-progress";
  if (report.state === "returned") return "returned";
  if (report.nothingToReport) return "nothing-to-report";
  if (report.state === "approved") return "approved";
  return submittedOn !== undefined && submittedOn > dueOn ? "submitted-late" : "submitted-on-time";
}

/** Statuses of a report that its entity still owes. */
const OWED: readonly ReportStatus[] = ["not-started", "in-progress", "returned"];
export const isOwed = (status: ReportStatus): boolean => OWED.includes(status);
