/** Letters: the daily reminders, what the Office decided, and whether there are any. */
import { logger } from "firebase-functions/v2";
import { onDocumentCreated } from "firebase-functions/v2/firestore";
import { onSchedule } from "firebase-functions/v2/scheduler";
import * as z from "zod";
import { mailSettingsInputSchema } from "../domain/mail/mail.ts";
import { reconcileStandings } from "../jobs/followReport.ts";
import { isDecision, mailDecision } from "../jobs/mailDecision.ts";
import { saveMailSettings as save } from "../jobs/saveMailSettings.ts";
import { sendReminders, sweepMail } from "../jobs/sendReminders.ts";
import { callable } from "./callable.ts";
import { cloudContext } from "./context.ts";
import { mailContext } from "./mailContext.ts";
import { region } from "./region.ts";

/** Before the working day. Repeated and late runs send nothing twice. */
export const dailyReminders = onSchedule(
  { region, schedule: "0 6 * * *", timeZone: "America/Bogota", timeoutSeconds: 540, retryCount: 3 },
  async () => {
    const wrong = await reconcileStandings(cloudContext());
    const sent = await sendReminders(mailContext());
    const deleted = await sweepMail(mailContext());
    logger.info("dailyReminders", { sent, deleted, standingsRepaired: wrong.length });
  },
);

/** A trail is only added to, so that an entry is delivered for one decision, if perhaps twice. */
export const onHistoryEntryCreated = onDocumentCreated(
  { region, retry: true, document: "entities/{entityId}/{collection}/{itemId}/history/{version}" },
  async ({ data, params }) => {
    if (isDecision(data?.get("action"))) await mailDecision(mailContext(), params);
  },
);

export const saveMailSettings = callable(
  z.strictObject({ version: z.int().min(0), settings: mailSettingsInputSchema }),
  save,
);
