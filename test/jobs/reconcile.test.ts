/** The nightly sweep: finds what was lost for few reads, says what it repaired, and is silent where all is right. */
import { beforeEach, describe, expect, test } from "vitest";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import { nightlyReconciliation } from "#functions/jobs/nightlyReconciliation.ts";
import { reconcile } from "#functions/jobs/reconcile.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import {
  credits,
  decisions,
  internalFigures,
  operations,
  records,
  tallies,
} from "#functions/store/collections.ts";
import { aDecision, aStrategicInstrument, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-reconcile");
const rollUps = groupCommit(context);
const work = { ...context, rollUps, enqueue: async () => {} };

beforeEach(reset);

const pathOf = (id: string) => `entities/sdm/records/${id}`;
const write = (id: string, changes: { version?: number; updatedAt?: Date; state?: string } = {}) =>
  records(db, "sdm").doc(id).set(aStrategicInstrument(changes));

/** Records a minute apart, all counted. */
async function counted(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `r${index}`);
  for (const [index, id] of ids.entries())
    await write(id, { updatedAt: new Date(NOW.getTime() + index * 60_000) });
  for (let done = 0; done < count; done += 100)
    await rollUp(context, ids.slice(done, done + 100).map(pathOf));
}

const total = async () =>
  (await tallies(db).doc("sdm~2026-S1").get()).data()?.cells["l1-r1@1|approved|public|all|city"] ?? 0;

const NOTHING = { entries: 0, tallies: 0, unreadable: [] };

describe("a reconciliation", () => {
  test("finds nothing where all is right, drafts and unpublished editions left aside", async () => {
    await counted(3);
    await write("draft", { state: "draft" });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject(NOTHING);
  });

  test("heals a creation, a change and a withdrawal whose deliveries were lost", async () => {
    await counted(3);
    await write("new", { updatedAt: new Date(NOW.getTime() + 90_000) });
    await write("r1", { version: 2, updatedAt: new Date(NOW.getTime() + 150_000), state: "withdrawn" });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({ entries: 2, tallies: 0 });
    expect(await total()).toBe(3);
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject(NOTHING);
  });

  test("takes back what a deleted record was credited with", async () => {
    await counted(2);
    await records(db, "sdm").doc("r0").delete();
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({ entries: 1 });
    expect(await total()).toBe(1);
  });

  test("finds two losses that hide each other in one span of time", async () => {
    await counted(2);
    // The new one takes the place, in time and version, that the changed one has left.
    await write("r0", { version: 2, updatedAt: new Date(NOW.getTime() + 30 * 60_000) });
    await write("new", { updatedAt: NOW });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({ entries: 2 });
    expect(await total()).toBe(3);
  });

  test("repairs a tally that is not the sum of its entries, and one that was lost", async () => {
    await counted(2);
    await tallies(db)
      .doc("sdm~2026-S1")
      .update({ cells: { "l1-r1@1|approved|public|all|city": 9 } });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({ entries: 0, tallies: 1 });
    expect(await total()).toBe(2);
    await tallies(db).doc("sdm~2026-S1").delete();
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({ tallies: 1 });
    expect(await total()).toBe(2);
  });

  test("counts decisions as the Office's", async () => {
    await decisions(db).doc("d1").set(aDecision());
    expect(await reconcile(context, rollUps, "secretaria-general")).toMatchObject({ entries: 1 });
    expect(await reconcile(context, rollUps, "secretaria-general")).toMatchObject(NOTHING);
  });

  test("tells of a record that cannot be read, and of nothing more the next time", async () => {
    await db.doc(pathOf("bad")).set({ ...aStrategicInstrument(), title: 7 });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject({
      entries: 1,
      unreadable: [pathOf("bad")],
    });
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject(NOTHING);
    expect((await operations(db).doc(`unreadable~entities~sdm~records~bad`).get()).data()?.state).toBe(
      "open",
    );
  });

  test("tells of a record in no state that there is, once, and compares it with nothing", async () => {
    await db.doc(pathOf("odd")).set({ ...aStrategicInstrument(), state: "aproved" });
    await rollUp(context, [pathOf("odd")]);
    expect((await operations(db).doc("unreadable~entities~sdm~records~odd").get()).data()?.state).toBe(
      "open",
    );
    expect(await reconcile(context, rollUps, "sdm")).toMatchObject(NOTHING);
  });

  test("reads a small part of the records where one delivery of many was lost", async () => {
    await counted(600);
    await write("r77", { version: 2, updatedAt: new Date(NOW.getTime() + 700 * 60_000), state: "withdrawn" });
    const { entries, reads } = await reconcile(context, rollUps, "sdm");
    expect(entries).toBe(1);
    // Two small spans are read on both sides, some hundred documents each at most; all others are only added up.
    expect(reads).toBeLessThan(450);
    expect(await total()).toBe(599);
  }, 120_000);
});

describe("every night", () => {
  test("each entity is reconciled and what was found is logged for the Office, with its figures right", async () => {
    await counted(1);
    await write("lost");
    expect(await nightlyReconciliation(work)).toMatchObject({ entries: 1, tallies: 0 });
    const { docs } = await operations(db).get();
    expect(docs.map((operation) => operation.data())).toEqual([
      expect.objectContaining({
        kind: "reconciliation",
        state: "done",
        entityId: "sdm",
        entries: 1,
        tallies: 0,
      }),
    ]);
    expect((await internalFigures(db).get()).data()?.figures[0]?.value).toBe(2);
  });

  test("nothing is logged where nothing was found", async () => {
    await counted(1);
    await nightlyReconciliation(work);
    expect((await operations(db).get()).size).toBe(0);
  });

  test("nothing is left in the ledger's cells of a source that was counted and is no more", async () => {
    await counted(1);
    await records(db, "sdm").doc("r0").delete();
    await nightlyReconciliation(work);
    expect((await credits(db).get()).docs.map((entry) => entry.data().cells)).toEqual([[]]);
  });
});
