/** Records as the app reads and writes them: lists, one with its history, and drafts under the rules. */
import {
  collectionGroup,
  deleteDoc,
  deleteField,
  doc,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import type { Kind } from "#domain/record/kinds.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import { changedPaths, recordPartOf, type Values } from "../forms/values.ts";
import { services } from "./firebase.ts";
import { readOne, readQuery, type Stored } from "./read.ts";
import { noticing } from "./refusals.ts";

export interface RecordAddress {
  readonly entityId: string;
  readonly recordId: string;
}

export const recordPath = ({ entityId, recordId }: RecordAddress): string =>
  `entities/${entityId}/records/${recordId}`;

/** Most records that one list shows. */
const LIST = 300;

export const loadRecord = (address: RecordAddress): Promise<Stored<DraftRecord> | undefined> =>
  readOne(recordPath(address), draftRecordSchema);

/** What waits for the Office, the longest first. */
export const loadQueue = (): Promise<Stored<DraftRecord>[]> =>
  readQuery(
    query(
      collectionGroup(services().db, "records"),
      where("state", "==", "submitted"),
      orderBy("submittedAt"),
      limit(LIST),
    ),
    draftRecordSchema,
  );

const uid = (): string => services().auth.currentUser?.uid ?? "";

const involved = (entityId: string, values: Values): string[] =>
  involvedOf({ entityId, participants: (values.participants as string[] | undefined) ?? [] });

/** Writes a new draft, its version 1. */
export const createDraft = (address: RecordAddress, kind: Kind, values: Values): Promise<void> =>
  noticing(
    setDoc(doc(services().db, recordPath(address)), {
      ...recordPartOf(values),
      kind,
      entityId: address.entityId,
      state: "draft",
      involved: involved(address.entityId, values),
      isExample: false,
      version: 1,
      createdAt: serverTimestamp(),
      createdBy: uid(),
      updatedAt: serverTimestamp(),
      updatedBy: uid(),
    }),
  );

/**
 * Writes what changed of a draft or a returned record. The rules take it only as the next version, so that of two
 * people who write at once the second is refused.
 */
export const updateDraft = (
  address: RecordAddress,
  change: { readonly before: Values; readonly after: Values; readonly version: number },
): Promise<void> =>
  noticing(
    updateDoc(doc(services().db, recordPath(address)), {
      ...Object.fromEntries(
        changedPaths(change.before, change.after).map((path) => [path, change.after[path] ?? deleteField()]),
      ),
      involved: involved(address.entityId, change.after),
      version: change.version,
      updatedAt: serverTimestamp(),
      updatedBy: uid(),
    }),
  );

/** Deletes a draft that was never sent. */
export const deleteDraft = (address: RecordAddress): Promise<void> =>
  noticing(deleteDoc(doc(services().db, recordPath(address))));
