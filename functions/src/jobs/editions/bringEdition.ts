/** Brings in a monthly report that was made and signed before Bitácora, as it is, so that it can be published and count. */
import { bogotaDay, type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { editionIdOf, isFinal } from "../../domain/edition.ts";
import { hasBegun, lastDayOf, subjectYear } from "../../domain/editions/subject.ts";
import { isOffice } from "../../domain/record/states.ts";
import { reportIdOf } from "../../domain/reports/reportId.ts";
import { system } from "../../store/collections.ts";
import { editions, editionsOf } from "../../store/editions.ts";
import type { NamedActor } from "../move.ts";
import { because, Rejection } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";
import type { Started } from "./startEdition.ts";
import { dropUpload, takePdf } from "./takePdf.ts";

export interface EditionBrought {
  readonly month: Month;
  /** Who signed it, and the day that it bears. */
  readonly by: string;
  readonly on: Day;
  readonly uploadId: string;
  readonly fileName: string;
  readonly requestId: string;
}

/**
 * The edition is ready at once; it counts, once published, on the day that it bears. A repeat changes nothing.
 *
 * @throws Rejection `office-only`; `year-out-of-range` for a month that has not ended; `published` when there is a
 * public edition of the month; `not-ready` while one is being made; those of `takePdf`; problems of `on`
 */
export async function bringEdition(
  context: EditionContext,
  actor: NamedActor,
  brought: EditionBrought,
): Promise<Started> {
  const { db, now } = context;
  if (!isOffice(actor)) throw because("office-only");
  const { month, by, on, uploadId, fileName, requestId } = brought;
  const subject = { kind: "monthly", month } as const;
  const reportId = reportIdOf(subject);
  const at = now();
  const today = bogotaDay(at);
  const repeated = (await editionsOf(db, reportId).get()).docs.find(
    (doc) => doc.data().requestId === requestId,
  );
  if (repeated) return { editionId: repeated.id };
  if (!hasBegun(subject, today) || month === monthOf(today)) throw because("year-out-of-range");
  if (on > today) throw new Rejection({ problems: [{ path: "on", code: "in-the-future" }] });
  if (monthOf(on) < month) throw new Rejection({ problems: [{ path: "on", code: "too-early" }] });
  const upload = { uid: actor.uid, uploadId, fileName };
  const taken = await takePdf(context, upload, (sha256) => `editions/${reportId}/${sha256}.pdf`);
  const editionId = await db.runTransaction(async (transaction) => {
    const [{ docs }, config] = await Promise.all([
      transaction.get(editionsOf(db, reportId)),
      transaction.get(system(db)),
    ]);
    const all = docs.map((doc) => doc.data());
    const made = docs.find((doc) => doc.data().requestId === requestId);
    if (made) return made.id;
    if (all.some(({ publishedAt }) => publishedAt)) throw because("published");
    if (!all.every(isFinal)) throw because("not-ready");
    const number = Math.max(0, ...all.map((edition) => edition.number)) + 1;
    const id = editionIdOf(reportId, number);
    const { fileName: name, path, sha256, bytes } = taken;
    transaction.create(editions(db).doc(id), {
      ...{ kind: "monthly", reportId, number, month, year: subjectYear(subject), requestId, issuedOn: on },
      ...{
        state: "ready",
        progress: 100,
        cutOffOn: lastDayOf(subject),
        isDemo: config.data()?.isDemo ?? false,
      },
      ...{ requestedAt: at, requestedBy: actor.uid, updatedAt: at },
      files: [{ format: "pdf", language: "es", path, sha256, bytes }],
      signature: { by: by.trim(), on, fileName: name, path, sha256, bytes, addedBy: actor.uid, addedAt: at },
    });
    return id;
  });
  await dropUpload(context, upload);
  return { editionId };
}
