/** All approved public records, which everyone with an account may read: what views count and list. */
import { collectionGroup, limit, orderBy, query, startAfter, where } from "firebase/firestore/lite";
import { type DraftRecord, draftRecordSchema } from "#domain/record/record.ts";
import { services } from "./firebase.ts";
import { readQuery, type Stored } from "./read.ts";

const PAGE = 500;
const MOST_PAGES = 20;
/** So long what was read serves again: going from one view to another reads nothing. */
const FRESH_MS = 5 * 60_000;

export interface PublicRecords {
  /** The latest first. */
  readonly records: readonly Stored<DraftRecord>[];
  /** Whether there are more than a browser should count. */
  readonly isCut: boolean;
  readonly readAt: Date;
}

let kept: { readonly uid: string; readonly all: PublicRecords } | undefined;

async function readAll(): Promise<PublicRecords> {
  const records: Stored<DraftRecord>[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const last = records.at(-1);
    const found = await readQuery(
      query(
        collectionGroup(services().db, "records"),
        where("state", "==", "approved"),
        where("disclosure", "==", "public"),
        orderBy("happenedOn", "desc"),
        orderBy("__name__", "desc"),
        ...(last ? [startAfter(last.data.happenedOn, last.path)] : []),
        limit(PAGE),
      ),
      draftRecordSchema,
    );
    records.push(...found);
    if (found.length < PAGE) return { records, isCut: false, readAt: new Date() };
  }
  return { records, isCut: true, readAt: new Date() };
}

export async function loadAllPublicRecords({ again = false } = {}): Promise<PublicRecords> {
  const uid = services().auth.currentUser?.uid ?? "";
  const isFresh = kept?.uid === uid && Date.now() - kept.all.readAt.getTime() < FRESH_MS;
  if (!kept || !isFresh || again) kept = { uid, all: await readAll() };
  return kept.all;
}
