/**
 * Finds what an entity's ledger and tallies have missed, a lost delivery above all, and puts it right.
 *
 * It compares sums that Firestore makes and reads documents only where these differ, halving the span of time in which
 * they do; so a difference among 50,000 records costs some hundreds of reads, and none where there is none. `recount`
 * reads everything and is always right; this ends with it where sums tell of a difference that no span shows.
 */
import type { Firestore } from "firebase-admin/firestore";
import { digestOf, isDigestOf } from "../domain/counting/digest.ts";
import { foldersOf } from "../domain/counting/source.ts";
import { tallies } from "../store/collections.ts";
import {
  type Comparison,
  compare,
  differencesIn,
  digestOfEntries,
  type Span,
  spanOf,
} from "../store/ledgerComparison.ts";
import type { GroupContext, RollUps } from "./groupCommit.ts";
import { recountFolder } from "./recount.ts";
import { repairTallies } from "./repairTallies.ts";

/** What was found; all zero where all was right. */
export interface Reconciled {
  /** Ledger entries that differed. */
  readonly entries: number;
  readonly tallies: number;
  readonly unreadable: readonly string[];
  /** Reads that Firestore bills for the search, without those of the repair. */
  readonly reads: number;
}

/** A span with no more documents than this is read. */
const FEW = 100;
/** Rounds until the sums agree; each finds at least one difference. */
const ROUNDS = 8;

/** Compares and repairs all that the entity leads; decisions and editions are the Office's. */
export async function reconcile(
  context: GroupContext,
  rollUps: RollUps,
  entityId: string,
): Promise<Reconciled> {
  let found: Reconciled = { entries: 0, tallies: 0, unreadable: [], reads: 0 };
  for (const folder of foldersOf(entityId)) {
    const { entries, unreadable, reads } = await reconcileFolder(context, rollUps, folder);
    found = {
      ...found,
      entries: found.entries + entries,
      unreadable: [...found.unreadable, ...unreadable],
      reads: found.reads + reads,
    };
  }
  const { isRight, reads } = await compareTallies(context.db, entityId);
  const repaired = isRight ? 0 : await repairTallies(context, entityId);
  return { ...found, tallies: repaired, reads: found.reads + reads };
}

async function reconcileFolder(context: GroupContext, rollUps: RollUps, folder: string) {
  let found: { entries: number; unreadable: readonly string[]; reads: number } = {
    entries: 0,
    unreadable: [],
    reads: 0,
  };
  const add = (more: { entries: number; unreadable: readonly string[]; reads: number }) => {
    found = {
      entries: found.entries + more.entries,
      unreadable: [...found.unreadable, ...more.unreadable],
      reads: found.reads + more.reads,
    };
  };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const all = await compare(context.db, folder);
    add({ entries: 0, unreadable: [], reads: all.reads });
    if (all.isEqual) return found;
    const { paths, reads } = await differing(context.db, folder);
    const done = await rollUps.addAll(paths);
    add({ ...done, reads });
    // What is found again, or not at all, is no lost delivery.
    if (done.entries === 0) break;
  }
  add({ ...(await recountFolder(context, rollUps, folder)), reads: 0 });
  return found;
}

async function differing(db: Firestore, folder: string): Promise<{ paths: string[]; reads: number }> {
  const span = await spanOf(db, folder);
  if (span === undefined) return { paths: [], reads: 4 };
  const { paths, reads } = await searchIn(db, folder, span, undefined);
  return { paths, reads: reads + 4 };
}

/** Halves the span until few documents are left in it. `known` is its comparison, where that follows from others. */
async function searchIn(
  db: Firestore,
  folder: string,
  span: Span,
  known: Comparison | undefined,
): Promise<{ paths: string[]; reads: number }> {
  const sums = known ?? (await compare(db, folder, span));
  const before = known ? 0 : sums.reads;
  if (sums.isEqual) return { paths: [], reads: before };
  if (Math.max(sums.sources.count, sums.entries.count) <= FEW || span.from >= span.to) {
    const { paths, reads } = await differencesIn(db, folder, span);
    return { paths, reads: before + reads };
  }
  const middle = Math.floor((span.from + span.to) / 2);
  const left = await compare(db, folder, { from: span.from, to: middle });
  const inLeft = await searchIn(db, folder, { from: span.from, to: middle }, left);
  const inRight = await searchIn(db, folder, { from: middle + 1, to: span.to }, restOf(sums, left));
  return {
    paths: [...inLeft.paths, ...inRight.paths],
    reads: before + left.reads + inLeft.reads + inRight.reads,
  };
}

/** The other half is what is left: it need not be asked for. */
function restOf(all: Comparison, part: Comparison): Comparison {
  const minus = (side: "sources" | "entries") => ({
    count: all[side].count - part[side].count,
    versions: all[side].versions - part[side].versions,
  });
  const [sources, entries] = [minus("sources"), minus("entries")];
  const isEqual = sources.count === entries.count && sources.versions === entries.versions;
  return { sources, entries, isEqual, reads: 0 };
}

/** Whether the tallies hold what the ledger adds up to. */
async function compareTallies(db: Firestore, entityId: string): Promise<{ isRight: boolean; reads: number }> {
  const [{ digest, reads }, held] = await Promise.all([
    digestOfEntries(db, entityId),
    tallies(db).where("entityId", "==", entityId).get(),
  ]);
  const cells = new Map(held.docs.map((tally) => [tally.data().period, tally.data().cells]));
  return { isRight: isDigestOf(digest, digestOf(cells)), reads: reads + Math.max(1, held.size) };
}
