/**
 * `npm run bench -- rollup`: four ways of counting side by side, on the same seeded changes, against the Firestore
 * emulator, with the jobs called in-process. Fails where the engine's tallies do not equal a recount in the end.
 *
 * Costs are documents, every attempt of them: those that counting reads and writes, the record that it reads again among
 * them; the record's own writing and history, and publishing, are left out. Of all events 5 % arrive twice and 1 % never.
 * Who can look for what was lost does so at the end, as it does every night in the cloud; that is counted apart.
 * `secondsToRight` is the time from the last record that was written until all that was told of stands.
 */
import { engine } from "./engine.ts";
import { increment } from "./increment.ts";
import { recount } from "./recount.ts";
import {
  type AtRest,
  BURST,
  burst,
  endOfBurst,
  LONE_CHANGES,
  lone,
  type Measured,
  MIXED_CHANGES,
  mixed,
  RECORDS_EACH,
  SAMPLE,
  SEED,
} from "./scenarios.ts";
import { type Seen, seenAtRest } from "./seenAtRest.ts";
import { sharded } from "./sharded.ts";
import { goalsOf, tableOf } from "./tables.ts";

/** Everything measured of one way of counting: the burst, the mixed stream's `…Mixed`, and the lone change's `…AtRest`. */
export interface RollupFigures extends Omit<AtRest, "error">, Partial<Seen> {
  /** Wrong cells at the end, in all situations together. */
  readonly error: number;
  readonly readsPerChange: number;
  readonly writesPerChange: number;
  /** Of sixty entities with a hundred records each, all at work. */
  readonly changesPerSecond: number;
  readonly hottestWritesPerSecond: number;
  readonly hottestSustained: number;
  readonly secondsToRight: number;
  /** Of one entity with ten thousand records. */
  readonly changesPerSecondAt10000: number;
  readonly readsPerChangeMixed: number;
  readonly writesPerChangeMixed: number;
  readonly secondsToRightMixed: number;
  readonly sweepReads?: number;
  readonly sweepSeconds?: number;
}

export type RollupResult = Readonly<Record<"engine" | "increment" | "recount" | "sharded", RollupFigures>>;

const PAUSE_MS = 1_100;

const rounded = <T extends object>(figures: T): T =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 100) / 100]),
  ) as T;

const figuresOf = (all: Measured, large: Measured, atRest: AtRest & Partial<Seen>): RollupFigures =>
  rounded({
    ...atRest,
    error: all.error + large.error + atRest.error,
    ...{ readsPerChange: large.readsPerChange, writesPerChange: large.writesPerChange },
    changesPerSecond: all.changesPerSecond,
    ...{ hottestWritesPerSecond: large.hottestWritesPerSecond, hottestSustained: large.hottestSustained },
    ...{ secondsToRight: large.secondsToRight, changesPerSecondAt10000: large.changesPerSecond },
    ...{ readsPerChangeMixed: all.readsPerChange, writesPerChangeMixed: all.writesPerChange },
    secondsToRightMixed: all.secondsToRight,
    ...(large.sweepReads !== undefined && { sweepReads: large.sweepReads }),
    ...(large.sweepSeconds !== undefined && { sweepSeconds: large.sweepSeconds }),
  });

/** Runs it on the emulator that the environment names, in a project of its own, and prints what it measured. */
export async function rollup(): Promise<RollupResult> {
  console.log(
    `Seed ${SEED}. Burst: ${BURST} records of one entity in one go; recount was told of its last ${SAMPLE} alone.
Mixed: ${MIXED_CHANGES} changes of 60 entities with ${RECORDS_EACH} records each. At rest: ${LONE_CHANGES} lone changes, no participants.`,
  );
  const say = <T>(what: string, work: Promise<T>): Promise<T> => {
    console.log(`… ${what}`);
    return work;
  };
  const result: RollupResult = {
    engine: figuresOf(
      await say("engine, mixed", mixed(engine)),
      await say("engine, burst", burst(engine)),
      await say("engine, at rest", seenAtRest()),
    ),
    increment: figuresOf(
      await say("increment, mixed", mixed(increment)),
      await say("increment, burst", burst(increment)),
      await say("increment, at rest", lone(increment, PAUSE_MS)),
    ),
    recount: figuresOf(
      await say("recount, mixed", mixed(recount)),
      await say("recount, end of burst", endOfBurst(recount)),
      await say("recount, at rest", lone(recount, PAUSE_MS)),
    ),
    sharded: figuresOf(
      await say("sharded, mixed", mixed(sharded)),
      await say("sharded, burst", burst(sharded)),
      await say("sharded, at rest", lone(sharded, PAUSE_MS)),
    ),
  };
  console.log(`\n${tableOf(result)}\n\n${goalsOf(result)}`);
  if (result.engine.error > 0) process.exitCode = 1;
  return result;
}
