/**
 * The roll-up under load: 5,000 record changes of 60 entities from 16 concurrent writers, 5 % delivered twice and 5 %
 * out of order, against the Firestore emulator, with the job called in-process. Fails unless the tallies then equal a
 * recount from the records.
 */
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { differenceOf } from "#domain/counting/cells.ts";
import type { CountingRules } from "#domain/counting/ledger.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import { type JobContext, jobContext } from "#functions/jobs/JobContext.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { records, tallies } from "#functions/store/collections.ts";
import { loadSourcesOf } from "#functions/store/sources.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { onProject } from "../../scripts/seed/onProject.ts";
import { type Random, randomFrom } from "../support/random.ts";
import { type Change, changesOf } from "./changes.ts";
import { meter } from "./meter.ts";

const SEED = 20_242_027;
const CHANGES = 5_000;
const WRITERS = 16;
const DOUBLED = 0.05;
const REORDERED = 0.05;

export interface RollupFigures {
  /** Cells whose number is not that of the recount. */
  readonly error: number;
  readonly readsPerChange: number;
  readonly writesPerChange: number;
  readonly changesPerSecond: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Takes changes until none is left; an event that is out of order waits until later changes are through. */
async function write(context: JobContext, changes: Iterator<Change>, late: string[], random: Random) {
  for (let next = changes.next(); !next.done; next = changes.next()) {
    const { path, record } = next.value;
    const [, entityId = "", , recordId = ""] = path.split("/");
    await records(context.db, entityId).doc(recordId).set(record);
    if (random.chance(REORDERED)) late.push(path);
    else await rollUp(context, [path]);
    if (random.chance(DOUBLED)) await Promise.all([rollUp(context, [path]), rollUp(context, [path])]);
    if (late.length > WRITERS) {
      const path = late.shift();
      if (path !== undefined) await rollUp(context, [path]);
    }
  }
}

async function wrongCells(db: Firestore, rules: CountingRules): Promise<number> {
  const sources = await Promise.all(CATALOGUES.entities.map(({ id }) => loadSourcesOf(db, id)));
  const expected = tallyFromSources(sources.flat(), rules);
  const { docs } = await tallies(db).get();
  const held = new Map(docs.map((snapshot) => [snapshot.id, snapshot.data().cells]));
  return [...new Set([...expected.keys(), ...held.keys()])]
    .map((id) => Object.keys(differenceOf(expected.get(id) ?? {}, held.get(id) ?? {})).length)
    .reduce((total, wrong) => total + wrong, 0);
}

/** Runs it on the emulator that the environment names, in a project of its own, and prints what it measured. */
export const rollup = (): Promise<{ engine: RollupFigures }> =>
  onProject("demo-bench", async (_, app) => {
    const db = getFirestore(app);
    const now = new Date();
    await loadCatalogues(db, now);
    const context = jobContext(db, () => new Date());
    const rules = await context.rules.get();
    const random = randomFrom(SEED);
    const changes = changesOf(
      CHANGES,
      CATALOGUES.entities.map(({ id }) => id),
      random,
    );
    const counted = meter(db);
    const late: string[] = [];
    const start = performance.now();
    await Promise.all(Array.from({ length: WRITERS }, () => write(context, changes, late, random)));
    for (const path of late) await rollUp(context, [path]);
    const seconds = (performance.now() - start) / 1000;
    const engine = {
      error: await wrongCells(db, rules),
      readsPerChange: round(counted.reads / CHANGES),
      writesPerChange: round(counted.writes / CHANGES),
      changesPerSecond: round(CHANGES / seconds),
    };
    console.log(
      `${CHANGES} changes of 60 entities by ${WRITERS} writers, seed ${SEED}: ${engine.error} wrong cells,
${engine.readsPerChange} documents read and ${engine.writesPerChange} written per change, ${engine.changesPerSecond} changes/s.`,
    );
    if (engine.error > 0) process.exitCode = 1;
    return { engine };
  });
