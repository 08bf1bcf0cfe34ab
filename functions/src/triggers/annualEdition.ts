/** Every year, once the second half-year's reports have fallen due: last year's report, without anyone asking. */
import { onSchedule } from "firebase-functions/v2/scheduler";
import { bogotaDay, yearOf } from "../domain/calendar.ts";
import { startEdition } from "../jobs/startEdition.ts";
import { editionContext } from "./editionContext.ts";
import { region } from "./region.ts";

/**
 * Minute, hour, day, month and weekday in Bogotá. No deploy-time parameter: for one without a value in a file, the
 * Functions emulator asks on the terminal, and whatever starts it waits for ever.
 */
const SCHEDULE = "0 6 1 3 *";

export const annualEdition = onSchedule(
  { region, schedule: SCHEDULE, timeZone: "America/Bogota", retryCount: 3, minBackoffSeconds: 60 },
  async ({ scheduleTime }) => {
    const year = yearOf(bogotaDay(new Date(scheduleTime))) - 1;
    // One request a year and run: a delivery that is doubled makes no second edition.
    const requestId = `schedule-${scheduleTime.slice(0, 10)}`;
    await startEdition(editionContext(), { kind: "annual", year, requestId }, "schedule");
  },
);
