import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "#domain/similarity/editDistance.ts";

const anyWord = fc.string({ unit: fc.constantFrom(..."abcñ"), maxLength: 7 });

describe("the distance of two words", () => {
  test.each([
    ["bogota", "bogota", 0],
    ["bogota", "bogotá", 1],
    ["montevideo", "montevieo", 1],
    ["montevideo", "montevidoe", 1],
    ["madrid", "madird", 1],
    ["quito", "lima", 4],
  ])("of %s and %s is %i", (a, b, slips) => expect(editDistance(a, b, 9)).toBe(slips));

  test("is the same in both directions, and 0 for the same word alone", () =>
    fc.assert(
      fc.property(anyWord, anyWord, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    ));

  test("is told up to the bound, and as one more beyond it", () =>
    fc.assert(
      fc.property(anyWord, anyWord, fc.nat({ max: 8 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 99), most + 1));
      }),
    ));
});
