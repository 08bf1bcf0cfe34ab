/** What happened to records: their history and their amendments. */
import { collectionGroup, limit, query, where } from "firebase/firestore/lite";
import { type Amendment, amendmentSchema } from "#domain/amendment.ts";
import { type HistoryEntry, historyEntrySchema } from "#domain/historyEntry.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";
import { type RecordAddress, recordPath } from "./records.ts";

/** Most amendments that one list shows. */
const LIST = 300;

export const loadHistory = (address: RecordAddress): Promise<Stored<HistoryEntry>[]> =>
  readCollection(`${recordPath(address)}/history`, historyEntrySchema);

export const loadVersion = (
  address: RecordAddress,
  version: string,
): Promise<Stored<HistoryEntry> | undefined> =>
  readOne(`${recordPath(address)}/history/${version}`, historyEntrySchema);

export const loadAmendments = (address: RecordAddress): Promise<Stored<Amendment>[]> =>
  readCollection(`${recordPath(address)}/amendments`, amendmentSchema);

/** The amendments of all entities that wait for the Office. */
export const loadProposedAmendments = (): Promise<Stored<Amendment>[]> =>
  readQuery(
    query(collectionGroup(services().db, "amendments"), where("state", "==", "proposed"), limit(LIST)),
    amendmentSchema,
  );
