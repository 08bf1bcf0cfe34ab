/** Tallies: whenever one is written, the figures and the public summary follow. */
import { onDocumentWritten } from "firebase-functions/v2/firestore";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { foldAndPublish, sweepFold } from "../jobs/foldAndPublish.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

/** Longer than the longest burst that one holder of the lease folds alone. */
const TIMEOUT_SECONDS = 540;

export const onTallyWritten = onDocumentWritten(
  { region, retry: true, timeoutSeconds: TIMEOUT_SECONDS, document: "tallies/{tallyId}" },
  () => foldAndPublish(cloudContext()),
);

export const minutelyFold = onSchedule(
  { region, schedule: "* * * * *", timeZone: "America/Bogota", timeoutSeconds: TIMEOUT_SECONDS },
  () => sweepFold(cloudContext()),
);
