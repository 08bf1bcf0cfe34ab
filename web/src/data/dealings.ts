/** Reads who deals with a partner already: what others may be told, and all of the entity's own. */
import { collection, limit, orderBy, query, where } from "firebase/firestore/lite";
import { type Dealing, dealingSchema } from "#domain/dealing.ts";
import { type DraftRecord, draftRecordSchema } from "#domain/record/record.ts";
import { services } from "./firebase.ts";
import { readQuery, type Stored } from "./read.ts";

/** The latest are those that one may still coordinate with. */
const MOST = 60;

/** Needs the index `dealings`: partnerIds, month. */
export async function loadDealings(partnerId: string): Promise<Dealing[]> {
  const found = await readQuery(
    query(
      collection(services().db, "dealings"),
      where("partnerIds", "array-contains", partnerId),
      orderBy("month", "desc"),
      limit(MOST),
    ),
    dealingSchema,
  );
  return found.map(({ data }) => data);
}

/** Records of one's own entity that name the partner, in any state. */
export const loadOwnWith = (entityId: string, partnerId: string): Promise<Stored<DraftRecord>[]> =>
  readQuery(
    query(
      collection(services().db, `entities/${entityId}/records`),
      where("partnerIds", "array-contains", partnerId),
      limit(MOST),
    ),
    draftRecordSchema,
  );
