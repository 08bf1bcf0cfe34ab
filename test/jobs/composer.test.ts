/** What the Office writes for reports: kept with every version, pre-filled, in the next snapshot and in the preview. */
import { Writable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { composerReports } from "#functions/jobs/composer/composerReports.ts";
import { type ComposerContext, outlineReport } from "#functions/jobs/composer/outlineReport.ts";
import { previewReport } from "#functions/jobs/composer/previewReport.ts";
import { saveReportText, type TextRequest } from "#functions/jobs/composer/saveReportText.ts";
import { obligations, reports } from "#functions/store/collections.ts";
import { loadAnnualSnapshot } from "#functions/store/loadAnnualSnapshot.ts";
import { loadReportTexts, reportTexts, textHistoryOf } from "#functions/store/reportTexts.ts";
import { textOf } from "../pdf/readPdf.ts";
import { andres, aReport, comision, elena, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, clock, reset } = jobsOn("demo-composer");
const REPORT = "annual-2026";
let composer: ComposerContext;

beforeEach(async () => {
  await reset();
  composer = { db, now: () => clock.at, reportOf: composerReports(db, () => clock.at) };
});

const asked = (changes: Partial<TextRequest> = {}): TextRequest => ({
  ...{ reportId: REPORT, key: "introduction", version: 0, requestId: "q1" },
  text: { es: "Un año de trabajo.", en: "A year of work." },
  ...changes,
});

async function approveReportOf(entityId: string): Promise<void> {
  await obligations(db)
    .doc("2026-S1")
    .set({ periodId: "2026-S1", dueOn: "2026-07-31", entityIds: [entityId] });
  await reports(db, entityId)
    .doc("2026-S1")
    .set(aReport({ entityId, state: "approved", submittedAt: NOW, achievements: "Se firmó un memorando." }));
}

describe("a text", () => {
  test("is saved with who wrote it, and every version stays", async () => {
    expect(await saveReportText(context, andres, asked())).toEqual({ version: 1 });
    const again = asked({ version: 1, requestId: "q2", text: { es: "Otro año.", en: "" } });
    expect(await saveReportText(context, elena, again)).toEqual({ version: 2 });
    const ref = reportTexts(db, REPORT).doc("introduction");
    expect((await ref.get()).data()).toMatchObject({
      es: "Otro año.",
      version: 2,
      updatedByName: elena.name,
    });
    const { docs } = await textHistoryOf(ref).get();
    expect(docs.map((entry) => entry.data()).map(({ version, es, byName }) => [version, es, byName])).toEqual(
      [
        [1, "Un año de trabajo.", andres.name],
        [2, "Otro año.", elena.name],
      ],
    );
  });

  test("that is sent twice is saved once", async () => {
    await saveReportText(context, andres, asked());
    expect(await saveReportText(context, andres, asked())).toEqual({ version: 1 });
    expect((await textHistoryOf(reportTexts(db, REPORT).doc("introduction")).get()).size).toBe(1);
  });

  test("of somebody who saw an earlier one is refused, with the version that stands", async () => {
    await saveReportText(context, andres, asked());
    await expect(saveReportText(context, elena, asked({ requestId: "q9" }))).rejects.toMatchObject({
      details: { reason: "changed-meanwhile", version: 1 },
    });
  });

  test.each([
    ["a focal point", marta, {}, "office-only"],
    ["a member of the Commission", comision, {}, "office-only"],
    ["the Office, for no report", andres, { reportId: "weekly-2026" }, "not-found"],
  ])("is not taken of %s", async (_who, actor, changes, reason) => {
    await expect(saveReportText(context, actor, asked(changes))).rejects.toMatchObject({
      details: { reason },
    });
    expect((await reportTexts(db, REPORT).get()).size).toBe(0);
  });

  test("loses what nobody sees, and only a narrative can be left out", async () => {
    const text = { es: "Bogot\u200bá", en: "", omitted: true } as const;
    await saveReportText(context, andres, asked({ text }));
    expect(await loadReportTexts(db, REPORT)).toEqual({ introduction: { es: "Bogotá", en: "" } });
  });

  test("is in the snapshot of the next edition", async () => {
    const before = await loadAnnualSnapshot(db, { year: 2026, today: "2026-03-01" });
    expect(before.texts).toEqual({});
    await saveReportText(context, andres, asked());
    const after = await loadAnnualSnapshot(db, { year: 2026, today: "2026-03-01" });
    expect(after.texts).toEqual({ introduction: { es: "Un año de trabajo.", en: "A year of work." } });
  });
});

describe("the outline", () => {
  test("has the report's parts, and the approved narratives to begin with", async () => {
    await approveReportOf("sdm");
    const { outline } = await outlineReport(composer, andres, { reportId: REPORT });
    expect(outline.map(({ id }) => id)).toEqual(expect.arrayContaining(["letter", "summary", "instruments"]));
    const narratives = outline.find(({ id }) => id === "narratives")?.slots ?? [];
    expect(narratives.filter(({ kind }) => kind === "narrative")).toMatchObject([
      { key: "narrative~sdm~2026-S1~achievements", original: "Se firmó un memorando." },
    ]);
  });

  test("is the Office's alone, of a report that there can be", async () => {
    const of = (reportId: string, actor = andres) => outlineReport(composer, actor, { reportId });
    await expect(of(REPORT, marta)).rejects.toMatchObject({ details: { reason: "office-only" } });
    await expect(of("weekly-1")).rejects.toMatchObject({ details: { reason: "not-found" } });
    await expect(of("annual-2027")).rejects.toMatchObject({ details: { reason: "year-out-of-range" } });
    await expect(of("half-year-2026-S1-sdm")).rejects.toMatchObject({
      details: { reason: "report-not-approved" },
    });
    await approveReportOf("sdm");
    const { outline } = await of("half-year-2026-S1-sdm");
    expect(outline.flatMap(({ slots }) => slots).some(({ original }) => original)).toBe(true);
    expect((await of("monthly-2026-02")).outline.length).toBeGreaterThan(3);
  });
});

describe("the preview", () => {
  async function preview(language: "es" | "en", reportId = REPORT): Promise<string> {
    const chunks: Buffer[] = [];
    const draw = await previewReport(composer, andres, { reportId, language });
    await draw(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk);
          done();
        },
      }),
    );
    return textOf(Buffer.concat(chunks));
  }

  test("shows a text as soon as it is saved, in either language, marked on every page", async () => {
    expect(await preview("es")).not.toContain("Un año de trabajo.");
    await saveReportText(context, andres, asked());
    const spanish = await preview("es");
    expect(spanish).toContain("Un año de trabajo.");
    expect(spanish).toContain("VISTA PREVIA");
    expect(await preview("en")).toContain("A year of work.");
  });

  test("makes no edition", async () => {
    await preview("es", "monthly-2026-02");
    expect((await db.collection("editions").get()).size).toBe(0);
  });

  test("is not drawn for others", async () => {
    const request = { reportId: REPORT, language: "es" } as const;
    await expect(previewReport(composer, comision, request)).rejects.toMatchObject({
      details: { reason: "office-only" },
    });
  });
});
