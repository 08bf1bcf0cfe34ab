/** The annual implementation report as a kind of report. */
import { figuresOf } from "../annualReport/annualIndicator.ts";
import { type AnnualSnapshot, annualSnapshotSchema } from "../annualReport/annualSnapshot.ts";
import { annualReportInfo, composeAnnualReport } from "../annualReport/composeAnnualReport.ts";
import { outlineOfAnnual } from "../annualReport/outlineOfAnnual.ts";
import type { ReportKind } from "./ReportKind.ts";

export const annualReport: ReportKind<AnnualSnapshot> = {
  kind: "annual",
  snapshotSchema: annualSnapshotSchema,
  compose: composeAnnualReport,
  infoOf: annualReportInfo,
  outlineOf: outlineOfAnnual,
  figuresOf: ({ indicators }) => indicators.flatMap(figuresOf),
};
