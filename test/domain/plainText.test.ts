/** Texts made plain: laws for any text, and the tricks that are known. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MIXED_ALPHABETS, PLAIN_NAME, plainText, plainTexts } from "#domain/plainText.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 100 }),
  fc.string({ unit: fc.constantFrom("a", "e\u0301", "\r", "\n", "\t", "\u202E", "\0", "\u200D", "😀") }),
);

describe("any text", () => {
  test("becomes one without anything unseen, and stays so", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainText(text);
        expect(plain.replace(/[\n\t]/g, "")).toMatch(PLAIN_NAME);
        expect(plainText(plain)).toBe(plain);
      }),
      { numRuns: 2000 },
    ));

  test("keeps all of its letters, in order", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = (some: string) => some.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(plainText(text)).normalize("NFD")).toBe(letters(text).normalize("NFD"));
      }),
    ));
});

test.each([
  ["a\0b", "ab"],
  ["\uFEFFTítulo", "Título"],
  ["e\u0301", "é"],
  ["uno\r\ndos\rtres", "uno\ndos\ntres"],
  ["gpj\u202Etxt", "gpjtxt"],
  ["👩\u200D🌾", "👩\u200D🌾"],
])("%j becomes %j", (text, plain) => expect(plainText(text)).toBe(plain));

test("texts are made plain wherever they stand in a value; instants and numbers stay", () => {
  const at = new Date(0);
  expect(plainTexts({ a: ["x\0", 1, null], b: { c: "y\u200B" }, at })).toEqual({
    ...{ a: ["x", 1, null], b: { c: "y" }, at },
  });
});

test.each([
  ["РNUD", true],
  ["NUDР", true],
  ["PNUD", false],
  ["СССР", false],
  ["Α y B", false],
])("whether %j mixes alphabets: %s", (text, mixes) => expect(MIXED_ALPHABETS.test(text)).toBe(mixes));
