/** What a lone change costs does not grow: not with records, nor with indicators that do not match, nor with years. */
import { describe, expect, test } from "vitest";
import type { Indicator } from "#domain/indicator.ts";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { counting, indicators } from "#functions/store/collections.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { anIndicator, aStrategicInstrument, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { randomFrom } from "../support/random.ts";
import { type Records, recordsOf } from "./changes.ts";
import { engine } from "./engine.ts";
import { meterOn } from "./meter.ts";
import { writeAll } from "./writeAll.ts";

const { db, context, reset } = jobsOn("demo-lone-change");
const ENTITY_IDS = CATALOGUES.entities.map(({ id }) => id);
const PATH = "entities/sdm/records/lone";

/** Indicators of a kind that the change is not of. */
const unrelated = (count: number): Indicator[] =>
  Array.from({ length: count }, (_, index) =>
    anIndicator({ id: `other-${index}`, rule: { source: "records", kind: "practice", where: [] } }),
  );

/** The documents of a new record's roll-up, and of a correction's within its half-year, with the rules known. */
async function costAmid(records: Records, others: readonly Indicator[]): Promise<number[]> {
  await reset();
  for (const { id, ...body } of others) await indicators(db).doc(id).set(body);
  if (others.length > 0) await counting(db).set({ version: 2 });
  const rules = await loadCountingRules(db);
  await writeAll(db, new Map<string, object>([...records, ...engine.documentsOf(records, rules)]));
  const meter = meterOn(db);
  const known = { ...context, ...jobContext(meter.db, () => NOW) };
  await known.rules.get();
  const rollUps = groupCommit(known);
  const costs: number[] = [];
  for (const record of [
    aStrategicInstrument(),
    aStrategicInstrument({ version: 2, details: { signedOn: "2026-03-20" } }),
  ]) {
    await db.doc(PATH).set(record);
    const before = meter.reads + meter.writes;
    await rollUps.add(PATH);
    costs.push(meter.reads + meter.writes - before);
  }
  return costs;
}

/** The same records, each some years earlier. */
const earlier = (records: Records, years: number): Records =>
  new Map(
    [...records].map(([path, record]) => {
      const happenedOn = `${2024 - years}${record.happenedOn?.slice(4)}`;
      const details =
        record.kind === "instrument" ? { ...record.details, signedOn: happenedOn } : record.details;
      return [path, { ...record, happenedOn, details } as typeof record];
    }),
  );

describe("a lone change", () => {
  const few = recordsOf(["sdm"], 10, ENTITY_IDS, randomFrom(1));
  const many = recordsOf(["sdm"], 1_000, ENTITY_IDS, randomFrom(1));

  test("reads three documents and writes two", async () => {
    expect(await costAmid(few, [])).toEqual([5, 5]);
  });

  test("costs the same among a hundred times as many records", async () => {
    expect(await costAmid(many, [])).toEqual([5, 5]);
  });

  test("costs the same beside a hundred indicators that it does not match", async () => {
    expect(await costAmid(few, unrelated(100))).toEqual([5, 5]);
  });

  test("costs the same where records go back thirty years", async () => {
    const years = Array.from({ length: 30 }, (_, age) => [...earlier(few, age)]).flat();
    const old = new Map(years.map(([path, record], index) => [`${path}-${index}`, record]));
    expect(await costAmid(old, [])).toEqual([5, 5]);
  });
});
