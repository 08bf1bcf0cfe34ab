/** Writes to the Office when a report that nobody asked for could not be made; whoever asked for one sees it on the screen. */
import { OFFICE_ENTITY_ID } from "../../domain/catalogue.ts";
import type { Edition } from "../../domain/edition.ts";
import { isBySystem } from "../../domain/editions/reportSchedule.ts";
import { mailIdOf } from "../../domain/mail/mail.ts";
import { reportFailedLetter } from "../../domain/mail/reportFailedLetter.ts";
import { accessOf } from "../../store/collections.ts";
import { loadMailSettings, postMail } from "../postMail.ts";
import type { EditionContext } from "./EditionContext.ts";

/** One letter for each person of the Office and edition, however often it is asked for. */
export async function tellOffice(
  context: EditionContext,
  editionId: string,
  edition: Edition,
): Promise<void> {
  if (!isBySystem(edition)) return;
  const { appUrl } = await loadMailSettings(context);
  const { docs } = await accessOf(context.db).where("roles", "array-contains", "office").get();
  for (const doc of docs) {
    const { email, name } = doc.data();
    const url = `${appUrl}/app/ediciones/${editionId}`;
    await postMail(context, {
      ...{ kind: "report-failed", entityId: OFFICE_ENTITY_ID, recipient: { uid: doc.id, email, name } },
      id: mailIdOf("report-failed", editionId, doc.id),
      letter: reportFailedLetter({ edition, name, url }),
    });
  }
}
