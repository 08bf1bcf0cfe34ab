/** Indicators as the Office edits them: checked, versioned, counted in the background, and switched over when complete. */
import { beforeEach, describe, expect, test } from "vitest";
import { type Definition, definitionOf } from "#domain/indicator.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import type { OperationContext } from "#functions/jobs/OperationContext.ts";
import { requestRecount, resumeOperations, runOperation } from "#functions/jobs/operations.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { type IndicatorRequest, saveIndicator } from "#functions/jobs/saveIndicator.ts";
import {
  counting,
  credits,
  indicators,
  internalFigures,
  operations,
  records,
  tallies,
  versionsOf,
} from "#functions/store/collections.ts";
import { andres, anIndicator, aRecord, elena, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";

const { db, context, clock, reset } = jobsOn("demo-indicator-versions");
const queued: string[] = [];
const work: OperationContext = {
  ...context,
  rollUps: groupCommit(context),
  enqueue: async (operationId) => void queued.push(operationId),
};

beforeEach(async () => {
  queued.length = 0;
  await reset();
});

const held: Definition = {
  ...definitionOf(anIndicator({ id: "meetings", nameEs: "Reuniones sostenidas", order: 50 })),
  rule: {
    ...{ source: "records", kind: "interaction" },
    where: [{ field: "details.status", in: ["held"] }],
  },
} as Definition;

const request = (changes: Partial<IndicatorRequest> = {}): IndicatorRequest => ({
  ...{ requestId: "q1", indicatorId: "meetings", version: 0, definition: held },
  ...changes,
});

async function meet(id: string, changes: object = {}): Promise<void> {
  await records(db, "sdm")
    .doc(id)
    .set(aRecord("interaction", { state: "approved", ...changes }));
  await rollUp(context, [`entities/sdm/records/${id}`]);
}

async function shown(indicatorId = "meetings"): Promise<number | undefined> {
  await foldAndPublish(context);
  const { figures = [] } = (await internalFigures(db).get()).data() ?? {};
  return figures.find((figure) => figure.indicatorId === indicatorId)?.value;
}

const stored = async (id = "meetings") => (await indicators(db).doc(id).get()).data();
const problemsIn = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Rejection ? error.details : error;
};

/** Saves it and counts it to the end. */
async function put(asked: IndicatorRequest): Promise<void> {
  const { operationId } = await saveIndicator(work, andres, asked);
  if (operationId !== undefined) await runOperation(work, operationId, false);
}

describe("a new indicator", () => {
  test("counts what there was before it, and is shown once all of it is counted", async () => {
    await meet("a");
    await meet("planned", { details: { status: "planned" } });
    expect(await saveIndicator(work, andres, request())).toEqual({ version: 1, operationId: "q1" });
    expect(queued).toEqual(["q1"]);
    expect(await shown()).toBeUndefined();
    await meet("b");
    expect(await shown()).toBeUndefined();
    await runOperation(work, "q1", false);
    expect(await shown()).toBe(2);
    expect(await stored()).toMatchObject({ version: 1, ruleVersion: 1, active: true });
    expect(await stored()).not.toHaveProperty("next");
    expect((await operations(db).doc("q1").get()).data()).toMatchObject({ state: "done", done: 3, total: 3 });
  });

  test("is the Office's to make, and a repeat of the request makes no other", async () => {
    await expect(saveIndicator(work, marta, request())).rejects.toMatchObject({
      details: { reason: "office-only" },
    });
    const first = await saveIndicator(work, andres, request());
    expect(await saveIndicator(work, andres, request())).toEqual(first);
    expect((await versionsOf(indicators(db).doc("meetings")).get()).size).toBe(1);
    expect((await counting(db).get()).data()?.version).toBe(2);
  });
});

describe("an edit", () => {
  beforeEach(async () => {
    await meet("a");
    await meet("b", { details: { status: "held", interactionKind: "visit" } });
    await put(request());
  });

  const visits = {
    ...held,
    rule: {
      ...{ source: "records", kind: "interaction" },
      where: [{ field: "details.interactionKind", in: ["visit"] }],
    },
  };

  test("of words alone comes into force at once, with its place in the history", async () => {
    const renamed = { ...held, nameEs: "Encuentros" };
    expect(
      await saveIndicator(work, andres, request({ requestId: "q2", version: 1, definition: renamed })),
    ).toEqual({
      version: 2,
    });
    expect(await stored()).toMatchObject({ nameEs: "Encuentros", version: 2, ruleVersion: 1 });
    expect(await shown()).toBe(2);
    const trail = await versionsOf(indicators(db).doc("meetings")).doc("2").get();
    expect(trail.data()).toMatchObject({ changed: ["nameEs"], by: "oficina", byName: "Andrés Soto" });
  });

  test("of the rule leaves the old figures standing, right and whole, until the new ones are complete", async () => {
    await saveIndicator(work, andres, request({ requestId: "q2", version: 1, definition: visits }));
    expect(await shown()).toBe(2);
    await meet("c");
    expect(await shown()).toBe(3);
    await runOperation(work, "q2", false);
    expect(await shown()).toBe(1);
    expect(await stored()).toMatchObject({ version: 2, ruleVersion: 2 });
  });

  test("leaves nothing of the version before in ledger and tallies", async () => {
    await put(request({ requestId: "q2", version: 1, definition: visits }));
    const all = [...(await credits(db).get()).docs, ...(await tallies(db).get()).docs];
    expect(JSON.stringify(all.map((each) => each.data()))).not.toContain("meetings@1");
    expect(JSON.stringify(all.map((each) => each.data()))).toContain("meetings@2");
  });

  test("that was made on another version, or while one is counted, is refused", async () => {
    expect(await problemsIn(saveIndicator(work, elena, request({ requestId: "q2" })))).toEqual({
      ...{ reason: "changed-meanwhile", version: 1 },
    });
    await saveIndicator(work, andres, request({ requestId: "q2", version: 1, definition: visits }));
    expect(await problemsIn(saveIndicator(work, elena, request({ requestId: "q3", version: 2 })))).toEqual({
      reason: "count-running",
    });
  });

  test("that retires it takes it out of the figures at once, and a later one brings it back counted", async () => {
    await put(request({ requestId: "q2", version: 1, definition: { ...held, active: false } }));
    expect(await shown()).toBeUndefined();
    const all = [...(await credits(db).get()).docs, ...(await tallies(db).get()).docs];
    expect(JSON.stringify(all.map((each) => each.data()))).not.toContain("meetings@");
    await meet("c");
    await put(request({ requestId: "q3", version: 2 }));
    expect(await shown()).toBe(3);
  });

  test("of a quoted statistic is shown as it was published, and counts nothing", async () => {
    const { dimensions: _, rule: __, type: ___, ...words } = held as Extract<Definition, { type: "count" }>;
    const tourists = {
      ...{ ...words, type: "statistic", rule: { source: "external" } },
      observations: [
        { period: "2023", value: 1_385_979, citation: "Observatorio de Turismo", consultedOn: "2026-01-15" },
      ],
    };
    const asked = request({ requestId: "q2", indicatorId: "tourists", definition: tourists });
    expect(await saveIndicator(work, andres, asked)).toEqual({ version: 1 });
    await foldAndPublish(context);
    const figures = (await internalFigures(db).get()).data()?.figures;
    expect(figures?.find(({ indicatorId }) => indicatorId === "tourists")?.observations).toEqual(
      tourists.observations,
    );
  });

  test("that makes a quoted statistic of it leaves nothing of what it counted", async () => {
    const { dimensions: _, rule: __, type: ___, ...words } = held as Extract<Definition, { type: "count" }>;
    const quoted = { ...words, type: "statistic", rule: { source: "external" }, observations: [] };
    await put(request({ requestId: "q2", version: 1, definition: quoted }));
    expect(await shown()).toBe(0);
    const cells = (await credits(db).get()).docs.flatMap((entry) => entry.data().cells);
    expect(cells.filter((cell) => cell.includes("meetings@"))).toEqual([]);
  });

  test("with a rule that makes no sense is refused with the field named, and nothing is written", async () => {
    const wrong = { ...held, rule: { ...held.rule, where: [{ field: "details.nothing", in: ["x"] }] } };
    expect(
      await problemsIn(
        saveIndicator(work, andres, request({ requestId: "q2", version: 1, definition: wrong })),
      ),
    ).toEqual({ problems: [{ path: "rule.where.0.field", code: "unknown-field" }] });
    expect(await stored()).toMatchObject({ version: 1 });
  });
});

describe("a count that is interrupted", () => {
  beforeEach(async () => {
    for (const id of ["a", "b"]) await meet(id);
    await saveIndicator(work, andres, request());
  });

  /** Dies at the given call of `commit` or of a transaction. */
  function dying(at: number): OperationContext {
    let calls = 0;
    const die = (go: () => unknown) => {
      calls += 1;
      if (calls === at) throw new Error("killed");
      return go();
    };
    const mortal = watch(
      watch(db, "runTransaction", (go) => die(go)),
      "batch",
      (go) => watch(go() as ReturnType<typeof db.batch>, "commit", (commit) => die(commit)),
    );
    const dead = { ...context, db: mortal };
    return { ...work, ...dead, rollUps: groupCommit(dead) };
  }

  test("leaves no figure half counted, wherever it dies, and is complete after the next attempt", async () => {
    for (let at = 2; ; at += 1) {
      const before = (await operations(db).doc("q1").get()).data();
      if (before?.state === "done") break;
      await runOperation(dying(at), "q1", false).catch(() => {});
      expect([undefined, 2]).toContain(await shown());
      // The dead worker's lease runs out.
      clock.at = new Date(clock.at.getTime() + 6 * 60_000);
      expect(at).toBeLessThan(40);
    }
    expect(await shown()).toBe(2);
  });

  test("is put on the queue again by the sweep once nobody works at it", async () => {
    queued.length = 0;
    await resumeOperations(work);
    expect(queued).toEqual([]);
    clock.at = new Date(clock.at.getTime() + 2 * 60_000);
    await resumeOperations(work);
    expect(queued).toEqual(["q1"]);
  });

  test("says why when no attempt is left, and goes on when the Office asks for a recount", async () => {
    await expect(runOperation(dying(3), "q1", true)).rejects.toThrow("killed");
    expect((await operations(db).doc("q1").get()).data()).toMatchObject({
      state: "failed",
      problem: "killed",
    });
    await requestRecount(work, andres, { requestId: "q2", indicatorId: "meetings" });
    expect((await operations(db).doc("q2").get()).data()).toMatchObject({ kind: "new-version", version: 1 });
    await runOperation(work, "q2", false);
    expect(await shown()).toBe(2);
  });
});

describe("a recount that the Office asks for", () => {
  const lose = (id: string) =>
    records(db, "sdm")
      .doc(id)
      .set(aRecord("session", { state: "approved" }));

  test("of an entity finds what was lost, says so, and publishes it", async () => {
    await lose("s1");
    const { operationId } = await requestRecount(work, andres, { requestId: "q1", entityId: "sdm" });
    await runOperation(work, operationId, false);
    expect((await operations(db).doc(operationId).get()).data()).toMatchObject({
      ...{ kind: "reconciliation", state: "done", done: 1, total: 1, entries: 1, tallies: 0 },
    });
    expect(await shown("l3-r3")).toBe(1);
  });

  test("of an indicator looks at the sources that it may count", async () => {
    await lose("s1");
    await requestRecount(work, andres, { requestId: "q1", indicatorId: "l3-r3" });
    await runOperation(work, "q1", false);
    expect((await operations(db).doc("q1").get()).data()).toMatchObject({
      state: "done",
      done: 1,
      entries: 1,
    });
    expect(await shown("l3-r3")).toBe(1);
  });

  test("of everything goes through all entities", async () => {
    await lose("s1");
    await requestRecount(work, andres, { requestId: "q1" });
    await runOperation(work, "q1", false);
    const operation = (await operations(db).doc("q1").get()).data();
    expect(operation).toMatchObject({ state: "done", entries: 1 });
    expect(operation?.done).toBe(operation?.total);
  });

  test("is refused to others, and for what does not exist", async () => {
    expect(await problemsIn(requestRecount(work, marta, { requestId: "q1" }))).toEqual({
      reason: "office-only",
    });
    for (const asked of [{ entityId: "nobody" }, { indicatorId: "nothing" }])
      expect(await problemsIn(requestRecount(work, andres, { requestId: "q1", ...asked }))).toEqual({
        reason: "not-found",
      });
  });
});
