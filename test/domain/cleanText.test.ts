/** What is pasted keeps its words and loses what nobody sees. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "#domain/cleanText.ts";

/** Seen, unseen, breaking, and halves of characters. */
const anyCharacter = fc.constantFrom(
  ..."aé ñ\t\n\r\u0000\u000B\u0085\u00A0\u0301\u200B\u200D\u200F\u2028\u202E\u3000\uFEFF\uD83D\uDE00",
  "👩‍🔧",
);
const line = (text: string) => cleanText(text, "line").text;

describe("pasted text", () => {
  test.each([
    ["NUL and other controls", "Reu\u0000nión\u0007", "Reunión"],
    ["direction marks", "\u202EReunión\u202C\u200F", "Reunión"],
    ["zero-width spaces and a byte order mark", "\uFEFFReu\u200Bnión", "Reunión"],
    ["soft hyphens", "coope\u00ADración", "cooperación"],
    ["odd spaces", "27\u00A0de\u202Ffebrero\u3000de 2024", "27 de febrero de 2024"],
    ["an accent that stands apart", "Bogota\u0301", "Bogotá"],
    ["half of a character", "a\uD83Db", "ab"],
  ])("loses %s", (_, pasted, expected) => expect(line(pasted)).toBe(expected));

  test.each([
    ["accents, ñ and quotes", "«Año» “nuevo” – ¿sí?"],
    ["emoji, those that are joined too", "👩‍🔧 🏳️‍🌈"],
    ["other scripts", "東京 Αθήνα القاهرة"],
  ])("keeps %s", (_, pasted) => expect(cleanText(pasted, "line")).toEqual({ text: pasted, removed: 0 }));

  test("says how many characters were taken out, spaces that became usual ones aside", () =>
    expect(cleanText("a\u0000b\u200B\u00A0c", "line")).toEqual({ text: "ab c", removed: 2 }));

  test("becomes one line where there is one, and keeps its lines where there are several", () => {
    expect(line("uno\r\n dos\u2028tres")).toBe("uno dos tres");
    expect(cleanText("uno\r\ndos\u2028tres", "lines").text).toBe("uno\ndos\ntres");
  });

  test("stays as it is when it is cleaned again", () =>
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.constantFrom("line", "lines"), (text, shape) => {
        const { text: once } = cleanText(text, shape);
        expect(cleanText(once, shape)).toEqual({ text: once, removed: 0 });
      }),
    ));
});
