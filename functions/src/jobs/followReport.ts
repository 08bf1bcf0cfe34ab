/** Keeps how each report stands, one document a half-year, in step with the reports themselves. */
import { bogotaDay, daysOf } from "../domain/calendar.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { type Standing, standingOf } from "../domain/halfYear/standings.ts";
import { obligations, reportStandings, reports } from "../store/collections.ts";
import { getAll } from "../store/getAll.ts";
import type { JobContext } from "./JobContext.ts";

export interface ReportAddress {
  readonly entityId: string;
  readonly periodId: string;
}

const differ = (a: Standing | undefined, b: Standing | undefined): boolean =>
  canonicalJson([a ?? null]) !== canonicalJson([b ?? null]);

/**
 * Reads the report, which is the truth, and writes how it stands, if that is news: nothing for each of the many times
 * that a draft is saved. Deliveries that are doubled, late or swapped change nothing.
 */
export async function followReport({ db, now }: JobContext, { entityId, periodId }: ReportAddress) {
  const ref = reportStandings(db).doc(periodId);
  await db.runTransaction(async (transaction) => {
    const [report, standings] = await Promise.all([
      transaction.get(reports(db, entityId).doc(periodId)),
      transaction.get(ref),
    ]);
    const { [entityId]: was, ...others } = standings.data()?.entities ?? {};
    const filed = report.data();
    const is = filed && standingOf(filed);
    if (!differ(was, is)) return;
    const entities = is ? { ...others, [entityId]: is } : others;
    transaction.set(ref, { periodId, entities, updatedAt: now() });
  });
}

/**
 * Once a day: finds what a lost delivery left out, and puts it right. It reads every report of the half-years that have
 * begun, some 60 for each.
 *
 * @returns what was wrong
 */
export async function reconcileStandings(context: JobContext): Promise<ReportAddress[]> {
  const { db, now, catalogues } = context;
  const today = bogotaDay(now());
  const [{ docs }, { entities }] = await Promise.all([obligations(db).get(), catalogues.get()]);
  const begun = docs.map(({ id }) => id).filter((periodId) => daysOf(periodId)[0] <= today);
  const wrong: ReportAddress[] = [];
  for (const periodId of begun) {
    const [standings, filed] = await Promise.all([
      reportStandings(db).doc(periodId).get(),
      getAll(
        db,
        entities.map(({ id }) => reports(db, id).doc(periodId)),
      ),
    ]);
    const kept = standings.data()?.entities ?? {};
    for (const [index, { id: entityId }] of entities.entries()) {
      const report = filed[index]?.data();
      if (differ(kept[entityId], report && standingOf(report))) wrong.push({ entityId, periodId });
    }
  }
  for (const address of wrong) await followReport(context, address);
  return wrong;
}
