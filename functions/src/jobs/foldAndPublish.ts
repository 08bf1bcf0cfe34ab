/**
 * Folds the tallies into the figures that people read, and publishes the citizens' summary: the one reader of tallies.
 *
 * It is coalesced under a lease: a lone change is published at once, a burst every few seconds, and the last change of a
 * burst always. What is published may therefore lag behind the tallies by `PAUSE_MS`, or by `LEASE_MS` and the sweep's
 * cadence where a holder died: less than the 60 s allowed in the first case, a couple of minutes at the very worst.
 *
 * A fold reads the tallies of the half-years in which one was written since the last fold (one for each entity), and
 * beside them what the other half-years added up to then (ten documents, packed). So what a change costs here grows
 * neither with the records nor with the years. Every document that it writes is one that a screen reads whole: its
 * readers pay one read, however much there is. All of them are written in the commit that lets the lease go.
 */
import { type Firestore, Timestamp } from "firebase-admin/firestore";
import { bogotaDay } from "../domain/calendar.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { addCells, type Cells, cellOf, differenceOf } from "../domain/counting/cells.ts";
import { counterOf } from "../domain/counting/counter.ts";
import {
  foldEntityFigures,
  foldFigures,
  type IndicatorFigure,
  type PeriodCells,
} from "../domain/counting/figures.ts";
import { tallyKeyOf } from "../domain/counting/ledger.ts";
import { TALLY_PERIODS, type TallyPeriod } from "../domain/counting/tallyPeriod.ts";
import type { FiguresDocument } from "../domain/figuresDocument.ts";
import type { Indicator } from "../domain/indicator.ts";
import { composePublicSummary, type PublicSummary } from "../domain/publicSummary.ts";
import {
  entityFigures,
  foldState,
  internalFigures,
  openFigures,
  publishedSummary,
  system,
  tallies,
} from "../store/collections.ts";
import { loadFoldedCells, saveFoldedCells } from "../store/foldedCells.ts";
import { loadCatalogues } from "../store/loadCatalogues.ts";
import { loadIndicators } from "../store/loadCountingRules.ts";
import type { JobContext } from "./JobContext.ts";
import { ask, type Coalesced, type Outcome, resume } from "./lease.ts";

const PAUSE_MS = 3_000;
const LEASE_MS = 60_000;
/** A tally's instant is that of its request, which its commit may follow by so much. */
export const COMMIT_MS = 10_000;

export interface FoldContext extends JobContext {
  readonly sleep: (ms: number) => Promise<void>;
  /** An id that no other run has. */
  readonly newId: () => string;
  /** The least time from the end of a fold to the next; `PAUSE_MS` where it is not said. */
  readonly pauseMs?: number;
}

/** Called after every change of a tally or an indicator. Returns once it is published, or another has taken it on. */
export const foldAndPublish = (context: FoldContext): Promise<void> => ask(coalesced(context));

/** Called now and then: publishes what a dead holder left undone, the first summary of all, and each new day's. */
export async function sweepFold(context: FoldContext): Promise<void> {
  const published = (await publishedSummary(context.db).get()).data();
  if (published?.cutOffOn !== bogotaDay(context.now())) await foldAndPublish(context);
  else await resume(coalesced(context));
}

/** Forgets what was folded, so that the next fold reads every tally anew. */
export const forgetFolds = async ({ db }: JobContext): Promise<void> => void (await foldState(db).delete());

const coalesced = (context: FoldContext): Coalesced => ({
  db: context.db,
  name: "fold",
  now: context.now,
  sleep: context.sleep,
  holder: context.newId(),
  leaseMs: LEASE_MS,
  pauseMs: context.pauseMs ?? PAUSE_MS,
  work: () => outcomeOf(context),
});

/** What the tallies add up to, by period, and how far that is seen. */
interface Folded {
  readonly before: ReadonlyMap<TallyPeriod, Cells>;
  readonly after: ReadonlyMap<TallyPeriod, Cells>;
  /** The periods that were read anew. */
  readonly read: readonly TallyPeriod[];
  readonly seenAt: Date;
}

/** The periods in which a tally was written since `seenAt`, and the moment of this answer. */
async function changedSince(db: Firestore, seenAt: Date | undefined) {
  if (seenAt === undefined) return { periods: TALLY_PERIODS, readAt: undefined };
  const since = Timestamp.fromMillis(seenAt.getTime() - COMMIT_MS);
  const { docs, readTime } = await tallies(db).where("updatedAt", ">", since).select().get();
  const periods = new Set(docs.map(({ id }) => tallyKeyOf(id).period));
  return { periods: [...periods], readAt: readTime.toDate() };
}

async function foldTallies(db: Firestore, seenAt: Date | undefined): Promise<Folded> {
  const [{ periods, readAt }, before] = await Promise.all([changedSince(db, seenAt), loadFoldedCells(db)]);
  if (periods.length === 0) return { before, after: before, read: [], seenAt: readAt ?? new Date(0) };
  const { docs, readTime } = await tallies(db).where("period", "in", periods).get();
  const sums = new Map<TallyPeriod, Cells>(periods.map((period) => [period, {}]));
  for (const tally of docs) {
    const { period, cells } = tally.data();
    sums.set(period, addCells(sums.get(period) ?? {}, cells));
  }
  return {
    before,
    after: new Map([...before, ...sums]),
    read: periods,
    // What is written while the tallies are read is seen again by the next fold.
    seenAt: readAt ?? readTime.toDate(),
  };
}

/** The entities whose own figures are no longer what they were. */
function entitiesIn(cells: Iterable<Cells>): Set<string> {
  const ids = new Set<string>();
  for (const part of cells)
    for (const key of Object.keys(part)) {
      const { dimension, value } = cellOf(key);
      if (dimension === "entity") ids.add(value);
    }
  return ids;
}

const differencesOf = ({ before, after, read }: Folded): Cells[] =>
  read.map((period) => differenceOf(before.get(period) ?? {}, after.get(period) ?? {}));

const held = (cells: ReadonlyMap<TallyPeriod, Cells>): PeriodCells[] =>
  [...cells].map(([period, each]) => ({ period, cells: each }));

/** What is said, whenever it was said. */
const contentOf = (document: FiguresDocument | PublicSummary | undefined): string =>
  canonicalJson({ ...document, foldedAt: undefined, asOf: undefined });

/** Every document that says something new; nobody else writes them while the lease is held. */
async function outcomeOf({ db, now }: FoldContext): Promise<Outcome> {
  const at = now();
  const [state, all, catalogues, config, internal, open, published] = await Promise.all([
    foldState(db).get(),
    loadIndicators(db),
    loadCatalogues(db),
    system(db).get(),
    internalFigures(db).get(),
    openFigures(db).get(),
    publishedSummary(db).get(),
  ]);
  const indicators = all.filter((indicator) => indicator.active && indicator.ruleVersion > 0);
  const counters = indicators.map((indicator: Indicator) => counterOf(indicator)).join();
  const folded = await foldTallies(db, state.data()?.seenAt);
  const isDemo = config.data()?.isDemo ?? false;
  const periods = held(folded.after);
  const documentOf = (figures: IndicatorFigure[]): FiguresDocument => ({ figures, foldedAt: at, isDemo });
  const openTo = foldFigures(periods, indicators, "public");
  const forOffice = documentOf(foldFigures(periods, indicators, "internal"));
  const forAll = documentOf(openTo);
  const summary = composePublicSummary(indicators, openTo, catalogues, { at, isDemo });
  // After a change of what is counted every entity's figures are other ones, of those that are left with nothing too.
  const entityIds = entitiesIn(
    state.data()?.counters === counters
      ? differencesOf(folded)
      : [...folded.before.values(), ...folded.after.values()],
  );
  const entities = [...entityIds].map((entityId) => ({
    entityId,
    document: documentOf(foldEntityFigures(periods, indicators, entityId)),
  }));
  return (batch) => {
    for (const period of folded.read) {
      const cells = folded.after.get(period) ?? {};
      if (Object.keys(differenceOf(folded.before.get(period) ?? {}, cells)).length > 0)
        saveFoldedCells(db, batch, period, cells);
    }
    if (contentOf(internal.data()) !== contentOf(forOffice)) batch.set(internalFigures(db), forOffice);
    if (contentOf(open.data()) !== contentOf(forAll)) batch.set(openFigures(db), forAll);
    if (contentOf(published.data()) !== contentOf(summary)) batch.set(publishedSummary(db), summary);
    for (const { entityId, document } of entities) batch.set(entityFigures(db, entityId), document);
    if (folded.read.length > 0 || state.data()?.counters !== counters)
      batch.set(foldState(db), { seenAt: folded.seenAt, counters });
  };
}
