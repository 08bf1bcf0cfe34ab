/** Why, since when and until when a record is not public: what is asked of each, and of none that is public. */
import { expect, test } from "vitest";
import { restrictionProblems } from "#domain/record/restriction.ts";

type Restricted = Parameters<typeof restrictionProblems>[0];
const TODAY = "2026-03-01";
const classified: Restricted = {
  ...{ disclosure: "classified", exception: "18-a", legalGround: "Ley 1581 de 2012" },
  classifiedOn: "2026-02-20",
};
const reserved: Restricted = {
  ...classified,
  disclosure: "reserved",
  exception: "19-c",
  reservedUntil: "2031-02-20",
};

const problemsOf = (record: Restricted) =>
  restrictionProblems(record, TODAY).map(({ path, code }) => `${path} ${code}`);

test("asks nothing of a public record", () => {
  expect(problemsOf({ disclosure: "public" })).toEqual([]);
});

test("takes a classified record without a term, and a reserved one with a term", () => {
  expect(problemsOf(classified)).toEqual([]);
  expect(problemsOf(reserved)).toEqual([]);
});

test("asks for all that is missing at once, in the form's order", () => {
  expect(problemsOf({ disclosure: "reserved" })).toEqual([
    "exception missing",
    "legalGround ground-missing",
    "classifiedOn missing",
    "reservedUntil missing",
  ]);
  expect(problemsOf({ disclosure: "classified" })).not.toContain("reservedUntil missing");
});

test.each([
  [
    "a classified record with an exception of article 19",
    { ...classified, exception: "19-c" },
    "exception not-a-choice",
  ],
  [
    "a reserved record with an exception of article 18",
    { ...reserved, exception: "18-a" },
    "exception not-a-choice",
  ],
  [
    "a classification that lies ahead",
    { ...classified, classifiedOn: "2026-03-02" },
    "classifiedOn in-the-future",
  ],
  [
    "a term before the classification",
    { ...reserved, reservedUntil: "2026-02-20" },
    "reservedUntil before-start",
  ],
  [
    "a term of more than fifteen years",
    { ...reserved, reservedUntil: "2041-02-21" },
    "reservedUntil too-far",
  ],
] satisfies [string, Restricted, string][])("refuses %s", (_, record, problem) => {
  expect(problemsOf(record)).toEqual([problem]);
});

test("takes a term of exactly fifteen years", () => {
  expect(problemsOf({ ...reserved, reservedUntil: "2041-02-20" })).toEqual([]);
});
