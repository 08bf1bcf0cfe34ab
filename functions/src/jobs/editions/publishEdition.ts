/** Publishes a signed edition: citizens can download it, it counts, and it never changes again. */
import { bogotaDay } from "../../domain/calendar.ts";
import { type Edition, isForCitizens } from "../../domain/edition.ts";
import { publishedEditionOf, withPublished } from "../../domain/editions/publishedEditions.ts";
import { isOffice } from "../../domain/record/states.ts";
import { publishedEditions } from "../../store/collections.ts";
import { editions, editionsOf } from "../../store/editions.ts";
import type { NamedActor } from "../move.ts";
import { because } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";

/**
 * A repeat changes nothing. Of several published editions of one report the first alone counts; the others say which one
 * they take the place of.
 *
 * @throws Rejection `office-only`, `not-found`, `not-ready`, `not-signed`, `later-published` when a later edition of the
 * same report is public already
 */
export async function publishEdition(
  context: EditionContext,
  actor: NamedActor,
  { editionId }: { readonly editionId: string },
): Promise<{ publishedOn: string }> {
  const { db, now } = context;
  if (!isOffice(actor)) throw because("office-only");
  const ref = editions(db).doc(editionId);
  return db.runTransaction(async (transaction) => {
    const edition = (await transaction.get(ref)).data();
    if (!edition) throw because("not-found");
    if (edition.publishedAt) return { publishedOn: bogotaDay(edition.publishedAt) };
    if (edition.state !== "ready" || !isForCitizens(edition)) throw because("not-ready");
    if (!edition.signature) throw because("not-signed");
    const [{ docs }, list] = await Promise.all([
      transaction.get(editionsOf(db, edition.reportId)),
      transaction.get(publishedEditions(db)),
    ]);
    const last = lastPublished(docs.map((doc) => ({ id: doc.id, edition: doc.data() })));
    if (last && last.edition.number > edition.number) throw because("later-published");
    const at = now();
    const published: Edition = {
      ...edition,
      ...{ publishedAt: at, publishedBy: actor.uid, updatedAt: at },
      ...(last && { replacesId: last.id }),
    };
    transaction.set(ref, published);
    const shown = publishedEditionOf(editionId, published);
    transaction.set(publishedEditions(db), withPublished(list.data(), shown, edition.isDemo));
    return { publishedOn: bogotaDay(at) };
  });
}

const lastPublished = (all: readonly { id: string; edition: Edition }[]) =>
  all
    .filter(({ edition }) => edition.publishedAt !== undefined)
    .sort((a, b) => a.edition.number - b.edition.number)
    .at(-1);
