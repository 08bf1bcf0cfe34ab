/** Proposes partners to the Office. */
import { doc, serverTimestamp, setDoc } from "firebase/firestore/lite";
import { type Partner, partnerSchema } from "#domain/partner.ts";
import { services } from "./firebase.ts";
import { readOne, type Stored } from "./read.ts";

export type Proposal = Pick<Partner, "name" | "categoryId" | "acronym" | "country">;

/** Writes a partner that the Office confirms when it approves a record that names it. */
export async function proposePartner(
  partnerId: string,
  proposal: Proposal,
  entityId: string,
): Promise<Stored<Partner>> {
  const { db, auth } = services();
  const uid = auth.currentUser?.uid ?? "";
  await setDoc(doc(db, "partners", partnerId), {
    ...proposal,
    aliases: [],
    state: "proposed",
    proposedFor: entityId,
    version: 1,
    createdAt: serverTimestamp(),
    createdBy: uid,
    updatedAt: serverTimestamp(),
    updatedBy: uid,
  });
  const partner = await readOne(`partners/${partnerId}`, partnerSchema);
  if (!partner) throw new Error(`the partner just proposed is gone: ${partnerId}`);
  return partner;
}
