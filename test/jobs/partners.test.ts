/** The directory, on the Firestore emulator: edited and merged by the Office, and everything that names a partner follows. */
import { beforeEach, describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import type { OperationContext } from "#functions/jobs/OperationContext.ts";
import { runOperation } from "#functions/jobs/operations.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { type MergePartnersRequest, mergePartners, savePartner } from "#functions/jobs/savePartner.ts";
import { sweepHistory } from "#functions/jobs/sweepHistory.ts";
import {
  allRecords,
  amendmentsOf,
  historyOf,
  operations,
  partnerHistoryOf,
  partners,
  records,
} from "#functions/store/collections.ts";
import { anAmendment, andres, aPartner, aRecord, elena, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, clock, reset } = jobsOn("demo-partners");
const work: OperationContext = { ...context, rollUps: groupCommit(context), enqueue: async () => {} };

beforeEach(async () => {
  await reset();
  await partners(db)
    .doc("bid")
    .set(aPartner({ name: "Banco Interamericano de Desarrollo", acronym: "BID" }));
  await partners(db)
    .doc("idb")
    .set(aPartner({ name: "IDB", aliases: ["Inter-American Development Bank"] }));
});

const merge = (changes: Partial<MergePartnersRequest> = {}, actor: NamedActor = andres) =>
  mergePartners(work, actor, {
    ...{ requestId: "m1", keptId: "bid", keptVersion: 1, mergedId: "idb", mergedVersion: 1, ...changes },
  });
const run = (id = "m1") => runOperation(work, id, false);
const partner = async (id: string) => (await partners(db).doc(id).get()).data();
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "taken",
    (error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
      return "reason" in error.details ? error.details.reason : error.details.problems;
    },
  );

const naming = (partnerIds: string[], changes: object = {}) =>
  aRecord("interaction", {
    ...{ partnerIds, derived: { partnerCategories: ["international"], networkIds: [] }, ...changes },
  });

/** One in every state, in two entities. */
async function seedRecords(): Promise<string[]> {
  const states = ["draft", "submitted", "returned", "approved", "withdrawn"];
  const all = states.flatMap((state) => [
    { entityId: "sdm", id: state, record: naming(["idb", "ucci"], { state }) },
    { entityId: "sdmujer", id: state, record: naming(["idb", "bid"], { state, entityId: "sdmujer" }) },
  ]);
  for (const { entityId, id, record } of all) await records(db, entityId).doc(id).set(record);
  return all.map(({ entityId, id }) => `entities/${entityId}/records/${id}`);
}

const named = async () =>
  Object.fromEntries(
    (await allRecords(db).get()).docs.map((found) => [
      found.ref.path.replace("entities/", "").replace("/records", ""),
      `${(found.data() as DraftRecord).partnerIds?.join()} v${found.data().version}`,
    ]),
  );

describe("a merged partner", () => {
  test("stays as a signpost, and gives its names to the one that stays", async () => {
    await merge();
    expect(await partner("idb")).toMatchObject({ state: "merged", mergedInto: "bid", version: 2 });
    expect(await partner("bid")).toMatchObject({
      ...{ name: "Banco Interamericano de Desarrollo", version: 2, state: "active" },
      aliases: ["IDB", "Inter-American Development Bank"],
    });
    const entries = await Promise.all(
      ["bid", "idb"].map(async (id) => (await partnerHistoryOf(partners(db).doc(id)).doc("2").get()).data()),
    );
    expect(entries).toMatchObject([
      { action: "merge", byName: "Andrés Soto", before: { aliases: [] } },
      { action: "merge", before: { state: "active", mergedInto: null } },
    ]);
  });

  test("is followed by the records of all entities in all states, each once, with an entry in their trails", async () => {
    await seedRecords();
    await merge();
    await run();
    const states = ["draft", "submitted", "returned", "approved", "withdrawn"];
    expect(await named()).toEqual(
      Object.fromEntries(
        states.flatMap((state) => [
          [`sdm/${state}`, "bid,ucci v2"],
          [`sdmujer/${state}`, "bid v2"],
        ]),
      ),
    );
    const trail = (await historyOf(records(db, "sdm").doc("approved")).doc("2").get()).data();
    expect(trail).toMatchObject({ action: "follow", by: "oficina", before: { partnerIds: ["idb", "ucci"] } });
    expect((await historyOf(records(db, "sdm").doc("draft")).get()).size).toBe(0);
    expect((await operations(db).doc("m1").get()).data()).toMatchObject({ state: "done", done: 10 });
  });

  test("does not make the Office the author of what follows: it may still decide", async () => {
    await records(db, "sdm")
      .doc("r1")
      .set(naming(["idb"], { state: "submitted" }));
    await merge();
    await run();
    const approve = { entityId: "sdm", recordId: "r1", version: 2, requestId: "q" };
    expect(await refusal(moveRecord(context, andres, "approve", approve))).toBe("taken");
  });

  test("is followed by amendments, waiting and decided, and by partners that belong to it", async () => {
    const r1 = records(db, "sdm").doc("r1");
    await r1.set(naming(["idb"], { state: "approved" }));
    await amendmentsOf(r1)
      .doc("waits")
      .set(anAmendment({ state: "proposed", onVersion: 1, changes: { partnerIds: ["idb", "c40"] } }));
    const r2 = records(db, "sdm").doc("r2");
    await r2.set(naming(["ucci"], { state: "approved" }));
    await amendmentsOf(r2)
      .doc("old")
      .set(
        anAmendment({ recordId: "r2", replaced: { partnerIds: ["idb"] }, applied: { partnerIds: ["ucci"] } }),
      );
    await partners(db)
      .doc("city")
      .set(aPartner({ networkIds: ["idb", "bid"] }));
    await merge();
    await run();
    expect((await amendmentsOf(r1).doc("waits").get()).data()).toMatchObject({
      ...{ onVersion: 2, changes: { partnerIds: ["bid", "c40"] } },
    });
    expect((await amendmentsOf(r2).doc("old").get()).data()).toMatchObject({
      replaced: { partnerIds: ["bid"] },
    });
    expect((await r2.get()).data()?.version).toBe(1);
    expect(await partner("city")).toMatchObject({ networkIds: ["bid"], version: 2 });
    expect((await sweepHistory(context)).filter(({ path }) => path.startsWith("partners/"))).toEqual([]);
  });

  test("leaves the counts exact, as a recount from nothing finds", async () => {
    const paths = await seedRecords();
    await rollUp(context, paths);
    await merge();
    await run();
    await rollUp(context, paths);
    const again = await recountAll(context, { addAll: (some) => rollUp(context, some) });
    expect(again).toMatchObject({ entries: 0, tallies: 0, unreadable: [] });
  });

  test("is followed to the end by the next worker where one dies, and nothing follows twice", async () => {
    for (let n = 0; n < 130; n += 1)
      await records(db, "sdm")
        .doc(`r${n}`)
        .set(naming(["idb"], { state: "approved" }));
    await merge();
    let followed = 0;
    const dying: OperationContext = {
      ...work,
      now: () => {
        followed += 1;
        if (followed > 120) throw new Error("the worker dies");
        return clock.at;
      },
    };
    await expect(runOperation(dying, "m1", false)).rejects.toThrow("the worker dies");
    expect(new Set(Object.values(await named()))).toEqual(new Set(["idb v1", "bid v2"]));
    clock.at = new Date(clock.at.getTime() + 3_600_000);
    await run();
    expect(new Set(Object.values(await named()))).toEqual(new Set(["bid v2"]));
  }, 60_000);

  test("is passed over by a record that cannot be read, which the operation names", async () => {
    await records(db, "sdm")
      .doc("r1")
      .set(naming(["idb"]));
    await db.doc("entities/sdm/records/r1").update({ kind: "none" });
    await merge();
    await run();
    expect((await operations(db).doc("m1").get()).data()).toMatchObject({
      ...{ state: "done", unreadable: ["entities/sdm/records/r1"] },
    });
  });

  test("that is named in a draft written since is sent as the one that stays", async () => {
    await merge();
    await records(db, "sdm")
      .doc("late")
      .set(aRecord("interaction", { partnerIds: ["idb", "bid"] }));
    const send = { entityId: "sdm", recordId: "late", version: 1, requestId: "q" };
    await moveRecord(context, marta, "submit", send);
    expect((await records(db, "sdm").doc("late").get()).data()).toMatchObject({
      ...{ partnerIds: ["bid"], derived: { partnerCategories: ["international"] } },
    });
  });

  test("leads on where the one that it became is merged too", async () => {
    await partners(db)
      .doc("third")
      .set(aPartner({ name: "Banco" }));
    await records(db, "sdm")
      .doc("r1")
      .set(naming(["idb"]));
    await merge();
    await merge({ requestId: "m2", keptId: "third", mergedId: "bid", mergedVersion: 2 });
    await run("m1");
    await run("m2");
    expect((await records(db, "sdm").doc("r1").get()).data()?.partnerIds).toEqual(["third"]);
  });

  test("is merged once, however often it is asked for, by the Office alone, as it was seen", async () => {
    expect(await refusal(merge({}, marta))).toBe("office-only");
    expect(await refusal(merge({ mergedVersion: 9 }))).toBe("changed-meanwhile");
    expect(await refusal(merge({ mergedId: "bid" }))).toBe("same-partner");
    expect(await refusal(merge({ mergedId: "nobody" }))).toBe("not-found");
    await merge();
    await merge();
    expect(await refusal(merge({}, elena))).toBe("request-used");
    expect(await refusal(merge({ requestId: "m2", keptVersion: 2, mergedVersion: 2 }))).toBe("merged");
    expect((await partner("bid"))?.version).toBe(2);
  });
});

describe("an edited partner", () => {
  const input = { name: "Banco Interamericano de Desarrollo", categoryId: "international", aliases: [] };
  const save = (changes: object = {}, actor: NamedActor = andres) =>
    savePartner(work, actor, {
      ...{ requestId: "s1", partnerId: "bid", version: 1, partner: { ...input, ...changes } },
    });

  test("is written with what it was before, once", async () => {
    await save({
      acronym: "BID",
      country: "US",
      aliases: ["IADB", "iadb", " BID ", ""].filter((name) => name),
    });
    await save({ acronym: "BID" });
    expect(await partner("bid")).toMatchObject({ country: "US", aliases: ["IADB"], version: 2 });
    expect((await partnerHistoryOf(partners(db).doc("bid")).get()).size).toBe(1);
  });

  test.each<[string, object, string]>([
    ["no name", { name: " " }, "name"],
    ["an unknown category", { categoryId: "nobody" }, "categoryId"],
    ["a type of another category", { actorTypeId: "nobody" }, "actorTypeId"],
    ["itself as a network", { networkIds: ["bid"] }, "networkIds"],
    ["a network that is not there", { networkIds: ["nobody"] }, "networkIds"],
    ["a country that is none", { country: "Perú" }, "country"],
  ])("is refused with %s, naming the field", async (_, changes, path) =>
    expect(await refusal(save(changes))).toMatchObject([{ path }]),
  );

  test("is refused to others than the Office, and on another version", async () => {
    expect(await refusal(save({}, marta))).toBe("office-only");
    await partners(db)
      .doc("bid")
      .set(aPartner({ version: 4 }));
    expect(await refusal(save())).toBe("changed-meanwhile");
  });

  test("of another category has its records follow, so that they are counted by it", async () => {
    const { actorCategories } = await context.catalogues.get();
    const other = actorCategories.find(({ id }) => id !== "international")?.id ?? "";
    await records(db, "sdm")
      .doc("r1")
      .set(naming(["bid"], { state: "approved" }));
    const { operationId } = await save({ categoryId: other });
    await run(operationId ?? "");
    expect((await records(db, "sdm").doc("r1").get()).data()).toMatchObject({
      ...{ version: 2, derived: { partnerCategories: [other] } },
    });
    expect((await save({ categoryId: other })).operationId).toBe("s1");
  });
});
