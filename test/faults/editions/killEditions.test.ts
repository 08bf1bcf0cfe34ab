/** Editions whose workers are killed, a few times; fifty times and more: `npm run faults -- --editions 50`. */
import { expect, test } from "vitest";
import { killEditions } from "./killEditions.ts";

test("an edition whose workers are killed at random instants ends whole, once, and the same", async () => {
  const { kills, wrong } = await killEditions("demo-kill-test", { kills: 6, seed: 3 });
  expect(wrong).toEqual([]);
  expect(kills).toBe(6);
}, 300_000);
