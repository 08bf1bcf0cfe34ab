/** The three situations in which ways of counting are compared, on the same seeded changes. */
import { setTimeout as sleep } from "node:timers/promises";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { aStrategicInstrument } from "../support/builders.ts";
import { randomFrom } from "../support/random.ts";
import type { ContenderKind } from "./Contender.ts";
import { afterChanges, type Change, changesOf, pathOf, randomRecord, recordsOf } from "./changes.ts";
import { feed, feedInOneGo } from "./feed.ts";
import { hottest } from "./meter.ts";
import { onTrial, type Trial } from "./Trial.ts";

export const SEED = 20_242_027;
export const MIXED_CHANGES = 1_500;
export const RECORDS_EACH = 100;
export const BURST = 10_000;
/** Of the burst, the changes after which all is recounted by who recounts all. */
export const SAMPLE = 12;
export const LONE_CHANGES = 6;

const ENTITY_IDS = CATALOGUES.entities.map(({ id }) => id);
const LEAD = "sdm";

/** What a situation cost and came to. */
export interface Measured {
  /** Cells that are wrong at the end; after the sweep, where there is one. */
  readonly error: number;
  readonly readsPerChange: number;
  readonly writesPerChange: number;
  readonly changesPerSecond: number;
  readonly secondsToRight: number;
  /** Most writes of one document within any second, and a second on average within any ten. */
  readonly hottestWritesPerSecond: number;
  readonly hottestSustained: number;
  /** What the sweep read to look for what was lost, and how long it took. */
  readonly sweepReads?: number;
  readonly sweepSeconds?: number;
}

/** Costs so far, for so many changes. */
const costOf = ({ meter }: Trial, changes: number) => ({
  readsPerChange: meter.reads / changes,
  writesPerChange: meter.writes / changes,
  hottestWritesPerSecond: hottest(meter, 1),
  hottestSustained: hottest(meter, 10),
});

async function swept({ contender }: Trial, entityIds: readonly string[]) {
  if (!contender.sweep) return {};
  const start = performance.now();
  const { reads } = await contender.sweep(entityIds);
  return { sweepReads: reads, sweepSeconds: (performance.now() - start) / 1000 };
}

/** Sixty entities of a hundred records each, whose people all work at once. */
export function mixed(kind: ContenderKind): Promise<Measured> {
  const random = randomFrom(SEED);
  const records = recordsOf(ENTITY_IDS, RECORDS_EACH, ENTITY_IDS, random);
  const changes = changesOf(MIXED_CHANGES, records, ENTITY_IDS, random);
  return onTrial(kind, records, async (trial) => {
    const { total, sinceLast } = await feed(trial, changes, SEED);
    const cost = costOf(trial, changes.length);
    const sweep = await swept(trial, ENTITY_IDS);
    return {
      ...{ ...cost, ...sweep, changesPerSecond: changes.length / total, secondsToRight: sinceLast },
      error: await trial.wrong(afterChanges(records, changes)),
    };
  });
}

/** All of them approved: none is spared its entry. */
function imported(): Change[] {
  const random = randomFrom(SEED + 1);
  return Array.from({ length: BURST }, (_, index) => ({
    path: pathOf(LEAD, `i${index}`),
    after: { ...randomRecord(LEAD, ENTITY_IDS, 1, random), state: "approved" },
  }));
}

/** One entity's import of ten thousand records in one go. */
export function burst(kind: ContenderKind): Promise<Measured> {
  const changes = imported();
  return onTrial(kind, new Map(), async (trial) => {
    const { total, sinceLast } = await feedInOneGo(trial, changes, SEED);
    const cost = costOf(trial, changes.length);
    const sweep = await swept(trial, [LEAD]);
    return {
      ...{ ...cost, ...sweep, changesPerSecond: changes.length / total, secondsToRight: sinceLast },
      error: await trial.wrong(afterChanges(new Map(), changes)),
    };
  });
}

/** The end of that import, for who reads ten thousand records with each of its changes: the last few of them alone. */
export function endOfBurst(kind: ContenderKind): Promise<Measured> {
  const changes = imported();
  return onTrial(kind, afterChanges(new Map(), changes), async (trial) => {
    const start = performance.now();
    for (const change of changes.slice(-SAMPLE)) await trial.contender.deliver(change);
    const seconds = (performance.now() - start) / 1000;
    return {
      ...{ ...costOf(trial, SAMPLE), changesPerSecond: SAMPLE / seconds, secondsToRight: seconds / SAMPLE },
      error: await trial.wrong(afterChanges(new Map(), changes)),
    };
  });
}

/** Changes that nobody else took part in: a new record, then a correction of it within its half-year, and so on. */
const loneChanges = (): Change[] =>
  Array.from({ length: LONE_CHANGES }, (_, index) => {
    const path = pathOf(LEAD, `lone${index >> 1}`);
    const before = aStrategicInstrument();
    return index % 2 === 0
      ? { path, after: before }
      : { path, before, after: aStrategicInstrument({ version: 2, details: { signedOn: "2026-03-20" } }) };
  });

export interface AtRest {
  readonly error: number;
  readonly readsPerChangeAtRest: number;
  readonly writesPerChangeAtRest: number;
  readonly secondsToRightAtRest: number;
}

/**
 * Changes one by one, each when the one before is long through, on an entity of a hundred records.
 *
 * @param then - done after each, its time and cost counted by itself
 */
export function lone(
  kind: ContenderKind,
  pauseMs: number,
  then: (trial: Trial, start: number) => Promise<void> = async () => undefined,
): Promise<AtRest> {
  const records = recordsOf([LEAD], RECORDS_EACH, ENTITY_IDS, randomFrom(SEED + 2));
  return onTrial(kind, records, async (trial) => {
    const changes = loneChanges();
    let seconds = 0;
    for (const change of changes) {
      await sleep(pauseMs);
      const start = performance.now();
      await trial.db.doc(change.path).set(change.after);
      await trial.contender.deliver(change);
      await trial.contender.settle();
      seconds += (performance.now() - start) / 1000;
      await then(trial, start);
    }
    return {
      readsPerChangeAtRest: trial.meter.reads / changes.length,
      writesPerChangeAtRest: trial.meter.writes / changes.length,
      secondsToRightAtRest: seconds / changes.length,
      error: await trial.wrong(afterChanges(records, changes)),
    };
  });
}
