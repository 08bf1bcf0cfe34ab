/** Every night: looks for items whose trail does not account for all of their versions, and tells the Office of each. */
import {
  accessGaps,
  entityGaps,
  type Gap,
  indicatorGaps,
  itemGaps,
  partnerGaps,
} from "../store/trailSums.ts";
import type { JobContext } from "./JobContext.ts";
import { type Finding, reportFindings } from "./reportFindings.ts";

/**
 * One open operation for each item with a gap, `done` once it is whole again: nothing can make up what an entry held, but
 * a restored backup can bring it back. An item that moves between the two sums of one comparison is looked at again by
 * itself, so that it is no false alarm unless it moves then too; the next night closes that.
 */
export async function sweepHistory(context: JobContext): Promise<readonly Gap[]> {
  const { db, catalogues } = context;
  const gaps: Gap[] = [
    ...(await partnerGaps(db)),
    ...(await indicatorGaps(db)),
    ...(await itemGaps(db, "catalogues")),
    ...(await itemGaps(db, "decisions")),
    ...(await accessGaps(db)),
  ];
  for (const { id } of (await catalogues.get()).entities) gaps.push(...(await entityGaps(db, id)));
  await reportFindings(context, "history-gap", gaps.map(findingOf));
  return gaps;
}

const findingOf = ({ path, covered, version }: Gap): Finding => ({
  path,
  problem: `entries account for ${covered} of ${version} versions`,
});
