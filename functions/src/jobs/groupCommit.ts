/**
 * Gathers roll-ups so that many at once are one commit, and no tally is written more than about once a second.
 *
 * Firestore sustains one write a second on a document, and all that an entity leads in a half-year meets on one tally. As
 * databases do with their log, the first change of an entity is committed at once; those that come while it is, or within
 * the second, wait together and are committed as one. So a lone change waits for nothing, a burst of 10,000 rows is some
 * fifty commits a second apart, each touching every tally once, and nobody needs a marker, a queue or a lease for it:
 * whoever waits is told when its own change stands, or else tells the platform to deliver it again.
 *
 * This holds within one instance. The functions that count therefore run in one instance that serves many events at a
 * time; where the platform keeps two for a moment, counting stays exact and the tally is merely written twice as often.
 *
 * What else Firestore bounds is further away. A commit may hold 10 MiB; 200 entries of some 3 KB are a sixteenth of that.
 * An index on a time grows at its end, where 500 writes a second are sustained; the records that ask for the entries have
 * such an index themselves and cannot come faster. The figures that people read are written by the fold, under a lease,
 * no more than every three seconds. Nothing else is shared between entities.
 */

import { leadOf } from "../domain/counting/source.ts";
import type { JobContext } from "./JobContext.ts";
import { ROLL_UP_AT_ONCE, type RolledUp, rollUp } from "./rollUp.ts";

/** Milliseconds from one commit for an entity to the next. */
export const PACE_MS = 1_000;

export interface GroupContext extends JobContext {
  readonly sleep: (ms: number) => Promise<void>;
}

/** Rolls up sources together with others. */
export interface RollUps {
  /** Resolves once the source's change stands; rejects with what Firestore throws when it gives up. */
  readonly add: (path: string) => Promise<RolledUp>;
  /** All of them, together. Rejects when one of them does. */
  readonly addAll: (paths: readonly string[]) => Promise<RolledUp>;
}

interface Waiting {
  readonly path: string;
  readonly resolve: (done: RolledUp) => void;
  readonly reject: (error: unknown) => void;
}

/** The changes of one entity that wait, and when it may be committed next. */
interface Lane {
  waiting: Waiting[];
  isRunning: boolean;
  readyAt: number;
}

/** @param paceMs - the least time from one commit for an entity to the next */
export function groupCommit(context: GroupContext, paceMs = PACE_MS): RollUps {
  const lanes = new Map<string, Lane>();

  const run = async (entityId: string, lane: Lane) => {
    lane.isRunning = true;
    while (lane.waiting.length > 0) {
      const waitMs = lane.readyAt - context.now().getTime();
      if (waitMs > 0) await context.sleep(waitMs);
      const batch = lane.waiting.splice(0, ROLL_UP_AT_ONCE);
      lane.readyAt = context.now().getTime() + paceMs;
      await commit(context, batch);
    }
    lane.isRunning = false;
    // Kept for as long as the pace binds the next change, forgotten with it.
    if (lane.readyAt <= context.now().getTime()) lanes.delete(entityId);
  };

  const add = (path: string) =>
    new Promise<RolledUp>((resolve, reject) => {
      const entityId = leadOf(path);
      const lane = lanes.get(entityId) ?? { waiting: [], isRunning: false, readyAt: 0 };
      lanes.set(entityId, lane);
      lane.waiting.push({ path, resolve, reject });
      if (!lane.isRunning) void run(entityId, lane);
    });

  const addAll = async (paths: readonly string[]) => {
    const done = await Promise.all(paths.map(add));
    return {
      entries: total(done.map(({ entries }) => entries)),
      unreadable: done.flatMap((each) => each.unreadable),
    };
  };
  return { add, addAll };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** One commit for all; where one of them makes it fail, by halves, so that none fails on another's account. */
async function commit(context: GroupContext, batch: readonly Waiting[]): Promise<void> {
  const paths = [...new Set(batch.map(({ path }) => path))];
  try {
    const { entries, unreadable } = await rollUp(context, paths);
    // Whoever adds them up adds the batch once.
    for (const [index, { path, resolve }] of batch.entries())
      resolve({ entries: index === 0 ? entries : 0, unreadable: unreadable.filter((each) => each === path) });
  } catch (error) {
    if (paths.length === 1 || !isOfContent(error)) for (const { reject } of batch) reject(error);
    else
      for (const half of halvesOf(paths))
        await commit(
          context,
          batch.filter(({ path }) => half.includes(path)),
        );
  }
}

const halvesOf = <T>(items: readonly T[]): readonly (readonly T[])[] => {
  const middle = items.length >> 1;
  return [items.slice(0, middle), items.slice(middle)];
};

/** gRPC's INVALID_ARGUMENT. */
const INVALID_ARGUMENT = 3;

/** Whether one of the sources is to blame, and not that Firestore is out of reach or out of breath. */
const isOfContent = (error: unknown): boolean =>
  !(error instanceof Error && "code" in error) || error.code === INVALID_ARGUMENT;
