/** How much two short texts say the same: by the triples of letters that they share. */
import { isFiller, wordsOf } from "./folded.ts";

/** Triples of letters of each word that says something, its beginning and end marked. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isFiller(word));
  const triples = (telling.length > 0 ? telling : words).flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
  });
  return new Set(triples);
}

/** From 0, nothing shared, to 1, the same; order of words and fillers do not matter. Two blank texts share nothing. */
export function sharedTrigrams(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((triple) => b.has(triple)).length;
  return (2 * shared) / (a.size + b.size);
}

export const textSimilarity = (a: string, b: string): number => sharedTrigrams(trigramsOf(a), trigramsOf(b));
