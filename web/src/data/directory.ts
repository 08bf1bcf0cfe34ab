/** What the Office reads and does about the directory and about pairs that may be one thing. */
import { collection, limit, orderBy, query, where } from "firebase/firestore/lite";
import { type Duplicate, duplicateSchema } from "#domain/duplicate.ts";
import { type PartnerEntry, partnerEntrySchema } from "#domain/historyEntry.ts";
import { type Merge, mergeSchema } from "#domain/merge.ts";
import { call, newRequestId } from "./call.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";

const MOST = 100;

/** The likeliest first. Needs the index `duplicates`: of, state, score. */
export const loadPairs = (of: Duplicate["of"], state: Duplicate["state"]): Promise<Stored<Duplicate>[]> =>
  readQuery(
    query(
      collection(services().db, "duplicates"),
      where("of", "==", of),
      where("state", "==", state),
      orderBy("score", "desc"),
      limit(MOST),
    ),
    duplicateSchema,
  );

export const loadPair = (pairId: string): Promise<Stored<Duplicate> | undefined> =>
  readOne(`duplicates/${pairId}`, duplicateSchema);

export const judgeDistinct = (of: Duplicate["of"], members: readonly string[]): Promise<unknown> =>
  call("judgeDistinct", { requestId: newRequestId(), of, members });

/** The latest first. */
export async function loadPartnerHistory(partnerId: string): Promise<PartnerEntry[]> {
  const entries = await readCollection(`partners/${partnerId}/history`, partnerEntrySchema);
  return entries.map(({ data }) => data).toSorted((a, b) => b.version - a.version);
}

export const loadMerge = (mergeId: string): Promise<Stored<Merge> | undefined> =>
  readOne(`merges/${mergeId}`, mergeSchema);

/** Those that wait for the entity's word. */
export const loadMergesFor = (entityId: string): Promise<Stored<Merge>[]> =>
  readQuery(
    query(
      collection(services().db, "merges"),
      where("mergedEntityId", "==", entityId),
      where("state", "==", "proposed"),
      limit(MOST),
    ),
    mergeSchema,
  );
