/** The functions of the cloud. */
export { grantAccess, revokeAccess } from "./triggers/access.ts";
export { decideAmendment, proposeAmendment } from "./triggers/amendments.ts";
export { onCatalogueUpdated, saveCatalogueItem } from "./triggers/catalogues.ts";
export { publicEvidence, publicSummary } from "./triggers/citizens.ts";
export { composeEdition } from "./triggers/composeEdition.ts";
export { outlineReport, previewReport, saveReportText } from "./triggers/composer.ts";
export { disclosureIndex } from "./triggers/disclosureIndex.ts";
export { downloadEdition } from "./triggers/downloadEdition.ts";
export { downloadEvidence } from "./triggers/downloadEvidence.ts";
export {
  bringEdition,
  cancelEdition,
  publishEdition,
  requestEdition,
  saveReportSchedule,
  signEdition,
} from "./triggers/editions.ts";
export { finishUpload, nightlyEvidenceSweep, removeEvidence } from "./triggers/evidence.ts";
export {
  minutelySweep,
  nightlyReconciliation,
  onIndicatorWritten,
  onTallyWritten,
} from "./triggers/figures.ts";
export { saveImportMapping, submitRecords } from "./triggers/imports.ts";
export { listEvidence, requestRecount, saveIndicator } from "./triggers/indicators.ts";
export { dailyReminders, onHistoryEntryCreated, saveMailSettings } from "./triggers/mail.ts";
export { saveObligation } from "./triggers/obligations.ts";
export { onDecisionWritten, onEditionWritten, onRecordWritten } from "./triggers/onSourceWritten.ts";
export {
  decideMerge,
  judgeDistinct,
  mergePartners,
  proposeMerge,
  savePartner,
} from "./triggers/partners.ts";
export { addPerson, erasePerson, exportPerson } from "./triggers/people.ts";
export { publishedReportFile, publishedReports } from "./triggers/publishedReports.ts";
export {
  approveRecord,
  restoreRecord,
  returnRecord,
  submitRecord,
  withdrawRecord,
} from "./triggers/records.ts";
export { approveReport, onReportFiled, returnReport, submitReport } from "./triggers/reports.ts";
export { saveReturnReasons } from "./triggers/returnReasons.ts";
export { runOperation } from "./triggers/runOperation.ts";
export { followDecision, saveDecision } from "./triggers/saveDecision.ts";
export { dailyReports, onReportWritten } from "./triggers/scheduledReports.ts";
