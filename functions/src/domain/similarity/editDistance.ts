/** How many slips of a finger lie between two words. */

/**
 * The least number of letters to add, leave out, change or swap with their neighbour that makes one of the other, or
 * `most + 1` where it is more than `most`; lengths that differ by more are not compared at all.
 */
export function editDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let last = to.map((_, index) => index + 1);
  last.unshift(0);
  for (const [row, letter] of from.entries()) {
    const next = [row + 1];
    for (const [column, other] of to.entries()) {
      const changed = (last[column] ?? 0) + (letter === other ? 0 : 1);
      const shifted = Math.min(last[column + 1] ?? 0, next[column] ?? 0) + 1;
      const isSwapped = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other;
      const swapped = isSwapped ? (before[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(changed, shifted, swapped));
    }
    if (Math.min(...next, ...last) > most) return most + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[to.length] ?? 0, most + 1);
}

/** Slips that are forgiven in a word of this length: none in short ones, where each letter tells words apart. */
export const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
