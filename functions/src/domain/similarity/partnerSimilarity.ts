/** How likely two entries of the directory are one partner: "BID", "Banco Interamericano de Desarrollo", "IDB". */
import type { Partner } from "../partner.ts";
import { editDistance, slipsIn } from "./editDistance.ts";
import { isFiller, wordsOf } from "./folded.ts";
import { sharedTrigrams, trigramsOf } from "./textSimilarity.ts";

type Named = Pick<Partner, "name" | "acronym" | "aliases">;

/** From here on a person is asked. */
export const LOOKS_ALIKE = 0.72;

/** A name in its words, joined. */
interface FullName {
  readonly text: string;
  readonly trigrams: ReadonlySet<string>;
}

/** The names of a partner, made ready to be compared with many others. */
export interface Names {
  readonly full: readonly FullName[];
  /** What it is called in short, or would be: its acronym, and the initials of its longer names. */
  readonly short: readonly string[];
}

const MOST_IN_ACRONYM = 8;
const isShort = (name: string): boolean => /^[\p{Letter}\p{Number}]{2,8}$/u.test(name);

/** The initials of the words that say something, with fillers left out; absent for fewer than three. */
function initialsOf(name: string): string | undefined {
  const telling = wordsOf(name).filter((word) => !isFiller(word));
  const initials = telling.map((word) => word[0]).join("");
  return initials.length >= 3 && initials.length <= MOST_IN_ACRONYM ? initials : undefined;
}

export function namesOf({ name, acronym, aliases }: Named): Names {
  const names = [name, ...(acronym ? [acronym] : []), ...aliases];
  const full = [...new Set(names.map((one) => wordsOf(one).join(" ")))].filter((one) => one !== "");
  const short = names.flatMap((one) => [wordsOf(one).join(""), initialsOf(one) ?? ""]).filter(isShort);
  return { full: full.map((text) => ({ text, trigrams: trigramsOf(text) })), short: [...new Set(short)] };
}

const sorted = (letters: string): string => [...letters].sort().join("");

/** One acronym is often another with its letters in the order of another language: BID and IDB, ONU and UNO. */
function shortSimilarity(a: string, b: string): number {
  if (a === b) return 0.9;
  return a.length >= 3 && sorted(a) === sorted(b) ? 0.75 : 0;
}

/** Names that share less than this are not looked at letter by letter. */
const WORTH_A_LOOK = 0.55;

function fullSimilarity(one: FullName, other: FullName): number {
  if (one.text === other.text) return 1;
  const share = sharedTrigrams(one.trigrams, other.trigrams);
  if (share < WORTH_A_LOOK) return share;
  const slips = slipsIn(Math.min(one.text.length, other.text.length));
  // In an acronym each letter tells: UCCI is not UCCN.
  return slips > 1 && editDistance(one.text, other.text, slips) <= slips ? Math.max(share, 0.9) : share;
}

const most = (scores: readonly number[]): number => scores.reduce((best, one) => Math.max(best, one), 0);

/** From 0 to 1, of the names that are most alike; the order of the two does not matter. */
export function nameSimilarity(a: Names, b: Names): number {
  return most([
    ...a.full.flatMap((one) => b.full.map((other) => fullSimilarity(one, other))),
    ...a.short.flatMap((one) => b.short.map((other) => shortSimilarity(one, other))),
  ]);
}

export const partnerSimilarity = (a: Named, b: Named): number => nameSimilarity(namesOf(a), namesOf(b));

interface Entry {
  readonly id: string;
  readonly data: Named;
}

export interface Alike<T> {
  readonly one: T;
  readonly other: T;
  readonly score: number;
}

/**
 * The places of pairs that are worth comparing: some of their names share many triples, or one's acronym has the letters of
 * the other's. Found through an index, since of a thousand partners there are half a million pairs.
 */
function* candidates(all: readonly Names[]): Iterable<readonly [number, number]> {
  const names = all.flatMap(({ full }, of) => full.map(({ trigrams }) => ({ of, trigrams })));
  const holding = new Map<string, number[]>();
  const shorts = new Map<string, number[]>();
  const add = (index: Map<string, number[]>, key: string, place: number) =>
    index.set(key, [...(index.get(key) ?? []), place]);
  for (const [of, { short }] of all.entries()) for (const letters of short) add(shorts, sorted(letters), of);
  const shared = new Uint16Array(names.length);
  const near = new Set<number>();
  for (const [place, { of, trigrams }] of names.entries()) {
    for (const triple of trigrams) {
      const before = holding.get(triple) ?? [];
      for (const other of before) shared[other] = (shared[other] ?? 0) + 1;
      before.push(place);
      holding.set(triple, before);
    }
    for (let other = 0; other < place; other += 1) {
      const { of: owner, trigrams: theirs } = names[other] ?? { of, trigrams };
      const share = (2 * (shared[other] ?? 0)) / Math.max(1, trigrams.size + theirs.size);
      if (owner !== of && share >= WORTH_A_LOOK) near.add(owner * all.length + of);
    }
    shared.fill(0);
  }
  for (const owners of shorts.values())
    for (const [at, of] of owners.entries())
      for (const owner of owners.slice(0, at)) if (owner !== of) near.add(owner * all.length + of);
  for (const pair of near) yield [Math.floor(pair / all.length), pair % all.length];
}

/** Every pair that looks alike, the likeliest first. */
export function lookAlikes<T extends Entry>(partners: readonly T[]): Alike<T>[] {
  const all = partners.map(({ data }) => namesOf(data));
  return [...candidates(all)]
    .flatMap(([first, second]): Alike<T>[] => {
      const [one, other, names, others] = [partners[first], partners[second], all[first], all[second]];
      return one && other && names && others ? [{ one, other, score: nameSimilarity(names, others) }] : [];
    })
    .filter(({ score }) => score >= LOOKS_ALIKE)
    .toSorted((a, b) => b.score - a.score);
}

/** The entries that what is about to be proposed looks like, the likeliest first. */
export function alikeTo<T extends Entry>(proposed: Named, partners: readonly T[]): T[] {
  const names = namesOf(proposed);
  return partners
    .map((partner) => ({ partner, score: nameSimilarity(names, namesOf(partner.data)) }))
    .filter(({ score }) => score >= LOOKS_ALIKE)
    .toSorted((a, b) => b.score - a.score)
    .map(({ partner }) => partner);
}
