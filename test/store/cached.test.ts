/** What is kept in an instance for a while. */
import { expect, test } from "vitest";
import { cached } from "#functions/store/cached.ts";

function counted(results: readonly (number | Error)[]) {
  const clock = { ms: 0 };
  let loads = 0;
  const load = async () => {
    const result = results[loads++];
    if (typeof result !== "number") throw result;
    return result;
  };
  return { clock, cache: cached(load, () => new Date(clock.ms), 60_000) };
}

test("is loaded once within its age, however many ask, and again afterwards", async () => {
  const { cache, clock } = counted([1, 2]);
  expect(await Promise.all([cache.get(), cache.get()])).toEqual([1, 1]);
  clock.ms = 59_999;
  expect(await cache.get()).toBe(1);
  clock.ms = 60_000;
  expect(await cache.get()).toBe(2);
});

test("is loaded anew when that is asked for, whatever its age", async () => {
  const { cache } = counted([1, 2]);
  await cache.get();
  expect(await cache.refresh()).toBe(2);
  expect(await cache.get()).toBe(2);
});

test("is not kept when it could not be loaded", async () => {
  const { cache } = counted([new Error("unreachable"), 7]);
  await expect(cache.get()).rejects.toThrow("unreachable");
  expect(await cache.get()).toBe(7);
});
