/** Reports that are made without anyone asking: on their day, and once an entity's half-year report is approved. */
import { logger } from "firebase-functions/v2";
import { onDocumentWritten } from "firebase-functions/v2/firestore";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { makeApprovedReport } from "../jobs/editions/makeApprovedReport.ts";
import { makeDueReports } from "../jobs/editions/makeDueReports.ts";
import { editionContext } from "./editionContext.ts";
import { region } from "./region.ts";

/**
 * Every morning in Bogotá, whatever the settings say: they are read each time, so that no deploy changes a date, and a
 * morning that was missed is made up on the next.
 */
export const dailyReports = onSchedule(
  { region, schedule: "0 6 * * *", timeZone: "America/Bogota", retryCount: 3, minBackoffSeconds: 60 },
  async () => logger.info("dailyReports", await makeDueReports(editionContext())),
);

export const onReportWritten = onDocumentWritten(
  { region, retry: true, document: "entities/{entityId}/reports/{periodId}" },
  async ({ params }) => void (await makeApprovedReport(editionContext(), params)),
);
