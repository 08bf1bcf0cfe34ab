import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, changesSchema, withChanges } from "#domain/amendment.ts";

const record = {
  title: "Memorando con la Ciudad de México",
  happenedOn: "2025-05-12",
  countries: ["MX"],
  version: 4,
  details: { instrumentKind: "mou", status: "signed", validUntil: "2027-12-31" },
};

const typed = fc.record(
  {
    title: fc.string(),
    summary: fc.string(),
    countries: fc.array(fc.constantFrom("MX", "ES", "FR")),
    details: fc.record(
      { status: fc.string(), quantity: fc.integer(), place: fc.string() },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["details"] },
);

describe("an amendment", () => {
  test("turns a record into the proposed one, and says nothing when there is no difference", () => {
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        expect(withChanges(before, changesBetween(before, after))).toEqual(after);
        expect(changesBetween(before, before)).toEqual({});
      }),
    );
  });

  test("names each changed field once and leaves the rest of the record alone", () => {
    const next = { ...record, details: { instrumentKind: "mou", status: "ended" } };
    const changes = changesBetween(record, next);
    expect(changes).toEqual({ "details.status": "ended", "details.validUntil": null });
    expect(withChanges(record, changes)).toEqual({ ...next, version: 4 });
  });

  test.each([
    ["the state", { state: "draft" }],
    ["the version", { version: 9 }],
    ["the review", { "review.strategic": "yes" }],
    ["whose record it is", { entityId: "sdm" }],
    ["nothing at all", {}],
  ])("cannot change %s", (_, changes) => {
    expect(changesSchema.safeParse(changes).success).toBe(false);
  });

  test("may change a typed field or a detail", () => {
    expect(changesSchema.safeParse({ title: "Otro título", "details.status": "ended" }).success).toBe(true);
  });
});
