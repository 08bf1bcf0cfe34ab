/** What the tallies hold, counted anew: the plain sum that every shortcut is measured against. */
import { addCells, type Cells } from "./cells.ts";
import { type CountingRules, type LedgerEntry, ledgerEntryOf, postingsHeld, tallyIdOf } from "./ledger.ts";
import type { Source } from "./source.ts";

/** The cells of each tally, as the sum of the ledger entries that it holds; a tally of nothing is absent. */
export function tallyFromEntries(entries: Iterable<LedgerEntry>): Map<string, Cells> {
  const tallies = new Map<string, Cells>();
  for (const entry of entries)
    for (const [period, cells] of postingsHeld(entry)) {
      const tallyId = tallyIdOf(entry.entityId, period);
      const sum = addCells(tallies.get(tallyId) ?? {}, cells);
      if (Object.keys(sum).length > 0) tallies.set(tallyId, sum);
      else tallies.delete(tallyId);
    }
  return tallies;
}

/** The cells of each tally under the rules. */
export const tallyFromSources = (sources: readonly Source[], rules: CountingRules): Map<string, Cells> =>
  tallyFromEntries(sources.map((source) => ledgerEntryOf(source, rules)));
