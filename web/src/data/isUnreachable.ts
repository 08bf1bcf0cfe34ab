/** Whether an act failed because Bitácora could not be reached: it may be tried again, and nothing was decided. */

/** Firebase's codes for what the network did; of a request that never arrived Firestore says `unknown`. */
const CODES = [
  "unavailable",
  "unknown",
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "storage/retry-limit-exceeded",
  "auth/network-request-failed",
  "auth/internal-error",
];

export const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && "code" in error && CODES.includes(String(error.code)));
