/** Counts an entity's tallies anew from the ledger entries that they are the sums of, while roll-ups go on. */
import { FieldValue, type Firestore, type Query } from "firebase-admin/firestore";
import { addCells, type Cells, differenceOf } from "../domain/counting/cells.ts";
import { type LedgerEntry, tallyKeyOf } from "../domain/counting/ledger.ts";
import { tallyFromEntries } from "../domain/counting/tallyFromSources.ts";
import { credits, tallies } from "../store/collections.ts";
import { whileOvertaken } from "../store/optimistic.ts";

interface Context {
  readonly db: Firestore;
}

/** Entries read at once. */
const PAGE = 200;

/** What the entries add up to, by tally; of them, no more than a page is held at a time. */
async function sumsOf(entries: Query<LedgerEntry>): Promise<ReadonlyMap<string, Cells>> {
  const sums = new Map<string, Cells>();
  const page = entries.orderBy("__name__").limit(PAGE);
  let { docs } = await page.get();
  for (;;) {
    for (const [tallyId, cells] of tallyFromEntries(docs.map((entry) => entry.data())))
      sums.set(tallyId, addCells(sums.get(tallyId) ?? {}, cells));
    const last = docs.at(-1);
    if (docs.length < PAGE || last === undefined) return sums;
    ({ docs } = await page.startAfter(last).get());
  }
}

const differ = (held: Cells, cells: Cells): boolean => Object.keys(differenceOf(held, cells)).length > 0;

/** Cells that have come to zero stay in a tally until it is written anew. */
const hasZeros = (cells: Cells): boolean => Object.values(cells).includes(0);

/**
 * How many of the entity's tallies differed from the sums of its entries, and were put right. All entries are read once;
 * where that finds a tally wrong, a roll-up may only have come in between, and it is looked at again by itself.
 */
export async function repairTallies(context: Context, entityId: string): Promise<number> {
  const { db } = context;
  const [held, sums] = await Promise.all([
    tallies(db).where("entityId", "==", entityId).get(),
    sumsOf(credits(db).where("entityId", "==", entityId)),
  ]);
  const cells = new Map(held.docs.map((tally) => [tally.id, tally.data().cells]));
  let repaired = 0;
  for (const tallyId of new Set([...cells.keys(), ...sums.keys()])) {
    const is = cells.get(tallyId) ?? {};
    if (differ(is, sums.get(tallyId) ?? {}) || hasZeros(is)) repaired += await repairTally(context, tallyId);
  }
  return repaired;
}

/**
 * 1 if the tally differed from the sum of its entries and was put right, else 0. A roll-up that changes one of its entries
 * writes the tally in the same commit: if the tally is still as it was read before the entries were, so are they, and
 * otherwise all is read again.
 */
const repairTally = ({ db }: Context, tallyId: string): Promise<0 | 1> =>
  whileOvertaken(async () => {
    const ref = tallies(db).doc(tallyId);
    const before = await ref.get();
    const sums = await sumsOf(credits(db).where("tallyIds", "array-contains", tallyId));
    const cells = sums.get(tallyId) ?? {};
    const is = before.data()?.cells ?? {};
    if (!differ(is, cells) && !hasZeros(is)) return 0;
    const tally = { ...tallyKeyOf(tallyId), cells, updatedAt: FieldValue.serverTimestamp() };
    if (before.updateTime) await ref.update(tally, { lastUpdateTime: before.updateTime });
    else await db.doc(ref.path).create(tally);
    return differ(is, cells) ? 1 : 0;
  });
