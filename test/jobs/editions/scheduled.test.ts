/** Reports that nobody asks for, on the Firestore and Storage emulators: on their day, once, and the Office is told. */
import { beforeEach, describe, expect, test } from "vitest";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { makeApprovedReport } from "#functions/jobs/editions/makeApprovedReport.ts";
import { makeDueReports } from "#functions/jobs/editions/makeDueReports.ts";
import { saveReportSchedule } from "#functions/jobs/editions/saveReportSchedule.ts";
import { startEdition } from "#functions/jobs/editions/startEdition.ts";
import { accessOf, obligations, reportSchedule, reports } from "#functions/store/collections.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import { andres, aReport, comision, marta, NOW } from "../../support/builders.ts";
import { editionsOn, PDF_ALONE } from "../../support/editionsOn.ts";

const held = editionsOn("demo-scheduled");
const { jobs, context, queued, stored } = held;
const { db, clock } = jobs;

beforeEach(async () => {
  await held.reset();
  await obligations(db)
    .doc("2025-S2")
    .set({ periodId: "2025-S2", dueOn: "2026-01-20", entityIds: ["sdm"] });
});

const since = (day: string, monthly = false) =>
  reportSchedule(db).set({ monthly, since: day, version: 1, updatedAt: NOW, updatedBy: "oficina" });
const ids = async () => (await editions(db).get()).docs.map(({ id }) => id).sort();

/** A bucket that takes nothing. */
const broken: EditionContext = {
  ...context,
  bucket: new Proxy(context.bucket, {
    get: (target, key) => {
      if (key === "file") throw new Error("broken");
      return Reflect.get(target, key, target);
    },
  }) as Bucket,
};

describe("the daily call", () => {
  test("makes what is due, however many come at once", async () => {
    await since("2026-01-01", true);
    await Promise.all([makeDueReports(context), makeDueReports(context), makeDueReports(context)]);
    await makeDueReports(context);
    expect(await ids()).toEqual([
      ...["annual-2025-1", "monthly-2025-12-1", "monthly-2026-01-1", "monthly-2026-02-1"],
    ]);
    expect(await stored("annual-2025-1")).toMatchObject({ requestedBy: "schedule", cutOffOn: "2025-12-31" });
  });

  test("makes nothing that the Office has asked for, or stopped", async () => {
    await since("2026-01-01");
    await held.make(2025);
    expect(await makeDueReports(context)).toEqual({ begun: [], resumed: [] });
  });

  test("leaves what fell due before its first day", async () => {
    clock.at = new Date("2026-02-10T11:00:00Z");
    await makeDueReports(context);
    expect(await ids()).toEqual(["monthly-2026-01-1"]);
    expect((await reportSchedule(db).get()).data()).toMatchObject({ since: "2026-02-01", monthly: true });
  });

  test("waits for the day that the Office has set", async () => {
    await since("2026-01-01");
    const choices = { monthly: false, annualOn: "03-15" };
    await saveReportSchedule(context, andres, { choices, version: 1 });
    await makeDueReports(context);
    expect(await ids()).toEqual([]);
    // 06:00 in Bogotá; the evening before is still the 14th there.
    clock.at = new Date("2026-03-15T03:00:00Z");
    await makeDueReports(context);
    expect(await ids()).toEqual([]);
    clock.at = new Date("2026-03-15T11:00:00Z");
    await makeDueReports(context);
    expect(await ids()).toEqual(["annual-2025-1"]);
  });

  test("makes another edition of one that failed, a few times, on later days", async () => {
    await since("2026-01-01");
    for (let day = 1; day <= 5; day += 1) {
      const { begun } = await makeDueReports(context);
      for (const id of begun) await expect(composeEdition(broken, id, true, PDF_ALONE)).rejects.toThrow();
    }
    expect(await ids()).toEqual(["annual-2025-1", "annual-2025-2", "annual-2025-3"]);
  });

  test("goes on with one whose task was lost, once nobody has worked at it for an hour", async () => {
    await since("2027-01-01");
    const id = await held.ask();
    expect((await makeDueReports(context)).resumed).toEqual([]);
    clock.at = new Date(clock.at.getTime() + 2 * 3_600_000);
    expect((await makeDueReports(context)).resumed).toEqual([id]);
    expect(queued.filter((each) => each === id)).toHaveLength(2);
  });

  test("that cannot queue leaves the edition to the next, which queues the same", async () => {
    await since("2026-01-01");
    const enqueue = async () => Promise.reject(new Error("no queue"));
    await expect(makeDueReports({ ...context, enqueue })).rejects.toThrow("could not be begun");
    expect(await stored("annual-2025-1")).toMatchObject({ state: "queued" });
    clock.at = new Date(clock.at.getTime() + 24 * 3_600_000);
    await makeDueReports(context);
    expect(queued).toEqual(["annual-2025-1"]);
    expect(await ids()).toEqual(["annual-2025-1"]);
  });
});

describe("a scheduled edition that fails", () => {
  const letters = async () => (await db.collection("mail").get()).docs;

  beforeEach(async () => {
    const granted = { entityIds: [], version: 1, grantedAt: NOW, grantedBy: "admin" };
    for (const { uid, name, roles } of [andres, marta, comision])
      await accessOf(db)
        .doc(uid)
        .set({ ...granted, roles: [...roles], name, email: `${uid}@bitacora.example` });
    await since("2026-01-01");
    await makeDueReports(context);
  });

  test("is told to the Office by mail, each person once, with the way on", async () => {
    await expect(composeEdition(broken, "annual-2025-1", false, PDF_ALONE)).rejects.toThrow();
    expect(await letters()).toEqual([]);
    await expect(composeEdition(broken, "annual-2025-1", true, PDF_ALONE)).rejects.toThrow();
    await composeEdition(context, "annual-2025-1", true, PDF_ALONE);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.data().to).toEqual(["oficina@bitacora.example"]);
    const { subject, text, html } = letter?.data().message ?? {};
    expect(subject).toBe("No se pudo hacer: Informe anual 2025");
    expect(text).toContain("https://bitacora.example/app/ediciones/annual-2025-1");
    expect(html).toContain("Informe anual 2025");
  });

  test("is told where the worker died between the failure and the letter", async () => {
    await editions(db).doc("annual-2025-1").update({ state: "failed", error: "No se pudo." });
    await composeEdition(context, "annual-2025-1", true, PDF_ALONE);
    expect(await letters()).toHaveLength(1);
  });

  test("that a person asked for is told on the screen alone", async () => {
    const id = await held.ask();
    await expect(composeEdition(broken, id, true, PDF_ALONE)).rejects.toThrow();
    expect(await letters()).toEqual([]);
  });
});

describe("a half-year report", () => {
  const subject = { kind: "half-year", entityId: "sdm", periodId: "2026-S1" } as const;
  const report = reports(db, "sdm").doc("2026-S1");

  test("gets its edition on approval, once, however often and late its changes are delivered", async () => {
    for (const state of ["draft", "submitted", "returned"] as const) {
      await report.set(aReport({ state }));
      expect(await makeApprovedReport(context, subject)).toBeUndefined();
    }
    await report.set(aReport({ state: "approved", version: 5 }));
    await Promise.all(Array.from({ length: 4 }, () => makeApprovedReport(context, subject)));
    await makeApprovedReport(context, subject);
    expect(await ids()).toEqual(["half-year-2026-S1-sdm-1"]);
    expect(await stored("half-year-2026-S1-sdm-1")).toMatchObject({
      ...{ requestedBy: "approval", entityId: "sdm", periodId: "2026-S1", year: 2026 },
      entityName: "Secretaría Distrital de Movilidad",
    });
  });

  test("is asked for by hand only once it is approved", async () => {
    const ask = () => startEdition(context, { subject, requestId: "r1" }, "oficina");
    await expect(ask()).rejects.toThrow("report-not-approved");
    await report.set(aReport({ state: "submitted" }));
    await expect(ask()).rejects.toThrow("report-not-approved");
    await expect(
      startEdition(context, { subject: { ...subject, entityId: "none" }, requestId: "r2" }, "oficina"),
    ).rejects.toThrow("not-found");
    await report.set(aReport({ state: "approved" }));
    expect(await ask()).toEqual({ editionId: "half-year-2026-S1-sdm-1" });
  });
});

describe("the settings", () => {
  const choices = { monthly: false, annualOn: "03-15" };

  test("are the Office's and administrators' to change, from the version that they saw", async () => {
    await expect(saveReportSchedule(context, marta, { choices, version: 0 })).rejects.toThrow("office-only");
    expect(await saveReportSchedule(context, andres, { choices, version: 0 })).toEqual({ version: 1 });
    await expect(saveReportSchedule(context, andres, { choices, version: 0 })).rejects.toThrow(
      "changed-meanwhile",
    );
    expect((await reportSchedule(db).get()).data()).toMatchObject({ ...choices, since: "2026-03-01" });
  });
});
