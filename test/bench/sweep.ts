/** `npm run bench -- sweep`: one lost event among 50,000 records of one entity. Fails where it is not found for a twentieth. */
import { setTimeout as sleep } from "node:timers/promises";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { onProject } from "../../scripts/seed/onProject.ts";
import { sweepOf } from "./sweepOf.ts";

const RECORDS = 50_000;

export interface SweepFigures {
  readonly records: number;
  /** Documents that finding it read, as the job says; and all that passed, the repair included. */
  readonly reads: number;
  readonly readsWithRepair: number;
  readonly writes: number;
  readonly found: number;
  readonly wrongCells: number;
  readonly seconds: number;
}

export const sweep = (): Promise<SweepFigures> =>
  onProject("demo-bench", async (db) => {
    await loadCatalogues(db, new Date());
    const context = {
      ...jobContext(db, () => new Date()),
      sleep: async (ms: number) => void (await sleep(ms)),
    };
    const { entries, reads, meter, seconds, wrongAfter } = await sweepOf(db, context, RECORDS);
    console.log(
      `One lost event among ${RECORDS} records: ${entries} entry found with ${reads} reads (at most ${RECORDS / 20}), ${meter.reads} with the repair, ${seconds.toFixed(1)} s; ${wrongAfter} wrong cells after it.`,
    );
    if (entries !== 1 || meter.reads > RECORDS / 20 || wrongAfter > 0) process.exitCode = 1;
    return {
      ...{ records: RECORDS, reads, readsWithRepair: meter.reads, writes: meter.writes },
      ...{ found: entries, wrongCells: wrongAfter, seconds },
    };
  });
