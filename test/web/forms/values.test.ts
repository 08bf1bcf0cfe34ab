/** What a form holds, and what becomes of it when two people write. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mergeValues,
  recordPartOf,
  type Values,
  valuesOf,
  withValue,
} from "../../../web/src/forms/values.ts";

const values: fc.Arbitrary<Values> = fc.dictionary(
  fc.constantFrom("title", "summary", "details.place", "details.outcome"),
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
);

test("a blank answer is no answer", () => {
  expect(withValue({ title: "A", summary: "B" }, "title", "  ")).toEqual({ summary: "B" });
  expect(withValue({ sdgs: ["sdg-1"] }, "sdgs", [])).toEqual({});
});

test("values come back from the record that they make", () => {
  fc.assert(
    fc.property(values, (typed) => {
      expect(valuesOf(recordPartOf(typed))).toEqual(typed);
    }),
  );
});

describe("two people on one draft", () => {
  test("keeps what one alone changed, and tells of what both did", () => {
    const base = { title: "A", summary: "B", fileNumber: "1" };
    const mine = { title: "Mine", summary: "B2", fileNumber: "1" };
    const theirs = { title: "Theirs", summary: "B" };
    expect(mergeValues(base, mine, theirs)).toEqual({
      merged: { title: "Mine", summary: "B2" },
      clashes: [{ path: "title", mine: "Mine", theirs: "Theirs" }],
    });
  });

  test("nothing clashes where one of them changed nothing, or both the same", () => {
    fc.assert(
      fc.property(values, values, (base, changed) => {
        expect(mergeValues(base, changed, base)).toEqual({ merged: changed, clashes: [] });
        expect(mergeValues(base, base, changed)).toEqual({ merged: changed, clashes: [] });
        expect(mergeValues(base, changed, changed)).toEqual({ merged: changed, clashes: [] });
      }),
    );
  });

  test("no text is lost: each value of either is in the merge or in a clash", () => {
    fc.assert(
      fc.property(values, values, values, (base, mine, theirs) => {
        const { merged, clashes } = mergeValues(base, mine, theirs);
        for (const path of Object.keys({ ...mine, ...theirs })) {
          const kept = [merged[path], ...clashes.filter((clash) => clash.path === path).map((c) => c.theirs)];
          for (const changed of [mine[path], theirs[path]])
            if (changed !== undefined && changed !== base[path]) expect(kept).toContain(changed);
        }
      }),
    );
  });
});
