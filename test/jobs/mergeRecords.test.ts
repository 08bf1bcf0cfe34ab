/** Two records of one thing become one, on the Firestore emulator: who decides, what is kept, and that counts stay exact. */
import { beforeEach, describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import { decideMerge, type MergeProposal, proposeMerge } from "#functions/jobs/mergeRecords.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { judgeDistinct, suspectDuplicates } from "#functions/jobs/suspectDuplicates.ts";
import { sweepHistory } from "#functions/jobs/sweepHistory.ts";
import {
  amendmentsOf,
  duplicates,
  historyOf,
  merges,
  records,
  tallies,
} from "#functions/store/collections.ts";
import { INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { anAmendment, andres, aStrategicInstrument, elena, lucia, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-merge-records");
const kept = records(db, "sdm").doc("a");
const merged = records(db, "sdmujer").doc("b");

const mine = (changes = {}) => aStrategicInstrument(changes);
const theirs = (changes = {}) =>
  aStrategicInstrument({ entityId: "sdmujer", createdBy: "mujer", ...changes });

beforeEach(async () => {
  await reset();
  expect(INDICATORS.length).toBeGreaterThan(0);
  await loadCatalogues(db, NOW);
  await kept.set(mine());
  await merged.set(theirs());
});

const propose = (changes: Partial<MergeProposal> = {}, actor: NamedActor = andres) =>
  proposeMerge(context, actor, {
    ...{ requestId: "m1", reason: "Es el mismo memorando." },
    kept: { entityId: "sdm", recordId: "a", version: 1 },
    merged: { entityId: "sdmujer", recordId: "b", version: 1 },
    ...changes,
  });
const decide = (confirm: boolean, actor: NamedActor = lucia, reason?: string) =>
  decideMerge(context, actor, { requestId: "d1", mergeId: "m1", confirm, reason });

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "taken",
    (error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
      return "reason" in error.details ? error.details.reason : error.details.problems;
    },
  );
const read = async (ref: typeof kept): Promise<DraftRecord> => {
  const record = (await ref.get()).data();
  if (!record) throw new Error(`no ${ref.path}`);
  return record;
};

describe("a merge of two records", () => {
  test("is proposed by the Office and changes nothing until the other entity confirms", async () => {
    await propose();
    expect(await read(kept)).toEqual(mine());
    expect(await read(merged)).toEqual(theirs());
    expect((await merges(db).doc("m1").get()).data()).toMatchObject({ state: "proposed" });
  });

  test("confirmed, keeps the one with the other's entity as a participant, and withdraws the other with a reference", async () => {
    await propose();
    expect(await decide(true)).toEqual({ state: "confirmed" });
    expect(await read(kept)).toMatchObject({
      ...{ version: 2, state: "approved", participants: ["sdmujer"], involved: ["sdm", "sdmujer"] },
    });
    expect(await read(merged)).toMatchObject({
      ...{ version: 2, state: "withdrawn", mergedInto: { entityId: "sdm", recordId: "a" } },
      review: { reason: "Es el mismo memorando." },
    });
  });

  test("leaves an entry in both trails, with the names and the reason, and no gap", async () => {
    await merged.set(theirs({ state: "submitted" }));
    const first = {
      version: 1,
      covers: 1,
      scope: "entities/sdmujer",
      action: "submit",
      requestId: "s",
    } as const;
    await historyOf(merged)
      .doc("1")
      .set({ ...first, at: NOW, by: "mujer", byName: "Lucía", to: "submitted", before: {}, after: {} });
    await propose();
    await decide(true);
    const entries = await Promise.all(
      [kept, merged].map(async (ref) => (await historyOf(ref).doc("2").get()).data()),
    );
    expect(entries).toMatchObject([
      { action: "merge", byName: "Lucía Peña", before: { participants: null }, reason: /mismo/ },
      { action: "merge", from: "submitted", to: "withdrawn", before: { mergedInto: null } },
    ]);
    const gaps = (await sweepHistory(context)).map(({ path }) => path);
    expect(gaps.filter((path) => path === merged.path)).toEqual([]);
  });

  test("is confirmed once, however often it is asked for", async () => {
    await propose();
    await propose();
    await Promise.all([decide(true), decide(true)]);
    expect(await decide(true)).toEqual({ state: "confirmed" });
    expect((await read(kept)).version).toBe(2);
    expect((await historyOf(kept).get()).size).toBe(1);
  });

  test("declined with a reason, leaves both as they are", async () => {
    await propose();
    expect(await refusal(decide(false))).toBe("reason-missing");
    await decide(false, lucia, "Son dos memorandos.");
    expect(await read(kept)).toEqual(mine());
    expect((await merges(db).doc("m1").get()).data()).toMatchObject({
      ...{ state: "declined", decisionReason: "Son dos memorandos.", decidedBy: "mujer" },
    });
    expect(await refusal(decide(true))).toBe("wrong-state");
  });

  test("counts once for the city and once for each entity, as a recount from nothing does", async () => {
    const city = "l1-r1@1|approved|public|all|city";
    const addAll = (paths: readonly string[]) => rollUp(context, paths);
    const counted = async () => {
      const cells = (await tallies(db).doc("sdm~2026-S1").get()).data()?.cells ?? {};
      const others = (await tallies(db).doc("sdmujer~2026-S1").get()).data()?.cells ?? {};
      return { lead: cells[city] ?? 0, other: others[city] ?? 0, cells };
    };
    await rollUp(context, [kept.path, merged.path]);
    expect(await counted()).toMatchObject({ lead: 1, other: 1 });
    await propose();
    await decide(true);
    await rollUp(context, [kept.path, merged.path]);
    const { lead, other, cells } = await counted();
    expect({ lead, other }).toEqual({ lead: 1, other: 0 });
    expect(Object.keys(cells).some((cell) => cell.includes("sdmujer"))).toBe(true);
    expect(await recountAll(context, { addAll })).toMatchObject({ entries: 0, tallies: 0 });
  });

  test("lets the new participant take part in what earlier amendments replaced, and a waiting one be decided", async () => {
    await amendmentsOf(kept)
      .doc("old")
      .set(anAmendment({ replaced: { participants: null }, applied: { participants: ["sdp"] } }));
    await amendmentsOf(kept)
      .doc("new")
      .set(anAmendment({ state: "proposed", onVersion: 1 }));
    await propose();
    await decide(true);
    const of = async (id: string) => (await amendmentsOf(kept).doc(id).get()).data();
    expect(await of("old")).toMatchObject({
      ...{ replaced: { participants: ["sdmujer"] }, applied: { participants: ["sdp", "sdmujer"] } },
    });
    expect(await of("new")).toMatchObject({ onVersion: 2 });
  });

  test("of two records of one entity withdraws the one and adds nobody", async () => {
    const twin = records(db, "sdm").doc("twin");
    await twin.set(mine({ participants: ["sdmujer"] }));
    await propose({ merged: { entityId: "sdm", recordId: "twin", version: 1 } });
    await decide(true, marta);
    expect(await read(kept)).toMatchObject({ involved: ["sdm", "sdmujer"] });
    expect(await read(twin)).toMatchObject({ state: "withdrawn" });
  });

  test("is not undone by restoring what was merged, which would count twice", async () => {
    await propose();
    await decide(true);
    const restore = moveRecord(context, elena, "restore", {
      ...{ entityId: "sdmujer", recordId: "b", version: 2, requestId: "q", reason: "Error." },
    });
    expect(await refusal(restore)).toBe("merged");
  });
});

describe("a merge is refused", () => {
  const both = async (a: object, b: object) => {
    await kept.set(mine(a));
    await merged.set(theirs(b));
    return refusal(propose());
  };

  test.each<[string, object, object, string]>([
    ["into a record that is not approved", { state: "submitted" }, {}, "keeper-not-approved"],
    ["into one that is not public", { disclosure: "reserved" }, {}, "keeper-not-approved"],
    ["of one that is not public", {}, { disclosure: "classified" }, "not-mergeable"],
    ["of a draft", {}, { state: "draft" }, "not-mergeable"],
    ["of one that was withdrawn", {}, { state: "withdrawn" }, "not-mergeable"],
    ["of an example", {}, { isExample: true }, "not-mergeable"],
  ])("%s", async (_, a, b, reason) => expect(await both(a, b)).toBe(reason));

  test("of another kind, or of one with itself", async () => {
    const other = records(db, "sdmujer").doc("other");
    await other.set({ ...theirs(), kind: "interaction", details: {} } as DraftRecord);
    expect(await refusal(propose({ merged: { entityId: "sdmujer", recordId: "other", version: 1 } }))).toBe(
      "other-kind",
    );
    expect(await refusal(propose({ merged: { entityId: "sdm", recordId: "a", version: 1 } }))).toBe(
      "same-record",
    );
  });

  test("to whom it is not due: a focal point proposes none, another entity and the Office confirm none", async () => {
    expect(await refusal(propose({}, marta))).toBe("office-only");
    await propose();
    expect(await refusal(decide(true, marta))).toBe("not-yours");
    expect(await refusal(decide(true, elena))).toBe("not-yours");
  });

  test("by the person who proposed it, of the Office's own record too", async () => {
    const own = records(db, "secretaria-general").doc("own");
    await own.set(theirs({ entityId: "secretaria-general" }));
    await propose({ merged: { entityId: "secretaria-general", recordId: "own", version: 1 } });
    expect(await refusal(decide(true, andres))).toBe("own-record");
    expect(await refusal(decide(true, elena))).toBe("taken");
  });

  test("while another proposal for one of the two waits, or a record changed since it was seen", async () => {
    await kept.set(mine({ version: 3 }));
    expect(await refusal(propose())).toBe("changed-meanwhile");
    await kept.set(mine());
    await propose();
    expect(await refusal(propose({ requestId: "m2" }))).toBe("wrong-state");
  });
});

describe("suspected duplicates", () => {
  const pairs = async () =>
    (await duplicates(db).get()).docs.map((pair) => [pair.data().state, ...pair.data().members].join(" "));
  const pair = (state: string) => [[state, kept.path, merged.path].join(" ")];
  const suspect = async () => {
    for (const ref of [kept, merged]) await suspectDuplicates(context, ref.path);
  };

  test("are one pair, whichever record is looked at, and however often", async () => {
    await suspect();
    await suspect();
    expect(await pairs()).toEqual(pair("suspected"));
  });

  test("are settled when one changes, is withdrawn or merged, and suspected again when it comes back", async () => {
    await suspect();
    await merged.set(theirs({ title: "Otra cosa por completo", happenedOn: "2026-01-02" }));
    await suspect();
    expect(await pairs()).toEqual(pair("settled"));
    await merged.set(theirs());
    await suspect();
    expect(await pairs()).toEqual(pair("suspected"));
    await propose();
    await decide(true);
    expect(await pairs()).toEqual(pair("settled"));
    await suspect();
    expect(await pairs()).toEqual(pair("settled"));
  });

  test("are no more once the Office says that they are two", async () => {
    await suspect();
    const judge = (actor: NamedActor) =>
      judgeDistinct(context, actor, {
        ...{ requestId: "j", of: "records", members: [merged.path, kept.path] },
      });
    expect(await refusal(judge(marta))).toBe("office-only");
    await judge(andres);
    await suspect();
    expect(await pairs()).toEqual(pair("distinct"));
  });

  test("are none of records that are drafts or not public", async () => {
    for (const changes of [{ state: "draft" }, { disclosure: "reserved" }, { isExample: true }]) {
      await merged.set(theirs(changes));
      await suspect();
    }
    expect(await pairs()).toEqual([]);
  });
});
