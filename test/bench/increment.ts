/** (b) What is written first when one is told of triggers: adds the difference that the event itself shows. */
import { FieldValue } from "firebase-admin/firestore";
import type { Cells } from "#domain/counting/cells.ts";
import { type CountingRules, ledgerEntryOf, tallyChanges, tallyKeyOf } from "#domain/counting/ledger.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { loadTallies } from "../faults/findWrong.ts";
import type { ContenderKind } from "./Contender.ts";
import type { Change } from "./changes.ts";
import { tallyDocuments } from "./tallyDocuments.ts";

/** What an event's before and after differ by, in each tally. */
export function differencesOf({ path, before, after }: Change, rules: CountingRules) {
  const worth = (data: DraftRecord) => ledgerEntryOf({ from: "records", path, data }, rules);
  return tallyChanges(before && worth(before), worth(after));
}

export const increments = (cells: Cells): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(cells).map(([key, amount]) => [key, FieldValue.increment(amount)]));

export const increment: ContenderKind = {
  start: ({ db, rules }) => ({
    async deliver(change) {
      const batch = db.batch();
      for (const { tallyId, cells } of differencesOf(change, rules)) {
        const tally = { ...tallyKeyOf(tallyId), cells: increments(cells), updatedAt: new Date() };
        batch.set(db.doc(`tallies/${tallyId}`), tally, { merge: true });
      }
      await batch.commit();
    },
    ready: async () => undefined,
    settle: async () => undefined,
    stop: async () => undefined,
  }),
  documentsOf: tallyDocuments,
  held: loadTallies,
};
