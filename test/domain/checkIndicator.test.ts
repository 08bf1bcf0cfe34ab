/** What the Office may make of an indicator: the shipped ones pass, and each mistake is told by the field that it is in. */
import { describe, expect, test } from "vitest";
import { checkIndicator } from "#domain/checkIndicator.ts";
import { type Definition, definitionOf, type Indicator } from "#domain/indicator.ts";
import { CATALOGUES, INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { anIndicator } from "../support/builders.ts";
import { ALL_INDICATORS } from "../support/countingArbitraries.ts";

const check = (input: unknown, others: readonly Indicator[] = INDICATORS) =>
  checkIndicator(input, { catalogues: CATALOGUES, others });
const problems = (input: unknown, others?: readonly Indicator[]) => {
  const checked = check(input, others);
  return "problems" in checked ? checked.problems.map(({ path, code }) => [path, code]) : [];
};

const meetings = definitionOf(anIndicator({ id: "meetings" }));
const of = (changes: object): unknown => ({ ...meetings, ...changes });
const where = (...conditions: object[]) =>
  of({ rule: { source: "records", kind: "interaction", where: conditions } });
const money = (changes: object = {}): unknown => {
  const indicator = ALL_INDICATORS.find(({ id }) => id === "money");
  return { ...(indicator && definitionOf(indicator)), ...changes };
};

describe("an indicator", () => {
  test("that ships is right as it is", () => {
    for (const indicator of INDICATORS) {
      const others = INDICATORS.filter(({ id }) => id !== indicator.id);
      expect([indicator.id, problems(definitionOf(indicator), others)]).toEqual([indicator.id, []]);
    }
  });

  test("of each type can be right", () => {
    for (const indicator of ALL_INDICATORS.slice(INDICATORS.length))
      expect([indicator.id, problems(definitionOf(indicator))]).toEqual([indicator.id, []]);
  });

  test.each([
    [
      "names a field that the kind does not have",
      where({ field: "details.signedOn", present: true }),
      "rule.where.0.field",
      "unknown-field",
    ],
    [
      "names a field of no kind",
      where({ field: "favouriteColour", in: ["red"] }),
      "rule.where.0.field",
      "unknown-field",
    ],
    [
      "names a kind that there is not",
      of({ rule: { source: "records", kind: "party", where: [] } }),
      "rule.kind",
      "not-a-choice",
    ],
    [
      "asks for a value that the field cannot have",
      where({ field: "details.status", in: ["cancelled"] }),
      "rule.where.0.in",
      "not-a-choice",
    ],
    [
      "asks for a code that is in no catalogue",
      where({ field: "themes", in: ["astrology"] }),
      "rule.where.0.in",
      "not-a-choice",
    ],
    [
      "asks for the same value twice",
      where({ field: "details.status", in: ["held", "held"] }),
      "rule.where.0.in",
      "twice",
    ],
    [
      "asks twice about one field",
      where({ field: "details.status", in: ["held"] }, { field: "details.status", in: ["planned"] }),
      "rule.where.1.field",
      "twice",
    ],
    [
      "asks for at least so much of a text",
      where({ field: "details.outcome", atLeast: 3 }),
      "rule.where.0.atLeast",
      "unexpected",
    ],
    ["has a negative target", of({ target: { per: "strategy", value: -5 } }), "target.value", "too-small"],
    ["has a target of nothing", of({ target: { per: "year", value: 0 } }), "target.value", "too-small"],
    [
      "has a baseline beyond its target",
      of({ target: { per: "strategy", value: 5, baseline: { value: 9, year: 2023 } } }),
      "target.baseline.value",
      "too-large",
    ],
    [
      "has a baseline for a target of each year",
      of({ target: { per: "year", value: 5, baseline: { value: 1, year: 2023 } } }),
      "target.baseline",
      "unexpected",
    ],
    [
      "gives an entity that there is not a part of the target",
      of({ target: { per: "year", value: 5, byEntity: { nobody: 1 } } }),
      "target.byEntity.nobody",
      "unknown-reference",
    ],
    [
      "has a target for a year outside of the strategy",
      of({ target: { per: "year", value: 5, byYear: { 2031: 1 } } }),
      "target.byYear",
      "not-a-choice",
    ],
    [
      "has a target of money without its currency",
      money({ target: { per: "strategy", value: 100 } }),
      "target.currency",
      "missing",
    ],
    ["adds up what the kind does not state", money({ of: "details.reach" }), "of", "not-a-choice"],
    [
      "is broken down by what the kind does not have",
      of({ dimensions: ["formality"] }),
      "dimensions.0",
      "not-a-choice",
    ],
    ["belongs to no line", of({ lineId: "l9" }), "lineId", "unknown-reference"],
    ["has no name", of({ nameEs: "" }), "nameEs", "missing"],
  ])("that %s is refused with the field named", (_, input, path, code) => {
    expect(problems(input)).toEqual([[path, code]]);
  });

  test("whose states do not hold the one from which it is achieved is refused", () => {
    const policy = INDICATORS.find(({ id }) => id === "l2-r1") ?? expect.fail();
    const others = INDICATORS.filter(({ id }) => id !== "l2-r1");
    expect(problems({ ...definitionOf(policy), achievedState: "nirvana" }, others)).toEqual([
      ["achievedState", "unknown-reference"],
    ]);
  });

  describe("that counts what another one counts", () => {
    const sessions: Definition = {
      ...definitionOf(anIndicator({ id: "sessions" })),
      rule: { source: "records", kind: "session", where: [{ field: "details.status", in: ["held"] }] },
    } as Definition;

    test("is refused, and the other named", () => {
      expect(check(sessions)).toEqual({
        problems: [{ path: "overlapsWith", code: "overlaps", others: ["l3-r3", "l4-r2"] }],
      });
    });

    test("is accepted when it says so", () => {
      expect(problems({ ...sessions, overlapsWith: ["l3-r3", "l4-r2"] })).toEqual([]);
    });

    test("is accepted while it is not active, and where their conditions exclude each other", () => {
      expect(problems({ ...sessions, active: false })).toEqual([]);
      const called = {
        source: "records",
        kind: "session",
        where: [{ field: "details.status", in: ["called"] }],
      };
      expect(problems({ ...sessions, rule: called })).toEqual([]);
    });

    test("is accepted where it measures something else of the same records", () => {
      const sum = { ...sessions, type: "sum", of: "details.attendanceCount" };
      expect(problems(sum)).toEqual([]);
    });
  });
});
