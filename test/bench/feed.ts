/** Writes changes, and tells a way of counting of them as the platform does: some twice, a few never. */

import { randomFrom } from "../support/random.ts";
import { atMost } from "./atMost.ts";
import type { Change } from "./changes.ts";
import type { Trial } from "./Trial.ts";
import { writeAll } from "./writeAll.ts";

const DOUBLED = 0.05;
const LOST = 0.01;
const WRITERS = 16;
/** Events that are being dealt with at a time: those of one instance in the cloud. */
const UNDER_WAY = 250;

/** Seconds. */
export interface Times {
  /** From the first record that was written until all that was told of stood in the tallies. */
  readonly total: number;
  /** From the last record that was written. */
  readonly sinceLast: number;
}

/** How often each change is told of; the same for the same seed. */
function copiesOf(count: number, seed: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => (random.chance(LOST) ? 0 : random.chance(DOUBLED) ? 2 : 1));
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

/** What tells of changes, and when all of it is through. */
function telling({ contender }: Trial, changes: readonly Change[], seed: number) {
  const copies = copiesOf(changes.length, seed);
  const run = atMost(UNDER_WAY);
  const told: Promise<unknown>[] = [];
  const tell = (index: number) => {
    const change = changes[index];
    for (let copy = 0; change && copy < (copies[index] ?? 1); copy += 1)
      told.push(run(() => contender.deliver(change)));
  };
  const through = async () => {
    await Promise.all(told);
    await contender.settle();
  };
  return { tell, through };
}

/** Sixteen writers, each with records of its own, one change after the other. */
export async function feed(trial: Trial, changes: readonly Change[], seed: number): Promise<Times> {
  const { tell, through } = telling(trial, changes, seed);
  const byWriter = Map.groupBy(changes.keys(), (index) => numberOf(changes[index]?.path ?? "") % WRITERS);
  const start = performance.now();
  await Promise.all(
    [...byWriter.values()].map(async (indexes) => {
      for (const index of indexes) {
        const { path, after } = changes[index] ?? {};
        if (path === undefined || !after) continue;
        await trial.db.doc(path).set(after);
        tell(index);
      }
    }),
  );
  const last = performance.now();
  await through();
  return { total: secondsSince(start), sinceLast: secondsSince(last) };
}

const numberOf = (path: string): number =>
  [...path].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7);

/** All at once, as an import does. No two changes may be of one record. */
export async function feedInOneGo(trial: Trial, changes: readonly Change[], seed: number): Promise<Times> {
  const { tell, through } = telling(trial, changes, seed);
  const indexes = new Map(changes.map(({ path }, index) => [path, index]));
  const start = performance.now();
  await writeAll(trial.db, new Map(changes.map(({ path, after }) => [path, after])), (paths) => {
    for (const path of paths) tell(indexes.get(path) ?? -1);
  });
  const last = performance.now();
  await through();
  return { total: secondsSince(start), sinceLast: secondsSince(last) };
}
