/** Records and decisions: whenever one is written or deleted, the tallies follow. */
import { onDocumentWritten } from "firebase-functions/v2/firestore";
import { rollUp } from "../jobs/rollUp.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

/** Delivered again until it succeeds; the job makes repeats harmless. */
const options = { region, retry: true };

export const onRecordWritten = onDocumentWritten(
  { ...options, document: "entities/{entityId}/records/{recordId}" },
  async ({ document }) => void (await rollUp(cloudContext(), [document])),
);

export const onDecisionWritten = onDocumentWritten(
  { ...options, document: "decisions/{decisionId}" },
  async ({ document }) => void (await rollUp(cloudContext(), [document])),
);
