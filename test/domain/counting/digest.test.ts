/** The fingerprint of cells adds up as they do, and tells almost everything else apart. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCells, type Cells } from "#domain/counting/cells.ts";
import { digestOf, isDigestOf } from "#domain/counting/digest.ts";
import type { TallyPeriod } from "#domain/counting/tallyPeriod.ts";

const cells = fc.dictionary(fc.string({ maxLength: 6 }), fc.integer({ min: -9e12, max: 9e12 }), {
  maxKeys: 8,
});
const of = (held: Cells, period: TallyPeriod = "2026-S1") => digestOf(new Map([[period, held]]));

describe("a digest", () => {
  test("of a sum is the sum of the digests", () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(isDigestOf(of(a) + of(b), of(addCells(a, b)))).toBe(true);
      }),
    );
  });

  test("of nothing, and of zeros, is zero", () => {
    expect(of({})).toBe(0);
    expect(of({ a: 0 })).toBe(0);
  });

  test("changes with every cell, amount and period", () => {
    fc.assert(
      fc.property(
        cells,
        fc.string({ minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (held, key, by) => {
          expect(of(addCells(held, { [key]: by }))).not.toBe(of(held));
        },
      ),
    );
    expect(of({ a: 1 }, "2026-S2")).not.toBe(of({ a: 1 }));
  });
});
