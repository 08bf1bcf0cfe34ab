/** Records, decisions and editions: whenever one is written or deleted, the tallies follow. */
import { type DocumentOptions, onDocumentWritten } from "firebase-functions/v2/firestore";
import { keepDealing } from "../jobs/keepDealing.ts";
import { suspectDuplicates } from "../jobs/suspectDuplicates.ts";
import { countingContext } from "./countingContext.ts";
import { region } from "./region.ts";

/**
 * Delivered again until it succeeds: the job makes repeats harmless. One instance that serves many events at a time, so
 * that those of one entity are committed together (see `groupCommit`); each waits some seconds in a burst.
 */
const options = {
  region,
  retry: true,
  maxInstances: 1,
  concurrency: 250,
  cpu: 1,
  memory: "512MiB",
  timeoutSeconds: 300,
} as const satisfies Omit<DocumentOptions, "document">;

const follows = (document: string) =>
  onDocumentWritten({ ...options, document }, async (event) => {
    await countingContext().rollUps.add(event.document);
  });

/**
 * Besides the tallies, what other entities may know of the record, and what it looks like: in one function, so that a write
 * is one event. Each of the three reads the truth again, so that where one fails all are delivered anew without harm.
 */
export const onRecordWritten = onDocumentWritten(
  { ...options, document: "entities/{entityId}/records/{recordId}" },
  async ({ document }) => {
    const context = countingContext();
    await Promise.all([
      context.rollUps.add(document),
      keepDealing(context, document),
      suspectDuplicates(context, document),
    ]);
  },
);
export const onDecisionWritten = follows("decisions/{decisionId}");
export const onEditionWritten = follows("editions/{editionId}");
