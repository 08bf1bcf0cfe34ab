/** One way of counting in a project of its own, on records that it has counted before, and what it costs from then on. */
import type { Firestore } from "firebase-admin/firestore";
import type { CountingRules } from "#domain/counting/ledger.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { onProject } from "../../scripts/seed/onProject.ts";
import { wrongCells } from "../faults/findWrong.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import type { Contender, ContenderKind } from "./Contender.ts";
import type { Records } from "./changes.ts";
import { type Meter, meterOn } from "./meter.ts";
import { tallyOf } from "./tallyDocuments.ts";
import { writeAll } from "./writeAll.ts";

export interface Trial {
  /** Not counted: records are written with it, and results read. */
  readonly db: Firestore;
  readonly rules: CountingRules;
  readonly contender: Contender;
  readonly meter: Meter;
  /** Cells that do not hold what these records add up to. */
  wrong(records: Records): Promise<number>;
}

const PROJECT_ID = "demo-bench";

export const onTrial = <T>(
  kind: ContenderKind,
  records: Records,
  work: (trial: Trial) => Promise<T>,
): Promise<T> =>
  onProject(PROJECT_ID, async (db) => {
    await emptyFirestore(PROJECT_ID);
    await loadCatalogues(db, new Date());
    const rules = await loadCountingRules(db);
    await writeAll(db, new Map<string, object>([...records, ...kind.documentsOf(records, rules)]));
    const meter = meterOn(db);
    const addReads = (reads: number) => {
      meter.reads += reads;
    };
    const contender = kind.start({ db: meter.db, apart: db, rules, addReads });
    try {
      await contender.ready();
      Object.assign(meter, { reads: 0, writes: 0 });
      return await work({
        ...{ db, rules, contender, meter },
        wrong: async (now) => wrongCells(await kind.held(db), tallyOf(now, rules)).length,
      });
    } finally {
      await contender.stop();
    }
  });
