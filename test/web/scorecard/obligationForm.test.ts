/** The form of an obligation: what it holds is what is saved, and what is wrong leads to its control. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import {
  inputOf,
  type ObligationValues,
  obligationErrors,
  valuesOfObligation,
} from "../../../web/src/app/pages/scorecard/obligationForm.ts";

const at = new Date("2026-07-15T15:00:00Z");
const extension = { dueOn: "2026-08-10", reason: "Cambio de enlace.", by: "oficina", byName: "A", at };
const obligation: Obligation = {
  ...{ periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm", "idu"] },
  sections: ["achievements", "nextSteps"],
  terms: { sdm: { extension, sections: ["achievements"] }, idu: { sections: [] } },
};
const values = valuesOfObligation(obligation);

describe("the form of an obligation", () => {
  test("that nobody has touched saves what stood, without what is the server's", () =>
    expect(inputOf(values)).toEqual({
      ...{ dueOn: "2026-07-20", entityIds: ["sdm", "idu"], sections: ["achievements", "nextSteps"] },
      terms: {
        sdm: { extension: { dueOn: "2026-08-10", reason: "Cambio de enlace." }, sections: ["achievements"] },
        idu: { sections: [] },
      },
    }));

  test.each<[string, Partial<ObligationValues>, string[]]>([
    ["is right", {}, []],
    ["has no day", { dueOn: "pronto" }, ["dueOn"]],
    ["has a day that does not exist", { dueOn: "31/9/2026" }, ["dueOn"]],
    ["falls due within its half-year", { dueOn: "30/6/2026" }, ["dueOn"]],
    [
      "grants an extension to nobody, until no day, for no reason",
      { extensions: [{ key: "1", entityId: "", dueOn: "", reason: " " }] },
      ["extension-0-entity", "extension-0-due", "extension-0-reason"],
    ],
    [
      "grants an extension that ends before the day of all",
      { extensions: [{ key: "1", entityId: "sdm", dueOn: "1/7/2026", reason: "Sí." }] },
      ["extension-0-due"],
    ],
    [
      "names an entity twice",
      {
        own: [
          { key: "1", entityId: "sdm", sections: [] },
          { key: "2", entityId: "sdm", sections: [] },
        ],
      },
      ["own-1-entity"],
    ],
  ])("%s", (_, changes, ids) =>
    expect(obligationErrors({ ...values, ...changes }, "2026-S1").map(({ id }) => id)).toEqual(ids),
  );
});
