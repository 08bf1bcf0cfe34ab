/** Where each kind of document lives, typed by its schema. */
import type { CollectionReference, DocumentReference, Firestore } from "firebase-admin/firestore";
import * as z from "zod";
import { accessEntrySchema, accessSchema } from "../domain/access.ts";
import { amendmentSchema } from "../domain/amendment.ts";
import { catalogueSchema } from "../domain/catalogue.ts";
import { ledgerEntrySchema, tallySchema } from "../domain/counting/ledger.ts";
import { dealingSchema } from "../domain/dealing.ts";
import { decisionSchema } from "../domain/decision.ts";
import { duplicateSchema } from "../domain/duplicate.ts";
import { publishedEditionsSchema } from "../domain/editions/publishedEditions.ts";
import { reportScheduleSchema } from "../domain/editions/reportSchedule.ts";
import { figuresDocumentSchema } from "../domain/figuresDocument.ts";
import { obligationEntrySchema, obligationSchema } from "../domain/halfYear/obligation.ts";
import { standingsSchema } from "../domain/halfYear/standings.ts";
import { draftReportSchema } from "../domain/halfYearReport.ts";
import {
  catalogueEntrySchema,
  decisionEntrySchema,
  historyEntrySchema,
  partnerEntrySchema,
  returnReasonsEntrySchema,
} from "../domain/historyEntry.ts";
import { storedMappingSchema } from "../domain/import/importMapping.ts";
import { indicatorSchema, indicatorVersionSchema } from "../domain/indicator.ts";
import { mailSchema, mailSettingsSchema } from "../domain/mail/mail.ts";
import { mergeSchema } from "../domain/merge.ts";
import { operationSchema } from "../domain/operation.ts";
import { partnerSchema } from "../domain/partner.ts";
import { consentTextSchema, erasureSchema, personSchema } from "../domain/person.ts";
import { publicSummarySchema } from "../domain/publicSummary.ts";
import { draftRecordSchema } from "../domain/record/record.ts";
import { returnReasonsSchema } from "../domain/returnReasons.ts";
import { systemSchema } from "../domain/system.ts";
import { converterOf } from "./converter.ts";

/** `leases/{name}`: coalesced work, and who is at it. */
export const leaseSchema = z.strictObject({
  /** Whether something has changed that the last run may not have seen. */
  dirty: z.boolean(),
  holder: z.exactOptional(z.string()),
  /** From when on another may take over from the holder. */
  until: z.exactOptional(z.date()),
  /** When the last run ended. */
  doneAt: z.exactOptional(z.date()),
});
export type Lease = z.infer<typeof leaseSchema>;

/** `config/counting`: the version of all that the rules of counting are made of; every change of them adds one. */
export const countingSchema = z.strictObject({ version: z.int().min(1) });

/** `folds/{period}`: what all tallies of a period add up to, packed, so that a fold reads only what has changed. */
export const foldSchema = z.strictObject({ packed: z.instanceof(Uint8Array) });

/** `config/fold`: how far the last fold has seen, and whose figures it made. */
export const foldStateSchema = z.strictObject({
  /** Tallies written before this instant are in the folds. */
  seenAt: z.date(),
  /** The counters of the figures it made, joined. */
  counters: z.string(),
});

const collection = <T extends object>(path: string, schema: z.core.$ZodType<T, unknown>) => {
  const converter = converterOf(schema);
  return (db: Firestore): CollectionReference<T> => db.collection(path).withConverter(converter);
};

const document = <T extends object>(path: string, schema: z.core.$ZodType<T, unknown>) => {
  const converter = converterOf(schema);
  return (db: Firestore): DocumentReference<T> => db.doc(path).withConverter(converter);
};

export const accessOf = collection("access", accessSchema);
export const catalogues = collection("catalogues", catalogueSchema);
export const credits = collection("credits", ledgerEntrySchema);
/** Who deals with which partner, one document a record; its id tells nothing of the record. */
export const dealings = collection("dealings", dealingSchema);
export const decisions = collection("decisions", decisionSchema);
/** Pairs that may be one thing, for the Office. */
export const duplicates = collection("duplicates", duplicateSchema);
export const indicators = collection("indicators", indicatorSchema);
export const leases = collection("leases", leaseSchema);
/** Proposals to make one record of two, by the id of the request. */
export const merges = collection("merges", mergeSchema);
export const obligations = collection("obligations", obligationSchema);
/** How the reports of a half-year stand. */
export const reportStandings = collection("reportStandings", standingsSchema);
/** Letters for the Trigger Email extension to send. */
export const mail = collection("mail", mailSchema);
export const mailSettings = document("config/mail", mailSettingsSchema);
export const partners = collection("partners", partnerSchema);
/** Personal data, apart from records. */
export const people = collection("people", personSchema);
export const consentTexts = collection("consentTexts", consentTextSchema);
export const erasures = collection("erasures", erasureSchema);
export const tallies = collection("tallies", tallySchema);

export const folds = collection("folds", foldSchema);
export const operations = collection("operations", operationSchema);

export const counting = document("config/counting", countingSchema);
export const foldState = document("config/fold", foldStateSchema);
/** The city's figures: of all records, for the Office; of public ones, for all who are in. */
export const internalFigures = document("figures/internal", figuresDocumentSchema);
export const openFigures = document("figures/open", figuresDocumentSchema);
export const publishedSummary = document("published/summary", publicSummarySchema);
/** The reports that citizens may download. */
export const publishedEditions = document("published/editions", publishedEditionsSchema);
/** When reports are made by themselves. */
export const reportSchedule = document("config/reports", reportScheduleSchema);
/** The Office's templates of reasons for returning a record. */
export const returnReasons = document("config/returnReasons", returnReasonsSchema);
export const system = document("config/system", systemSchema);

const figures = converterOf(figuresDocumentSchema);
const version = converterOf(indicatorVersionSchema);
const record = converterOf(draftRecordSchema);
const report = converterOf(draftReportSchema);
const history = converterOf(historyEntrySchema);
const partnerEntry = converterOf(partnerEntrySchema);
const returnReasonsEntry = converterOf(returnReasonsEntrySchema);
const amendment = converterOf(amendmentSchema);
const accessEntry = converterOf(accessEntrySchema);
const obligationEntry = converterOf(obligationEntrySchema);
const catalogueEntry = converterOf(catalogueEntrySchema);
const decisionEntry = converterOf(decisionEntrySchema);

/** An entity's records, in any state. */
export const records = (db: Firestore, entityId: string) =>
  db.collection(`entities/${entityId}/records`).withConverter(record);
/** The records of all entities. */
export const allRecords = (db: Firestore) => db.collectionGroup("records").withConverter(record);
/** An entity's half-year reports, by period. */
export const reports = (db: Firestore, entityId: string) =>
  db.collection(`entities/${entityId}/reports`).withConverter(report);
/** The trail of a record or report, by version. */
export const historyOf = (item: DocumentReference<unknown>) =>
  item.collection("history").withConverter(history);
/** The trail of a partner from its second version on; the first is the proposal, which `before` tells. */
export const partnerHistoryOf = (partner: DocumentReference<unknown>) =>
  partner.collection("history").withConverter(partnerEntry);
/** The trail of the reasons for returning a record, by version. */
export const returnReasonsHistoryOf = (reasons: DocumentReference<unknown>) =>
  reasons.collection("history").withConverter(returnReasonsEntry);
/** The trail of what a person may do, by version; it outlives the access document. */
export const accessHistoryOf = (access: DocumentReference<unknown>) =>
  access.collection("history").withConverter(accessEntry);
/** The trail of what the Office changed of an obligation; there is none of the one that was loaded at first. */
export const obligationHistoryOf = (obligation: DocumentReference<unknown>) =>
  obligation.collection("history").withConverter(obligationEntry);
/** The trail of a list, by version. */
export const catalogueHistoryOf = (list: DocumentReference<unknown>) =>
  list.collection("history").withConverter(catalogueEntry);
/** The trail of a decision, by version. */
export const decisionHistoryOf = (decision: DocumentReference<unknown>) =>
  decision.collection("history").withConverter(decisionEntry);
export const amendmentsOf = (item: DocumentReference<unknown>) =>
  item.collection("amendments").withConverter(amendment);
/** What an entity led or took part in. */
export const entityFigures = (db: Firestore, entityId: string) =>
  db.doc(`entities/${entityId}/figures/current`).withConverter(figures);
/** Every version of an indicator, by its number. */
export const versionsOf = (indicator: DocumentReference<unknown>) =>
  indicator.collection("versions").withConverter(version);

/** How the entity's own spreadsheets are read. */
export const importMappings = (db: Firestore, entityId: string) =>
  collection(`entities/${entityId}/importMappings`, storedMappingSchema)(db);
