/** Reasons for returning a record: what is missing is named by its place, and each reason stands once. */
import { expect, test } from "vitest";
import { checkReturnReasons, MOST_REASONS } from "#domain/returnReasons.ts";
import { RETURN_REASONS } from "../../scripts/seed/catalogueData.ts";

const reason = {
  id: "a",
  nameEs: "Falta",
  nameEn: "Missing",
  textEs: "Adjunte el acta.",
  textEn: "Attach it.",
};

test("those that ship pass", () => {
  expect(checkReturnReasons(RETURN_REASONS)).toEqual({ reasons: RETURN_REASONS });
});

test("spaces around a text are taken off", () => {
  expect(checkReturnReasons([{ ...reason, nameEs: " Falta " }])).toEqual({ reasons: [reason] });
});

test.each([
  ["a text that is blank", [reason, { ...reason, id: "b", textEn: " " }], "reasons.1.textEn", "missing"],
  ["a text that is not there", [{ ...reason, nameEn: undefined }], "reasons.0.nameEn", "missing"],
  ["a text that is too long", [{ ...reason, textEs: "x".repeat(2_001) }], "reasons.0.textEs", "too-long"],
  ["one that stands twice", [reason, reason], "reasons.1.id", "twice"],
  ["more than fit a list", Array(MOST_REASONS + 1).fill(reason), "reasons", "too-many"],
])("%s is told", (_, typed, path, code) =>
  expect(checkReturnReasons(typed)).toMatchObject({ problems: [{ path, code }] }),
);
