/**
 * A fingerprint of cells that adds up: the digest of a sum is the sum of the digests, modulo a prime. So the digests of
 * an entity's ledger, which Firestore adds up without reading the entries, tell whether its tallies hold their sum.
 */
import type { Cells } from "./cells.ts";
import type { TallyPeriod } from "./tallyPeriod.ts";

/** 2³¹ − 1: the sum of four million digests is still exact. */
const PRIME = 2_147_483_647n;

/** FNV-1a, 32 bits. */
function hashOf(text: string): bigint {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return BigInt(hash >>> 0) % PRIME;
}

const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

/** From 0 to 2³¹ − 2; of nothing, and of zeros alone, it is 0. Two different sums share one in two thousand million cases. */
export function digestOf(cells: ReadonlyMap<TallyPeriod, Cells>): number {
  let sum = 0n;
  for (const [period, held] of cells)
    for (const [key, amount] of Object.entries(held)) sum += hashOf(`${period}|${key}`) * BigInt(amount);
  return Number(modulo(sum));
}

/** Whether digests that were added up as they are make this one. */
export const isDigestOf = (sum: number, digest: number): boolean => modulo(BigInt(sum)) === BigInt(digest);
