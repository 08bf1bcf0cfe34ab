/** Words as people write them, compared so that accents, case, signs and small typos are forgiven. */
import { folded as plain } from "#domain/similarity/folded.ts";

/** Letters and digits alone, one space between: `Fecha de Firma *` is `fecha de firma`. */
export const normal = (text: string): string =>
  plain(text)
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** Words that say nothing of what a column or a value is. */
const EMPTY = new Set(
  "de del la el los las un una y e o u a en con por para al the of and in to for with".split(" "),
);

export const wordsOf = (text: string): string[] => {
  const words = normal(text)
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !EMPTY.has(word));
  return telling.length > 0 ? telling : words;
};

function pairsOf(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** How many letter pairs two words share, of those that they have: 1 when they are the same (Dice). */
function closeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

/**
 * From 0 to 1: how alike two texts are by their telling words, each with the one most like it; 1 when they say the same
 * in any order. A word that the other text lacks costs as much as it has letters.
 */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const side = (from: readonly string[], to: readonly string[]) => {
    const letters = from.reduce((sum, word) => sum + word.length, 0);
    const met = from.reduce((sum, word) => {
      const best = Math.max(...to.map((other) => closeness(word, other)));
      return sum + word.length * (best < 0.5 ? 0 : best);
    }, 0);
    return met / letters;
  };
  return (side(left, right) + side(right, left)) / 2;
}
