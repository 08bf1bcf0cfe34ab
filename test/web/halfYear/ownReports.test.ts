/** Which half-year report is the one to do now. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import type { DraftReport } from "#domain/halfYearReport.ts";
import { mostPressing, ownReportsOf } from "../../../web/src/app/pages/halfYear/ownReports.ts";
import { aReport } from "../../support/builders.ts";

const at = new Date("2026-07-15T15:00:00Z");
const extension = { dueOn: "2026-12-15", reason: "Cambio de enlace.", by: "oficina", byName: "A", at };
const obligations: Obligation[] = [
  { periodId: "2025-S2", dueOn: "2026-01-20", entityIds: ["sdm"] },
  { periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm"] },
  { periodId: "2026-S2", dueOn: "2027-01-20", entityIds: ["sdm"] },
  { periodId: "2027-S1", dueOn: "2027-07-20", entityIds: ["sdm"] },
];
const TODAY = "2026-11-24";
const reports = (filed: readonly DraftReport[], owed = obligations) =>
  ownReportsOf("sdm", owed, filed, TODAY);
const pressing = (...args: Parameters<typeof reports>) => mostPressing(reports(...args), TODAY)?.periodId;

describe("the reports of an entity", () => {
  test("are those of the half-years that have begun, the latest first, each with its state", () =>
    expect(
      reports([aReport({ state: "approved", submittedAt: at })]).map(({ periodId, status, isOwed }) => [
        ...[periodId, status, isOwed],
      ]),
    ).toEqual([
      ["2026-S2", "not-started", true],
      ["2026-S1", "approved", false],
      ["2025-S2", "not-started", true],
    ]));
});

describe("the one to do now", () => {
  test("is what falls due next, before what is late already", () => expect(pressing([])).toBe("2026-S2"));

  test("is what was returned, before all else", () =>
    expect(pressing([aReport({ state: "returned", submittedAt: at })])).toBe("2026-S1"));

  test("is of an extended half-year while its new day is ahead", () => {
    const extended = obligations.map((one) =>
      one.periodId === "2026-S1" ? { ...one, terms: { sdm: { extension } } } : one,
    );
    expect(pressing([], extended)).toBe("2026-S1");
  });

  test("is what is late the shortest when nothing lies ahead, and nothing when nothing is owed", () => {
    expect(pressing([], obligations.slice(0, 2))).toBe("2026-S1");
    expect(pressing([], [])).toBeUndefined();
  });
});
