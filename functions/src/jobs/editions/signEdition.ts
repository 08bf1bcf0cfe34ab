/** Attaches the copy that the Counselor signed, with the name and the day that it bears. */
import { bogotaDay, type Day } from "../../domain/calendar.ts";
import { type Edition, editionPrefix, isForCitizens, type Signature } from "../../domain/edition.ts";
import { isOffice } from "../../domain/record/states.ts";
import { editions } from "../../store/editions.ts";
import { deleteFile } from "../../store/evidence.ts";
import type { NamedActor } from "../move.ts";
import { because, Rejection } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";
import { dropUpload, takePdf } from "./takePdf.ts";

export interface SignatureGiven {
  readonly editionId: string;
  readonly by: string;
  readonly on: Day;
  readonly uploadId: string;
  readonly fileName: string;
}

/**
 * Until the edition is published another signed copy takes the place of the first. A repeat changes nothing.
 *
 * @throws Rejection `office-only`, `not-found`, `not-ready`, `published`, those of `takePdf`; problems of `on`: a day
 * that has not come, or before the edition was made
 */
export async function signEdition(
  context: EditionContext,
  actor: NamedActor,
  { editionId, by, on, uploadId, fileName }: SignatureGiven,
): Promise<{ sha256: string }> {
  const { db, bucket, now } = context;
  if (!isOffice(actor)) throw because("office-only");
  const ref = editions(db).doc(editionId);
  const before = signable((await ref.get()).data());
  const repeated = before.signature?.path.includes(`-${uploadId}.`) ? before.signature : undefined;
  if (repeated) return { sha256: repeated.sha256 };
  rejectDay(on, bogotaDay(now()), before.cutOffOn);
  const upload = { uid: actor.uid, uploadId, fileName };
  const taken = await takePdf(
    context,
    upload,
    (sha256) => `${editionPrefix(editionId)}firmado-${sha256.slice(0, 16)}-${uploadId}.pdf`,
  );
  const replaced = await db.runTransaction(async (transaction): Promise<Signature | undefined> => {
    const { signature } = signable((await transaction.get(ref)).data());
    const next: Signature = { by: by.trim(), on, ...taken, addedBy: actor.uid, addedAt: now() };
    transaction.update(ref, { signature: next, updatedAt: now() });
    return signature;
  });
  if (replaced && replaced.path !== taken.path) await deleteFile(bucket, replaced.path);
  await dropUpload(context, upload);
  return { sha256: taken.sha256 };
}

/** The edition, if a signed copy may be attached to it now. */
function signable(edition: Edition | undefined): Edition {
  if (!edition) throw because("not-found");
  if (edition.publishedAt) throw because("published");
  if (edition.state !== "ready" || edition.issuedOn !== undefined || !isForCitizens(edition))
    throw because("not-ready");
  return edition;
}

/** Nothing is signed before the day that it looks at, nor in the future. */
function rejectDay(on: Day, today: Day, earliest: Day): void {
  if (on > today) throw new Rejection({ problems: [{ path: "on", code: "in-the-future" }] });
  if (on < earliest) throw new Rejection({ problems: [{ path: "on", code: "too-early" }] });
}
