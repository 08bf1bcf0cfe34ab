/**
 * Counts an entity anew from its sources, repairs ledger and tallies, and says what it repaired; safe at any time.
 *
 * First every source, and every ledger entry whose source is gone, is rolled up, many at once. Then each tally is
 * compared with the entries that it is the sum of, in a transaction that reads both, so that a roll-up in between makes
 * it read again rather than overwrite.
 */
import { differenceOf } from "../domain/counting/cells.ts";
import { tallyKeyOf } from "../domain/counting/ledger.ts";
import { tallyFromEntries } from "../domain/counting/tallyFromSources.ts";
import { credits, tallies } from "../store/collections.ts";
import { loadLedgerOf, loadSourcePathsOf, loadTallyIdsOf } from "../store/sources.ts";
import type { JobContext } from "./JobContext.ts";
import { ROLL_UP_AT_ONCE, rollUp } from "./rollUp.ts";

/** What a recount had to write; both zero where all was right. */
export interface Repaired {
  readonly entries: number;
  readonly tallies: number;
}

/** Recounts all that the entity leads. Decisions are the Office's. */
export async function recount(context: JobContext, entityId: string): Promise<Repaired> {
  const { db } = context;
  const ledger = await loadLedgerOf(db, entityId);
  const paths = [
    ...new Set([...(await loadSourcePathsOf(db, entityId)), ...ledger.map((entry) => entry.sourcePath)]),
  ];
  let entries = 0;
  for (let done = 0; done < paths.length; done += ROLL_UP_AT_ONCE)
    entries += await rollUp(context, paths.slice(done, done + ROLL_UP_AT_ONCE));
  // Those that the ledger names too, in case that a tally itself is gone.
  const tallyIds = [
    ...new Set([...(await loadTallyIdsOf(db, entityId)), ...ledger.flatMap((entry) => entry.tallyId ?? [])]),
  ];
  let repaired = 0;
  for (const tallyId of tallyIds) if (await repairTally(context, tallyId)) repaired += 1;
  return { entries, tallies: repaired };
}

/** Recounts every entity of the catalogue, one after the other. */
export async function recountAll(context: JobContext): Promise<Repaired> {
  const { entities } = await context.catalogues.get();
  let total: Repaired = { entries: 0, tallies: 0 };
  for (const { id } of entities) {
    const { entries, tallies } = await recount(context, id);
    total = { entries: total.entries + entries, tallies: total.tallies + tallies };
  }
  return total;
}

/** Whether it differed from the sum of its entries. */
const repairTally = ({ db, now }: JobContext, tallyId: string): Promise<boolean> =>
  db.runTransaction(async (transaction) => {
    const ref = tallies(db).doc(tallyId);
    const [tally, { docs }] = await Promise.all([
      transaction.get(ref),
      transaction.get(credits(db).where("tallyId", "==", tallyId)),
    ]);
    const entries = docs.map((snapshot) => snapshot.data());
    const cells = tallyFromEntries(entries).get(tallyId) ?? {};
    if (Object.keys(differenceOf(tally.data()?.cells ?? {}, cells)).length === 0) return false;
    transaction.set(ref, { ...tallyKeyOf(tallyId), cells, updatedAt: now() });
    return true;
  });
