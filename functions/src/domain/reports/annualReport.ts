/** The annual implementation report as a kind of report. */
import { figuresOf } from "../annualReport/annualIndicator.ts";
import { type AnnualSnapshot, annualSnapshotSchema, comparableText } from "../annualReport/annualSnapshot.ts";
import { changesSince } from "../annualReport/changesSince.ts";
import { annualReportInfo, composeAnnualReport } from "../annualReport/composeAnnualReport.ts";
import { outlineOfAnnual } from "../annualReport/outlineOfAnnual.ts";
import type { ReportKind } from "./ReportKind.ts";

export const annualReport: ReportKind<AnnualSnapshot> = {
  kind: "annual",
  snapshotSchema: annualSnapshotSchema,
  compose: composeAnnualReport,
  infoOf: annualReportInfo,
  comparableText,
  outlineOf: outlineOfAnnual,
  figuresOf: ({ indicators }) => Object.fromEntries(indicators.flatMap(figuresOf)),
  withChanges: async (current, previous) => ({
    ...current.snapshot,
    changes: await changesSince(previous, current),
  }),
};
