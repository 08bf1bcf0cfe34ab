/**
 * Brings the ledger and the tallies up to date with sources, exactly, however often and in whatever order it is asked.
 *
 * It reads each source as it is now (the event that asked is only a hint) and its ledger entry, which says what the
 * tallies hold on its account. One commit writes the new entry, on the condition that the old one still stands, and adds
 * the difference to the tallies. So:
 *
 * - A delivery that is doubled, late or out of order finds no difference and writes nothing.
 * - A lone change reads two documents and writes two (three when it moves from one tally to another).
 * - Of two deliveries for one source at once, one commits; the other's condition fails, it reads again what the first
 *   has written and what the source is by now. Nothing is locked, so neither waits for the other. A source that changes
 *   between its reading and the commit is put right by its own, later delivery.
 * - A tally is never read: an increment is right whatever the tally holds, and the condition in the same commit makes it
 *   happen once, even where the answer to a commit is lost and the commit is sent again. Changes of different sources
 *   therefore never undo each other; they only queue for the moment of commit. That is the limit: Firestore sustains
 *   some few commits a second on one document, so one entity's records of one year flow at that rate. A burst of
 *   thousands of rows for one entity goes through in batches (several sources in one call touch each tally once, as
 *   `recount` does), and events that give up are delivered again.
 */
import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { addCells, type Cells } from "../domain/counting/cells.ts";
import { type LedgerEntry, ledgerEntryOf, tallyChanges, tallyKeyOf } from "../domain/counting/ledger.ts";
import { ledgerIdOf } from "../domain/counting/source.ts";
import { credits, tallies } from "../store/collections.ts";
import { getAll } from "../store/getAll.ts";
import { whileOvertaken, writeIfUnchanged } from "../store/optimistic.ts";
import { sourceOf, sourceRef } from "../store/sources.ts";
import type { JobContext } from "./JobContext.ts";

/** Sources in one commit: each writes its entry and at most two tallies, and Firestore takes 500 writes. */
export const ROLL_UP_AT_ONCE = 150;

/** A ledger entry as it was read, and as it should be. */
interface Change {
  readonly before: DocumentSnapshot<LedgerEntry>;
  readonly after: LedgerEntry;
}

const counts = (entry: LedgerEntry | undefined): boolean => entry !== undefined && entry.cells.length > 0;

/** Whether the entry must be written: what never counted gets none, all others say their source's last version. */
const differs = (before: LedgerEntry | undefined, after: LedgerEntry): boolean =>
  before === undefined
    ? counts(after)
    : before.sourceVersion !== after.sourceVersion ||
      before.rulesVersion !== after.rulesVersion ||
      before.tallyId !== after.tallyId ||
      before.cells.join() !== after.cells.join();

/** The cached rules, unless the ledger already knows newer ones. */
async function rulesFor(context: JobContext, entries: readonly (LedgerEntry | undefined)[]) {
  const rules = await context.rules.get();
  const isOld = entries.some((entry) => entry !== undefined && entry.rulesVersion > rules.version);
  return isOld ? context.rules.refresh() : rules;
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

/**
 * Rolls up the sources at `paths` (at most `ROLL_UP_AT_ONCE`, none twice) and returns how many ledger entries it wrote.
 * Throws `BadDocument` when a source is not what its schema says, and whatever Firestore throws when it gives up;
 * in both cases nothing is written.
 */
export async function rollUp(context: JobContext, paths: readonly string[]): Promise<number> {
  const { db } = context;
  const sourceRefs = paths.map((path) => sourceRef(db, path));
  const entryRefs = paths.map((path) => credits(db).doc(ledgerIdOf(path)));
  return whileOvertaken(async () => {
    // The ledger first: a source that is read later is never older than what the ledger says of it.
    const entries = await getAll(db, entryRefs);
    const sources = await getAll(db, sourceRefs);
    const rules = await rulesFor(
      context,
      entries.map((entry) => entry.data()),
    );
    const changes = entries.flatMap((before, index): Change[] => {
      const source = sources[index];
      if (!source) return [];
      const after = ledgerEntryOf(source.ref.path, sourceOf(source), rules);
      return differs(before.data(), after) ? [{ before, after }] : [];
    });
    if (changes.length > 0) await commit(context, changes);
    return changes.length;
  });
}

async function commit({ db, now }: JobContext, changes: readonly Change[]): Promise<void> {
  const batch = db.batch();
  for (const { before, after } of changes)
    writeIfUnchanged(batch, before, {
      ...after,
      ...(after.tallyId === undefined && before.exists && { tallyId: FieldValue.delete() }),
    });
  for (const [tallyId, cells] of sumOf(changes)) {
    const tally = { ...tallyKeyOf(tallyId), cells: increments(cells), updatedAt: now() };
    batch.set(tallies(db).doc(tallyId), tally, { merge: true });
  }
  await batch.commit();
}
