/** The list behind a figure, as the ledger has it: the same count, and to each reader what they may know. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Slice } from "#domain/counting/evidence.ts";
import { slicesOf } from "#domain/counting/evidence.ts";
import { evidenceListSchema } from "#domain/evidenceList.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { listEvidence, listPublicEvidence } from "#functions/jobs/listEvidence.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { decisions, internalFigures, openFigures, records } from "#functions/store/collections.ts";
import { aDecision, andres, aStrategicInstrument, comision, lucia, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-evidence");

const add = async (id: string, changes: object = {}, entityId = "sdm") => {
  await records(db, entityId)
    .doc(id)
    .set(aStrategicInstrument({ title: `Memorando ${id}`, entityId, ...changes }));
  await rollUp(context, [`entities/${entityId}/records/${id}`]);
};

const ALL: Slice = { standing: "approved", time: "strategy" };
const SENT: Slice = { standing: "reported", time: "strategy" };
const ofSdm: Slice = { ...ALL, of: { dimension: "entity", value: "sdm" } };
const l1r1 = (slice: Slice = ALL, after?: string) => ({ indicatorId: "l1-r1", slice, after });
const ids = (list: { rows: readonly { id: string }[] }) =>
  list.rows.map(({ id }) => id.split("~").at(-1)).sort();

beforeEach(async () => {
  await reset();
  await add("open");
  await add("old", { details: { signedOn: "2009-05-01" } });
  await add("shared", {
    participants: ["sdmujer"],
    involved: ["sdm", "sdmujer"],
    details: { signedOn: "2025-08-01" },
  });
  await add("secret", { disclosure: "reserved", legalGround: "Ley 1712, art. 18" });
  await add("sent", { state: "submitted" });
  await add("withdrawn", { state: "withdrawn" });
});

describe("the list behind a figure", () => {
  test("has as many sources as the figure says, whichever figure the Office or anyone inside opens", async () => {
    await foldAndPublish(context);
    for (const [actor, document] of [
      [andres, internalFigures],
      [comision, openFigures],
    ] as const) {
      const figures = (await document(db).get()).data()?.figures ?? [];
      const figure = figures.find(({ indicatorId }) => indicatorId === "l1-r1") ?? expect.fail();
      for (const { slice, amount } of slicesOf(figure)) {
        const list = evidenceListSchema.parse(await listEvidence(context, actor, l1r1(slice)));
        expect([slice, list.count, list.rows.length]).toEqual([slice, amount, amount]);
      }
    }
  });

  test("shows the Office everything, newest first, with a way into each record", async () => {
    const list = await listEvidence(context, andres, l1r1());
    expect(ids(list)).toEqual(["open", "secret", "shared"]);
    expect(list.rows.map(({ on }) => on)).toEqual(["2026-02-20", "2026-02-20", "2025-08-01"]);
    expect(list.rows.find(({ title }) => title === "Memorando shared")).toMatchObject({
      ...{
        kind: "instrument",
        entityId: "sdm",
        entity: "Secretaría Distrital de Movilidad",
        recordId: "shared",
      },
      ...{ participants: ["Secretaría Distrital de la Mujer"], adds: { "": 1 } },
      partners: ["Unión de Ciudades Capitales Iberoamericanas"],
    });
  });

  test("shows an entity its own figure with what is reserved of it, and others neither the record nor its count", async () => {
    expect(ids(await listEvidence(context, marta, l1r1(ofSdm)))).toEqual(["open", "secret", "shared"]);
    const others = await listEvidence(context, lucia, l1r1(ofSdm));
    expect([others.count, ids(others)]).toEqual([2, ["open", "shared"]]);
    const city = await listEvidence(context, marta, l1r1());
    expect([city.count, ids(city)]).toEqual([2, ["open", "shared"]]);
  });

  test("tells of what other entities have sent who, with whom and in which month, and no more", async () => {
    const [row] = (await listEvidence(context, lucia, l1r1(SENT))).rows;
    expect(row).toMatchObject({ entityId: "sdm", kind: "instrument", on: "2026-02" });
    expect(row?.partners).toHaveLength(1);
    expect(row).not.toHaveProperty("title");
    expect(row).not.toHaveProperty("recordId");
    expect((await listEvidence(context, marta, l1r1(SENT))).rows[0]).toHaveProperty("title");
  });

  test("tells a participant that there is something reserved, and nothing of it", async () => {
    await add("hidden", { disclosure: "reserved", participants: ["sdmujer"], involved: ["sdm", "sdmujer"] });
    const slice: Slice = { ...ALL, of: { dimension: "entity", value: "sdmujer" } };
    const { rows } = await listEvidence(context, lucia, l1r1(slice));
    expect(rows.find(({ id }) => id.endsWith("hidden"))).toEqual({
      ...{ id: "entities~sdm~records~hidden", kind: "instrument", entityId: "sdm", adds: { "": 1 } },
      ...{
        entity: "Secretaría Distrital de Movilidad",
        on: "2026-02",
        participants: [],
        partners: [],
        countries: [],
      },
    });
  });

  test("opens a month, a half-year, a year, what was before, a sector and a code", async () => {
    const count = async (slice: Partial<Slice>) =>
      (await listEvidence(context, andres, l1r1({ ...ALL, ...slice }))).count;
    expect(await count({ time: "2026-02" })).toBe(2);
    expect(await count({ time: "2025-S2" })).toBe(1);
    expect(await count({ time: "2025" })).toBe(1);
    expect(await count({ time: "before" })).toBe(1);
    expect(await count({ time: "2009" })).toBe(1);
    expect(await count({ of: { dimension: "sector", value: "mujeres" } })).toBe(1);
    expect(await count({ of: { dimension: "scope", value: "bilateral" } })).toBe(3);
  });

  test("comes in pages, each source once", async () => {
    for (let index = 0; index < 60; index += 1)
      await records(db, "sdm").doc(`p${index}`).set(aStrategicInstrument());
    await rollUp(
      context,
      Array.from({ length: 60 }, (_, index) => `entities/sdm/records/p${index}`),
    );
    const first = await listEvidence(context, andres, l1r1());
    const second = await listEvidence(context, andres, l1r1(ALL, first.next));
    expect([first.count, first.rows.length, second.rows.length]).toEqual([63, 50, 13]);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(63);
    expect(second.next).toBeUndefined();
  });

  test("of decisions gives number and text", async () => {
    await decisions(db).doc("d1").set(aDecision());
    await rollUp(context, ["decisions/d1"]);
    const { count, rows } = await listEvidence(context, andres, { indicatorId: "l3-r4", slice: ALL });
    expect([count, rows[0]?.title]).toEqual([1, "1. Adoptar el plan de acción."]);
  });

  test("is refused for what is no figure", async () => {
    for (const request of [{ indicatorId: "nothing", slice: ALL }, l1r1({ ...ofSdm, time: "2026-02" })])
      await expect(listEvidence(context, andres, request)).rejects.toThrow(Rejection);
  });
});

describe("the citizens' list", () => {
  test("has the public approved records, their public fields, and the count that the page shows", async () => {
    const list = evidenceListSchema.parse(await listPublicEvidence(context, l1r1()));
    expect([list.count, ids(list)]).toEqual([2, ["open", "shared"]]);
    const row = list.rows.find(({ id }) => id.endsWith("open"));
    expect(row).toMatchObject({
      fields: { title: "Memorando open", happenedOn: "2026-02-20" },
      details: { instrumentKind: "mou", scope: "bilateral", status: "signed" },
    });
    expect(row).not.toHaveProperty("recordId");
  });

  test("holds no field that is not public: not the one in charge, not the summary, not who wrote it", async () => {
    await add("open", {
      version: 2,
      summary: "Interno",
      nationalCoordination: "Interno",
      fileNumber: "Interno",
    });
    const text = JSON.stringify(await listPublicEvidence(context, l1r1()));
    expect(text).not.toMatch(/Interno|Dirección de Planeación|"movilidad"|oficina|strategic|reserved/);
  });

  test("drops what has ceased to be public before the ledger knows", async () => {
    await records(db, "sdm").doc("open").update({ disclosure: "reserved", version: 2 });
    expect(ids(await listPublicEvidence(context, l1r1()))).toEqual(["shared"]);
  });

  test("is refused for what is reported, for an entity, and for an indicator that is not public", async () => {
    for (const slice of [SENT, ofSdm])
      await expect(listPublicEvidence(context, l1r1(slice))).rejects.toThrow(Rejection);
    await db.doc("indicators/l1-r1").update({ public: false });
    await db.doc("config/counting").update({ version: 2 });
    await expect(listPublicEvidence(context, l1r1())).rejects.toThrow(Rejection);
  });
});
