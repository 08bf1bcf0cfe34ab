import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportProblems } from "#domain/halfYear/checkReport.ts";
import { SECTION_IDS } from "#domain/halfYearReport.ts";

const required = ["achievements" as const];
const told = { nothingToReport: false, achievements: "Firmamos un memorando." };
const nothing = { nothingToReport: true };

describe("a half-year report", () => {
  test.each([
    ["tells its achievements", told, { required, hasRecords: true }, []],
    ["says nothing", { nothingToReport: false }, { required, hasRecords: false }, ["achievements missing"]],
    [
      "holds white space alone",
      { nothingToReport: false, achievements: " \n" },
      { required, hasRecords: false },
      ["achievements missing"],
    ],
    ["declares that there is nothing", nothing, { required, hasRecords: false }, []],
    [
      "declares that there is nothing, beside records",
      nothing,
      { required, hasRecords: true },
      ["nothingToReport unexpected"],
    ],
    [
      "declares that there is nothing and tells of achievements",
      { ...told, nothingToReport: true },
      { required, hasRecords: false },
      ["achievements unexpected"],
    ],
    [
      "lacks what this entity must write",
      told,
      { required: ["achievements", "nextSteps"] as const, hasRecords: true },
      ["nextSteps missing"],
    ],
    [
      "is empty though nothing is required",
      { nothingToReport: false },
      { required: [], hasRecords: false },
      ["achievements missing"],
    ],
  ])("that %s", (_, report, context, expected) =>
    expect(reportProblems(report, context).map(({ path, code }) => `${path} ${code}`)).toEqual(expected),
  );

  test("may be sent exactly when every required section is written, in the form's order", () => {
    const some = fc.subarray([...SECTION_IDS]);
    fc.assert(
      fc.property(some, some, (needed, written) => {
        const report = {
          nothingToReport: false,
          ...Object.fromEntries(written.map((section) => [section, "Sí."])),
        };
        const missing = reportProblems(report, { required: needed, hasRecords: true }).map(
          ({ path }) => path,
        );
        const owed = needed.filter((section) => !written.includes(section));
        expect(missing).toEqual(needed.length + written.length === 0 ? ["achievements"] : owed);
      }),
    );
  });
});
