/** Begins an edition: a document that says `queued`, and a task on the queue. Whoever asks first makes the one. */
import { bogotaDay, STRATEGY_YEARS, yearOf } from "../domain/calendar.ts";
import { type Edition, editionIdOf, editionNumberOf, isFinal } from "../domain/edition.ts";
import { isOffice } from "../domain/record/states.ts";
import { system } from "../store/collections.ts";
import { editions, editionsOfYear } from "../store/editions.ts";
import type { EditionContext } from "./EditionContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

export interface EditionAsked {
  readonly kind: Edition["kind"];
  readonly year: number;
  readonly requestId: string;
}

/** Told to people; the cause is logged. */
const NOT_QUEUED = "No se pudo poner el informe en la cola de trabajo. Pida otra edición en unos minutos.";

/** Only the Office asks. @throws Rejection `office-only`, `year-out-of-range` */
export async function requestEdition(
  context: EditionContext,
  actor: NamedActor,
  asked: EditionAsked,
): Promise<{ editionId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  return startEdition(context, asked, actor.uid);
}

/**
 * Starts an edition of a year of the strategy that has begun. While one of that year is being made, its id is
 * returned and no other is begun; so is that of an earlier request with the same id.
 *
 * @throws Rejection `year-out-of-range`; whatever the queue throws, after the edition says that it failed
 */
export async function startEdition(
  context: EditionContext,
  { kind, year, requestId }: EditionAsked,
  requestedBy: string,
): Promise<{ editionId: string }> {
  const { db } = context;
  const now = context.now();
  const today = bogotaDay(now);
  if (year < STRATEGY_YEARS.first || year > yearOf(today)) throw because("year-out-of-range");
  const { editionId, queue } = await db.runTransaction(async (transaction) => {
    const [{ docs }, config] = await Promise.all([
      transaction.get(editionsOfYear(db, year)),
      transaction.get(system(db)),
    ]);
    const ofKind = docs
      .map((doc) => ({ id: doc.id, edition: doc.data() }))
      .filter(({ edition }) => edition.kind === kind);
    const repeated = ofKind.find(({ edition }) => edition.requestId === requestId);
    const running = repeated ?? ofKind.find(({ edition }) => !isFinal(edition));
    if (running) {
      // Its task may have been lost with the instance that was to queue it.
      const isWorkedAt = (running.edition.leaseUntil ?? now) > now;
      return { editionId: running.id, queue: !isFinal(running.edition) && !isWorkedAt };
    }
    const number = Math.max(0, ...ofKind.map(({ id }) => editionNumberOf(id))) + 1;
    const id = editionIdOf(kind, year, number);
    const lastDay = `${year}-12-31`;
    transaction.create(editions(db).doc(id), {
      ...{ kind, year, language: "es", state: "queued", progress: 0, requestId },
      ...{ requestedAt: now, requestedBy, updatedAt: now },
      cutOffOn: today < lastDay ? today : lastDay,
      isDemo: config.data()?.isDemo ?? false,
    });
    return { editionId: id, queue: true };
  });
  if (queue) await queueOrFail(context, editionId);
  return { editionId };
}

async function queueOrFail(context: EditionContext, editionId: string): Promise<void> {
  try {
    await context.enqueue(editionId);
  } catch (error) {
    const failed = { state: "failed", error: NOT_QUEUED, updatedAt: context.now() } as const;
    await editions(context.db).doc(editionId).update(failed);
    throw error;
  }
}
