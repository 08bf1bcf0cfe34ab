/**
 * Folds the tallies into the city's figures, and publishes the citizens' summary: the one reader of all tallies.
 *
 * A fold reads every tally (one per entity and year), so it is coalesced under a lease: a lone change is published at
 * once, a burst every few seconds, and the last change of a burst always. What is published may therefore lag behind
 * the tallies by `PAUSE_MS`, or by `LEASE_MS` and the sweep's cadence where a holder died: less than the 60 s allowed
 * in the first case, a couple of minutes at the very worst.
 */
import { bogotaDay } from "../domain/calendar.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { foldFigures } from "../domain/counting/figures.ts";
import type { InternalFigures } from "../domain/internalFigures.ts";
import { composePublicSummary, type PublicSummary } from "../domain/publicSummary.ts";
import { internalFigures, publishedSummary, system, tallies } from "../store/collections.ts";
import { loadCatalogues } from "../store/loadCatalogues.ts";
import { loadIndicators } from "../store/loadCountingRules.ts";
import type { JobContext } from "./JobContext.ts";
import { ask, type Coalesced, type Outcome, resume } from "./lease.ts";

const PAUSE_MS = 3_000;
const LEASE_MS = 60_000;

export interface FoldContext extends JobContext {
  readonly sleep: (ms: number) => Promise<void>;
  /** An id that no other run has. */
  readonly newId: () => string;
}

/** Called after every change of a tally. Returns once it is published, or another has taken it on. */
export const foldAndPublish = (context: FoldContext): Promise<void> => ask(coalesced(context));

/** Called now and then: publishes what a dead holder left undone, the first summary of all, and each new day's. */
export async function sweepFold(context: FoldContext): Promise<void> {
  const published = (await publishedSummary(context.db).get()).data();
  if (published?.cutOffOn !== bogotaDay(context.now())) await foldAndPublish(context);
  else await resume(coalesced(context));
}

const coalesced = (context: FoldContext): Coalesced => ({
  db: context.db,
  name: "fold",
  now: context.now,
  sleep: context.sleep,
  holder: context.newId(),
  leaseMs: LEASE_MS,
  pauseMs: PAUSE_MS,
  work: () => outcomeOf(context),
});

async function fold({
  db,
  now,
}: FoldContext): Promise<{ internal: InternalFigures; summary: PublicSummary }> {
  const at = now();
  const [{ docs }, all, catalogues, config] = await Promise.all([
    tallies(db).get(),
    loadIndicators(db),
    loadCatalogues(db),
    system(db).get(),
  ]);
  const indicators = all.filter(({ active }) => active);
  const held = docs.map((snapshot) => snapshot.data());
  const isDemo = config.data()?.isDemo ?? false;
  return {
    internal: { figures: foldFigures(held, indicators, "internal"), foldedAt: at, isDemo },
    summary: composePublicSummary(indicators, foldFigures(held, indicators, "public"), catalogues, {
      at,
      isDemo,
    }),
  };
}

/** What is said, whenever it was said. */
const contentOf = (document: InternalFigures | PublicSummary | undefined): string =>
  canonicalJson({ ...document, foldedAt: undefined, asOf: undefined });

/** Both documents, where they say something new; nobody else writes them while the lease is held. */
async function outcomeOf(context: FoldContext): Promise<Outcome> {
  const { db } = context;
  const [{ internal, summary }, figures, published] = await Promise.all([
    fold(context),
    internalFigures(db).get(),
    publishedSummary(db).get(),
  ]);
  return (batch) => {
    if (contentOf(figures.data()) !== contentOf(internal)) batch.set(internalFigures(db), internal);
    if (contentOf(published.data()) !== contentOf(summary)) batch.set(publishedSummary(db), summary);
  };
}
