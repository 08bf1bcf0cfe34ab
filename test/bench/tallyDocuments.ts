/** What the tallies of records are, and the documents that hold them. */
import { type CountingRules, tallyKeyOf } from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import type { Tallies } from "../faults/findWrong.ts";
import type { Records } from "./changes.ts";

export const sourcesOf = (records: Records): Source[] =>
  [...records].map(([path, data]) => ({ from: "records", path, data }));

/** Counted anew, with Firestore left out. */
export const tallyOf = (records: Records, rules: CountingRules): Tallies =>
  tallyFromSources(sourcesOf(records), rules);

/** By path. */
export const tallyDocuments = (records: Records, rules: CountingRules): ReadonlyMap<string, object> =>
  new Map(
    [...tallyOf(records, rules)].map(([id, cells]) => [
      `tallies/${id}`,
      { ...tallyKeyOf(id), cells, updatedAt: new Date(0) },
    ]),
  );
