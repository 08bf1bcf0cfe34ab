/** Compares an edition with the one before it, record by record and figure by figure. */

import type { Currency } from "../indicator.ts";
import type { ListedRecord } from "../reports/listedRecord.ts";
import type { Frozen, ListedRecords } from "../reports/ReportKind.ts";
import { type AnnualIndicator, figuresOf } from "./annualIndicator.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";
import type { Changes, FigureChange } from "./changes.ts";

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

function stateName(indicator: AnnualIndicator | undefined, figure: number | string | undefined) {
  if (indicator?.type !== "milestone") return undefined;
  return indicator.states.find(({ id }) => id === figure)?.name;
}

/** In the order of the later edition's indicators, then what it no longer has. */
function figureChanges(previous: AnnualSnapshot, current: AnnualSnapshot): FigureChange[] {
  const figures = (snapshot: AnnualSnapshot) =>
    new Map(
      snapshot.indicators.flatMap((indicator) =>
        figuresOf(indicator).map(([key, figure]) => [key, { indicator, figure }] as const),
      ),
    );
  const [before, after] = [figures(previous), figures(current)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((key) => before.get(key)?.figure !== after.get(key)?.figure)
    .flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      const { id, name } = (is ?? was)?.indicator ?? {};
      if (id === undefined || name === undefined) return [];
      const currency = key.split("~")[1] as Currency | undefined;
      const beforeName = stateName(was?.indicator, was?.figure);
      const afterName = stateName(is?.indicator, is?.figure);
      return [
        {
          ...{ indicatorId: id, name },
          ...(currency && { currency }),
          ...(was && { before: was.figure }),
          ...(is && { after: is.figure }),
          ...(beforeName && { beforeName }),
          ...(afterName && { afterName }),
        },
      ];
    });
}

/** What `current` says against an edition before it. */
export async function changesSince(
  previous: Frozen<AnnualSnapshot> & { readonly editionId: string },
  current: Frozen<AnnualSnapshot>,
): Promise<Changes> {
  const records = { added: 0, changed: 0, gone: 0 };
  for await (const { change } of recordChanges(previous.listed, current.listed)) records[change] += 1;
  const { editionId, snapshot: before } = previous;
  return {
    editionId,
    cutOffOn: before.cutOffOn,
    consultedOn: before.consultedOn,
    figures: figureChanges(before, current.snapshot),
    approvedRecords: { before: before.approvedRecords, after: current.snapshot.approvedRecords },
    records,
  };
}
