/** What a report is about: a year, a month, or an entity's half-year. At most one edition of it is being made at a time. */
import * as z from "zod/mini";
import { bogotaDay, type Day, inStrategy, type Month, monthOf, periodOf, yearOf } from "../calendar.ts";
import { idSchema } from "../fields.ts";
import { PERIOD_PATTERN } from "../halfYearReport.ts";
import type { ReportSubject } from "../reports/reportId.ts";

export const MONTH_PATTERN = /^20\d{2}-(?:0[1-9]|1[0-2])$/;

export const monthSchema = z.string().check(z.regex(MONTH_PATTERN));
export const yearSchema = z.int().check(z.gte(2000), z.lte(2100));

export const subjectSchema: z.ZodMiniType<ReportSubject, unknown> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annual"), year: yearSchema }),
  z.strictObject({ kind: z.literal("monthly"), month: monthSchema }),
  z.strictObject({
    kind: z.literal("half-year"),
    entityId: idSchema,
    periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  }),
]);
export const subjectYear = (subject: ReportSubject): number =>
  subject.kind === "annual"
    ? subject.year
    : Number((subject.kind === "monthly" ? subject.month : subject.periodId).slice(0, 4));

/** Whether it lies in the strategy's years and has begun on the day. */
export function hasBegun(subject: ReportSubject, today: Day): boolean {
  if (!inStrategy(subjectYear(subject))) return false;
  if (subject.kind === "annual") return subject.year <= yearOf(today);
  if (subject.kind === "monthly") return subject.month <= monthOf(today);
  return subject.periodId <= periodOf(today);
}

const lastDayOfMonth = (month: Month): Day => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The last day that it is about. */
export function lastDayOf(subject: ReportSubject): Day {
  if (subject.kind === "annual") return `${subject.year}-12-31`;
  if (subject.kind === "monthly") return lastDayOfMonth(subject.month);
  return `${subjectYear(subject)}-${subject.periodId.endsWith("S1") ? "06-30" : "12-31"}`;
}

/** The last day that its figures look at, when they are read at this instant. */
export function cutOffOf(subject: ReportSubject, now: Date): Day {
  const [today, lastDay] = [bogotaDay(now), lastDayOf(subject)];
  return today < lastDay ? today : lastDay;
}
