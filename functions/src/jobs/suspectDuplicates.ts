/** Finds records that may tell of one thing as another one does, for the Office; and hears its word on them. */
import type { DocumentSnapshot, Firestore } from "firebase-admin/firestore";
import { addDays, isDay } from "../domain/calendar.ts";
import { comparableOf, type Duplicate, duplicateIdOf } from "../domain/duplicate.ts";
import { isOffice } from "../domain/record/states.ts";
import {
  type Comparable,
  MOST_DAYS_APART,
  recordSimilarity,
  SUSPICIOUS,
} from "../domain/similarity/recordSimilarity.ts";
import { duplicates } from "../store/collections.ts";
import { readRecord, recordsLike } from "../store/readRecords.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

/** Pairs that are suspected of one record at once. */
const MOST_PAIRS = 10;

/** The likeliest others, by their path. */
async function likelyOthers(db: Firestore, path: string, mine: Comparable): Promise<Map<string, number>> {
  if (!isDay(mine.on)) return new Map();
  const [from, to] = [addDays(mine.on, -MOST_DAYS_APART), addDays(mine.on, MOST_DAYS_APART)];
  const scored = (await recordsLike(db, mine, from, to)).flatMap(({ path: other, record }) => {
    const theirs = other === path ? undefined : comparableOf(record);
    const score = theirs ? recordSimilarity(mine, theirs) : 0;
    return score >= SUSPICIOUS ? [[other, score] as const] : [];
  });
  return new Map(scored.toSorted(([, a], [, b]) => b - a).slice(0, MOST_PAIRS));
}

/**
 * Brings the suspected pairs of a record in step with what it says now; what the Office called two things stays so. A
 * repeat changes nothing.
 */
export async function suspectDuplicates({ db, now }: JobContext, path: string): Promise<void> {
  const found = await readRecord(db, path);
  const mine = found && comparableOf(found.record);
  const others = mine ? await likelyOthers(db, path, mine) : new Map<string, number>();
  const known = await duplicates(db).where("members", "array-contains", path).get();
  const pairs = new Map<string, DocumentSnapshot<Duplicate> | undefined>(
    known.docs.map((pair) => [pair.id, pair]),
  );
  for (const other of others.keys()) {
    const id = duplicateIdOf([path, other]);
    if (!pairs.has(id)) pairs.set(id, undefined);
  }
  const scores = new Map(
    [...others].map(([other, score]) => [duplicateIdOf([path, other]), { other, score }]),
  );
  const batch = db.batch();
  for (const [id, pair] of pairs) {
    const was = pair?.data();
    const alike = scores.get(id);
    if (was?.state === "distinct") continue;
    if (!alike && was?.state === "suspected") batch.update(duplicates(db).doc(id), { state: "settled" });
    if (alike && was?.state !== "suspected")
      batch.set(duplicates(db).doc(id), {
        ...{ of: "records", members: [path, alike.other].toSorted(), state: "suspected" },
        ...{ score: alike.score, foundAt: now() },
      });
  }
  await batch.commit();
}

export interface JudgeRequest {
  readonly requestId: string;
  readonly of: Duplicate["of"];
  /** Paths of the two documents. */
  readonly members: readonly [string, string];
}

/** The Office's word that two are not the same; nobody is asked about them again. Throws `Rejection`. */
export async function judgeDistinct(
  { db, now }: JobContext,
  actor: NamedActor,
  { of, members }: JudgeRequest,
): Promise<{ state: Duplicate["state"] }> {
  if (!isOffice(actor)) throw because("office-only");
  const folder =
    of === "partners" ? /^partners\/[\w-]{1,64}$/ : /^entities\/[\w-]{1,64}\/records\/[\w-]{1,64}$/;
  if (members[0] === members[1] || !members.every((path) => folder.test(path))) throw because("not-found");
  const ref = duplicates(db).doc(duplicateIdOf(members));
  await db.runTransaction(async (transaction) => {
    const [pair, ...both] = await Promise.all([
      transaction.get(ref),
      ...members.map((path) => transaction.get(db.doc(path))),
    ]);
    const was = pair.data();
    if (was?.state === "distinct") return;
    if (both.some(({ exists }) => !exists)) throw because("not-found");
    transaction.set(ref, {
      ...{ of, members: members.toSorted(), state: "distinct", score: was?.score ?? 0 },
      ...{ foundAt: was?.foundAt ?? now(), judgedBy: actor.uid, judgedAt: now() },
    });
  });
  return { state: "distinct" };
}
