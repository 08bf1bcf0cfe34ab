/** Removes a file from a record that its entity may still change; its document stays, and says who removed it. */
import type { Evidence, EvidenceAddress } from "../domain/evidence.ts";
import { EDITABLE_STATES, writesFor } from "../domain/record/states.ts";
import { records } from "../store/collections.ts";
import { evidenceRef } from "../store/evidence.ts";
import type { EvidenceContext } from "./EvidenceContext.ts";
import { deleteFilesOf } from "./finishUpload.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

/**
 * The document of a file that never arrived goes too: nothing was ever there. Repeated, it changes nothing more.
 * Throws `Rejection`: `not-yours`, `not-found`, `wrong-state`.
 */
export async function removeEvidence(
  context: EvidenceContext,
  actor: NamedActor,
  address: EvidenceAddress,
): Promise<{ state: "removed" }> {
  const { db, now } = context;
  if (!writesFor(actor, address.entityId)) throw because("not-yours");
  const ref = evidenceRef(db, address);
  const removed = await db.runTransaction(async (transaction): Promise<Evidence | undefined> => {
    const [snapshot, record] = await Promise.all([
      transaction.get(ref),
      transaction.get(records(db, address.entityId).doc(address.recordId)),
    ]);
    const evidence = snapshot.data();
    const recordState = record.data()?.state;
    if (recordState === undefined) throw because("not-found");
    if (!evidence || evidence.state === "removed") return evidence;
    if (!EDITABLE_STATES.includes(recordState)) throw because("wrong-state");
    if (evidence.state === "uploading") transaction.delete(ref);
    else
      transaction.set(ref, {
        ...evidence,
        ...{ state: "removed", version: evidence.version + 1, updatedAt: now(), updatedBy: actor.uid },
      });
    return evidence;
  });
  // After the document: a crash before leaves files that nobody reaches, and the sweep deletes them.
  if (removed) await deleteFilesOf(context, address, { ...removed, state: "removed" });
  return { state: "removed" };
}
