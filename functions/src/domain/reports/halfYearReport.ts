/** An entity's half-year report as a kind of report. */
import {
  composeHalfYearReport,
  halfYearReportInfo,
  outlineOfHalfYear,
} from "./halfYear/composeHalfYearReport.ts";
import {
  comparableHalfYear,
  type HalfYearSnapshot,
  halfYearSnapshotSchema,
} from "./halfYear/halfYearSnapshot.ts";
import type { ReportKind } from "./ReportKind.ts";

export const halfYearReport: ReportKind<HalfYearSnapshot> = {
  kind: "half-year",
  snapshotSchema: halfYearSnapshotSchema,
  compose: composeHalfYearReport,
  infoOf: halfYearReportInfo,
  comparableText: comparableHalfYear,
  outlineOf: outlineOfHalfYear,
  figuresOf: ({ figures }) =>
    Object.fromEntries(
      figures.map(({ indicatorId, currency, value }) => [
        currency === undefined ? indicatorId : `${indicatorId}~${currency}`,
        value,
      ]),
    ),
};
