/** What an import asks of the server: many records submitted in one request, and a sheet's mapping kept. */
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { saveImportMapping } from "#functions/jobs/saveImportMapping.ts";
import { submitRecords } from "#functions/jobs/submitRecords.ts";
import { historyOf, importMappings, partners, records } from "#functions/store/collections.ts";
import { andres, aPartner, aRecord, lucia, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-imports");

beforeEach(async () => {
  await reset();
  await partners(db).doc("ucci").set(aPartner());
});

const put = (recordId: string, changes: object = {}) =>
  records(db, "sdm")
    .doc(recordId)
    .set(aRecord("instrument", { ...changes }));
const items = (...ids: string[]) => ids.map((recordId) => ({ recordId, version: 1 }));
const ask = (requestId: string, ...ids: string[]) =>
  submitRecords(context, marta, { requestId, entityId: "sdm", items: items(...ids) });

describe("many records submitted at once", () => {
  test("are submitted each by itself: what one lacks stops no other", async () => {
    await Promise.all([put("a"), put("b", { title: " " }), put("c"), put("d", { state: "approved" })]);
    expect(await ask("q1", "a", "b", "c", "d", "gone")).toEqual({
      outcomes: [
        { recordId: "a", version: 2 },
        { recordId: "b", problems: [{ path: "title", code: "missing" }] },
        { recordId: "c", version: 2 },
        { recordId: "d", reason: "wrong-state" },
        { recordId: "gone", reason: "not-found" },
      ],
    });
    expect((await records(db, "sdm").doc("a").get()).data()).toMatchObject({
      state: "submitted",
      version: 2,
    });
    expect((await records(db, "sdm").doc("b").get()).data()).toMatchObject({ state: "draft", version: 1 });
  });

  test("again with the same request: the answer is the same and nothing changes", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => put(`r${n}`)));
    const ids = Array.from({ length: 30 }, (_, n) => `r${n}`);
    const first = await ask("q1", ...ids);
    expect(await ask("q1", ...ids)).toEqual(first);
    expect((await historyOf(records(db, "sdm").doc("r29")).get()).size).toBe(1);
    const other = await ask("q2", "r0");
    expect(other.outcomes).toEqual([{ recordId: "r0", reason: "changed-meanwhile", version: 2 }]);
  });

  test("are nobody's but the entity's own", async () => {
    await put("a");
    const { outcomes } = await submitRecords(context, lucia, {
      requestId: "q1",
      entityId: "sdm",
      items: items("a"),
    });
    expect(outcomes).toEqual([{ recordId: "a", reason: "not-yours" }]);
  });
});

describe("the mapping of a sheet", () => {
  const mapping: ImportMapping = {
    kind: "interaction",
    columns: [{ header: "Fecha", to: "happenedOn", dayOrder: "dmy" }],
    values: [
      { to: "partnerIds", from: "bid", codes: [], propose: { categoryId: "international", name: "BID" } },
    ],
    constants: [{ kind: "interaction", path: "disclosure", value: "public" }],
  };
  const save = (change: Partial<ImportMapping> = {}, actor = marta) =>
    saveImportMapping(context, actor, {
      ...{ entityId: "sdm", mappingId: "m1", name: "Seguimiento.xlsx", mapping: { ...mapping, ...change } },
    });
  const kept = async () => (await importMappings(db, "sdm").doc("m1").get()).data();

  test("is kept, and a new version of it when it says something else", async () => {
    expect(await save()).toEqual({ version: 1 });
    expect(await save()).toEqual({ version: 1 });
    expect(await kept()).toMatchObject({
      name: "Seguimiento.xlsx",
      mapping,
      version: 1,
      createdBy: "movilidad",
    });
    expect(await save({ kind: "instrument" })).toEqual({ version: 2 });
    expect(await kept()).toMatchObject({ mapping: { ...mapping, kind: "instrument" }, version: 2 });
  });

  test("is nobody's but the entity's own", async () => {
    for (const actor of [lucia, andres]) await expect(save({}, actor)).rejects.toThrow(Rejection);
    expect(await kept()).toBeUndefined();
  });
});
