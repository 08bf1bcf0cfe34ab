/** Begins what is due and not begun, once each, and goes on with what has come to a stand. Called every day. */
import { bogotaDay } from "../../domain/calendar.ts";
import { isFinal } from "../../domain/edition.ts";
import {
  BY_SCHEDULE,
  firstSchedule,
  isStillToMake,
  type ReportSchedule,
  subjectsToMake,
} from "../../domain/editions/reportSchedule.ts";
import { reportIdOf } from "../../domain/reports/reportId.ts";
import { obligations, reportSchedule } from "../../store/collections.ts";
import { editions } from "../../store/editions.ts";
import type { EditionContext } from "./EditionContext.ts";
import { startUnless } from "./startEdition.ts";

/** An edition that nobody has worked at for so long has lost its task. */
const STALLED_MS = 3_600_000;

export interface DueMade {
  readonly begun: readonly string[];
  readonly resumed: readonly string[];
}

/**
 * Doubled, missed and late calls make the same: what is due is told from the days that have come and the editions that
 * there are, and each edition is begun in a transaction that looks at those again.
 *
 * @throws what the queue throws, after all others have been tried; the call is to be repeated then
 */
export async function makeDueReports(context: EditionContext): Promise<DueMade> {
  const { db, now } = context;
  const schedule = await currentSchedule(context);
  const [owed, all] = await Promise.all([obligations(db).get(), editions(db).get()]);
  const found = all.docs.map((doc) => ({ id: doc.id, edition: doc.data() }));
  const due = subjectsToMake(
    schedule,
    owed.docs.map((doc) => doc.data()),
    found.map(({ edition }) => edition),
    bogotaDay(now()),
  );
  const stalled = found.filter(
    ({ edition }) => !isFinal(edition) && now().getTime() - edition.updatedAt.getTime() > STALLED_MS,
  );
  const [begun, resumed]: [string[], string[]] = [[], []];
  const failures: unknown[] = [];
  const tried = async (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => failures.push(error));
  for (const subject of due)
    await tried(async () => {
      const tries = found.filter(({ edition }) => edition.reportId === reportIdOf(subject)).length;
      const requestId = `schedule-${tries + 1}`;
      const needless = (editionsNow: Parameters<typeof isStillToMake>[0]) => !isStillToMake(editionsNow);
      const started = await startUnless(context, { subject, requestId }, BY_SCHEDULE, needless);
      if (started) begun.push(started.editionId);
    });
  for (const { id } of stalled)
    await tried(async () => {
      await context.enqueue(id);
      resumed.push(id);
    });
  if (failures.length > 0) throw new AggregateError(failures, "some reports could not be begun");
  return { begun, resumed };
}

/** The Office's settings; the first call of all leaves those that hold until there are any. */
async function currentSchedule({ db, now }: EditionContext): Promise<ReportSchedule> {
  const ref = reportSchedule(db);
  return db.runTransaction(async (transaction) => {
    const found = (await transaction.get(ref)).data();
    if (found) return found;
    const first = firstSchedule(bogotaDay(now()), now());
    transaction.create(ref, first);
    return first;
  });
}
