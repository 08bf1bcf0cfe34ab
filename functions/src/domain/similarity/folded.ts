/** Texts as they are compared: accents, case and punctuation forgiven. */

/** Lower case, without accents: `Ó` is `o`. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

/** The words of a text, folded: letters and digits alone. */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** Words that say nothing of what a name or title is about, in Spanish, English and Portuguese. */
const FILLERS = new Set(
  "a al and da das de del do dos e el en for in la las los o of on para por the to y con un una".split(" "),
);

export const isFiller = (word: string): boolean => FILLERS.has(word);
