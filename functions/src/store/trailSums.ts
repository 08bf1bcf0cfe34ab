/**
 * Compares trails with the versions of their items by what Firestore adds up, without reading either: one read for each
 * thousand. Every entry says how many versions it covers, so that a whole trail adds up to the version of its item.
 */
import {
  AggregateField,
  type DocumentData,
  type DocumentReference,
  type Firestore,
  type Query,
} from "firebase-admin/firestore";
import { entityScope } from "../domain/historyEntry.ts";
import type { State } from "../domain/record/states.ts";
import { accessOf, historyOf, partners } from "./collections.ts";

/** States in which the server has written last: the trail reaches the item's version. */
const SETTLED: readonly State[] = ["submitted", "approved", "withdrawn"];

const sumOf = async (query: Query, field: string): Promise<number> =>
  (await query.aggregate({ sum: AggregateField.sum(field) }).get()).data().sum;

const total = (sums: readonly number[]): number => sums.reduce((sum, each) => sum + each, 0);

/** Needs the collection-group index `history`: scope, covers. */
const coveredIn = (db: Firestore, scope: string): Promise<number> =>
  sumOf(db.collectionGroup("history").where("scope", "==", scope), "covers");

/** The version up to which the trail of a returned item must reach: that of its return; people have written on since. */
async function returnedAt(item: DocumentReference): Promise<number> {
  const { docs } = await historyOf(item).orderBy("version", "desc").limit(1).get();
  const last = docs[0]?.data();
  return last?.action === "return" ? last.version : Number.POSITIVE_INFINITY;
}

/** An item whose trail is short, and by how many versions; all of them where its last entries are missing. */
export interface Gap {
  readonly path: string;
  readonly covered: number;
  readonly version: number;
}

async function gapOf(item: DocumentReference, owed: number, version: number): Promise<Gap | undefined> {
  const covered = await sumOf(item.collection("history"), "covers");
  return covered === owed ? undefined : { path: item.path, covered, version };
}

/** Needs the indexes `records` and `reports`: state, version. */
const settledIn = (folder: Query): Query => folder.where("state", "in", SETTLED);
const returnedIn = async (folder: Query) =>
  (await folder.where("state", "==", "returned").select("version").get()).docs;

/** The records and half-year reports of an entity whose trails are short. Reads them only where the sums differ. */
export async function entityGaps(db: Firestore, entityId: string): Promise<Gap[]> {
  const scope = entityScope(entityId);
  const folders: Query[] = [db.collection(`${scope}/records`), db.collection(`${scope}/reports`)];
  const returned = (await Promise.all(folders.map(returnedIn))).flat();
  const [covered, owedByReturned, owedBySettled] = await Promise.all([
    coveredIn(db, scope),
    Promise.all(returned.map(({ ref }) => returnedAt(ref))),
    Promise.all(folders.map((folder) => sumOf(settledIn(folder), "version"))),
  ]);
  if (covered === total([...owedByReturned, ...owedBySettled])) return [];
  const settled = await Promise.all(folders.map((folder) => settledIn(folder).select("version").get()));
  return present(
    await Promise.all([
      ...settled.flatMap(({ docs }) => docs).map((item) => gapOf(item.ref, versionOf(item), versionOf(item))),
      ...returned.map((item, index) => gapOf(item.ref, owedByReturned[index] ?? 0, versionOf(item))),
    ]),
  );
}

/** The same of the directory of partners, whose trails begin at the second version: the first is the proposal. */
export async function partnerGaps(db: Firestore): Promise<Gap[]> {
  const all = partners(db);
  const [covered, versions, count] = await Promise.all([
    coveredIn(db, all.path),
    sumOf(all, "version"),
    all.count().get(),
  ]);
  if (covered === versions - count.data().count) return [];
  const { docs } = await db.collection(all.path).select("version").get();
  return present(
    await Promise.all(docs.map((item) => gapOf(item.ref, versionOf(item) - 1, versionOf(item)))),
  );
}

/** The indicators that lack a version. There are some dozens of them, so each is asked for its own. */
export async function indicatorGaps(db: Firestore): Promise<Gap[]> {
  const { docs } = await db.collection("indicators").select("version").get();
  const gaps = docs.map(async (item) => {
    const covered = (await item.ref.collection("versions").count().get()).data().count;
    return covered === versionOf(item)
      ? undefined
      : { path: item.ref.path, covered, version: versionOf(item) };
  });
  return present(await Promise.all(gaps));
}

/** The lists and decisions that lack a version; their documents are read only where the sums differ. */
export async function itemGaps(db: Firestore, collection: "catalogues" | "decisions"): Promise<Gap[]> {
  const all = db.collection(collection);
  const [covered, owed] = await Promise.all([coveredIn(db, collection), sumOf(all, "version")]);
  if (covered === owed) return [];
  const { docs } = await all.select("version").get();
  return present(await Promise.all(docs.map((item) => gapOf(item.ref, versionOf(item), versionOf(item)))));
}

/**
 * The people whose access changed without an entry. Who was let in once and is no more has no document, but a last entry
 * that says so.
 */
export async function accessGaps(db: Firestore): Promise<Gap[]> {
  const [admitted, revocations, covered] = await Promise.all([
    db.collection(accessOf(db).path).select("version").get(),
    db.collectionGroup("history").where("action", "==", "revoke").select("version").get(),
    coveredIn(db, "access"),
  ]);
  const owed = new Map<string, number>();
  for (const { ref, data } of revocations.docs.map((entry) => ({ ref: entry.ref, data: entry.data() }))) {
    const path = ref.parent.parent?.path ?? "";
    owed.set(path, Math.max(owed.get(path) ?? 0, Number(data.version)));
  }
  for (const person of admitted.docs) owed.set(person.ref.path, versionOf(person));
  if (covered === total([...owed.values()])) return [];
  return present(
    await Promise.all([...owed].map(([path, version]) => gapOf(db.doc(path), version, version))),
  );
}

const versionOf = (item: { data(): DocumentData }): number => Number(item.data().version);

const present = (gaps: readonly (Gap | undefined)[]): Gap[] => gaps.filter((gap) => gap !== undefined);
