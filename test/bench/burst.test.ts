/** An import of many records of one entity in one go: it converges, and no tally is written more than once a second. */
import { beforeEach, describe, expect, test } from "vitest";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { loadTallies, wrongCells } from "../faults/findWrong.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { randomFrom } from "../support/random.ts";
import { recordsOf } from "./changes.ts";
import { hottest, meterOn } from "./meter.ts";
import { tallyOf } from "./tallyDocuments.ts";
import { writeAll } from "./writeAll.ts";

const { db, context, clock, reset } = jobsOn("demo-burst");
const ROWS = 600;
const ENTITY_IDS = CATALOGUES.entities.map(({ id }) => id);

beforeEach(reset);

describe("a burst of one entity's records", () => {
  test("is right in the end, and writes each tally once a second at the most", async () => {
    const records = recordsOf(["sdm"], ROWS, ENTITY_IDS, randomFrom(1));
    await writeAll(db, records);
    const meter = meterOn(db, () => clock.at.getTime());
    const rollUps = groupCommit({ ...context, db: meter.db });
    await rollUps.addAll([...records.keys()]);
    expect(wrongCells(await loadTallies(db), tallyOf(records, await loadCountingRules(db)))).toEqual([]);
    expect(hottest(meter, 1, "tallies/")).toBe(1);
    // Without the rules, which an instance reads once.
    expect((meter.reads + meter.writes) / ROWS).toBeLessThan(3.2);
  });

  test("is seen where it is not gathered", async () => {
    const records = recordsOf(["sdm"], 20, ENTITY_IDS, randomFrom(1));
    await writeAll(db, records);
    const meter = meterOn(db, () => clock.at.getTime());
    for (const path of records.keys()) await groupCommit({ ...context, db: meter.db }).add(path);
    expect(hottest(meter, 1, "tallies/")).toBeGreaterThan(1);
  });
});
