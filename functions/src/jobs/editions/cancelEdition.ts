/** Stops an edition that is being made: it says so at once, and nothing of it stays in the bucket. */
import { FieldValue } from "firebase-admin/firestore";
import { editionPrefix, isFinal } from "../../domain/edition.ts";
import { isOffice } from "../../domain/record/states.ts";
import { deleteUnder, editions } from "../../store/editions.ts";
import type { NamedActor } from "../move.ts";
import { because } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";

/**
 * Only the Office stops. The worker, whose lease is taken away, finds out at its next step and deletes what it has made
 * since; a repeat changes nothing.
 *
 * @throws Rejection `office-only`, `not-found`; `wrong-state` for an edition that has ended otherwise
 */
export async function cancelEdition(
  context: EditionContext,
  actor: NamedActor,
  { editionId }: { readonly editionId: string },
): Promise<{ state: "cancelled" }> {
  const { db, bucket, now } = context;
  if (!isOffice(actor)) throw because("office-only");
  const ref = editions(db).doc(editionId);
  await db.runTransaction(async (transaction) => {
    const edition = (await transaction.get(ref)).data();
    if (!edition) throw because("not-found");
    if (edition.state === "cancelled") return;
    if (isFinal(edition)) throw because("wrong-state");
    transaction.update(ref, {
      ...{ state: "cancelled", cancelledBy: actor.uid, updatedAt: now(), files: [] },
      ...{ leaseHolder: FieldValue.delete(), leaseUntil: FieldValue.delete() },
    });
  });
  await deleteUnder(bucket, editionPrefix(editionId));
  return { state: "cancelled" };
}
