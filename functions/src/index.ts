/** The functions of the cloud. */
export { decideAmendment, proposeAmendment } from "./triggers/amendments.ts";
export { annualEdition } from "./triggers/annualEdition.ts";
export { composeEdition } from "./triggers/composeEdition.ts";
export { downloadEdition } from "./triggers/downloadEdition.ts";
export { onDecisionWritten, onRecordWritten } from "./triggers/onSourceWritten.ts";
export { minutelyFold, onTallyWritten } from "./triggers/onTallyWritten.ts";
export { publicSummary } from "./triggers/publicSummary.ts";
export { approveRecord, returnRecord, submitRecord, withdrawRecord } from "./triggers/records.ts";
export { approveReport, returnReport, submitReport } from "./triggers/reports.ts";
export { requestEdition } from "./triggers/requestEdition.ts";
export { saveDecision } from "./triggers/saveDecision.ts";
