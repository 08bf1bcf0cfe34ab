/** What the fault tests have found, one by one, without chance. */
import type { WriteBatch } from "firebase-admin/firestore";
import { beforeEach, describe, expect, test } from "vitest";
import { ledgerIdOf } from "#domain/counting/source.ts";
import { foldAndPublish, forgetFolds } from "#functions/jobs/foldAndPublish.ts";
import { reconcile } from "#functions/jobs/reconcile.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { credits, entityFigures, records } from "#functions/store/collections.ts";
import { anEdition, aRecord, aStrategicInstrument, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";
import { loadTallies, wrongCells } from "./findWrong.ts";

const { db, context, reset } = jobsOn("demo-found");
const PATH = "entities/sdm/records/r1";
const rollUps = {
  add: (path: string) => rollUp(context, [path]),
  addAll: (paths: readonly string[]) => rollUp(context, paths),
};

beforeEach(reset);

/** A database that does `first` before its first commit. */
const beforeCommit = (first: () => Promise<unknown>) => {
  let isFirst = true;
  return watch(db, "batch", (call) =>
    watch(call() as WriteBatch, "commit", async (commit) => {
      if (isFirst) {
        isFirst = false;
        await first();
      }
      return commit();
    }),
  );
};

describe("a source that goes while a delivery is about to credit it", () => {
  const goes = async () => {
    await db.doc(PATH).delete();
    await rollUp(context, [PATH]);
  };

  test("stays gone where it had never been credited", async () => {
    await records(db, "sdm").doc("r1").set(aStrategicInstrument());
    await rollUp({ ...context, db: beforeCommit(goes) }, [PATH]);
    expect(wrongCells(await loadTallies(db), new Map())).toEqual([]);
    expect((await credits(db).doc(ledgerIdOf(PATH)).get()).data()?.cells).toEqual([]);
  });

  test("stays gone where another delivery credited it meanwhile", async () => {
    await records(db, "sdm").doc("r1").set(aStrategicInstrument());
    const comesAndGoes = async () => {
      await rollUp(context, [PATH]);
      await goes();
    };
    await rollUp({ ...context, db: beforeCommit(comesAndGoes) }, [PATH]);
    expect(wrongCells(await loadTallies(db), new Map())).toEqual([]);
  });
});

describe("a sweep", () => {
  test("finds an edition whose publishing was lost: it bears no version", async () => {
    await db.doc("editions/monthly-2026-1").set(anEdition({ kind: "monthly", publishedAt: NOW }));
    const found = await reconcile(context, rollUps, "secretaria-general");
    expect(found).toMatchObject({ entries: 1, tallies: 0 });
    const [tally] = [...(await loadTallies(db)).values()];
    expect(tally?.["l3-r6@1|approved|public|all|city"]).toBe(1);
  });
});

describe("an entity's own figures", () => {
  const figuresOf = async (entityId: string) =>
    (await entityFigures(db, entityId).get()).data()?.figures ?? [];

  test("do not tell of milestones, which are the city's, and may be another's and restricted", async () => {
    const milestone = { entityId: "secretaria-general", state: "approved", disclosure: "reserved" };
    await records(db, "secretaria-general").doc("m").set(aRecord("milestone", milestone));
    await records(db, "sdm").doc("r1").set(aStrategicInstrument());
    await rollUp(context, [PATH, "entities/secretaria-general/records/m"]);
    await foldAndPublish(context);
    expect((await figuresOf("sdm")).length).toBeGreaterThan(0);
    expect((await figuresOf("sdm")).flatMap(({ news }) => news)).toEqual([]);
  });

  test("come to nothing with its last record, though what was folded before has been forgotten", async () => {
    await records(db, "sdm").doc("r1").set(aStrategicInstrument());
    await rollUp(context, [PATH]);
    await foldAndPublish(context);
    const value = async () =>
      (await figuresOf("sdm")).find(({ indicatorId }) => indicatorId === "l1-r1")?.value;
    expect(await value()).toBe(1);
    await records(db, "sdm")
      .doc("r1")
      .set(aStrategicInstrument({ version: 2, state: "withdrawn" }));
    await rollUp(context, [PATH]);
    await forgetFolds(context);
    await foldAndPublish(context);
    expect(await value()).toBe(0);
  });
});
