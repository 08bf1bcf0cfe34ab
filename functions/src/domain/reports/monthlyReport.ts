/** The monthly management report as a kind of report. */
import { composeMonthlyReport, monthlyReportInfo, outlineOfMonth } from "./monthly/composeMonthlyReport.ts";
import { figuresOfMonth } from "./monthly/figuresOfMonth.ts";
import { type MonthlySnapshot, monthlySnapshotSchema } from "./monthly/monthlySnapshot.ts";
import type { ReportKind } from "./ReportKind.ts";

export const monthlyReport: ReportKind<MonthlySnapshot> = {
  kind: "monthly",
  snapshotSchema: monthlySnapshotSchema,
  compose: composeMonthlyReport,
  infoOf: monthlyReportInfo,
  outlineOf: outlineOfMonth,
  figuresOf: figuresOfMonth,
};
