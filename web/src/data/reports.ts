/** Half-year reports as the app reads and writes them: one with its records and history, and drafts under the rules. */
import {
  collection,
  deleteField,
  doc,
  getCount,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { daysOf } from "#domain/calendar.ts";
import { type DraftReport, draftReportSchema } from "#domain/halfYearReport.ts";
import { type HistoryEntry, historyEntrySchema } from "#domain/historyEntry.ts";
import { type DraftRecord, draftRecordSchema } from "#domain/record/record.ts";
import { changedPaths, type Values } from "../forms/values.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";
import { noticing } from "./refusals.ts";

export interface ReportAddress {
  readonly entityId: string;
  readonly periodId: string;
}

const reportPath = ({ entityId, periodId }: ReportAddress): string =>
  `entities/${entityId}/reports/${periodId}`;

export const loadReport = (address: ReportAddress): Promise<Stored<DraftReport> | undefined> =>
  readOne(reportPath(address), draftReportSchema);

/** All reports of an entity of one's own. */
export const loadEntityReports = (entityId: string): Promise<Stored<DraftReport>[]> =>
  readCollection(`entities/${entityId}/reports`, draftReportSchema);

/** The latest first. */
export async function loadReportHistory(address: ReportAddress): Promise<Stored<HistoryEntry>[]> {
  const entries = await readCollection(`${reportPath(address)}/history`, historyEntrySchema);
  return entries.toSorted((a, b) => b.data.version - a.data.version);
}

/** What the Office may see of an entity's records. */
const SENT = ["submitted", "returned", "approved", "withdrawn"];

/**
 * The entity's records of the half-year without examples, by day: all of one's own, of another's those that were sent.
 * One read each. The latter needs the index `records`: state, happenedOn.
 */
export async function loadPeriodRecords(
  { entityId, periodId }: ReportAddress,
  whose: "own" | "others",
): Promise<Stored<DraftRecord>[]> {
  const [first, last] = daysOf(periodId);
  const found = await readQuery(
    query(
      collection(services().db, `entities/${entityId}/records`),
      ...(whose === "own" ? [] : [where("state", "in", SENT)]),
      where("happenedOn", ">=", first),
      where("happenedOn", "<=", last),
      orderBy("happenedOn"),
    ),
    draftRecordSchema,
  );
  return found.filter(({ data }) => !data.isExample);
}

/** Most records whose files are counted; each costs a read. */
export const MOST_COUNTED = 100;

/** How many files prove each of the records, the first `MOST_COUNTED` of them, by their id. */
export async function countEvidence(records: readonly Stored<DraftRecord>[]): Promise<Map<string, number>> {
  const counts = await Promise.all(
    records.slice(0, MOST_COUNTED).map(async ({ id, path }) => {
      const ready = query(collection(services().db, `${path}/evidence`), where("state", "==", "ready"));
      return [id, (await noticing(getCount(ready))).data().count] as const;
    }),
  );
  return new Map(counts);
}

const uid = (): string => services().auth.currentUser?.uid ?? "";

/** In a form the declaration is a value like others; it is stored as yes or no. */
export const DECLARED = "yes";

const storedValue = (path: string, value: Values[string] | undefined) =>
  path === "nothingToReport" ? value === DECLARED : (value ?? deleteField());

/** Writes a new draft, its version 1. */
export const createReport = ({ entityId, periodId }: ReportAddress, values: Values): Promise<void> =>
  noticing(
    setDoc(doc(services().db, reportPath({ entityId, periodId })), {
      ...values,
      nothingToReport: values.nothingToReport === DECLARED,
      ...{ entityId, periodId, state: "draft", version: 1 },
      ...{ createdAt: serverTimestamp(), createdBy: uid() },
      ...{ updatedAt: serverTimestamp(), updatedBy: uid() },
    }),
  );

/** Writes what changed. The rules take it only as the next version, so that of two people the second is refused. */
export const updateReport = (
  address: ReportAddress,
  change: { readonly before: Values; readonly after: Values; readonly version: number },
): Promise<void> =>
  noticing(
    updateDoc(doc(services().db, reportPath(address)), {
      ...Object.fromEntries(
        changedPaths(change.before, change.after).map((path) => [
          path,
          storedValue(path, change.after[path]),
        ]),
      ),
      ...{ version: change.version, updatedAt: serverTimestamp(), updatedBy: uid() },
    }),
  );
