/** The ledger: for each source, what the tallies hold on its account now. Deliveries compare against it. */
import * as z from "zod";
import { yearOf } from "../calendar.ts";
import type { Indicator } from "../indicator.ts";
import { type Cells, cellsOf, differenceOf } from "./cells.ts";
import { creditsOf, dayOf } from "./creditsOf.ts";
import type { Source } from "./source.ts";

const cellsSchema = z.record(z.string(), z.int());

/** `credits/{ledgerId}`: one entry per source that ever counted. */
export const ledgerEntrySchema = z.strictObject({
  sourcePath: z.string(),
  /** The version of the source that is credited; 0 when the source was gone. */
  sourceVersion: z.int().min(0),
  /** The rules that it was credited under. */
  rulesVersion: z.int().min(0),
  /** The tally that holds it; absent when it credits nothing. */
  tallyId: z.exactOptional(z.string()),
  /** The cells that it stands in now: one `array-contains` lists what a figure counts. */
  cells: z.array(z.string()),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `tallies/{tallyId}`: what the sources of one lead entity add up to in one year. */
export const tallySchema = z.strictObject({
  entityId: z.string(),
  year: z.int(),
  cells: cellsSchema,
  updatedAt: z.date(),
});
export type Tally = z.infer<typeof tallySchema>;

export const tallyIdOf = (entityId: string, year: number): string => `${entityId}~${year}`;
/** The entity and year of a tally's id. */
export function tallyKeyOf(tallyId: string): { entityId: string; year: number } {
  const [entityId = "", year] = tallyId.split("~");
  return { entityId, year: Number(year) };
}

/** The rules of counting in force: indicators, the sectors of entities, and the version that both make. */
export interface CountingRules {
  readonly version: number;
  readonly indicators: readonly Indicator[];
  readonly sectors: ReadonlyMap<string, string>;
}

/** What the ledger should say of a source; `undefined` data (a document that is gone) credits nothing. */
export function ledgerEntryOf(path: string, source: Source | undefined, rules: CountingRules): LedgerEntry {
  const base = { sourcePath: path, sourceVersion: source?.data.version ?? 0, rulesVersion: rules.version };
  if (!source) return { ...base, cells: [] };
  const credits = creditsOf(source, rules.indicators);
  const day = dayOf(source);
  const lead = credits[0]?.entityIds[0];
  if (day === undefined || lead === undefined) return { ...base, cells: [] };
  const cells = Object.keys(cellsOf(credits, path, rules.sectors)).sort();
  return { ...base, tallyId: tallyIdOf(lead, yearOf(day)), cells };
}

const heldIn = (entry: LedgerEntry | undefined, tallyId: string): Cells =>
  entry?.tallyId === tallyId ? Object.fromEntries(entry.cells.map((key) => [key, 1])) : {};

/** A change to make to one tally. */
export interface TallyChange {
  readonly tallyId: string;
  readonly cells: Cells;
}

/**
 * What must be added to which tallies so that they hold `after` in the place of `before`: nothing when both say the
 * same, so that doubled and late deliveries change nothing.
 */
export function tallyChanges(before: LedgerEntry | undefined, after: LedgerEntry): TallyChange[] {
  const tallyIds = new Set([before?.tallyId, after.tallyId].filter((id) => id !== undefined));
  return [...tallyIds]
    .map((tallyId) => ({ tallyId, cells: differenceOf(heldIn(before, tallyId), heldIn(after, tallyId)) }))
    .filter((change) => Object.keys(change.cells).length > 0);
}
