/** File names made safe: laws for any name, and the tricks that are known. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAFE_NAME, safeFileName } from "#domain/fileName.ts";

const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom("a", ".", "/", "\\", " ", "é", "e\u0301", "\u202E", "\0", "😀"),
    maxLength: 200,
  }),
);

describe("any name", () => {
  test("becomes one that may be stored, composed, without a path", () =>
    fc.assert(
      fc.property(anyName, (raw) => {
        const name = safeFileName(raw);
        expect(name).toMatch(SAFE_NAME);
        expect(name.normalize("NFC")).toBe(name);
        expect(name).not.toMatch(/[/\\]|^\.|\.$|^ | $/);
      }),
      { numRuns: 3000 },
    ));

  test("that is safe stays as it is", () =>
    fc.assert(
      fc.property(anyName, (raw) => {
        const name = safeFileName(raw);
        expect(safeFileName(name)).toBe(name);
      }),
    ));
});

test.each([
  ["../../x.pdf", "x.pdf"],
  ["C:\\Users\\ana\\Acta 3.pdf", "Acta 3.pdf"],
  ["..", "archivo"],
  ["", "archivo"],
  ["\u202Egpj.exe", "gpj.exe"],
  ["acta\0.pdf", "acta.pdf"],
  ["acta\u200B\u2066.pdf", "acta.pdf"],
  ["e\u0301tica.pdf", "ética.pdf"],
  ["a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"],
  [' "acta" <1>.pdf ', "acta 1.pdf"],
  [".htaccess", "htaccess"],
  ["acta.pdf. . ", "acta.pdf"],
  [`${"ñ".repeat(300)}.docx`, `${"ñ".repeat(115)}.docx`],
  ["Acta de reunión nº 3 (borrador) – 日本.pdf", "Acta de reunión nº 3 (borrador) – 日本.pdf"],
])("%j is stored as %j", (raw, name) => expect(safeFileName(raw)).toBe(name));
