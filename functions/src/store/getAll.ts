/** Reads many documents in one call, each through its own converter. */
import type { DocumentReference, DocumentSnapshot, Firestore } from "firebase-admin/firestore";

/** In the order of the references. Google's own declaration forgets that converters apply. */
export const getAll = async <T extends object>(
  db: Firestore,
  refs: readonly DocumentReference<T>[],
): Promise<DocumentSnapshot<T>[]> =>
  refs.length === 0 ? [] : ((await db.getAll(...refs)) as unknown as DocumentSnapshot<T>[]);
