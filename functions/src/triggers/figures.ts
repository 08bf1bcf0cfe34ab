/** Tallies and indicators: whenever one is written, the figures and the public summary follow. */
import { onDocumentWritten } from "firebase-functions/v2/firestore";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { foldAndPublish, sweepFold } from "../jobs/foldAndPublish.ts";
import { reconcileDealings } from "../jobs/keepDealing.ts";
import { nightlyReconciliation as reconcileAll } from "../jobs/nightlyReconciliation.ts";
import { resumeOperations } from "../jobs/operations.ts";
import { suspectDuplicates } from "../jobs/suspectDuplicates.ts";
import { sweepHistory } from "../jobs/sweepHistory.ts";
import { cloudContext } from "./context.ts";
import { countingContext } from "./countingContext.ts";
import { region } from "./region.ts";

/** Longer than the longest burst that one holder of the lease folds alone. */
const TIMEOUT_SECONDS = 540;

const options = { region, retry: true, timeoutSeconds: TIMEOUT_SECONDS } as const;

export const onTallyWritten = onDocumentWritten({ ...options, document: "tallies/{tallyId}" }, () =>
  foldAndPublish(cloudContext()),
);

export const onIndicatorWritten = onDocumentWritten(
  { ...options, document: "indicators/{indicatorId}" },
  () => foldAndPublish(cloudContext()),
);

/** What a dead instance left undone: figures that were not published, operations that nobody works at. */
export const minutelySweep = onSchedule(
  { region, schedule: "* * * * *", timeZone: "America/Bogota", timeoutSeconds: TIMEOUT_SECONDS },
  async () => {
    await resumeOperations(countingContext());
    await sweepFold(cloudContext());
  },
);

/** Heals what a lost delivery left uncounted or untold, within a night, and looks for gaps in the trails. */
export const nightlyReconciliation = onSchedule(
  {
    region,
    schedule: "30 2 * * *",
    timeZone: "America/Bogota",
    timeoutSeconds: 1800,
    memory: "512MiB",
    retryCount: 3,
  },
  async () => {
    await reconcileAll(countingContext());
    await sweepHistory(cloudContext());
    const { records } = await reconcileDealings(cloudContext());
    for (const path of records) await suspectDuplicates(cloudContext(), path);
  },
);
