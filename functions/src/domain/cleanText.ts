/** What is typed or pasted into a field, made plain while it is seen: unseen characters out, every space a usual one. */
import { plainText } from "./plainText.ts";

/** Line breaks of other systems, before `plainText` takes them for controls. */
const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

export interface Cleaned {
  readonly text: string;
  /** How many characters that nobody sees were taken out. */
  readonly removed: number;
}

/**
 * The same words in plain text; in one line a break becomes a space. Cleaned once, a text stays as it is.
 */
export function cleanText(text: string, shape: "line" | "lines"): Cleaned {
  const lines = text.replace(BREAKS, "\n").normalize("NFC");
  const seen = plainText(lines);
  const spaced = seen.replace(SPACES, " ");
  return {
    text: shape === "line" ? spaced.replace(/ *\n\s*/g, " ") : spaced,
    removed: Math.max(0, lines.length - seen.length),
  };
}
