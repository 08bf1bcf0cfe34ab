/** One lost event among many records of one entity: what a sweep reads to find it. */
import type { Firestore } from "firebase-admin/firestore";
import type { GroupContext } from "#functions/jobs/groupCommit.ts";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import { type Reconciled, reconcile } from "#functions/jobs/reconcile.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { loadTallies, wrongCells } from "../faults/findWrong.ts";
import { aStrategicInstrument } from "../support/builders.ts";
import { randomFrom } from "../support/random.ts";
import { afterChanges, recordsOf } from "./changes.ts";
import { engine } from "./engine.ts";
import { type Meter, meterOn } from "./meter.ts";
import { tallyOf } from "./tallyDocuments.ts";
import { writeAll } from "./writeAll.ts";

export interface Sweep extends Reconciled {
  /** All that passed between the sweep and Firestore, the repair included. */
  readonly meter: Pick<Meter, "reads" | "writes">;
  readonly seconds: number;
  /** Cells that are wrong before and after it. */
  readonly wrongBefore: number;
  readonly wrongAfter: number;
}

const ENTITY_IDS = CATALOGUES.entities.map(({ id }) => id);
const LEAD = "sdm";
const SEED = 50;

/** @param db - with the catalogues, and nothing else */
export async function sweepOf(db: Firestore, context: GroupContext, count: number): Promise<Sweep> {
  const rules = await loadCountingRules(db);
  const records = recordsOf([LEAD], count, ENTITY_IDS, randomFrom(SEED));
  await writeAll(db, new Map<string, object>([...records, ...engine.documentsOf(records, rules)]));
  const [path] = [...records.keys()].slice(Math.floor(count * 0.7));
  if (path === undefined) throw new Error("there are no records");
  const after = aStrategicInstrument({ version: 2 });
  await db.doc(path).set(after);
  const expected = tallyOf(afterChanges(records, [{ path, after }]), rules);
  const wrong = async () => wrongCells(await loadTallies(db), expected).length;
  const wrongBefore = await wrong();
  const meter = meterOn(db);
  const metered = { ...context, db: meter.db };
  const start = performance.now();
  const found = await reconcile(metered, groupCommit(metered), LEAD);
  const seconds = (performance.now() - start) / 1000;
  return { ...found, meter, seconds, wrongBefore, wrongAfter: await wrong() };
}
