/** Gathering: a lone change at once, a burst in few commits a second apart, and each told of its own. */
import { beforeEach, describe, expect, test } from "vitest";
import { type GroupContext, groupCommit, PACE_MS } from "#functions/jobs/groupCommit.ts";
import { credits, records, tallies } from "#functions/store/collections.ts";
import { aStrategicInstrument } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";
import { watch } from "../support/watch.ts";

const { db, context, clock, reset } = jobsOn("demo-group-commit");

beforeEach(reset);

const pathOf = (id: string, entityId = "sdm") => `entities/${entityId}/records/${id}`;
const write = (id: string, entityId = "sdm") =>
  records(db, entityId).doc(id).set(aStrategicInstrument({ entityId }));

/** A context that notes when it commits. */
function noting(): { context: GroupContext; commits: number[] } {
  const commits: number[] = [];
  const noted = watch(db, "batch", (call) =>
    watch(call() as ReturnType<typeof db.batch>, "commit", (commit) => {
      commits.push(clock.at.getTime());
      return commit();
    }),
  );
  return { context: { ...context, db: noted }, commits };
}

const counted = async () =>
  (await tallies(db).doc("sdm~2026-S1").get()).data()?.cells["l1-r1@1|approved|public|all|city"];

describe("roll-ups that gather", () => {
  test("commit a lone change at once", async () => {
    const { context: noted, commits } = noting();
    const start = clock.at.getTime();
    await write("a");
    await groupCommit(noted).add(pathOf("a"));
    expect(commits).toEqual([start]);
    expect(await counted()).toBe(1);
  });

  test("commit a burst together, each commit at least a second after the one before", async () => {
    const ids = Array.from({ length: 450 }, (_, index) => `r${index}`);
    await Promise.all(ids.map((id) => write(id)));
    const { context: noted, commits } = noting();
    const rollUps = groupCommit(noted);
    await Promise.all(ids.map((id) => rollUps.add(pathOf(id))));
    expect(await counted()).toBe(450);
    expect(commits.length).toBeLessThanOrEqual(4);
    for (const [index, at] of commits.slice(1).entries())
      expect(at - (commits[index] ?? at)).toBeGreaterThanOrEqual(PACE_MS);
  });

  test("keep the pace between changes that come one after the other", async () => {
    const { context: noted, commits } = noting();
    const rollUps = groupCommit(noted);
    for (const id of ["a", "b", "c"]) {
      await write(id);
      await rollUps.add(pathOf(id));
    }
    expect(commits.map((at) => at - (commits[0] ?? 0))).toEqual([0, PACE_MS, 2 * PACE_MS]);
  });

  test("keep no entity waiting for another", async () => {
    const { context: noted, commits } = noting();
    const rollUps = groupCommit(noted);
    await Promise.all([write("a"), write("a", "sdmujer")]);
    await Promise.all([rollUps.add(pathOf("a")), rollUps.add(pathOf("a", "sdmujer"))]);
    expect(new Set(commits).size).toBe(1);
  });

  test("take the same source twice in one commit once", async () => {
    await write("a");
    await write("b");
    const rollUps = groupCommit(context);
    await Promise.all(["a", "b", "b", "b"].map((id) => rollUps.add(pathOf(id))));
    expect(await counted()).toBe(2);
  });

  test("tell each of its own: what cannot be read is no other's failure", async () => {
    await write("a");
    await db.doc(pathOf("b")).set({ state: "approved", version: 1 });
    const rollUps = groupCommit(context);
    const [first, ...together] = await Promise.all(["a", "a", "b"].map((id) => rollUps.add(pathOf(id))));
    expect(first?.unreadable).toEqual([]);
    expect(together.map(({ unreadable }) => unreadable)).toEqual([[], [pathOf("b")]]);
  });

  test("fail the one that makes a commit fail, and let the others through", async () => {
    await Promise.all(["a", "b", "c"].map((id) => write(id)));
    const refusing = watch(db, "getAll", (read, refs) => {
      if (refs.some((ref) => String((ref as { path?: string }).path).includes("~b")))
        throw Object.assign(new Error("too large"), { code: 3 });
      return read();
    });
    const rollUps = groupCommit({ ...context, db: refusing });
    await rollUps.add(pathOf("a"));
    const results = await Promise.allSettled(["a", "b", "c"].map((id) => rollUps.add(pathOf(id))));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await credits(db).get()).size).toBe(2);
  });

  test("fail all of a commit that Firestore gave up, so that each is delivered again", async () => {
    await Promise.all(["a", "b"].map((id) => write(id)));
    let reads = 0;
    const down = watch(db, "getAll", () => {
      reads += 1;
      throw Object.assign(new Error("unavailable"), { code: 14 });
    });
    const rollUps = groupCommit({ ...context, db: down });
    const results = await Promise.allSettled(["a", "b", "b"].map((id) => rollUps.add(pathOf(id))));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(reads).toBe(2);
  });
});
