/** What an import from a spreadsheet reads and writes: kept mappings, records by their ids, drafts many at a time. */
import {
  collection,
  doc,
  documentId,
  query,
  serverTimestamp,
  where,
  writeBatch,
} from "firebase/firestore/lite";
import { type ImportMapping, storedMappingSchema } from "#domain/import/importMapping.ts";
import { partnerSchema } from "#domain/partner.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import { recordPartOf } from "../forms/values.ts";
import type { KeptMapping } from "../import/ImportDesk.ts";
import type { JobRow, ProposedPartner } from "../import/run/ImportJob.ts";
import type { SubmitAnswer } from "../import/run/ImportRun.ts";
import { CallError, call, newRequestId } from "./call.ts";
import { services } from "./firebase.ts";
import { proposePartner } from "./partners.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";
import { recordPath } from "./records.ts";
import { noticing } from "./refusals.ts";

/** The latest first. */
export async function loadMappings(entityId: string): Promise<KeptMapping[]> {
  const stored = await readCollection(`entities/${entityId}/importMappings`, storedMappingSchema);
  return stored
    .toSorted((a, b) => b.data.updatedAt.getTime() - a.data.updatedAt.getTime())
    .map(({ id, data: { name, mapping, version } }) => ({ id, name, mapping, version }));
}

export const saveMapping = (
  entityId: string,
  mappingId: string,
  name: string,
  mapping: ImportMapping,
): Promise<{ version: number }> => call("saveImportMapping", { entityId, mappingId, name, mapping });

/** Ids that one query may ask for. */
const IDS_AT_ONCE = 30;
const QUERIES_AT_ONCE = 6;

/**
 * Those of the records that are there. Each thirty ids cost one query: one read where none of them is there, else as many
 * reads as are.
 *
 * @param tell - hears how many ids have been asked for
 */
export async function loadByIds(
  entityId: string,
  recordIds: readonly string[],
  tell: (asked: number) => void = () => {},
): Promise<Stored<DraftRecord>[]> {
  const records = collection(services().db, `entities/${entityId}/records`);
  const parts: string[][] = [];
  for (let at = 0; at < recordIds.length; at += IDS_AT_ONCE)
    parts.push(recordIds.slice(at, at + IDS_AT_ONCE));
  const found: Stored<DraftRecord>[] = [];
  for (let at = 0; at < parts.length; at += QUERIES_AT_ONCE) {
    const some = await Promise.all(
      parts
        .slice(at, at + QUERIES_AT_ONCE)
        .map((ids) => readQuery(query(records, where(documentId(), "in", ids)), draftRecordSchema)),
    );
    found.push(...some.flat());
    tell(Math.min(recordIds.length, (at + QUERIES_AT_ONCE) * IDS_AT_ONCE));
  }
  return found;
}

/** Writes new drafts, all or none; the rules take none that is there already. */
export function createDrafts(entityId: string, rows: readonly JobRow[]): Promise<void> {
  const { db, auth } = services();
  const uid = auth.currentUser?.uid ?? "";
  const batch = writeBatch(db);
  for (const { recordId, kind, values } of rows) {
    const participants = (values.participants as string[] | undefined) ?? [];
    batch.set(doc(db, recordPath({ entityId, recordId })), {
      ...recordPartOf(values),
      ...{ kind, entityId, state: "draft", isExample: false, version: 1 },
      involved: involvedOf({ entityId, participants }),
      ...{ createdAt: serverTimestamp(), createdBy: uid, updatedAt: serverTimestamp(), updatedBy: uid },
    });
  }
  return noticing(batch.commit());
}

/** Submits drafts, each by itself. A lost answer is asked for again with the same request. */
export async function submitDrafts(
  entityId: string,
  items: readonly { recordId: string; version: number }[],
  requestId = newRequestId(),
): Promise<readonly SubmitAnswer[]> {
  const answer = await call<{ outcomes: readonly SubmitAnswer[] }>("submitRecords", {
    requestId,
    entityId,
    items,
  });
  return answer.outcomes;
}

/** Proposes the partner, unless that was done before. */
export async function proposeOnce(
  { partnerId, name, categoryId }: ProposedPartner,
  entityId: string,
): Promise<void> {
  if (await readOne(`partners/${partnerId}`, partnerSchema)) return;
  await proposePartner(partnerId, { name, categoryId }, entityId);
}

const PASSING_CODES = [
  "unavailable",
  "deadline-exceeded",
  "resource-exhausted",
  "unknown",
  "aborted",
  "cancelled",
];
const PASSING_STATUSES = ["UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED"];

/** Whether the same act may well succeed later: there was no connection, or too much at once. */
export function isPassing(error: unknown): boolean {
  if (error instanceof CallError) return PASSING_STATUSES.includes(error.status);
  if (error instanceof TypeError) return true;
  return error instanceof Error && "code" in error && PASSING_CODES.includes(String(error.code));
}

/** Whether the rules said no. */
export const isDenied = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "permission-denied";
