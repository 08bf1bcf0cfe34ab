/** Tells the bucket's failures from all others, since people are told something else of them. */

/** What the bucket refused, or broke off. */
export class BucketRefused extends Error {}

/** @throws BucketRefused, with the cause */
export async function inBucket<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new BucketRefused("the bucket refused", { cause });
  }
}
