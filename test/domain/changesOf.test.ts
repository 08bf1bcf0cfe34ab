/** What differs between two versions: all that does, by field, and nothing that the entry tells already. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOf, valueAt } from "#domain/changesOf.ts";
import { aRecord, NOW } from "../support/builders.ts";

const document = fc.record(
  {
    title: fc.string(),
    themes: fc.array(fc.string(), { maxLength: 3 }),
    details: fc.dictionary(
      fc.constantFrom("status", "place", "outcome"),
      fc.oneof(fc.string(), fc.integer()),
    ),
    version: fc.integer(),
  },
  { requiredKeys: ["details"] },
);

test("names exactly the fields that differ, with what they held before", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const changes = changesOf(before, after);
      for (const path of ["title", "themes", "details.status", "details.place", "details.outcome"]) {
        const [was, is] = [valueAt(before, path), valueAt(after, path)];
        const differs = JSON.stringify(was) !== JSON.stringify(is);
        expect(path in changes).toBe(differs);
        if (differs) expect(changes[path]).toEqual(was ?? null);
      }
      expect(changes).not.toHaveProperty("version");
    }),
  );
});

test("is empty between a document and itself, however its keys are ordered", () => {
  expect(
    changesOf({ title: "a", details: { x: 1, y: [2] } }, { details: { y: [2], x: 1 }, title: "a" }),
  ).toEqual({});
});

test("tells of the Office's review what it said of the record, not who decided and when", () => {
  const before = aRecord("instrument", { state: "submitted", review: { submittedBy: "movilidad" } });
  const review = { submittedBy: "movilidad", decidedBy: "oficina", decidedAt: NOW, strategic: true };
  expect(changesOf(before, { ...before, state: "approved", review })).toEqual({
    state: "submitted",
    "review.strategic": null,
  });
});
