/** Finds the code that a word means: for certain by its names, as a guess by how alike they are. */
import { likeness, normal } from "../words.ts";
import type { Choice } from "./choices.ts";

export interface CodeFinder {
  /** The code whose name this is, accents, case and signs forgiven; two codes of one name are none. */
  readonly sure: (text: string) => string | undefined;
  /** The code most like it, if any is like enough and none other as much. */
  readonly guess: (text: string) => string | undefined;
  /** The words of one cell of a list, apart: by signs that separate, unless they belong to a name. */
  readonly parts: (text: string) => string[];
}

const LIKE_ENOUGH = 0.68;
const CLEARLY = 0.04;

/** What two values are the same by: a word of signs alone is itself. */
export const keyOf = (text: string): string => normal(text) || text.trim();

export function codeFinder(choices: readonly Choice[]): CodeFinder {
  const byName = new Map<string, string | undefined>();
  const name = (text: string, id: string) => {
    const key = keyOf(text);
    if (key === "") return;
    const before = byName.get(key);
    byName.set(key, byName.has(key) && before !== id ? undefined : id);
  };
  for (const { id, label, names } of choices)
    for (const text of new Set([label.es, label.en, ...names].map(keyOf))) name(text, id);
  // A code is always known by itself.
  for (const { id } of choices) byName.set(keyOf(id), id);

  const sure = (text: string) => byName.get(keyOf(text));
  const scored = (text: string) =>
    choices.map(({ id, label, names }) => ({
      id,
      score: Math.max(...[label.es, label.en, ...names].map((known) => likeness(text, known))),
    }));
  return {
    sure,
    guess: (text) => {
      const [best, next] = scored(text).toSorted((a, b) => b.score - a.score);
      const isClear = best && best.score >= LIKE_ENOUGH && best.score - (next?.score ?? 0) >= CLEARLY;
      return isClear ? best.id : undefined;
    },
    parts: (text) => partsOf(text, (part) => sure(part) !== undefined),
  };
}

const pieces = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The longest runs of pieces that are a name together, the others one by one. */
function joined(parts: readonly string[], glue: string, isName: (text: string) => boolean): string[] {
  const found: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let end = parts.length;
    while (end > at + 1 && !isName(parts.slice(at, end).join(glue))) end -= 1;
    found.push(parts.slice(at, end).join(glue));
    at = end;
  }
  return found;
}

function partsOf(text: string, isName: (text: string) => boolean): string[] {
  if (isName(text)) return [text.trim()];
  const strong = joined(pieces(text, /[;|\n]|(?<=\S)\s+\/\s+(?=\S)/), "; ", isName);
  return strong.flatMap((part) => {
    if (isName(part)) return [part];
    const weak = joined(pieces(part, /,/), ", ", isName);
    if (weak.length > 1) return weak;
    const by = pieces(part, /\s+[yY&]\s+|\//);
    return by.length > 1 && by.every(isName) ? by : [part];
  });
}
