import { describe, expect, test } from "vitest";
import {
  dueOnOf,
  type Obligation,
  type ObligationInput,
  obligationProblems,
  requiredSections,
} from "#domain/halfYear/obligation.ts";
import { standingOf, statusIn } from "#domain/halfYear/standings.ts";
import { CATALOGUES } from "../../../scripts/seed/catalogueData.ts";
import { aReport } from "../../support/builders.ts";

const extension = {
  ...{ dueOn: "2026-08-10", reason: "Cambio de enlace.", by: "oficina", byName: "Andrés" },
  at: new Date("2026-07-15T15:00:00Z"),
};
const obligation: Obligation = {
  ...{ periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm", "sdmujer"] },
  sections: ["achievements", "nextSteps"],
  terms: { sdm: { extension }, sdmujer: { sections: ["achievements"] } },
};

describe("what an entity owes", () => {
  test("is due on the day of the half-year, or on that of its own extension", () => {
    expect(dueOnOf(obligation, "sdm")).toBe("2026-08-10");
    expect(dueOnOf(obligation, "sdmujer")).toBe("2026-07-20");
  });

  test("has the sections of the half-year, its own in their place, achievements where nothing is said", () => {
    expect(requiredSections(obligation, "sdm")).toEqual(["achievements", "nextSteps"]);
    expect(requiredSections(obligation, "sdmujer")).toEqual(["achievements"]);
    expect(requiredSections(undefined, "sdm")).toEqual(["achievements"]);
  });
});

describe("how an entity stands", () => {
  const submittedAt = new Date("2026-08-01T15:00:00Z");
  const entities = {
    sdm: standingOf(aReport({ state: "submitted", submittedAt })),
    sdmujer: standingOf(aReport({ state: "submitted", submittedAt })),
  };

  test("counts its extension: one day is in time for one and late for another", () => {
    expect(statusIn(obligation, { entities }, "sdm")).toBe("submitted-on-time");
    expect(statusIn(obligation, { entities }, "sdmujer")).toBe("submitted-late");
  });

  test("tells who owes nothing from who has not begun", () => {
    expect(statusIn(obligation, undefined, "sdm")).toBe("not-started");
    expect(statusIn(obligation, undefined, "idu")).toBe("not-owed");
    expect(statusIn(obligation, { entities: { idu: standingOf(aReport()) } }, "idu")).toBe("in-progress");
  });

  test("is known without a word of what the report says", () => {
    const review = { decidedAt: submittedAt, decidedBy: "oficina", reason: "Amplíe." };
    expect(standingOf(aReport({ state: "returned", submittedAt, review }))).toEqual({
      ...{ state: "returned", nothingToReport: false, submittedOn: "2026-08-01", decidedOn: "2026-08-01" },
    });
  });
});

describe("an obligation that the Office wants saved", () => {
  const input: ObligationInput = {
    ...{ dueOn: "2026-07-20", entityIds: ["sdm"], sections: ["achievements"], terms: {} },
  };
  const late = { dueOn: "2026-07-20", reason: "Cambio de enlace." };
  test.each<[string, Partial<ObligationInput>, string[]]>([
    ["is right as it ships", {}, []],
    ["falls due before its half-year is over", { dueOn: "2026-06-30" }, ["dueOn too-early"]],
    ["names an entity twice", { entityIds: ["sdm", "sdm"] }, ["entityIds twice"]],
    ["names an entity that does not exist", { entityIds: ["nasa"] }, ["terms.nasa unknown-reference"]],
    [
      "grants an extension that is none",
      { terms: { sdm: { extension: late } } },
      ["terms.sdm.extension.dueOn before-start"],
    ],
  ])("%s", (_, changes, expected) => {
    const problems = obligationProblems({ ...input, ...changes }, "2026-S1", CATALOGUES.entities);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});
