/** The monthly management report as a kind of report. */
import { composeMonthlyReport, monthlyReportInfo, outlineOfMonth } from "./monthly/composeMonthlyReport.ts";
import { comparableMonth, type MonthlySnapshot, monthlySnapshotSchema } from "./monthly/monthlySnapshot.ts";
import type { ReportKind } from "./ReportKind.ts";

export const monthlyReport: ReportKind<MonthlySnapshot> = {
  kind: "monthly",
  snapshotSchema: monthlySnapshotSchema,
  compose: composeMonthlyReport,
  infoOf: monthlyReportInfo,
  comparableText: comparableMonth,
  outlineOf: outlineOfMonth,
  /** What the month added to each result; of money, by currency. */
  figuresOf: ({ indicators }) =>
    Object.fromEntries(
      indicators.flatMap((one) =>
        one.type === "measure"
          ? [[one.id, one.inMonth] as const]
          : one.currencies.map(({ currency, inMonth }) => [`${one.id}~${currency}`, inMonth] as const),
      ),
    ),
};
