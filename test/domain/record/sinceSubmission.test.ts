/** What changed between two submissions of a record, and that a first one has nothing to compare with. */
import { expect, test } from "vitest";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import { sinceSubmission } from "#domain/record/sinceSubmission.ts";
import { aRecord, NOW } from "../../support/builders.ts";

const entry = (
  version: number,
  action: HistoryEntry["action"],
  changes: object,
  reason?: string,
): HistoryEntry => ({
  ...{
    version,
    covers: 1,
    scope: "entities/sdm",
    at: NOW,
    by: "elena",
    byName: "Elena",
    requestId: `q${version}`,
  },
  ...{ action, to: "submitted", before: {}, ...(reason !== undefined && { reason }) },
  after: { ...aRecord("interaction", { version, ...changes }) },
});

const FIRST = entry(2, "submit", { state: "submitted", title: "Visita", countries: ["MX"] });
const RETURNED = entry(3, "return", { state: "returned", title: "Visita" }, "Precise el título.");
const EDITED = entry(5, "edit", { state: "returned", title: "Visita de Lima" });
const AGAIN = entry(6, "submit", { state: "submitted", title: "Visita de Lima", countries: ["PE"] });

test("tells what was asked, and field by field what held something else when it was sent before", () => {
  expect(sinceSubmission([AGAIN, FIRST, EDITED, RETURNED])).toEqual({
    returned: { reason: "Precise el título.", byName: "Elena", at: NOW },
    before: { title: "Visita", countries: ["MX"] },
    after: AGAIN.after,
  });
});

test("of a record returned twice, compares with the last time alone", () => {
  const entries = [
    ...[FIRST, RETURNED, EDITED, AGAIN],
    entry(7, "return", { state: "returned", title: "Visita de Lima" }, "Falta el país."),
    entry(8, "submit", { state: "submitted", title: "Visita de Lima", countries: ["PE", "CO"] }),
  ];
  expect(sinceSubmission(entries)).toMatchObject({
    returned: { reason: "Falta el país." },
    before: { countries: ["PE"] },
  });
});

test("sent again unchanged, it says that nothing changed", () => {
  const same = entry(4, "submit", { state: "submitted", title: "Visita", countries: ["MX"] });
  expect(sinceSubmission([FIRST, RETURNED, same])?.before).toEqual({});
});

test.each([
  ["sent for the first time", [FIRST]],
  ["returned and not sent again", [FIRST, RETURNED]],
  ["without history", []],
])("has nothing to say of a record %s", (_, entries) => expect(sinceSubmission(entries)).toBeUndefined());
