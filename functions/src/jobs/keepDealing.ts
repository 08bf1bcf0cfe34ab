/**
 * Keeps what entities may know of each other's dealings with partners in step with the records.
 *
 * Like the roll-up it takes an event as a hint alone: it reads what is told of the record now, then the record, and writes
 * what the record says today, on the condition that nobody wrote in between. Deliveries that are doubled, late or out of
 * order find no difference; of two at once one reads again what the other has written. What a lost delivery left out, and
 * what it left standing, the night finds by comparing both sides whole: some 50,000 reads for as many records, less than
 * two cents.
 */
import { createHash } from "node:crypto";
import { type DocumentReference, FieldPath, FieldValue, type Firestore } from "firebase-admin/firestore";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { type Dealing, dealingOf } from "../domain/dealing.ts";
import { dealings } from "../store/collections.ts";
import { whileOvertaken, writeIfUnchanged } from "../store/optimistic.ts";
import { readRecord, recordIn } from "../store/readRecords.ts";
import type { JobContext } from "./JobContext.ts";

/** Names the record of a dealing without telling which it is. */
const dealingIdOf = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 40);

const refOf = (db: Firestore, path: string): DocumentReference<Dealing> =>
  dealings(db).doc(dealingIdOf(path));

const idIn = (path: string): string => path.split("/").at(-1) ?? "";

const same = (a: Dealing | undefined, b: Dealing | undefined): boolean =>
  canonicalJson([a]) === canonicalJson([b]);

/** Tells of the record at `path` what may be told now. Returns whether anything had to be written. */
export function keepDealing({ db }: Pick<JobContext, "db">, path: string): Promise<boolean> {
  const ref = refOf(db, path);
  return whileOvertaken(async () => {
    // What is told first: the record that is read later is never older.
    const told = await ref.get();
    const found = await readRecord(db, path);
    const dealing = found && dealingOf(found.record, idIn(path));
    if (same(told.data(), dealing)) return false;
    const batch = db.batch();
    if (dealing)
      writeIfUnchanged(batch, told, {
        ...dealing,
        ...(told.exists && !dealing.open && { open: FieldValue.delete() }),
      });
    else if (told.updateTime) batch.delete(ref, { lastUpdateTime: told.updateTime });
    await batch.commit();
    return true;
  });
}

/** Documents of one page, so that memory stays bounded. */
const PAGE = 300;

async function* recordPages(db: Firestore, entityId: string) {
  const all = db.collection(`entities/${entityId}/records`).orderBy(FieldPath.documentId()).limit(PAGE);
  for (let page = await all.get(); page.docs.length > 0; ) {
    yield page.docs;
    const last = page.docs.at(-1);
    if (page.docs.length < PAGE || last === undefined) return;
    page = await all.startAfter(last).get();
  }
}

/** What a night put right. */
export interface RepairedDealings {
  /** Paths of records of which something else was told than they say. */
  readonly records: readonly string[];
  /** Dealings of records that are no more. */
  readonly orphans: number;
}

/** Compares all that is told of an entity with its records, and puts right what differs. */
async function reconcileEntity(context: JobContext, entityId: string): Promise<RepairedDealings> {
  const { db } = context;
  const told = await dealings(db).where("entityId", "==", entityId).get();
  const left = new Map(told.docs.map((dealing) => [dealing.id, dealing.data()]));
  const repaired: string[] = [];
  let orphans = 0;
  for await (const page of recordPages(db, entityId))
    for (const snapshot of page) {
      const { path } = snapshot.ref;
      const id = dealingIdOf(path);
      const found = recordIn(snapshot);
      const isRight = same(left.get(id), found && dealingOf(found.record, idIn(path)));
      left.delete(id);
      if (!isRight && (await keepDealing(context, path))) repaired.push(path);
    }
  // What is left tells of records that are no more.
  for (const dealing of told.docs.filter(({ id }) => left.has(id)))
    if (await deleteIfUnchanged(db, dealing)) orphans += 1;
  return { records: repaired, orphans };
}

async function deleteIfUnchanged(
  db: Firestore,
  { ref, updateTime }: FirebaseFirestore.QueryDocumentSnapshot,
): Promise<boolean> {
  const batch = db.batch();
  batch.delete(ref, { lastUpdateTime: updateTime });
  try {
    await batch.commit();
    return true;
  } catch (error) {
    // Written since: a record of this id came back meanwhile, and its own delivery has seen to it.
    if (error instanceof Error && "code" in error && error.code === FAILED_PRECONDITION) return false;
    throw error;
  }
}

const FAILED_PRECONDITION = 9;

/** Every night, of all entities. */
export async function reconcileDealings(context: JobContext): Promise<RepairedDealings> {
  let total: RepairedDealings = { records: [], orphans: 0 };
  for (const { id } of (await context.catalogues.get()).entities) {
    const { records, orphans } = await reconcileEntity(context, id);
    total = { records: [...total.records, ...records], orphans: total.orphans + orphans };
  }
  return total;
}
