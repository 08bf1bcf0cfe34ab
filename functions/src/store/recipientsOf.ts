/** To whom letters about an entity go: those who write for it and still have access. */
import type { Firestore } from "firebase-admin/firestore";
import { accessOf } from "./collections.ts";

export interface Recipient {
  readonly uid: string;
  readonly email: string;
  readonly name: string;
}

/** Whose access was taken away has no document any more, and gets nothing. */
export async function recipientsOf(db: Firestore, entityId: string): Promise<Recipient[]> {
  const { docs } = await accessOf(db).where("entityIds", "array-contains", entityId).get();
  return docs.flatMap((snapshot) => {
    const { roles, email, name } = snapshot.data();
    return roles.includes("focal") || roles.includes("office") ? [{ uid: snapshot.id, email, name }] : [];
  });
}
