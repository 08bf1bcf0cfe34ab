/** From a figure to the list behind it: for every figure there is, the list adds up to it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Audience } from "#domain/counting/creditsOf.ts";
import { amountOf, contributionOf, isListed, ledgerCellsOf, slicesOf } from "#domain/counting/evidence.ts";
import { foldFigures } from "#domain/counting/figures.ts";
import { ledgerEntryOf, tallyKeyOf } from "#domain/counting/ledger.ts";
import { tallyFromEntries } from "#domain/counting/tallyFromSources.ts";
import { definitionOf } from "#domain/indicator.ts";
import { ALL_INDICATORS, RULES as rules, sources } from "../../support/countingArbitraries.ts";

const AUDIENCES = { public: ["public"], internal: ["public", "restricted"] } as const satisfies Record<
  string,
  readonly Audience[]
>;

describe("the list behind a figure", () => {
  test.each(["public", "internal"] as const)("adds up to it, whichever figure it is (%s)", (audience) => {
    fc.assert(
      fc.property(sources, (list) => {
        const entries = list.map((source) => ledgerEntryOf(source, rules));
        const tallies = [...tallyFromEntries(entries)].map(([id, cells]) => ({
          period: tallyKeyOf(id).period,
          cells,
        }));
        for (const [index, figure] of foldFigures(tallies, ALL_INDICATORS, audience).entries()) {
          const indicator = ALL_INDICATORS[index];
          if (!indicator || indicator.type === "milestone") continue;
          for (const { slice, amount } of slicesOf(figure)) {
            expect(isListed(slice)).toBe(true);
            const cells = ledgerCellsOf(indicator, slice, AUDIENCES[audience]);
            expect(cells.length).toBeLessThanOrEqual(30);
            // As Firestore finds them: whatever stands in one of the cells.
            const found = entries.filter((entry) => entry.cells.some((cell) => cells.includes(cell)));
            const adds = found.map((entry) => contributionOf(entry, cells));
            expect(amountOf(definitionOf(indicator), adds)).toBe(amount);
            const isCount = indicator.type === "count" && found.every(({ amended }) => !amended);
            if (isCount) expect(found.length).toBe(amount);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("lists the money of each currency that the figure adds up", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const entries = list.map((source) => ledgerEntryOf(source, rules));
        const tallies = [...tallyFromEntries(entries)].map(([id, cells]) => ({
          period: tallyKeyOf(id).period,
          cells,
        }));
        const figure = foldFigures(tallies, ALL_INDICATORS, "internal").find(
          ({ indicatorId }) => indicatorId === "money",
        );
        const money = ALL_INDICATORS.find(({ id }) => id === "money") ?? expect.fail();
        for (const [currency, series] of Object.entries(figure?.byCurrency ?? {}))
          for (const { slice, amount } of slicesOf(series)) {
            const cells = ledgerCellsOf(money, slice, AUDIENCES.internal);
            const adds = entries.map((entry) => contributionOf(entry, cells)[currency] ?? 0);
            expect(adds.reduce((total, each) => total + each, 0)).toBe(amount);
          }
      }),
    );
  });
});
