/** The roll-up against the Firestore emulator, under the deliveries that Firestore's triggers make. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sectorsByEntity } from "#domain/catalogue.ts";
import { type Cells, differenceOf } from "#domain/counting/cells.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { recount, recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { credits, decisions, indicators, records, tallies } from "#functions/store/collections.ts";
import { loadSourcesOf } from "#functions/store/sources.ts";
import { CATALOGUES, INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { aDecision, anIndicator, aRecord, aStrategicInstrument, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";

const { db, context, reset } = jobsOn("demo-roll-up");
const PATH = "entities/sdm/records/r1";

beforeEach(reset);

async function held(): Promise<Map<string, Cells>> {
  const { docs } = await tallies(db).get();
  return new Map(docs.map((snapshot) => [snapshot.id, snapshot.data().cells]));
}

const nonZero = (all: ReadonlyMap<string, Cells>) =>
  Object.fromEntries(
    [...all]
      .map(([id, cells]) => [id, differenceOf({}, cells)])
      .filter(([, cells]) => Object.keys(cells ?? {}).length),
  );

/** The tallies must be what a plain count of the sources makes. */
async function expectExact(): Promise<void> {
  const lists = await Promise.all(
    ["sdm", "sdmujer", "secretaria-general"].map((id) => loadSourcesOf(db, id)),
  );
  const rules = { version: 1, indicators: INDICATORS, sectors: sectorsByEntity(CATALOGUES) };
  expect(nonZero(await held())).toEqual(nonZero(tallyFromSources(lists.flat(), rules)));
}

const write = (record: DraftRecord, id = "r1") => records(db, record.entityId).doc(id).set(record);

/** The writes that a roll-up makes: how often each document changed is told by the ledger and the tally alone. */
async function updateTimes(): Promise<string[]> {
  const snapshots = await Promise.all([credits(db).get(), tallies(db).get()]);
  return snapshots.flatMap(({ docs }) => docs.map((each) => `${each.ref.path}@${each.updateTime.valueOf()}`));
}

describe("a roll-up", () => {
  test("credits an approved record, and writes nothing when it is delivered again", async () => {
    await write(aStrategicInstrument());
    expect(await rollUp(context, [PATH])).toBe(1);
    await expectExact();
    expect((await held()).get("sdm~2026")?.["l1-r1|approved|public|month|2026-02"]).toBe(1);
    const before = await updateTimes();
    expect(before).toHaveLength(2);
    expect(await rollUp(context, [PATH])).toBe(0);
    expect(await updateTimes()).toEqual(before);
  });

  test("writes neither entry nor tally for a record that never counted", async () => {
    await write(aRecord("instrument"));
    expect(await rollUp(context, [PATH])).toBe(0);
    expect(await updateTimes()).toEqual([]);
  });

  test("takes the truth, not the event: a late delivery of an old version changes nothing", async () => {
    await write(aStrategicInstrument());
    await write(aStrategicInstrument({ version: 2, state: "withdrawn" }));
    await rollUp(context, [PATH]);
    await rollUp(context, [PATH]);
    await expectExact();
    expect(nonZero(await held())).toEqual({});
  });

  test("moves a record's credits when its year changes, and takes them back when it is gone", async () => {
    await write(aStrategicInstrument());
    await rollUp(context, [PATH]);
    await write(aStrategicInstrument({ version: 2, details: { signedOn: "2025-05-02" } }));
    await rollUp(context, [PATH]);
    await expectExact();
    expect(Object.keys(nonZero(await held()))).toEqual(["sdm~2025"]);
    await db.doc(PATH).delete();
    await rollUp(context, [PATH]);
    expect(nonZero(await held())).toEqual({});
    expect((await credits(db).doc("entities~sdm~records~r1").get()).data()).toMatchObject({
      sourceVersion: 0,
      cells: [],
    });
  });

  test("is exact when many deliveries of one record arrive at once", async () => {
    await write(aStrategicInstrument());
    await Promise.all(Array.from({ length: 6 }, () => rollUp(context, [PATH])));
    await expectExact();
  });

  test("is exact under doubled, reordered and concurrent deliveries while records change", async () => {
    const life = async (id: string, entityId: string) => {
      const path = `entities/${entityId}/records/${id}`;
      const states = ["submitted", "returned", "submitted", "approved", "withdrawn"] as const;
      const late: Promise<unknown>[] = [];
      for (const [index, state] of states.entries()) {
        const participants = index % 2 ? ["transmilenio"] : [];
        await write(aStrategicInstrument({ entityId, participants, state, version: index + 1 }), id);
        if (index !== 2) late.push(rollUp(context, [path]), rollUp(context, [path]));
        if (id !== "a" && state === "approved") break;
      }
      await Promise.all(late);
      await rollUp(context, [path]);
    };
    await Promise.all([life("a", "sdm"), life("b", "sdm"), life("c", "sdm"), life("d", "sdmujer")]);
    await expectExact();
    expect((await held()).get("sdm~2026")?.["l1-r1|approved|public|month|2026-02"]).toBe(2);
  });

  test("never puts what it read before back over what another delivery has written since", async () => {
    await write(aStrategicInstrument());
    let reads = 0;
    const slow = watch(db, "getAll", async (read) => {
      // Between the two reads of the first delivery another is through.
      if (++reads === 2) {
        await write(aStrategicInstrument({ version: 2, disclosure: "reserved" }));
        await rollUp(context, [PATH]);
      }
      return read();
    });
    await rollUp({ ...context, db: slow }, [PATH]);
    expect(reads).toBeGreaterThan(2);
    await expectExact();
    expect((await credits(db).doc("entities~sdm~records~r1").get()).data()?.sourceVersion).toBe(2);
  });

  test("rolls up several sources at once as it does one by one", async () => {
    const paths = ["a", "b", "c"].map((id) => `entities/sdm/records/${id}`);
    for (const path of paths) await db.doc(path).set(aStrategicInstrument());
    await decisions(db).doc("d1").set(aDecision());
    expect(await rollUp(context, [...paths, "decisions/d1"])).toBe(4);
    await expectExact();
  });

  test("fails loudly, with the path, on a document that is not what its schema says, and writes nothing", async () => {
    await db.doc(PATH).set({ ...aStrategicInstrument(), version: "two" });
    await expect(rollUp(context, [PATH])).rejects.toThrow(/entities\/sdm\/records\/r1.*version/);
    expect(await updateTimes()).toEqual([]);
  });

  test("refuses a path where nothing is counted", async () => {
    await expect(rollUp(context, ["partners/ucci"])).rejects.toThrow("nothing to count at partners/ucci");
  });

  test("never counts under older rules than the ledger has seen", async () => {
    await write(aRecord("interaction", { state: "approved" }));
    const { id, ...meetings } = anIndicator({ id: "meetings", updatedAt: new Date(NOW.getTime() + 1) });
    await indicators(db).doc(id).set(meetings);
    const fresh = { ...context, rules: { get: context.rules.refresh, refresh: context.rules.refresh } };
    await rollUp(fresh, [PATH]);
    // The rules as an instance read them before the Office's change.
    const [old] = [await context.rules.refresh()].map((rules) => ({
      ...rules,
      version: 0,
      indicators: INDICATORS,
    }));
    const stale = { get: async () => old ?? expect.fail(), refresh: context.rules.refresh };
    await rollUp({ ...context, rules: stale }, [PATH]);
    expect((await held()).get("sdm~2026")?.["meetings|approved|public|month|2026-02"]).toBe(1);
  });
});

describe("a recount", () => {
  beforeEach(async () => {
    for (const id of ["a", "b"]) await write(aStrategicInstrument(), id);
    await decisions(db).doc("d1").set(aDecision());
  });
  afterEach(expectExact);

  test("counts what no event has told of, decisions as the Office's", async () => {
    expect(await recountAll(context)).toEqual({ entries: 3, tallies: 0 });
  });

  test("finds nothing to repair where all is right", async () => {
    await recountAll(context);
    expect(await recountAll(context)).toEqual({ entries: 0, tallies: 0 });
  });

  test("repairs a tally that was tampered with, and one that was lost", async () => {
    await recountAll(context);
    await tallies(db)
      .doc("sdm~2026")
      .update({ cells: { "l1-r1|approved|public|month|2026-02": 9 } });
    await tallies(db).doc("secretaria-general~2026").delete();
    expect(await recountAll(context)).toEqual({ entries: 0, tallies: 2 });
  });

  test("takes back what a deleted source was credited with", async () => {
    await recount(context, "sdm");
    await recount(context, "secretaria-general");
    await records(db, "sdm").doc("a").delete();
    expect(await recount(context, "sdm")).toEqual({ entries: 1, tallies: 0 });
  });
});
