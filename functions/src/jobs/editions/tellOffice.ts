/** Writes to the Office when a report that nobody asked for could not be made; whoever asked for one sees it on the screen. */
import type { Edition } from "../../domain/edition.ts";
import { failureLetter } from "../../domain/editions/failureLetter.ts";
import { isBySystem } from "../../domain/editions/reportSchedule.ts";
import { accessOf } from "../../store/collections.ts";
import type { EditionContext } from "./EditionContext.ts";

/** gRPC's code for a document that exists. */
const ALREADY_EXISTS = 6;

/** One letter for each person of the Office and edition, however often it is asked for. */
export async function tellOffice(
  { db, now, appUrl }: EditionContext,
  editionId: string,
  edition: Edition,
): Promise<void> {
  if (!isBySystem(edition)) return;
  const { docs } = await accessOf(db).where("roles", "array-contains", "office").get();
  for (const doc of docs) {
    const { email, name } = doc.data();
    const message = failureLetter(edition, { name, url: `${appUrl}/app/ediciones/${editionId}` });
    const letter = { to: [email], message, kind: "report-failed", uid: doc.id, createdAt: now() };
    try {
      await db.collection("mail").doc(`report-failed~${editionId}~${doc.id}`).create(letter);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === ALREADY_EXISTS)) throw error;
    }
  }
}
