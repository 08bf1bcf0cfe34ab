/** The ledger: for each source, what the tallies hold on its account now. Deliveries compare against it. */
import * as z from "zod/mini";
import type { Indicator } from "../indicator.ts";
import { addCells, type CellKey, type Cells, cellOf, keyOf, negated } from "./cells.ts";
import type { Counter } from "./counter.ts";
import { dayOf } from "./creditsOf.ts";
import { digestOf } from "./digest.ts";
import { postingsOf } from "./postingsOf.ts";
import { folderOf, leadOf, type Source } from "./source.ts";
import { TALLY_PERIODS, type TallyPeriod } from "./tallyPeriod.ts";

/** `credits/{ledgerId}`: one entry per source that was ever sent to the Office. */
export const ledgerEntrySchema = z.strictObject({
  sourcePath: z.string(),
  /** The collection that the source lies in. */
  folder: z.string(),
  /** The lead, whose tallies hold it. */
  entityId: z.string(),
  /** The version of the source that is credited, and when that was written: a sweep compares both with the source. */
  sourceVersion: z.int().check(z.gte(0)),
  sourceUpdatedAt: z.date(),
  /** The rules that it was credited under. */
  rulesVersion: z.int().check(z.gte(0)),
  /** The day that lists are ordered by: that on which it counts. */
  day: z.string(),
  /** The tallies that hold it; none when it credits nothing. */
  tallyIds: z.array(z.string()),
  /** `period|cell` for every cell that it stands in: one `array-contains` lists what a figure counts. */
  cells: z.array(z.string()),
  /** What it adds to each of `cells`, in their order. */
  amounts: z.array(z.int()),
  /** Fingerprint of both. */
  digest: z.int().check(z.gte(0)),
  /** Whether an amendment moved some of it: its amounts may then be negative, or undo each other. */
  amended: z.boolean(),
  /** Why the source cannot be counted: it is not what its schema says. */
  problem: z.exactOptional(z.string()),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `tallies/{tallyId}`: what the sources of one lead entity add up to in one period. */
export const tallySchema = z.strictObject({
  entityId: z.string(),
  period: z.enum(TALLY_PERIODS as [TallyPeriod, ...TallyPeriod[]]),
  cells: z.record(z.string(), z.int()),
  updatedAt: z.date(),
});
export type Tally = z.infer<typeof tallySchema>;

export const tallyIdOf = (entityId: string, period: TallyPeriod): string => `${entityId}~${period}`;
/** The entity and period of a tally's id. */
export function tallyKeyOf(tallyId: string): { entityId: string; period: TallyPeriod } {
  const [entityId = "", period = ""] = tallyId.split("~");
  return { entityId, period: period as TallyPeriod };
}

/** A cell as the ledger lists it, with its period. */
export const ledgerCellOf = (period: TallyPeriod, key: CellKey): string => `${period}|${key}`;

function splitLedgerCell(cell: string): { period: TallyPeriod; key: CellKey } {
  const at = cell.indexOf("|");
  return { period: cell.slice(0, at) as TallyPeriod, key: cell.slice(at + 1) };
}

/** The rules of counting in force, and the version that all they are made of has. */
export interface CountingRules {
  readonly version: number;
  readonly indicators: readonly Indicator[];
  /** What is counted: each indicator in force, and those that are being counted for the first time. */
  readonly counters: readonly Counter[];
  /** The sector of each entity. */
  readonly sectors: ReadonlyMap<string, string>;
}

/**
 * The cells with, beside each part, the cell of the sources that it is a part of, though that came to nothing: lists ask
 * for that one.
 */
const withoutOrphans = (cells: Cells): Cells => ({
  ...Object.fromEntries(
    Object.keys(cells).flatMap((key) => {
      const { part, ...cell } = cellOf(key);
      return part === undefined ? [] : [[keyOf(cell), 0]];
    }),
  ),
  ...cells,
});

/** What every source says of itself, readable or not. */
interface Stamp {
  readonly version: number;
  readonly updatedAt: Date;
}

const entryWith = (
  path: string,
  stamp: Stamp,
  rules: CountingRules,
  postings: ReadonlyMap<TallyPeriod, Cells>,
) => {
  const entityId = leadOf(path);
  const listed = [...postings]
    .flatMap(([period, cells]) =>
      Object.entries(withoutOrphans(cells)).map(([key, amount]) => ({
        cell: ledgerCellOf(period, key),
        amount,
      })),
    )
    .sort((a, b) => (a.cell < b.cell ? -1 : 1));
  return {
    ...{
      sourcePath: path,
      folder: folderOf(path),
      entityId,
      sourceVersion: stamp.version,
      sourceUpdatedAt: stamp.updatedAt,
    },
    rulesVersion: rules.version,
    tallyIds: [...postings.keys()].sort().map((period) => tallyIdOf(entityId, period)),
    cells: listed.map(({ cell }) => cell),
    amounts: listed.map(({ amount }) => amount),
    digest: digestOf(postings),
  };
};

/** What the ledger should say of a source. */
export function ledgerEntryOf(source: Source, rules: CountingRules): LedgerEntry {
  const { path, data } = source;
  const version = "version" in data ? data.version : 1;
  const isAmended = source.from === "records" && (source.earlier?.length ?? 0) > 0;
  return {
    ...entryWith(path, { version, updatedAt: data.updatedAt }, rules, postingsOf(source, rules)),
    ...{ day: dayOf(source) ?? "", amended: isAmended },
  };
}

/** The folder of entries whose source is in none of the states that there are: sweeps do not compare them. */
const NO_STATE = "unreadable";

/** What the ledger says of a source that is not what its schema says: it is counted nowhere, and the reason is kept. */
export const unreadableEntryOf = (
  path: string,
  { problem, stamp, isCompared }: { problem: string; stamp: Stamp; isCompared: boolean },
  rules: CountingRules,
): LedgerEntry => ({
  ...entryWith(path, stamp, rules, new Map()),
  ...(!isCompared && { folder: NO_STATE }),
  ...{ day: "", amended: false, problem },
});

/**
 * What the ledger says of a source that is gone: nothing, and in no folder, so that no sweep counts it. Were there no
 * entry, a delivery that read the source before it went, and no entry, would find that this still stands, and credit it.
 */
export const emptyEntryOf = (path: string, rules: CountingRules): LedgerEntry => ({
  ...entryWith(path, { version: 0, updatedAt: new Date(0) }, rules, new Map()),
  ...{ folder: "", day: "", amended: false },
});

/** Whether a source that has no entry yet gets one: drafts do not, so that typing costs no write. */
export const isEntered = (source: Source): boolean =>
  source.from === "editions"
    ? source.data.publishedAt !== undefined
    : source.from !== "records" || source.data.state !== "draft";

/** The cells that an entry holds of each period. */
export function postingsHeld(entry: LedgerEntry | undefined): Map<TallyPeriod, Cells> {
  const held = new Map<TallyPeriod, Record<CellKey, number>>();
  for (const [index, cell] of (entry?.cells ?? []).entries()) {
    const { period, key } = splitLedgerCell(cell);
    const cells = held.get(period) ?? {};
    cells[key] = entry?.amounts[index] ?? 0;
    held.set(period, cells);
  }
  return held;
}

/** A change to make to one tally. */
export interface TallyChange {
  readonly tallyId: string;
  readonly cells: Cells;
}

/**
 * What must be added to which tallies so that they hold `after` in the place of `before` (a source that is gone holds
 * nothing): nothing when both say the same, so that doubled and late deliveries change nothing.
 */
export function tallyChanges(before: LedgerEntry | undefined, after: LedgerEntry | undefined): TallyChange[] {
  const was = postingsHeld(before);
  const is = postingsHeld(after);
  const entityId = (after ?? before)?.entityId ?? "";
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((period) => ({
      tallyId: tallyIdOf(entityId, period),
      cells: addCells(is.get(period) ?? {}, negated(was.get(period) ?? {})),
    }))
    .filter((change) => Object.keys(change.cells).length > 0);
}
