/** Finds what a person means by a few letters: accents, case, slips of a finger and acronyms forgiven. */
import { editDistance, slipsIn } from "#domain/similarity/editDistance.ts";
import { folded, isFiller, wordsOf } from "#domain/similarity/folded.ts";

/** Something to choose, by its label and other words that it goes by. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly alias?: string;
}

/** How well an option fits, the less the better; `undefined` where it does not. */
const BEGINS = 0;
const HOLDS = 1;
const INITIALS = 2;
const NEARLY = 3;

const initialsOf = (words: readonly string[]): string =>
  words
    .filter((word) => !isFiller(word))
    .map((word) => word[0])
    .join("");

/** Slips by which a typed word is the beginning of one of the words, or all of it; `undefined` where they are too many. */
function slipsOf(typed: string, words: readonly string[]): number | undefined {
  const most = slipsIn(typed.length);
  const found = words.map((word) => {
    const beginnings = [-1, 0, 1].map((more) => word.slice(0, typed.length + more));
    return Math.min(...[word, ...beginnings].map((part) => editDistance(typed, part, most)));
  });
  const least = Math.min(...found);
  return least <= most ? least : undefined;
}

function rankOf({ label, alias = "" }: Option, wanted: string, typed: readonly string[]): number | undefined {
  const [name, other] = [folded(label), folded(alias)];
  if (name.startsWith(wanted) || other.startsWith(wanted)) return BEGINS;
  const all = `${name} ${other}`;
  if (typed.every((word) => all.includes(word))) return HOLDS;
  if (typed.length === 1 && wanted.length > 2 && initialsOf(wordsOf(label)).startsWith(wanted))
    return INITIALS;
  const words = wordsOf(all);
  const slips = typed.map((word) => slipsOf(word, words));
  return slips.some((count) => count === undefined)
    ? undefined
    : slips.reduce<number>((sum, count) => sum + (count ?? 0), NEARLY);
}

/**
 * The options that hold each of the words typed, those that begin with them first; then those of which it is the acronym;
 * last those that are nearly so, the fewest slips first. Options of one rank keep their order.
 */
export function matching(options: readonly Option[], typed: string, most: number): Option[] {
  const wanted = folded(typed).trim();
  const words = wordsOf(typed);
  if (words.length === 0) return options.slice(0, most);
  return options
    .flatMap((option) => {
      const rank = rankOf(option, wanted, words);
      return rank === undefined ? [] : [{ option, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option);
}
