/** Every year, once the second half-year's reports have fallen due: last year's report, without anyone asking. */
import { defineString } from "firebase-functions/params";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { bogotaDay, yearOf } from "../domain/calendar.ts";
import { startEdition } from "../jobs/startEdition.ts";
import { editionContext } from "./editionContext.ts";
import { region } from "./region.ts";

/** When it runs, as minute, hour, day, month and weekday in Bogotá. */
const schedule = defineString("ANNUAL_EDITION_SCHEDULE", {
  default: "0 6 1 3 *",
  description: "When last year's annual report is made: minute, hour, day, month and weekday in Bogotá.",
});

export const annualEdition = onSchedule(
  { region, schedule: schedule.toCEL(), timeZone: "America/Bogota", retryCount: 3, minBackoffSeconds: 60 },
  async ({ scheduleTime }) => {
    const year = yearOf(bogotaDay(new Date(scheduleTime))) - 1;
    // One request a year and run: a delivery that is doubled makes no second edition.
    const requestId = `schedule-${scheduleTime.slice(0, 10)}`;
    await startEdition(editionContext(), { kind: "annual", year, requestId }, "schedule");
  },
);
