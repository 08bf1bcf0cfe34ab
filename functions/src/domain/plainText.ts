/** Text as people typed or pasted it, without what nobody sees: tricks and left-overs change no name, list or count. */

/**
 * Control characters, and marks that are invisible or turn the direction of writing, by which one text can pass for
 * another. As the inside of a character class, in the escapes that JavaScript and security rules both know.
 */
export const UNSEEN =
  "\\x{0}-\\x{8}\\x{B}-\\x{1F}\\x{7F}-\\x{9F}\\x{AD}\\x{61C}\\x{180E}\\x{200B}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E007F}";

/** The same class for JavaScript. */
const unseen = UNSEEN.replaceAll("\\x{", "\\u{");
const EACH_UNSEEN = new RegExp(`[${unseen}\\u{D800}-\\u{DFFF}]`, "gu");

/**
 * Composed (NFC), with plain line ends and without unseen characters; a plain text stays as it is. What joins letters
 * and emoji (U+200C, U+200D) is part of how some words are written, and stays.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(EACH_UNSEEN, "")
    .normalize("NFC");

/** All texts of a value of plain objects and lists made plain; whatever else it holds stays as it is. */
export function plainTexts<T>(value: T): T {
  if (typeof value === "string") return plainText(value) as T;
  if (Array.isArray(value)) return value.map(plainTexts) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainTexts(inner)])) as T;
}

/** A name on one line with nothing unseen in it; security rules hold the same pattern. */
export const PLAIN_NAME = new RegExp(`^[^\\t\\n${unseen}\\u{D800}-\\u{DFFF}]*$`, "u");

/** A Latin letter beside a Cyrillic or Greek one, by which `РNUD` can look like `PNUD`; security rules hold the same. */
export const MIXED_ALPHABETS =
  /[\p{Script=Latin}]\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*[\p{Script=Latin}]/u;
