/** When reports are made by themselves, as the Office has set it, and which of them are due. */
import * as z from "zod/mini";
import {
  addDays,
  type Day,
  inStrategy,
  isDay,
  type Month,
  monthOf,
  monthsOf,
  STRATEGY_YEARS,
  yearOf,
} from "../calendar.ts";
import type { Edition } from "../edition.ts";
import { idSchema } from "../fields.ts";
import type { Obligation } from "../halfYear/obligation.ts";
import { type ReportSubject, reportIdOf } from "../reports/reportId.ts";
import { lastDayOf } from "./subject.ts";

/** Whether the text is a day of every year, `03-01`; 29 February is none. */
export const isYearlyDay = (text: string): boolean => isDay(`2025-${text}`);

/** What the Office sets. */
export const scheduleChoicesSchema = z.strictObject({
  /** The day on which last year's annual report is made; absent: the day after the second half-year's reports fall due. */
  annualOn: z.exactOptional(z.string().check(z.maxLength(5), z.refine(isYearlyDay))),
  /** Whether the month's report is made on the first of the next. */
  monthly: z.boolean(),
});
export type ScheduleChoices = z.infer<typeof scheduleChoicesSchema>;

/** `config/reports`. */
export const reportScheduleSchema = z.strictObject({
  ...scheduleChoicesSchema.shape,
  /** What fell due before this day is not made by itself: the system was not there yet. */
  since: z.iso.date(),
  version: z.int().check(z.gte(1)),
  updatedAt: z.date(),
  updatedBy: idSchema,
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** As it stands until the Office has set something; what fell due in the month that the system first wakes in is made. */
export const firstSchedule = (today: Day, now: Date): ReportSchedule => ({
  ...{ monthly: true, since: `${monthOf(today)}-01`, version: 1, updatedAt: now, updatedBy: BY_SCHEDULE },
});

/** The day after which no half-year report of the year is still on its way. */
export type DueDays = Pick<Obligation, "periodId" | "dueOn">;

/** The usual deadline of the second half-year, for a year whose obligation is not written down. */
const USUAL_DEADLINE = "01-20";

/** The day on which the annual report of `year` is made: never before the second half-year's reports have fallen due. */
export function annualDueOn(
  year: number,
  { annualOn }: ScheduleChoices,
  obligations: readonly DueDays[],
): Day {
  const obligation = obligations.find(({ periodId }) => periodId === `${year}-S2`);
  const earliest = addDays(obligation?.dueOn ?? `${year + 1}-${USUAL_DEADLINE}`, 1);
  if (annualOn === undefined) return earliest;
  const chosen = `${year + 1}-${annualOn}`;
  return chosen > earliest ? chosen : earliest;
}

/** The first of the next month. */
export const monthlyDueOn = (month: Month): Day => addDays(lastDayOf({ kind: "monthly", month }), 1);

/** Editions of a report that are begun by themselves while each fails; then it waits for the Office. */
export const MOST_RUNS = 3;

/** What there is of a report already. */
export type EditionSoFar = Pick<Edition, "reportId" | "state" | "requestedBy">;

/**
 * Whether a report that is due must still be begun: there is none, or all that there are have failed and it has not been
 * tried by itself for too long. What the Office has asked for, or has stopped, is as good as made.
 */
export function isStillToMake(soFar: readonly EditionSoFar[]): boolean {
  if (soFar.some(({ state }) => state !== "failed")) return false;
  return soFar.filter(({ requestedBy }) => requestedBy === BY_SCHEDULE).length < MOST_RUNS;
}

/** All reports whose day has come since `since` and until today, the oldest first; each once. */
export function dueSubjects(
  schedule: ReportSchedule,
  obligations: readonly DueDays[],
  today: Day,
): ReportSubject[] {
  const due: { readonly on: Day; readonly subject: ReportSubject }[] = [];
  for (let year = STRATEGY_YEARS.first; inStrategy(year) && year <= yearOf(today); year += 1) {
    due.push({ on: annualDueOn(year, schedule, obligations), subject: { kind: "annual", year } });
    if (!schedule.monthly) continue;
    for (const month of monthsOf(year))
      due.push({ on: monthlyDueOn(month), subject: { kind: "monthly", month } });
  }
  return due
    .filter(({ on }) => on >= schedule.since && on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ subject }) => subject);
}

/** The reports to begin now, given all editions that there are. */
export const subjectsToMake = (
  schedule: ReportSchedule,
  obligations: readonly DueDays[],
  editions: readonly EditionSoFar[],
  today: Day,
): ReportSubject[] =>
  dueSubjects(schedule, obligations, today).filter((subject) =>
    isStillToMake(editions.filter(({ reportId }) => reportId === reportIdOf(subject))),
  );

/** Whether an edition that nobody asked for has failed, and none has come in its place: the Office is told. */
export const isTrouble = (edition: EditionSoFar, all: readonly EditionSoFar[]): boolean =>
  edition.state === "failed" &&
  isBySystem(edition) &&
  all.every(({ reportId, state }) => reportId !== edition.reportId || state === "failed");

/** Whether the system began it by itself, so that nobody waits for it. */
export const isBySystem = ({ requestedBy }: Pick<Edition, "requestedBy">): boolean =>
  requestedBy === BY_SCHEDULE || requestedBy === BY_APPROVAL;

/** Who asks, where nobody does. */
export const BY_SCHEDULE = "schedule";
export const BY_APPROVAL = "approval";
