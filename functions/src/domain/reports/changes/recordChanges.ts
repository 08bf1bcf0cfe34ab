/** Compares the records that two editions list. */
import type { ListedRecord } from "../listedRecord.ts";
import type { ListedRecords } from "../ReportKind.ts";

export type RecordChange = "added" | "changed" | "gone";

const keyOf = ({ entityId, recordId }: Pick<ListedRecord, "entityId" | "recordId">): string =>
  `${entityId}/${recordId}`;

/** Held as versions alone: a few megabytes for fifty thousand records. */
async function versionsOf(listed: ListedRecords): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for await (const record of listed()) versions.set(keyOf(record), record.version);
  return versions;
}

/**
 * The records that differ: those that came and those that changed, in the order of the later list, then those that went.
 * Each list is read twice at most and never held.
 */
export async function* recordChanges(
  previous: ListedRecords,
  current: ListedRecords,
): AsyncIterable<{ change: RecordChange; record: ListedRecord }> {
  const before = await versionsOf(previous);
  for await (const record of current()) {
    const key = keyOf(record);
    const version = before.get(key);
    before.delete(key);
    if (version === undefined) yield { change: "added", record };
    else if (version !== record.version) yield { change: "changed", record };
  }
  if (before.size === 0) return;
  for await (const record of previous()) if (before.has(keyOf(record))) yield { change: "gone", record };
}
