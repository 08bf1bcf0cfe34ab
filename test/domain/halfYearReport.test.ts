import { describe, expect, test } from "vitest";
import {
  type DraftReport,
  draftReportSchema,
  isOwed,
  reportStatusOf,
  SECTION_IDS,
} from "#domain/halfYearReport.ts";
import { LIMITS } from "#domain/limits.ts";

const now = new Date("2025-07-10T15:00:00Z");
const report: DraftReport = {
  entityId: "sdm",
  periodId: "2025-S1",
  nothingToReport: false,
  state: "draft",
  version: 1,
  createdAt: now,
  createdBy: "movilidad",
  updatedAt: now,
  updatedBy: "movilidad",
};

describe("a half-year report", () => {
  test("is far below what Firestore and its events hold, however it is filled", () => {
    const full = (max: number) => "😀".repeat(max);
    const sections = (max: number) => Object.fromEntries(SECTION_IDS.map((id) => [id, full(max)]));
    const fullest = draftReportSchema.parse({
      ...report,
      ...sections(LIMITS.narrative),
      review: { reason: full(LIMITS.paragraph), sectionReasons: sections(LIMITS.sectionReason) },
    });
    expect(Buffer.byteLength(JSON.stringify(fullest))).toBeLessThan(LIMITS.reportBytes);
  });

  test("is owed until it is sent, and again when it is returned", () => {
    const owed = (["not-started", "in-progress", "returned"] as const).map(isOwed);
    const settled = (["submitted-on-time", "submitted-late", "approved", "nothing-to-report"] as const).map(
      isOwed,
    );
    expect([...owed, ...settled]).toEqual([true, true, true, false, false, false, false]);
  });

  test.each([
    ["not-started", undefined, undefined],
    ["in-progress", report, undefined],
    ["submitted-on-time", { ...report, state: "submitted" as const }, "2025-07-20"],
    ["submitted-late", { ...report, state: "submitted" as const }, "2025-07-21"],
    ["returned", { ...report, state: "returned" as const }, "2025-07-10"],
    ["approved", { ...report, state: "approved" as const }, "2025-07-10"],
    ["nothing-to-report", { ...report, state: "approved" as const, nothingToReport: true }, "2025-07-10"],
  ])("stands as %s", (status, filed, submittedOn) => {
    expect(reportStatusOf(filed, submittedOn, "2025-07-20")).toBe(status);
  });
});
