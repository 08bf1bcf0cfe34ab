import { describe, expect, test } from "vitest";
import { type DraftReport, reportStatusOf, saysSomething } from "#domain/halfYearReport.ts";

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
  test("says something with achievements or with the declaration that there is nothing, never with both or neither", () => {
    expect(saysSomething(report)).toBe(false);
    expect(saysSomething({ ...report, achievements: "   " })).toBe(false);
    expect(saysSomething({ ...report, achievements: "Firmamos un memorando." })).toBe(true);
    expect(saysSomething({ ...report, nothingToReport: true })).toBe(true);
    expect(saysSomething({ ...report, nothingToReport: true, achievements: "Firmamos." })).toBe(false);
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
