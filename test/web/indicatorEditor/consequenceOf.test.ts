/** What saving would do is said before, and is what the server does. */
import "../withoutBrowser.ts";
import { expect, test } from "vitest";
import { definitionOf } from "#domain/indicator.ts";
import { consequenceOf } from "../../../web/src/app/pages/indicatorEditor/consequenceOf.ts";
import { anIndicator } from "../../support/builders.ts";

const indicator = anIndicator({ id: "meetings", ruleVersion: 1 });
const definition = definitionOf(indicator);
const held = {
  rule: { source: "records", kind: "interaction", where: [{ field: "details.status", in: ["held"] }] },
} as const;

test.each([
  ["nothing", {}],
  ["at-once", { nameEs: "Otro nombre" }],
  ["at-once", { target: { per: "year", value: 5 } }],
  ["recount", held],
  ["recount", { dimensions: ["country"] }],
  ["retired", { active: false }],
  [undefined, { nameEs: "" }],
])("%s: %j", (consequence, change) => {
  expect(consequenceOf(indicator, { ...definition, ...change })).toBe(consequence);
});

test("a new indicator is counted first, but for a statistic, which is quoted", () => {
  expect(consequenceOf(undefined, definition)).toBe("first-count");
  const { dimensions: _, ...rest } = definition as Extract<typeof definition, { type: "count" }>;
  const statistic = { ...rest, type: "statistic", rule: { source: "external" }, observations: [] };
  expect(consequenceOf(undefined, statistic)).toBe("at-once");
});

test("one that is out of use is not counted, whatever changes", () => {
  const retired = { ...indicator, active: false };
  expect(consequenceOf(retired, { ...definition, active: false, ...held })).toBe("at-once");
  expect(consequenceOf(retired, definition)).toBe("recount");
});
