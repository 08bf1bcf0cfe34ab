/**
 * Holds each account to a pace, by a bucket of tokens that fills again with time.
 *
 * The buckets are in the memory of an instance of a function and cost no read or write of Firestore, where they would
 * cost one of each a call and be slower than most calls. In return an account may spend one bucket in each instance:
 * enough to stop a script that runs wild, which is what it is for, and no quota to rely on.
 */

export interface Pace {
  /** Calls that may come at once. */
  readonly burst: number;
  /** Calls a second that may go on for ever. */
  readonly perSecond: number;
  /** Accounts remembered; of more, the one that called least recently is forgotten. */
  readonly accounts: number;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** Spends a token of the account; returns the whole seconds to wait, 0 where the call may go on. */
export type RateLimiter = (account: string, now: Date) => number;

export function rateLimiter({ burst, perSecond, accounts }: Pace): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return (account, now) => {
    const atMs = now.getTime();
    const last = buckets.get(account) ?? { tokens: burst, atMs };
    const refilled = (Math.max(0, atMs - last.atMs) / 1_000) * perSecond;
    const tokens = Math.min(burst, last.tokens + refilled);
    const isLetIn = tokens >= 1;
    buckets.delete(account);
    buckets.set(account, { tokens: isLetIn ? tokens - 1 : tokens, atMs });
    const [oldest] = buckets.keys();
    if (buckets.size > accounts && oldest !== undefined) buckets.delete(oldest);
    return isLetIn ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
