/** What an amended record said before each of its amendments came into force. */
import { type Amendment, withChanges } from "../amendment.ts";
import { type DraftRecord, draftRecordSchema } from "../record/record.ts";
import type { EarlierContent } from "./source.ts";

const byTime = (a: Amendment, b: Amendment): number =>
  (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0) || a.onVersion - b.onVersion;

/**
 * Takes the approved amendments back, the last one first, down to what was approved to begin with, and puts them into
 * force again in the order of their days: that of the earliest first. No amendment is dated before another one that
 * changes the same field, so that both orders end at the record as it is.
 */
export function earlierContentsOf(record: DraftRecord, amendments: readonly Amendment[]): EarlierContent[] {
  const approved = amendments.filter(({ state }) => state === "approved").toSorted(byTime);
  let content = approved.reduceRight<DraftRecord>(
    (after, { replaced }) => draftRecordSchema.parse(withChanges(after, replaced ?? {})),
    record,
  );
  return approved
    .toSorted((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : byTime(a, b),
    )
    .map(({ effectiveOn, applied }) => {
      const earlier = { until: effectiveOn, data: content };
      content = draftRecordSchema.parse(withChanges(content, applied ?? {}));
      return earlier;
    });
}
