/** The functions of the cloud. */
export { decideAmendment, proposeAmendment } from "./triggers/amendments.ts";
export { onDecisionWritten, onRecordWritten } from "./triggers/onSourceWritten.ts";
export { minutelyFold, onTallyWritten } from "./triggers/onTallyWritten.ts";
export { publicSummary } from "./triggers/publicSummary.ts";
export { approveRecord, returnRecord, submitRecord, withdrawRecord } from "./triggers/records.ts";
export { approveReport, returnReport, submitReport } from "./triggers/reports.ts";
export { saveDecision } from "./triggers/saveDecision.ts";
