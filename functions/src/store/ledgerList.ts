/** Lists the sources behind a figure: the ledger entries that stand in its cells, newest first. */
import { AggregateField, type Firestore, type Query } from "firebase-admin/firestore";
import { contributionOf } from "../domain/counting/evidence.ts";
import type { LedgerEntry } from "../domain/counting/ledger.ts";
import { credits } from "./collections.ts";

/** A ledger entry with what it adds to the figure. */
export interface Contribution {
  readonly id: string;
  readonly entry: LedgerEntry;
  readonly adds: Readonly<Record<string, number>>;
}

export interface ContributionPage {
  readonly rows: readonly Contribution[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** Needs the index `credits`: cells (contains), day, both directions of the name with it. */
const standingIn = (db: Firestore, cells: readonly string[]): Query<LedgerEntry> =>
  credits(db).where("cells", "array-contains-any", cells);

const isSomething = ({ adds }: Contribution): boolean => Object.keys(adds).length > 0;

/** A page of at most `size` entries, from behind `after` on. What an amendment has moved out of the figure is left out. */
export async function listContributions(
  db: Firestore,
  cells: readonly string[],
  size: number,
  after: string | undefined,
): Promise<ContributionPage> {
  const ordered = standingIn(db, cells).orderBy("day", "desc").orderBy("__name__", "desc").limit(size);
  const last = after === undefined ? undefined : await credits(db).doc(after).get();
  const { docs } = await (last?.exists ? ordered.startAfter(last) : ordered).get();
  const rows = docs
    .map((doc) => ({ id: doc.id, entry: doc.data(), adds: contributionOf(doc.data(), cells) }))
    .filter(isSomething);
  const end = docs.at(-1)?.id;
  return { rows, ...(docs.length === size && end !== undefined && { next: end }) };
}

/**
 * How many sources stand behind the figure. Firestore counts them, one read for each thousand; only those that were
 * amended are read, since what they add may have come to nothing. Needs the index `credits`: amended, cells (contains).
 */
export async function countContributions(db: Firestore, cells: readonly string[]): Promise<number> {
  const standing = standingIn(db, cells);
  const [all, amended] = await Promise.all([
    standing.aggregate({ count: AggregateField.count() }).get(),
    standing.where("amended", "==", true).get(),
  ]);
  const undone = amended.docs.filter((doc) => Object.keys(contributionOf(doc.data(), cells)).length === 0);
  return all.data().count - undone.length;
}
