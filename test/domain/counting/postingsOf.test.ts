/** Amendments move what they change from their own date on: laws on random histories, then one told in full. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCells, type Cells, cellOf } from "#domain/counting/cells.ts";
import { earlierContentsOf } from "#domain/counting/earlierContentsOf.ts";
import { foldFigures } from "#domain/counting/figures.ts";
import { postingsOf } from "#domain/counting/postingsOf.ts";
import type { Source } from "#domain/counting/source.ts";
import { TALLY_PERIODS, type TallyPeriod, tallyPeriodOf } from "#domain/counting/tallyPeriod.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { anAmendment, aRecord } from "../../support/builders.ts";
import { ALL_INDICATORS, amendedSource, day, RULES as rules } from "../../support/countingArbitraries.ts";

type Amended = Extract<Source, { from: "records" }>;

const rank = (period: TallyPeriod): number => TALLY_PERIODS.indexOf(period);

/** All periods added up, without the months in which it was posted. */
function sumOf(postings: ReadonlyMap<string, Cells>): Cells {
  const all = [...postings.values()].reduce<Cells>((sum, cells) => addCells(sum, cells), {});
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !["month", "milestone"].includes(cellOf(key).dimension)),
  );
}

describe("the postings of an amended record", () => {
  test("add up to what the content in force is worth", () => {
    fc.assert(
      fc.property(amendedSource, (source) => {
        const { earlier: _, ...asItIs } = source;
        expect(sumOf(postingsOf(source, rules))).toEqual(sumOf(postingsOf(asItIs, rules)));
      }),
    );
  });

  test("leave every period before the amendment as it was", () => {
    fc.assert(
      fc.property(amendedSource, day, (source, today) => {
        const { state, disclosure, isExample } = source.data;
        const last = source.earlier?.at(-1);
        if (!last || last.until < today) return;
        // The record as it stood before its last amendment, told today.
        const before: Amended = {
          ...source,
          data: { ...last.data, state, isExample, ...(disclosure && { disclosure }) },
          earlier: source.earlier?.slice(0, -1) ?? [],
        };
        const flows = (cells: Cells | undefined) =>
          Object.entries(cells ?? {}).filter(([key]) => !cellOf(key).counterId.startsWith("l2-r1"));
        for (const [period, cells] of postingsOf(before, rules))
          if (rank(period) < rank(tallyPeriodOf(last.until)))
            expect(flows(postingsOf(source, rules).get(period))).toEqual(flows(cells));
      }),
    );
  });

  test("are those of a plain record when the amendment is dated on or before what it changes", () => {
    fc.assert(
      fc.property(amendedSource, (source) => {
        const corrected: Amended = {
          ...source,
          earlier: (source.earlier ?? []).map(({ data }) => ({ until: "1990-01-01", data })),
        };
        const { earlier: _, ...asItIs } = source;
        expect(postingsOf(corrected, rules)).toEqual(postingsOf(asItIs, rules));
      }),
    );
  });

  test("have the state and the audience that the record has now, whatever it said before", () => {
    const record = aRecord("instrument", {
      ...{ state: "withdrawn", review: { strategic: true } },
      details: { scope: "multilateral" },
    });
    const earlier = [{ until: "2026-05-01", data: { ...record, state: "approved" as const } }];
    const source: Amended = { from: "records", path: "entities/sdm/records/r1", data: record, earlier };
    expect(postingsOf(source, rules).size).toBe(0);
  });
});

describe("an agreement whose scope widens and that another entity joins", () => {
  const begun = aRecord("instrument", {
    ...{ state: "approved", review: { strategic: true }, happenedOn: "2025-03-10" },
    details: { scope: "bilateral", signedOn: "2025-03-10" },
  });
  const now = {
    ...begun,
    participants: ["sdmujer"],
    details: { ...begun.details, scope: "multilateral" },
  } as DraftRecord;
  const source: Amended = {
    ...{ from: "records", path: "entities/sdm/records/r1", data: now },
    earlier: [{ until: "2026-02-15", data: begun }],
  };
  const [figure] = foldFigures(
    [...postingsOf(source, rules)].map(([period, cells]) => ({ period, cells })),
    ALL_INDICATORS,
    "internal",
  );

  test("still counts once, in the half-year in which it was signed", () => {
    expect(figure).toMatchObject({ value: 1, byHalf: { "2025-S1": 1 }, byMonth: { "2025-03": 1 } });
  });

  test("stands under its new scope, and for the entity that joined", () => {
    expect(figure?.by.scope).toEqual({ multilateral: 1 });
    expect(figure?.byEntity).toEqual({ sdm: 1, sdmujer: 1 });
  });

  test("was bilateral in the half-year before, and moved in that of the amendment", () => {
    const scopeIn = (period: "2025-S1" | "2026-S1") =>
      foldFigures(
        [{ period, cells: postingsOf(source, rules).get(period) ?? {} }],
        ALL_INDICATORS,
        "internal",
      )[0]?.by.scope;
    expect(scopeIn("2025-S1")).toEqual({ bilateral: 1 });
    expect(scopeIn("2026-S1")).toEqual({ bilateral: -1, multilateral: 1 });
  });
});

describe("the earlier contents of a record", () => {
  const original = aRecord("project", {
    state: "approved",
    details: { status: "running", amountUsdCents: 100 },
  });
  const amended = aRecord("project", {
    ...{
      state: "approved",
      title: "Otro nombre",
      derived: { partnerCategories: [], networkIds: [], amendments: 2 },
    },
    details: { status: "running", amountUsdCents: 250 },
  });
  const raised = anAmendment({
    ...{
      effectiveOn: "2026-06-01",
      decidedAt: new Date("2026-03-01"),
      changes: { "details.amountUsdCents": 250 },
    },
    ...{ replaced: { "details.amountUsdCents": 100 }, applied: { "details.amountUsdCents": 250 } },
  });
  const renamed = anAmendment({
    ...{ effectiveOn: "2026-02-01", decidedAt: new Date("2026-04-01"), changes: { title: "Otro nombre" } },
    ...{ replaced: { title: original.title }, applied: { title: "Otro nombre" } },
  });

  test("come in the order of the days from which amendments hold, whichever was decided first", () => {
    const earlier = earlierContentsOf(amended, [raised, renamed]);
    expect(
      earlier.map(({ until, data }) => [
        until,
        data.title,
        data.kind === "project" && data.details.amountUsdCents,
      ]),
    ).toEqual([
      ["2026-02-01", original.title, 100],
      ["2026-06-01", "Otro nombre", 100],
    ]);
  });

  test("leave out amendments that are proposed or were refused", () => {
    expect(
      earlierContentsOf(amended, [
        { ...raised, state: "proposed" },
        { ...renamed, state: "refused" },
      ]),
    ).toEqual([]);
  });
});
