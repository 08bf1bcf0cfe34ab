/** The roll-up against the Firestore emulator, under the deliveries that Firestore's triggers make. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Cells, differenceOf } from "#domain/counting/cells.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { recount, recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import {
  amendmentsOf,
  counting,
  credits,
  decisions,
  indicators,
  operations,
  records,
  tallies,
} from "#functions/store/collections.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { loadSourcesOf } from "#functions/store/sources.ts";
import { meterOn } from "../bench/meter.ts";
import {
  aDecision,
  anAmendment,
  anEdition,
  anIndicator,
  aRecord,
  aStrategicInstrument,
  NOW,
} from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";

const { db, context, reset } = jobsOn("demo-roll-up");
const PATH = "entities/sdm/records/r1";
/** Without pace: what is rolled up together is one commit. */
const rollUps = { addAll: (paths: readonly string[]) => rollUp(context, paths) };

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
  expect(nonZero(await held())).toEqual(nonZero(tallyFromSources(lists.flat(), await loadCountingRules(db))));
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
    expect((await rollUp(context, [PATH])).entries).toBe(1);
    await expectExact();
    expect((await held()).get("sdm~2026-S1")?.["l1-r1@1|approved|public|month|2026-02"]).toBe(1);
    const before = await updateTimes();
    expect(before).toHaveLength(2);
    expect((await rollUp(context, [PATH])).entries).toBe(0);
    expect(await updateTimes()).toEqual(before);
  });

  test("writes neither entry nor tally for a draft, so that typing costs nothing", async () => {
    await write(aRecord("instrument"));
    expect((await rollUp(context, [PATH])).entries).toBe(0);
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
    expect(Object.keys(nonZero(await held()))).toEqual(["sdm~2025-S1"]);
    await db.doc(PATH).delete();
    await rollUp(context, [PATH]);
    expect(nonZero(await held())).toEqual({});
    expect((await credits(db).doc("entities~sdm~records~r1").get()).data()).toMatchObject({
      ...{ folder: "", sourceVersion: 0, cells: [] },
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
    expect((await held()).get("sdm~2026-S1")?.["l1-r1@1|approved|public|month|2026-02"]).toBe(2);
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
    expect((await rollUp(context, [...paths, "decisions/d1"])).entries).toBe(4);
    await expectExact();
  });

  test("counts a document that is not what its schema says nowhere, says so with its path, and counts it once mended", async () => {
    await write(aStrategicInstrument());
    await rollUp(context, [PATH]);
    await db.doc(PATH).set({ ...aStrategicInstrument({ version: 2 }), title: 7 });
    expect(await rollUp(context, [PATH])).toEqual({ entries: 1, unreadable: [PATH] });
    expect(nonZero(await held())).toEqual({});
    const report = operations(db).doc("unreadable~entities~sdm~records~r1");
    expect((await report.get()).data()).toMatchObject({
      ...{ kind: "unreadable", state: "open", sourcePath: PATH, entityId: "sdm" },
      problem: expect.stringMatching(/entities\/sdm\/records\/r1.*title/),
    });
    await write(aStrategicInstrument({ version: 3 }));
    expect(await rollUp(context, [PATH])).toEqual({ entries: 1, unreadable: [] });
    expect((await report.get()).data()?.state).toBe("done");
    await expectExact();
  });

  test("posts an amended record's change on the amendment's own day, and what was before stays", async () => {
    const amended = aStrategicInstrument({
      ...{ version: 3, participants: ["sdmujer"], involved: ["sdm", "sdmujer"] },
      derived: { partnerCategories: [], networkIds: [], amendments: 1 },
    });
    await write(amended);
    await amendmentsOf(records(db, "sdm").doc("r1"))
      .doc("a1")
      .set(
        anAmendment({
          ...{ effectiveOn: "2026-07-10", changes: { participants: ["sdmujer"] } },
          ...{ replaced: { participants: null }, applied: { participants: ["sdmujer"] } },
        }),
      );
    await rollUp(context, [PATH]);
    await expectExact();
    const tally = await held();
    expect(tally.get("sdm~2026-S1")?.["l1-r1@1|approved|public|entity|sdm"]).toBe(1);
    expect(tally.get("sdm~2026-S1")?.["l1-r1@1|approved|public|entity|sdmujer"]).toBeUndefined();
    expect(nonZero(tally)["sdm~2026-S2"]).toEqual({
      "l1-r1@1|approved|public|entity|sdmujer": 1,
      "l1-r1@1|approved|public|sector|mujeres": 1,
    });
  });

  test("counts an edition once it is published, as the Office's", async () => {
    const { id, ...editions } = anIndicator({ id: "reports", rule: { source: "editions", where: [] } });
    await indicators(db).doc(id).set(editions);
    await counting(db).set({ version: 2 });
    const edition = db.doc("editions/annual-2025-1");
    await edition.set(anEdition());
    expect((await rollUp(context, [edition.path])).entries).toBe(0);
    await edition.set(anEdition({ publishedAt: NOW }));
    await rollUp(context, [edition.path]);
    expect((await held()).get("secretaria-general~2026-S1")?.["reports@1|approved|public|all|city"]).toBe(1);
  });

  test("refuses a path where nothing is counted", async () => {
    await expect(rollUp(context, ["partners/ucci"])).rejects.toThrow("nothing to count at partners/ucci");
  });

  test("counts under new rules from the very change of them on, whatever an instance had read before", async () => {
    await write(aRecord("interaction", { state: "approved" }));
    await rollUp(context, [PATH]);
    const { id, ...meetings } = anIndicator({ id: "meetings" });
    await indicators(db).doc(id).set(meetings);
    await counting(db).set({ version: 2 });
    await rollUp(context, [PATH]);
    expect((await held()).get("sdm~2026-S1")?.["meetings@1|approved|public|month|2026-02"]).toBe(1);
  });

  test("reads three documents and writes two for a lone change, drafts and repeats none", async () => {
    const counted = meterOn(db);
    const metered = { ...context, db: counted.db };
    const cost = async (work: () => Promise<unknown>) => {
      const { reads, writes } = { ...counted };
      await work();
      return [counted.reads - reads, counted.writes - writes];
    };
    await write(aStrategicInstrument());
    await rollUp(context, ["entities/sdm/records/other"]);
    expect(await cost(() => rollUp(metered, [PATH]))).toEqual([3, 2]);
    expect(await cost(() => rollUp(metered, [PATH]))).toEqual([3, 0]);
  });
});

describe("a recount", () => {
  beforeEach(async () => {
    for (const id of ["a", "b"]) await write(aStrategicInstrument(), id);
    await decisions(db).doc("d1").set(aDecision());
  });
  afterEach(expectExact);

  test("counts what no event has told of, decisions as the Office's", async () => {
    expect(await recountAll(context, rollUps)).toEqual({ entries: 3, tallies: 0, unreadable: [] });
  });

  test("finds nothing to repair where all is right", async () => {
    await recountAll(context, rollUps);
    expect(await recountAll(context, rollUps)).toEqual({ entries: 0, tallies: 0, unreadable: [] });
  });

  test("repairs a tally that was tampered with, and one that was lost", async () => {
    await recountAll(context, rollUps);
    await tallies(db)
      .doc("sdm~2026-S1")
      .update({ cells: { "l1-r1@1|approved|public|month|2026-02": 9 } });
    await tallies(db).doc("secretaria-general~2026-S1").delete();
    expect(await recountAll(context, rollUps)).toEqual({ entries: 0, tallies: 2, unreadable: [] });
  });

  test("takes back what a deleted source was credited with", async () => {
    await recount(context, rollUps, "sdm");
    await recount(context, rollUps, "secretaria-general");
    await records(db, "sdm").doc("a").delete();
    expect(await recount(context, rollUps, "sdm")).toEqual({ entries: 1, tallies: 0, unreadable: [] });
  });
});
