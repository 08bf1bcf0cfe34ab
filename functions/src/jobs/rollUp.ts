/**
 * Brings the ledger and the tallies up to date with sources, exactly, however often and in whatever order it is asked.
 *
 * One transaction reads each source as it is now (the event that asked is only a hint) and its ledger entry, which says
 * what the tallies hold on its account; it writes the new entry and adds the difference to the tallies. So:
 *
 * - A delivery that is doubled, late or out of order finds no difference and writes nothing.
 * - A lone change reads two documents and writes two (three when it moves from one tally to another).
 * - Two deliveries for one source at once: both read its ledger entry, even one that does not exist yet, so that
 *   Firestore lets one commit and the other runs again on what the first has written.
 * - A tally is never read: an increment is right whatever the tally holds, and the ledger entry in the same commit
 *   makes it happen once. Changes of different sources therefore never invalidate each other; they only queue for the
 *   moment of commit. That is the limit: Firestore sustains some few commits a second on one document, so one entity's
 *   records of one year flow at that rate. A burst of thousands of rows for one entity goes through in batches (several
 *   sources in one call touch each tally once, as `recount` does), and events that give up are delivered again.
 */
import { FieldValue } from "firebase-admin/firestore";
import { addCells, type Cells } from "../domain/counting/cells.ts";
import {
  type CountingRules,
  type LedgerEntry,
  ledgerEntryOf,
  tallyChanges,
  tallyKeyOf,
} from "../domain/counting/ledger.ts";
import { ledgerIdOf } from "../domain/counting/source.ts";
import { credits, tallies } from "../store/collections.ts";
import { sourceOf, sourceRef } from "../store/sources.ts";
import type { JobContext } from "./JobContext.ts";

/** Sources in one transaction: each writes its entry and at most two tallies, and Firestore takes 500 writes. */
export const ROLL_UP_AT_ONCE = 150;
const MAX_ATTEMPTS = 10;

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

/** The entries to write, by index of their path, and what to add to which tally. */
function planOf(
  before: readonly (LedgerEntry | undefined)[],
  after: readonly LedgerEntry[],
): { entries: LedgerEntry[]; tallies: ReadonlyMap<string, Cells> } {
  const changed = after.flatMap((entry, index) =>
    differs(before[index], entry) ? [{ before: before[index], after: entry }] : [],
  );
  const sums = new Map<string, Cells>();
  for (const change of changed)
    for (const { tallyId, cells } of tallyChanges(change.before, change.after))
      sums.set(tallyId, addCells(sums.get(tallyId) ?? {}, cells));
  return { entries: changed.map((change) => change.after), tallies: sums };
}

const increments = (cells: Cells): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(cells).map(([key, amount]) => [key, FieldValue.increment(amount)]));

/**
 * Rolls up the sources at `paths` (at most `ROLL_UP_AT_ONCE`, none twice) and returns how many ledger entries it wrote.
 * Throws `BadDocument` when a source is not what its schema says, and whatever Firestore throws when it gives up;
 * in both cases nothing is written.
 */
export async function rollUp(context: JobContext, paths: readonly string[]): Promise<number> {
  const { db, now } = context;
  const sourceRefs = paths.map((path) => sourceRef(db, path));
  const entryRefs = paths.map((path) => credits(db).doc(ledgerIdOf(path)));
  return db.runTransaction(
    async (transaction) => {
      const [sources, snapshots] = await Promise.all([
        transaction.getAll(...sourceRefs),
        transaction.getAll(...entryRefs),
      ]);
      const before = snapshots.map((snapshot) => snapshot.data());
      const rules: CountingRules = await rulesFor(context, before);
      const after = sources.map((source) => ledgerEntryOf(source.ref.path, sourceOf(source), rules));
      const plan = planOf(before, after);
      for (const entry of plan.entries) transaction.set(credits(db).doc(ledgerIdOf(entry.sourcePath)), entry);
      for (const [tallyId, cells] of plan.tallies) {
        if (Object.keys(cells).length === 0) continue;
        const tally = { ...tallyKeyOf(tallyId), cells: increments(cells), updatedAt: now() };
        transaction.set(tallies(db).doc(tallyId), tally, { merge: true });
      }
      return plan.entries.length;
    },
    { maxAttempts: MAX_ATTEMPTS },
  );
}
