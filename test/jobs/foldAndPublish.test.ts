/** Folding and publishing under a lease: few runs, and the last change is never lost. */
import type { CollectionReference, Query } from "firebase-admin/firestore";
import { beforeEach, describe, expect, test } from "vitest";
import type { Tally } from "#domain/counting/ledger.ts";
import { publicSummarySchema } from "#domain/publicSummary.ts";
import {
  COMMIT_MS,
  type FoldContext,
  foldAndPublish,
  forgetFolds,
  sweepFold,
} from "#functions/jobs/foldAndPublish.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import {
  entityFigures,
  foldState,
  internalFigures,
  leases,
  openFigures,
  publishedSummary,
  records,
  system,
  tallies,
} from "#functions/store/collections.ts";
import { aStrategicInstrument } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";

const { db, context, clock, reset } = jobsOn("demo-fold");

beforeEach(reset);

const lease = async () => (await leases(db).doc("fold").get()).data();
const publishedAt = async () => (await publishedSummary(db).get()).updateTime?.valueOf();

async function published(): Promise<number | undefined> {
  const summary = (await publishedSummary(db).get()).data();
  return summary?.indicators.find(({ id }) => id === "l1-r1")?.figure.value;
}

async function add(id: string, changes = {}, entityId = "sdm"): Promise<void> {
  await records(db, entityId).doc(id).set(aStrategicInstrument(changes));
  await rollUp(context, [`entities/${entityId}/records/${id}`]);
}

/** Tells the fold that it has seen everything until so long ago: time passes, without waiting for it. */
async function passed(ms: number): Promise<void> {
  const state = (await foldState(db).get()).data();
  if (state) await foldState(db).set({ ...state, seenAt: new Date(state.seenAt.getTime() + ms) });
}

/** A context that does `then` each time after the tallies have been read, before anything is made of them. */
const afterReading = (then: () => Promise<unknown>): FoldContext => ({
  ...context,
  db: watch(db, "collection", (call, [path]) => {
    const collection = call() as CollectionReference<Tally>;
    if (path !== "tallies") return collection;
    return watch(collection, "withConverter", (convert) =>
      watch(convert() as CollectionReference<Tally>, "where", (where, [field]) =>
        field === "period"
          ? watch(where() as Query<Tally>, "get", async (read) => {
              const snapshot = await read();
              await then();
              return snapshot;
            })
          : where(),
      ),
    );
  }),
});

describe("a fold", () => {
  test("publishes what public records add up to, and keeps the rest for those inside", async () => {
    await add("a");
    await add("b", { disclosure: "reserved", participants: ["transmilenio"] });
    await add("c", { state: "submitted" });
    await foldAndPublish(context);
    const summary = publicSummarySchema.parse((await db.doc("published/summary").get()).data());
    expect(summary).toMatchObject({ cutOffOn: "2026-03-01", isDemo: false });
    expect(summary.lines).toHaveLength(4);
    expect(summary.indicators).toHaveLength(14);
    expect(await published()).toBe(1);
    const l1r1In = async (document: typeof internalFigures) =>
      (await document(db).get()).data()?.figures.find(({ indicatorId }) => indicatorId === "l1-r1");
    expect(await l1r1In(internalFigures)).toMatchObject({
      ...{ value: 2, reported: 1 },
      byEntity: { sdm: 2, transmilenio: 1 },
    });
    expect(await l1r1In(openFigures)).toMatchObject({ value: 1, reported: 1, byEntity: { sdm: 1 } });
    const of = (entityId: string) => l1r1In((store) => entityFigures(store, entityId));
    expect(await of("transmilenio")).toMatchObject({ value: 1, reported: 0, byHalf: { "2026-S1": 1 } });
    expect(await of("sdm")).toMatchObject({ value: 2, reported: 1 });
    expect(JSON.stringify(summary)).not.toMatch(/byEntity|reported|transmilenio/);
  });

  test("writes the figures of the entities whose own have changed, and of no others", async () => {
    await add("a");
    await add("b", { entityId: "sdmujer", involved: ["sdmujer"] }, "sdmujer");
    await foldAndPublish(context);
    const updated = async (id: string) => (await entityFigures(db, id).get()).updateTime?.valueOf();
    const before = [await updated("sdm"), await updated("sdmujer")];
    await add("c");
    await foldAndPublish(context);
    expect(await updated("sdm")).not.toBe(before[0]);
    expect(await updated("sdmujer")).toBe(before[1]);
  });

  test("reads the tallies of the half-years that changed alone, and is right about all", async () => {
    await add("a");
    await add("b", { details: { signedOn: "2025-03-01" }, happenedOn: "2025-03-01" });
    await foldAndPublish(context);
    await passed(COMMIT_MS);
    await add("c", { details: { signedOn: "2025-04-01" }, happenedOn: "2025-04-01" });
    await foldAndPublish(context);
    expect(await published()).toBe(3);
    // What it did not read it would not notice: the other half-year's tally, changed behind its back.
    await db.doc("tallies/sdm~2026-S1").update({ cells: {} });
    await passed(COMMIT_MS);
    await add("d", { details: { signedOn: "2025-05-01" }, happenedOn: "2025-05-01" });
    await foldAndPublish(context);
    expect(await published()).toBe(4);
    await forgetFolds(context);
    await foldAndPublish(context);
    expect(await published()).toBe(3);
  });

  test("says so where the data are generated", async () => {
    await system(db).set({ isDemo: true });
    await foldAndPublish(context);
    expect((await publishedSummary(db).get()).data()?.isDemo).toBe(true);
  });

  test("writes nothing when nothing new is to be said", async () => {
    await add("a");
    await foldAndPublish(context);
    const before = await publishedAt();
    clock.at = new Date(clock.at.getTime() + 60_000);
    await foldAndPublish(context);
    expect(await publishedAt()).toBe(before);
  });

  test("lets a withdrawn record leave the figures", async () => {
    await add("a");
    await foldAndPublish(context);
    await add("a", { version: 2, state: "withdrawn" });
    await foldAndPublish(context);
    expect(await published()).toBe(0);
  });
});

describe("the lease", () => {
  test("makes many events few folds, the last of which sees the last change", async () => {
    let folds = 0;
    const watched = afterReading(async () => void folds++);
    await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        await add(`r${index}`);
        await foldAndPublish(watched);
      }),
    );
    expect(await published()).toBe(24);
    expect(folds).toBeLessThan(16);
    expect(await lease()).toMatchObject({ dirty: false });
    expect((await lease())?.holder).toBeUndefined();
  });

  test("folds a lone change at once, and the next not before the pause is over", async () => {
    await add("a");
    const start = clock.at.getTime();
    await foldAndPublish(context);
    expect(clock.at.getTime()).toBe(start);
    await foldAndPublish(context);
    expect(clock.at.getTime()).toBe(start + 3_000);
  });

  test("leaves the work to a live holder, marked so that the holder folds again", async () => {
    await leases(db)
      .doc("fold")
      .set({ dirty: false, holder: "other", until: new Date(clock.at.getTime() + 30_000) });
    await add("a");
    await foldAndPublish(context);
    expect(await published()).toBeUndefined();
    expect(await lease()).toMatchObject({ dirty: true, holder: "other" });
  });

  test("is let go by a fold that fails, marked so that the next to ask or the sweep folds", async () => {
    await add("a");
    const failing = afterReading(() => Promise.reject(new Error("out of breath")));
    await expect(foldAndPublish(failing)).rejects.toThrow("out of breath");
    expect(await lease()).toMatchObject({ dirty: true });
    expect(await lease()).not.toHaveProperty("holder");
    await sweepFold(context);
    expect(await published()).toBe(1);
    expect(await lease()).toMatchObject({ dirty: false });
  });

  test("folds again when a change arrives while it folds", async () => {
    await add("a");
    let folds = 0;
    const slow = afterReading(async () => {
      folds += 1;
      if (folds > 1) return;
      await add("b");
      await foldAndPublish({ ...context, newId: () => "second" });
    });
    await foldAndPublish(slow);
    expect(folds).toBe(2);
    expect(await published()).toBe(2);
    expect(await lease()).not.toHaveProperty("holder");
  });

  test("is taken over from a dead holder by the sweep, even where the holder had cleared the mark", async () => {
    await foldAndPublish(context);
    await add("a");
    await leases(db)
      .doc("fold")
      .set({ dirty: false, holder: "dead", until: new Date(clock.at.getTime() + 30_000) });
    await sweepFold(context);
    expect(await published()).toBe(0);
    clock.at = new Date(clock.at.getTime() + 31_000);
    await sweepFold(context);
    expect(await published()).toBe(1);
  });

  test("keeps a holder that lost it from writing what is older", async () => {
    await add("a");
    await foldAndPublish(context);
    const before = await publishedAt();
    await add("b");
    clock.at = new Date(clock.at.getTime() + 10_000);
    const robbed = afterReading(() =>
      leases(db).doc("fold").set({ dirty: false, holder: "other", until: clock.at }),
    );
    await foldAndPublish(robbed);
    expect(await publishedAt()).toBe(before);
    expect((await lease())?.holder).toBe("other");
  });
});

describe("the sweep", () => {
  test("publishes the first summary of all, then nothing while nothing happens", async () => {
    await sweepFold(context);
    expect(await published()).toBe(0);
    const before = await publishedAt();
    await sweepFold(context);
    expect(await publishedAt()).toBe(before);
  });

  test("moves the cut-off on at midnight in Bogotá", async () => {
    await foldAndPublish(context);
    clock.at = new Date("2026-03-02T04:59:00Z");
    await sweepFold(context);
    expect((await publishedSummary(db).get()).data()?.cutOffOn).toBe("2026-03-01");
    clock.at = new Date("2026-03-02T05:01:00Z");
    await sweepFold(context);
    expect((await publishedSummary(db).get()).data()?.cutOffOn).toBe("2026-03-02");
  });

  test("fails with the path when a tally is not what its schema says", async () => {
    await db.doc("tallies/sdm~2026-S1").set({ entityId: "sdm", period: "2026-S1" });
    await expect(sweepFold(context)).rejects.toThrow(/tallies\/sdm~2026-S1/);
    expect((await tallies(db).listDocuments()).length).toBe(1);
  });
});
