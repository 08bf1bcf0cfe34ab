/** Bitácora's records for the mirror: counted and fetched in the order in which they were last written. */
import {
  collection,
  collectionGroup,
  getCount,
  getDocs,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  query,
  startAfter,
  where,
} from "firebase/firestore/lite";
import { draftRecordSchema } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import type { Scope } from "../local/scopesOf.ts";
import type { RecordSource, Span } from "../local/syncScope.ts";
import { services } from "./firebase.ts";
import { stored } from "./read.ts";
import { noticing } from "./refusals.ts";

const PAGE = 300;

/** The scope's query, as the rules can prove it. */
function queryOf(scope: Scope, { from, before }: Span): Query {
  const { db } = services();
  const span: QueryConstraint[] = [
    ...(from === undefined ? [] : [where("updatedAt", ">=", new Date(from))]),
    ...(before === undefined ? [] : [where("updatedAt", "<", new Date(before))]),
  ];
  if (scope.of === "entity") return query(collection(db, `entities/${scope.entityId}/records`), ...span);
  const all = collectionGroup(db, "records");
  if (scope.of === "submitted")
    return query(
      all,
      where(
        "state",
        "in",
        STATES.filter((state) => state !== "draft"),
      ),
      ...span,
    );
  return query(all, where("state", "==", "approved"), where("disclosure", "==", "public"), ...span);
}

export const recordSource: RecordSource = {
  count: async (scope, span) => (await noticing(getCount(queryOf(scope, span)))).data().count,
  pages: async function* (scope, span) {
    const sorted = query(queryOf(scope, span), orderBy("updatedAt"), limit(PAGE));
    let next: Query | undefined = sorted;
    while (next) {
      const { docs }: QuerySnapshot = await noticing(getDocs(next));
      yield docs.map((snapshot) => stored(snapshot, draftRecordSchema));
      const last: QueryDocumentSnapshot | undefined = docs.at(-1);
      next = last && docs.length === PAGE ? query(sorted, startAfter(last)) : undefined;
    }
  },
};
