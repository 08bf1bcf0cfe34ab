/** Every night: looks for items whose trail does not account for all of their versions, and tells the Office of each. */
import type { Operation } from "../domain/operation.ts";
import { operations } from "../store/collections.ts";
import { entityGaps, type Gap, indicatorGaps, partnerGaps } from "../store/trailSums.ts";
import type { JobContext } from "./JobContext.ts";

/**
 * One open operation for each item with a gap, `done` once it is whole again: nothing can make up what an entry held, but
 * a restored backup can bring it back. An item that moves between the two sums of one comparison is looked at again by
 * itself, so that it is no false alarm unless it moves then too; the next night closes that.
 */
export async function sweepHistory(context: JobContext): Promise<readonly Gap[]> {
  const { db, catalogues } = context;
  const gaps: Gap[] = [...(await partnerGaps(db)), ...(await indicatorGaps(db))];
  for (const { id } of (await catalogues.get()).entities) gaps.push(...(await entityGaps(db, id)));
  await report(context, gaps);
  return gaps;
}

async function report({ db, now }: JobContext, gaps: readonly Gap[]): Promise<void> {
  const at = now();
  const { docs } = await operations(db).where("kind", "==", "history-gap").where("state", "==", "open").get();
  const ids = new Map(gaps.map((gap) => [idOf(gap), gap]));
  for (const operation of docs)
    if (!ids.has(operation.id)) await operation.ref.update({ state: "done", updatedAt: at, finishedAt: at });
  const open = new Set(docs.map(({ id }) => id));
  for (const [id, gap] of ids) if (!open.has(id)) await operations(db).doc(id).set(operationOf(gap, at));
}

const idOf = ({ path }: Gap): string => `history-gap~${path.replaceAll("/", "~")}`;

const operationOf = ({ path, covered, version }: Gap, at: Date): Operation => ({
  ...{ kind: "history-gap", state: "open", sourcePath: path, requestedBy: "schedule" },
  ...{ requestedAt: at, updatedAt: at, problem: `entries account for ${covered} of ${version} versions` },
  ...{ done: 1, total: 1, entries: 0, tallies: 0, unreadable: [] },
});
