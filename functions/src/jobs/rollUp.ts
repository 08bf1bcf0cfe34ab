/**
 * Brings the ledger and the tallies up to date with sources, exactly, however often and in whatever order it is asked.
 *
 * It reads each source as it is now (the event that asked is only a hint) and its ledger entry, which says what the
 * tallies hold on its account. One commit writes the new entry, on the condition that the old one still stands, and adds
 * the difference to the tallies. So:
 *
 * - A delivery that is doubled, late or out of order finds no difference and writes nothing.
 * - There is nothing between two writes where it could die: they are one commit.
 * - Of two deliveries for one source at once, one commits; the other's condition fails, it reads again what the first
 *   has written and what the source is by now. Nothing is locked, so neither waits for the other. A source that changes
 *   between its reading and the commit is put right by its own, later delivery.
 * - A tally is never read: an increment is right whatever the tally holds, and the condition in the same commit makes it
 *   happen once, even where the answer to a commit is lost and the commit is sent again.
 * - The version of the rules is read together with the source. Were it read before, a change of the rules and the whole
 *   recount that follows could pass in between, and the source be counted under rules that are no more.
 *
 * A lone change reads three documents (entry, source, version) and writes two (entry, tally; another tally when it moves
 * from one half-year to another). How often it commits for one entity is `groupCommit`'s to decide.
 */
import {
  type DocumentData,
  type DocumentSnapshot,
  FieldValue,
  type WriteBatch,
} from "firebase-admin/firestore";
import { addCells, type Cells } from "../domain/counting/cells.ts";
import {
  type CountingRules,
  emptyEntryOf,
  isEntered,
  type LedgerEntry,
  ledgerEntryOf,
  tallyChanges,
  tallyKeyOf,
  unreadableEntryOf,
} from "../domain/counting/ledger.ts";
import { ledgerIdOf } from "../domain/counting/source.ts";
import { counting, countingSchema, credits, operations, tallies } from "../store/collections.ts";
import { getAll } from "../store/getAll.ts";
import { whileOvertaken, writeIfUnchanged } from "../store/optimistic.ts";
import { type Found, foundSource, sourceRef } from "../store/sources.ts";
import type { JobContext } from "./JobContext.ts";

/** Sources in one commit: with their entries of some 3 KB each it stays far from the 10 MiB that a commit may hold. */
export const ROLL_UP_AT_ONCE = 200;

/** What a roll-up did. */
export interface RolledUp {
  /** Ledger entries that differed and were written. */
  readonly entries: number;
  /** Sources that are not what their schema says: counted nowhere, and reported. */
  readonly unreadable: readonly string[];
}

/** A ledger entry as it was read, and as it should be. */
interface Change {
  readonly before: DocumentSnapshot<LedgerEntry>;
  readonly after: LedgerEntry;
}

function entryAfter(
  found: Found,
  before: LedgerEntry | undefined,
  rules: CountingRules,
): LedgerEntry | undefined {
  if ("problem" in found && found.problem !== undefined) return unreadableEntryOf(found.path, found, rules);
  if (!("source" in found) || !found.source) return emptyEntryOf(found.path, rules);
  if (isEntered(found.source)) return ledgerEntryOf(found.source, rules);
  return before && emptyEntryOf(found.path, rules);
}

const sameLists = (a: readonly unknown[], b: readonly unknown[]): boolean => a.join() === b.join();

/** Whether the entry must be written; the version of the rules alone is no reason where they say the same. */
const differs = (before: LedgerEntry | undefined, after: LedgerEntry): boolean =>
  before === undefined ||
  before.sourceVersion !== after.sourceVersion ||
  before.sourceUpdatedAt.getTime() !== after.sourceUpdatedAt.getTime() ||
  before.problem !== after.problem ||
  before.day !== after.day ||
  !sameLists(before.cells, after.cells) ||
  !sameLists(before.amounts, after.amounts);

/**
 * Rolls up the sources at `paths` (at most `ROLL_UP_AT_ONCE`, none twice). Throws what Firestore throws when it gives up;
 * nothing is written then.
 */
export async function rollUp(context: JobContext, paths: readonly string[]): Promise<RolledUp> {
  const { db } = context;
  const sourceRefs = paths.map((path) => sourceRef(db, path));
  const entryRefs = paths.map((path) => credits(db).doc(ledgerIdOf(path)));
  return whileOvertaken(async () => {
    // The ledger first: a source that is read later is never older than what the ledger says of it.
    const entries = await getAll(db, entryRefs);
    // In one call, which Firestore answers as of one moment: the version is never older than the source.
    const [rulesVersion, ...snapshots] = await getAll<DocumentData>(db, [counting(db), ...sourceRefs]);
    const found = await Promise.all(snapshots.map(foundSource));
    const rules = await context.rules.at(countingSchema.parse(rulesVersion?.data()).version);
    const changes = entries.flatMap((before, index): Change[] => {
      const source = found[index];
      if (!source) return [];
      const after = entryAfter(source, before.data(), rules);
      return after && differs(before.data(), after) ? [{ before, after }] : [];
    });
    if (changes.length > 0) await commit(context, changes);
    return {
      entries: changes.length,
      unreadable: found.flatMap((each) =>
        "problem" in each && each.problem !== undefined ? [each.path] : [],
      ),
    };
  });
}

async function commit({ db, now }: JobContext, changes: readonly Change[]): Promise<void> {
  const batch = db.batch();
  for (const change of changes) {
    writeEntry(batch, change);
    reportProblem(batch, change, now());
  }
  for (const [tallyId, cells] of sumOf(changes)) {
    const { entityId, period } = tallyKeyOf(tallyId);
    const tally = { entityId, period, cells: increments(cells), updatedAt: FieldValue.serverTimestamp() };
    batch.set(tallies(db).doc(tallyId), tally, { merge: true });
  }
  await batch.commit();
}

function writeEntry(batch: WriteBatch, { before, after }: Change): void {
  writeIfUnchanged(batch, before, {
    ...after,
    ...(after.problem === undefined &&
      before.data()?.problem !== undefined && { problem: FieldValue.delete() }),
  });
}

/** Tells the Office of a source that cannot be read, and that it can be again. */
function reportProblem(batch: WriteBatch, { before, after }: Change, now: Date): void {
  const { problem } = after;
  const was = before.data()?.problem;
  if (problem === was) return;
  const ref = operations(before.ref.firestore).doc(`unreadable~${before.id}`);
  if (problem === undefined) batch.update(ref, { state: "done", updatedAt: now, finishedAt: now });
  else
    batch.set(ref, {
      ...{ kind: "unreadable", state: "open", sourcePath: after.sourcePath, entityId: after.entityId },
      ...{ requestedBy: "roll-up", requestedAt: now, updatedAt: now, problem: problem.slice(0, 4_000) },
      ...{ done: 1, total: 1, entries: 0, tallies: 0, unreadable: [after.sourcePath] },
    });
}

/** What must be added to which tallies. */
function sumOf(changes: readonly Change[]): Map<string, Cells> {
  const sums = new Map<string, Cells>();
  for (const { before, after } of changes)
    for (const { tallyId, cells } of tallyChanges(before.data(), after))
      sums.set(tallyId, addCells(sums.get(tallyId) ?? {}, cells));
  return new Map([...sums].filter(([, cells]) => Object.keys(cells).length > 0));
}

const increments = (cells: Cells): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(cells).map(([key, amount]) => [key, FieldValue.increment(amount)]));
