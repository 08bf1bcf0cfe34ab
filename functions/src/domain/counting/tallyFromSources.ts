/** What the tallies hold, counted anew: the plain sum that every shortcut is measured against. */
import { addCells, type Cells } from "./cells.ts";
import { type CountingRules, type LedgerEntry, ledgerEntryOf } from "./ledger.ts";
import type { Source } from "./source.ts";

/** The cells of each tally, as the sum of the ledger entries that it holds; a tally of nothing is absent. */
export function tallyFromEntries(entries: Iterable<LedgerEntry>): Map<string, Cells> {
  const tallies = new Map<string, Cells>();
  for (const { tallyId, cells } of entries) {
    if (tallyId === undefined) continue;
    const held = Object.fromEntries(cells.map((key) => [key, 1]));
    tallies.set(tallyId, addCells(tallies.get(tallyId) ?? {}, held));
  }
  return tallies;
}

/** The cells of each tally under the rules. */
export const tallyFromSources = (sources: readonly Source[], rules: CountingRules): Map<string, Cells> =>
  tallyFromEntries(sources.map((source) => ledgerEntryOf(source.path, source, rules)));
