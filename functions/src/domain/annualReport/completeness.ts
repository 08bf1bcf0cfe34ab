/** How complete the entities' half-year reports are: the one definition of the rate. */
import type { ReportStatus } from "../halfYearReport.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";

export type AnnualPeriod = AnnualSnapshot["periods"][number];

/** A report that is back with its entity has not been received. */
const RECEIVED: readonly ReportStatus[] = [
  "submitted-on-time",
  "submitted-late",
  "approved",
  "nothing-to-report",
];

export const isReceived = ({ status }: { readonly status: ReportStatus }): boolean =>
  RECEIVED.includes(status);

export interface Completeness {
  readonly received: number;
  /** Reports that were owed: the denominator. */
  readonly owed: number;
}

/** Whether the reports of a period have fallen due; before that, silence says nothing. */
export const isDue = (period: AnnualPeriod, snapshot: Pick<AnnualSnapshot, "consultedOn">): boolean =>
  period.dueOn < snapshot.consultedOn;

export const completenessOf = (period: {
  readonly statuses: readonly { readonly status: ReportStatus }[];
}): Completeness => ({
  received: period.statuses.filter(isReceived).length,
  owed: period.statuses.length,
});

/** The sum over the periods whose reports have fallen due. */
export function yearCompleteness(snapshot: AnnualSnapshot): Completeness {
  return snapshot.periods
    .filter((period) => isDue(period, snapshot))
    .map(completenessOf)
    .reduce((sum, { received, owed }) => ({ received: sum.received + received, owed: sum.owed + owed }), {
      received: 0,
      owed: 0,
    });
}
