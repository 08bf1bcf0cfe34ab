/** Begins an edition: a document that says `queued`, and a task on the queue. Whoever asks first makes the one. */
import { bogotaDay } from "../../domain/calendar.ts";
import { type Edition, editionIdOf, isFinal } from "../../domain/edition.ts";
import { isBySystem } from "../../domain/editions/reportSchedule.ts";
import { cutOffOf, hasBegun, subjectYear } from "../../domain/editions/subject.ts";
import { isOffice } from "../../domain/record/states.ts";
import { type ReportSubject, reportIdOf } from "../../domain/reports/reportId.ts";
import { reports, system } from "../../store/collections.ts";
import { editions, editionsOf } from "../../store/editions.ts";
import type { NamedActor } from "../move.ts";
import { because } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";

export interface EditionAsked {
  readonly subject: ReportSubject;
  readonly requestId: string;
}

/** An edition that was begun, now or before. */
export interface Started {
  readonly editionId: string;
}

/** Told to people; the cause is logged. */
const NOT_QUEUED = "No se pudo poner el informe en la cola de trabajo. Pida otra edición en unos minutos.";

/** Only the Office asks. @throws Rejection `office-only`, and those of `startEdition` */
export async function requestEdition(
  context: EditionContext,
  actor: NamedActor,
  asked: EditionAsked,
): Promise<Started> {
  if (!isOffice(actor)) throw because("office-only");
  return startEdition(context, asked, actor.uid);
}

/**
 * Starts an edition of a year, month or half-year of the strategy that has begun; a half-year report's once it is
 * approved. While one of the same report is being made, its id is returned and no other is begun; so is that of an
 * earlier request with the same id.
 *
 * @param requestedBy - a person, `schedule` or `approval`
 * @throws Rejection `year-out-of-range`, `not-found` for an entity that there is none of, `report-not-approved`;
 * whatever the queue throws, after an edition that a person asked for says that it failed
 */
export async function startEdition(
  context: EditionContext,
  asked: EditionAsked,
  requestedBy: string,
): Promise<Started> {
  const started = await startUnless(context, asked, requestedBy, () => false);
  if (!started) throw new Error(`${reportIdOf(asked.subject)} was not started`);
  return started;
}

/** The same, unless the editions that there are of the report make it needless: `undefined` then. */
export async function startUnless(
  context: EditionContext,
  { subject, requestId }: EditionAsked,
  requestedBy: string,
  isNeedless: (all: readonly Edition[]) => boolean,
): Promise<Started | undefined> {
  const { db } = context;
  const now = context.now();
  const reportId = reportIdOf(subject);
  if (!hasBegun(subject, bogotaDay(now))) throw because("year-out-of-range");
  const about = await aboutOf(context, subject);
  const begun = await db.runTransaction(async (transaction) => {
    const [{ docs }, config] = await Promise.all([
      transaction.get(editionsOf(db, reportId)),
      transaction.get(system(db)),
    ]);
    const all = docs.map((doc) => ({ id: doc.id, edition: doc.data() }));
    const repeated = all.find(({ edition }) => edition.requestId === requestId);
    const running = repeated ?? all.find(({ edition }) => !isFinal(edition));
    if (running) {
      // Its task may have been lost with the instance that was to queue it.
      const isWorkedAt = (running.edition.leaseUntil ?? now) > now;
      return { editionId: running.id, queue: !isFinal(running.edition) && !isWorkedAt };
    }
    if (isNeedless(all.map(({ edition }) => edition))) return undefined;
    const number = Math.max(0, ...all.map(({ edition }) => edition.number)) + 1;
    const editionId = editionIdOf(reportId, number);
    transaction.create(editions(db).doc(editionId), {
      ...{ ...about, reportId, number, state: "queued", progress: 0, files: [], requestId },
      ...{ requestedAt: now, requestedBy, updatedAt: now, cutOffOn: cutOffOf(subject, now) },
      isDemo: config.data()?.isDemo ?? false,
    });
    return { editionId, queue: true };
  });
  if (!begun) return undefined;
  if (begun.queue) await queueOrFail(context, begun.editionId, requestedBy);
  return { editionId: begun.editionId };
}

/** The fields by which the edition's document says what it is about. */
async function aboutOf({ db, catalogues }: EditionContext, subject: ReportSubject) {
  const year = subjectYear(subject);
  if (subject.kind !== "half-year") return { ...subject, year };
  const { entityId, periodId } = subject;
  const [{ entities }, report] = await Promise.all([
    catalogues.get(),
    reports(db, entityId).doc(periodId).get(),
  ]);
  const entity = entities.find(({ id }) => id === entityId);
  if (!entity) throw because("not-found");
  if (report.data()?.state !== "approved") throw because("report-not-approved");
  return { ...subject, year, entityName: entity.nameEs };
}

/** What a person asked for says at once that it failed; the system's own stays in the queue, since it is asked again. */
async function queueOrFail(context: EditionContext, editionId: string, requestedBy: string): Promise<void> {
  try {
    await context.enqueue(editionId);
  } catch (error) {
    const failed = { state: "failed", error: NOT_QUEUED, updatedAt: context.now() } as const;
    if (!isBySystem({ requestedBy })) await editions(context.db).doc(editionId).update(failed);
    throw error;
  }
}
