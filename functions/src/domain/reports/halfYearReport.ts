/** An entity's half-year report as a kind of report. */
import {
  composeHalfYearReport,
  halfYearReportInfo,
  outlineOfHalfYear,
} from "./halfYear/composeHalfYearReport.ts";
import { type HalfYearSnapshot, halfYearSnapshotSchema } from "./halfYear/halfYearSnapshot.ts";
import type { ReportKind } from "./ReportKind.ts";

export const halfYearReport: ReportKind<HalfYearSnapshot> = {
  kind: "half-year",
  snapshotSchema: halfYearSnapshotSchema,
  compose: composeHalfYearReport,
  infoOf: halfYearReportInfo,
  outlineOf: outlineOfHalfYear,
  figuresOf: ({ figures }) =>
    figures.map(({ indicatorId, name, currency, value }) => ({
      ...{ key: [indicatorId, ...(currency ? [currency] : [])].join("~"), indicatorId, name },
      ...{ ...(currency && { currency }), figure: value },
    })),
};
