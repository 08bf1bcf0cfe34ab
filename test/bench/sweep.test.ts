/** A sweep finds one lost event among thousands of records, and reads a small part of them. */
import { beforeEach, describe, expect, test } from "vitest";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import { reconcile } from "#functions/jobs/reconcile.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { meterOn } from "./meter.ts";
import { sweepOf } from "./sweepOf.ts";

const { db, context, reset } = jobsOn("demo-sweep");

beforeEach(reset);

describe("a sweep", () => {
  /** `npm run bench -- sweep` does it with 50,000, of which it may read a twentieth; the last hundred weigh more here. */
  test("finds a lost event among 3,000 records with a tenth as many reads, then nothing", async () => {
    const { entries, reads, meter, wrongBefore, wrongAfter } = await sweepOf(db, context, 3_000);
    expect(entries).toBe(1);
    expect([wrongBefore > 0, wrongAfter]).toEqual([true, 0]);
    expect(reads).toBeLessThanOrEqual(300);
    expect(meter.reads).toBeLessThanOrEqual(300);
    const again = meterOn(db);
    const metered = { ...context, db: again.db };
    expect(await reconcile(metered, groupCommit(metered), "sdm")).toMatchObject({ entries: 0, tallies: 0 });
    expect(again.reads).toBeLessThanOrEqual(25);
    expect(again.writes).toBe(0);
  });
});
