/** How soon after a lone change the Office and citizens see it, and what publishing it costs. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type FoldContext, foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { internalFigures, publishedSummary } from "#functions/store/collections.ts";
import { engine } from "./engine.ts";
import { type Meter, meterOn } from "./meter.ts";
import { type AtRest, LONE_CHANGES, lone } from "./scenarios.ts";
import type { Trial } from "./Trial.ts";

export interface Seen {
  /** Seconds from the write of the record until figures and summary, written in one commit, show it: the slowest. */
  readonly secondsToSeenAtRest: number;
  readonly foldReadsAtRest: number;
  readonly foldWritesAtRest: number;
}

/** Longer than what lies between two folds. */
const PAUSE_MS = 3_200;

interface Folder {
  readonly meter: Meter;
  readonly context: FoldContext;
}

/** What the job that follows tallies is given, with a database that is counted by itself. */
function folderOn({ db }: Trial): Folder {
  const meter = meterOn(db);
  const context = {
    ...jobContext(meter.db, () => new Date()),
    sleep: async (ms: number) => void (await sleep(ms)),
    newId: randomUUID,
  };
  return { meter, context };
}

/** Throws when what was published last is older than the fold. */
async function checkSeen({ db }: Trial, since: Date): Promise<void> {
  const [internal, summary] = await Promise.all([internalFigures(db).get(), publishedSummary(db).get()]);
  const isSeen =
    (internal.data()?.foldedAt ?? 0) >= since && (summary.data()?.asOf ?? "") >= since.toISOString();
  if (!isSeen) throw new Error("a lone change was not published");
}

/** The engine's lone changes, each folded and published as soon as it is counted. */
export async function seenAtRest(): Promise<AtRest & Seen> {
  let folder: Folder | undefined;
  const seen = { seconds: 0, reads: 0, writes: 0 };
  const fold = async (trial: Trial, start: number) => {
    const isFirst = folder === undefined;
    folder ??= folderOn(trial);
    const { reads, writes } = folder.meter;
    const since = new Date();
    await foldAndPublish(folder.context);
    const seconds = (performance.now() - start) / 1000;
    await checkSeen(trial, since);
    // The first one folds all that there was before.
    if (isFirst) return;
    seen.seconds = Math.max(seen.seconds, seconds);
    seen.reads += folder.meter.reads - reads;
    seen.writes += folder.meter.writes - writes;
  };
  const atRest = await lone(engine, PAUSE_MS, fold);
  const folds = LONE_CHANGES - 1;
  return {
    ...{ ...atRest, secondsToSeenAtRest: seen.seconds },
    ...{ foldReadsAtRest: seen.reads / folds, foldWritesAtRest: seen.writes / folds },
  };
}
