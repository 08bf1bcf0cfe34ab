/** Letters: reminders once however the days run, decisions once however they are delivered, and nobody's who is out. */
import { beforeEach, describe, expect, test } from "vitest";
import { MOST_A_DAY, mailDecision } from "#functions/jobs/mailDecision.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { moveReport } from "#functions/jobs/moveReport.ts";
import { saveMailSettings } from "#functions/jobs/saveMailSettings.ts";
import { sendReminders, sweepMail } from "#functions/jobs/sendReminders.ts";
import { accessOf, mail, obligations, records, reports } from "#functions/store/collections.ts";
import { andres, aRecord, aReport, elena, lucia, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context: jobs, clock, reset } = jobsOn("demo-mail");
const context = { ...jobs, appUrl: "https://bitacora.example" };

const admit = ({ uid, name, roles, entityIds }: NamedActor) =>
  accessOf(db)
    .doc(uid)
    .set({
      ...{ roles: [...roles], entityIds: [...entityIds], email: `${uid}@example.org`, name },
      ...{ version: 1, grantedAt: NOW, grantedBy: "admin" },
    });
const runOn = (day: string) => {
  clock.at = new Date(`${day}T11:00:00Z`);
  return sendReminders(context);
};
const letters = async () => (await mail(db).get()).docs.map((letter) => letter.data());

beforeEach(async () => {
  await reset();
  await Promise.all([marta, lucia, andres].map(admit));
  await obligations(db)
    .doc("2026-S1")
    .set({ periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm", "sdmujer"] });
});

describe("a reminder", () => {
  test("goes to the focal points of entities that still owe, in the form that the extension sends", async () => {
    await reports(db, "sdmujer")
      .doc("2026-S1")
      .set(aReport({ entityId: "sdmujer", state: "submitted" }));
    expect(await runOn("2026-07-05")).toBe(1);
    const [letter] = await letters();
    expect(letter).toMatchObject({
      ...{ to: ["movilidad@example.org"], kind: "reminder", entityId: "sdm", uid: "movilidad" },
      message: { subject: "Informe semestral: faltan 15 días" },
    });
    expect(letter?.message.text).toContain("https://bitacora.example/app/informe/sdm/2026-S1");
  });

  test("is sent once by runs that are doubled or at the same time, and made up for after days without one", async () => {
    expect(await runOn("2026-07-04")).toBe(0);
    const [one = 0, other = 0] = await Promise.all([runOn("2026-07-06"), runOn("2026-07-06")]);
    expect(one + other).toBe(2);
    expect(await runOn("2026-07-07")).toBe(0);
    expect((await letters()).map(({ message }) => message.subject)).toEqual(
      Array(2).fill("Informe semestral: faltan 14 días"),
    );
    expect(await runOn("2026-07-08")).toBe(0);
    expect(await runOn("2026-07-23")).toBe(2);
  });

  test("comes again to whom a report was returned, and no more once it is sent", async () => {
    const ref = reports(db, "sdm").doc("2026-S1");
    await ref.set(aReport({ state: "returned" }));
    await runOn("2026-07-17");
    const texts = (await letters())
      .filter(({ entityId }) => entityId === "sdm")
      .map(({ message }) => message.text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("La Consejería lo devolvió con un motivo");
    await ref.set(aReport({ state: "approved" }));
    await runOn("2026-07-23");
    expect((await letters()).filter(({ entityId }) => entityId === "sdm")).toHaveLength(1);
  });

  test("goes to nobody whose access was taken away, and to none at all when reminders are off", async () => {
    await accessOf(db).doc("movilidad").delete();
    expect(await runOn("2026-07-05")).toBe(1);
    await saveMailSettings(context, andres, { version: 0, settings: { reminders: false, decisions: true } });
    expect(await runOn("2026-07-17")).toBe(0);
  });

  test("follows the extension of its entity", async () => {
    const extension = {
      dueOn: "2026-08-04",
      reason: "Cambio de enlace.",
      by: "oficina",
      byName: "A",
      at: NOW,
    };
    await obligations(db)
      .doc("2026-S1")
      .update({ terms: { sdm: { extension } } });
    await runOn("2026-07-20");
    const [letter] = await letters();
    expect(letter?.message).toMatchObject({ subject: "Informe semestral: faltan 15 días" });
    expect(letter?.message.text).toContain("vence el 4 de agosto de 2026");
  });

  test("is deleted when its time is up", async () => {
    await runOn("2026-07-05");
    expect(await sweepMail(context)).toBe(0);
    clock.at = new Date("2026-10-04T11:00:00Z");
    expect(await sweepMail(context)).toBe(2);
    expect(await letters()).toEqual([]);
  });
});

describe("a decision", () => {
  const record = (changes = {}) =>
    records(db, "sdm")
      .doc("r1")
      .set(aRecord("interaction", { state: "submitted", ...changes }));
  const giveBack = (reason = "Precise quién firma.") =>
    moveRecord(context, andres, "return", {
      ...{ entityId: "sdm", recordId: "r1", version: 1, requestId: "q1", reason },
    });
  const deliver = (version = "2", itemId = "r1") =>
    mailDecision(context, { entityId: "sdm", collection: "records", itemId, version });

  test("about a record is told once to each focal point, however often it is delivered", async () => {
    await record();
    await giveBack();
    await Promise.all([deliver(), deliver()]);
    await deliver();
    const told = await letters();
    expect(told.map(({ to, kind }) => [to[0], kind])).toEqual([["movilidad@example.org", "returned"]]);
    expect(told[0]?.message.subject).toContain("Memorando con la Ciudad de México");
    expect(told[0]?.message.text).toContain("«Precise quién firma.»");
  });

  test("about a restricted record says neither its title nor the reason", async () => {
    await record({ disclosure: "reserved", exception: "19-a", legalGround: "Ley 1712 de 2014" });
    await giveBack();
    await deliver();
    const [letter] = await letters();
    expect(JSON.stringify(letter?.message)).not.toMatch(/Memorando|Precise/);
  });

  test("about a report quotes what is to be changed, by section", async () => {
    await reports(db, "sdm")
      .doc("2026-S1")
      .set(aReport({ state: "submitted" }));
    const sectionReasons = { achievements: "Amplíe los logros." };
    const address = { entityId: "sdm", periodId: "2026-S1" };
    await moveReport(context, andres, "return", {
      ...{ ...address, version: 1, requestId: "q1", sectionReasons },
    });
    await mailDecision(context, {
      ...{ entityId: "sdm", collection: "reports", itemId: "2026-S1", version: "2" },
    });
    const [letter] = await letters();
    expect(letter?.message.text).toContain("Logros: «Amplíe los logros.»");
  });

  test("is not told of what was only sent, nor of what is no news, nor to whom decided", async () => {
    await records(db, "sdm")
      .doc("r1")
      .set(aRecord("interaction", { createdBy: "movilidad" }));
    await moveRecord(context, marta, "submit", {
      ...{ entityId: "sdm", recordId: "r1", version: 1, requestId: "q1" },
    });
    await deliver("2");
    await admit({ ...elena, entityIds: ["sdm"] });
    await moveRecord(context, elena, "approve", {
      ...{ entityId: "sdm", recordId: "r1", version: 2, requestId: "q2" },
    });
    clock.at = new Date(clock.at.getTime() + 3 * 24 * 60 * 60 * 1000);
    await deliver("3");
    expect(await letters()).toEqual([]);
    clock.at = NOW;
    await deliver("3");
    expect((await letters()).map(({ uid }) => uid)).toEqual(["movilidad"]);
  });

  test(`brings one letter more after ${MOST_A_DAY} in a day, and no flood`, async () => {
    for (let index = 0; index < MOST_A_DAY + 3; index += 1) {
      const recordId = `r${index}`;
      await records(db, "sdm")
        .doc(recordId)
        .set(aRecord("interaction", { state: "submitted" }));
      await moveRecord(context, andres, "approve", {
        ...{ entityId: "sdm", recordId, version: 1, requestId: `q${index}` },
      });
      await deliver("2", recordId);
    }
    const kinds = (await letters()).map(({ kind }) => kind);
    expect(kinds).toHaveLength(MOST_A_DAY + 1);
    expect(kinds.filter((kind) => kind === "more")).toHaveLength(1);
  });

  test("is told to nobody when that is turned off", async () => {
    await saveMailSettings(context, andres, { version: 0, settings: { reminders: true, decisions: false } });
    await record();
    await giveBack();
    await deliver();
    expect(await letters()).toEqual([]);
  });
});

describe("the settings", () => {
  const settings = { reminders: true, decisions: true, appUrl: "https://otra.example" };
  test("are the Office's and the administrators' to change, one version after another, and lead the links", async () => {
    await expect(saveMailSettings(context, marta, { version: 0, settings })).rejects.toMatchObject({
      details: { reason: "office-only" },
    });
    expect(await saveMailSettings(context, andres, { version: 0, settings })).toEqual({ version: 1 });
    expect(await saveMailSettings(context, andres, { version: 0, settings })).toEqual({ version: 1 });
    await expect(saveMailSettings(context, elena, { version: 0, settings })).rejects.toMatchObject({
      details: { reason: "changed-meanwhile", version: 1 },
    });
    await runOn("2026-07-05");
    expect((await letters())[0]?.message.text).toContain("https://otra.example/app/informe/");
  });
});
