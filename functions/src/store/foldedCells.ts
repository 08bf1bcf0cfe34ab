/** Keeps what all tallies of a period add up to, packed: a cache of the fold, small however many cells there are. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { Firestore, WriteBatch } from "firebase-admin/firestore";
import * as z from "zod";
import { canonicalJson } from "../domain/canonicalJson.ts";
import type { Cells } from "../domain/counting/cells.ts";
import { TALLY_PERIODS, type TallyPeriod } from "../domain/counting/tallyPeriod.ts";
import { folds } from "./collections.ts";
import { getAll } from "./getAll.ts";

const cellsSchema = z.record(z.string(), z.int());

/** The cells of every period that has been folded. */
export async function loadFoldedCells(db: Firestore): Promise<Map<TallyPeriod, Cells>> {
  const snapshots = await getAll(
    db,
    TALLY_PERIODS.map((period) => folds(db).doc(period)),
  );
  const found = new Map<TallyPeriod, Cells>();
  for (const [index, snapshot] of snapshots.entries()) {
    const packed = snapshot.data()?.packed;
    const period = TALLY_PERIODS[index];
    if (packed && period !== undefined)
      found.set(period, cellsSchema.parse(JSON.parse(gunzipSync(packed).toString("utf8"))));
  }
  return found;
}

export function saveFoldedCells(db: Firestore, batch: WriteBatch, period: TallyPeriod, cells: Cells): void {
  batch.set(folds(db).doc(period), { packed: gzipSync(canonicalJson(cells)) });
}
