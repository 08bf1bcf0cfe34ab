/** How the reports of a half-year stand, in one document for all entities: what the scorecard reads. */
import * as z from "zod/mini";
import { bogotaDay } from "../calendar.ts";
import { idSchema } from "../fields.ts";
import { type DraftReport, PERIOD_PATTERN, type ReportStatus, reportStatusOf } from "../halfYearReport.ts";
import { STATES } from "../record/states.ts";
import { dueOnOf, mustReport, type Obligation } from "./obligation.ts";

/** Of one report, nothing of what it says. Whether it came in time follows from the obligation, which may change. */
export const standingSchema = z.strictObject({
  state: z.enum(STATES),
  nothingToReport: z.boolean(),
  /** Bogotá day of its last submission. */
  submittedOn: z.exactOptional(z.iso.date()),
  /** Bogotá day on which it was last approved or returned. */
  decidedOn: z.exactOptional(z.iso.date()),
});
export type Standing = z.infer<typeof standingSchema>;

/** `reportStandings/{periodId}`: the server's; an entity that has begun none is not in it. */
export const standingsSchema = z.strictObject({
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  entities: z.record(idSchema, standingSchema),
  updatedAt: z.date(),
});
export type Standings = z.infer<typeof standingsSchema>;

export function standingOf({ state, nothingToReport, submittedAt, review }: DraftReport): Standing {
  return {
    ...{ state, nothingToReport },
    ...(submittedAt && { submittedOn: bogotaDay(submittedAt) }),
    ...(review?.decidedAt && { decidedOn: bogotaDay(review.decidedAt) }),
  };
}

/** How the entity stands with the report of the half-year; `not-owed` where it owes none and has begun none. */
export function statusIn(
  obligation: Obligation,
  standings: Pick<Standings, "entities"> | undefined,
  entityId: string,
): ReportStatus | "not-owed" {
  const standing = standings?.entities[entityId];
  if (!standing && !mustReport(obligation, entityId)) return "not-owed";
  return reportStatusOf(standing, standing?.submittedOn, dueOnOf(obligation, entityId));
}
