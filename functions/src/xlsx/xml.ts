/** Texts as XML, in the way of spreadsheets. */

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};
/** What XML 1.0 does not admit: control characters, halves of characters, and two that are none. */
const INADMISSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Excel reads `_x0041_` as an A; behind this it is left alone. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The text in its composed form, escaped for elements and attributes. */
export const escaped = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(INADMISSIBLE, "")
    .replace(CODED, "_x005F_")
    .replace(/[&<>"\n\t]/g, (character) => ESCAPES[character] ?? "");
