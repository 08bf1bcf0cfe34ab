/** The annual implementation report as a kind of report. */
import { figuresOf } from "../annualReport/annualIndicator.ts";
import { type AnnualSnapshot, annualSnapshotSchema, comparableText } from "../annualReport/annualSnapshot.ts";
import { annualReportInfo, composeAnnualReport } from "../annualReport/composeAnnualReport.ts";
import type { ReportKind } from "./ReportKind.ts";

export const annualReport: ReportKind<AnnualSnapshot> = {
  kind: "annual",
  snapshotSchema: annualSnapshotSchema,
  compose: (snapshot) => composeAnnualReport(snapshot),
  infoOf: (snapshot) => annualReportInfo(snapshot),
  comparableText,
  figuresOf: ({ indicators }) => Object.fromEntries(indicators.flatMap(figuresOf)),
};
