/** The editor's answers and the definition that they make: nothing is lost on the way, either way. */
import "../withoutBrowser.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkIndicator } from "#domain/checkIndicator.ts";
import { definitionOf } from "#domain/indicator.ts";
import { CATALOGUES, INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import {
  definitionFromValues,
  inOrder,
} from "../../../web/src/app/pages/indicatorEditor/definitionFromValues.ts";
import {
  blankCondition,
  blankIndicator,
  blankState,
  type IndicatorValues,
  newKey,
} from "../../../web/src/app/pages/indicatorEditor/IndicatorValues.ts";
import { valuesOfDefinition } from "../../../web/src/app/pages/indicatorEditor/valuesOfDefinition.ts";
import { anyDefinition } from "./anyDefinition.ts";

const BLANK = blankIndicator(1);

describe("a definition comes back from the answers that it makes", () => {
  test("whatever it is", () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        expect(definitionFromValues(valuesOfDefinition(definition))).toEqual(definition);
      }),
    );
  });

  test("and so do those that ship, which the check takes", () => {
    for (const indicator of INDICATORS) {
      const definition = definitionOf(indicator);
      const others = INDICATORS.filter(({ id }) => id !== indicator.id);
      const typed = definitionFromValues(valuesOfDefinition(definition));
      expect(checkIndicator(typed, { catalogues: CATALOGUES, others })).toEqual({ definition });
    }
  });

  test("even from this computer's memory, which keeps them as text", () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const kept: IndicatorValues = JSON.parse(JSON.stringify(valuesOfDefinition(definition)));
        expect(definitionFromValues(kept)).toEqual(definition);
      }),
    );
  });
});

describe("what is typed", () => {
  const withTarget = (value: string, rest: Partial<IndicatorValues> = {}) =>
    definitionFromValues({ ...BLANK, ...rest, target: { ...BLANK.target, per: "year", value } }).target;

  test("is read as a number, below zero too, and stays as it is where it is none", () => {
    expect(withTarget("1.200")).toEqual({ per: "year", value: 1200 });
    expect(withTarget("-5")).toEqual({ per: "year", value: -5 });
    expect(withTarget("doce")).toEqual({ per: "year", value: "doce" });
    expect(withTarget("  ")).toEqual({ per: "year" });
  });

  test("is cents where money is added up", () => {
    const money = { type: "sum", sumOf: "money" } as const;
    expect(withTarget("1.200,5", money)).toEqual({ per: "year", value: 120_050 });
  });

  test("of another type or source stays in the form and out of the definition", () => {
    const condition = {
      ...blankCondition("new:1"),
      field: "details.status",
      test: "in",
      among: ["held"],
    } as const;
    const values: IndicatorValues = { ...BLANK, kind: "interaction", where: { interaction: [condition] } };
    expect(definitionFromValues(values).rule).toEqual({
      ...{ source: "records", kind: "interaction" },
      where: [{ field: "details.status", in: ["held"] }],
    });
    const elsewhere: IndicatorValues = { ...values, kind: "project" };
    expect(definitionFromValues(elsewhere).rule).toEqual({ source: "records", kind: "project", where: [] });
    expect(definitionFromValues({ ...elsewhere, kind: "interaction" })).toEqual(definitionFromValues(values));
    expect(definitionFromValues({ ...values, type: "statistic" })).not.toHaveProperty("dimensions");
  });

  test("breaks down only by what the kind has", () => {
    const asked: IndicatorValues = { ...BLANK, dimensions: ["scope", "country"] };
    expect(definitionFromValues({ ...asked, kind: "interaction" }).dimensions).toEqual(["country"]);
    expect(definitionFromValues({ ...asked, kind: "instrument" }).dimensions).toEqual(["scope", "country"]);
    expect(definitionFromValues({ ...asked, source: "decisions" }).dimensions).toEqual([]);
  });
});

test("new states get ids of their names, and those that are saved keep theirs", () => {
  const states = [
    { ...blankState("in-force"), nameEs: "Vigente", nameEn: "In force" },
    { ...blankState("new:1"), nameEs: "En revisión", nameEn: "Under review" },
    { ...blankState("new:2"), nameEs: "En revisión", nameEn: "Under review again" },
  ];
  const definition = definitionFromValues({ ...BLANK, type: "milestone", states, achievedKey: "new:2" });
  expect(definition.states).toMatchObject([
    { id: "in-force" },
    { id: "en-revision" },
    { id: "en-revision-2" },
  ]);
  expect(definition.achievedState).toBe("en-revision-2");
});

test("observations stand in the order of their periods", () => {
  const observations = ["2026", "2025-S1", "2024"].map((period, index) => ({
    ...{ key: `new:${index}`, period, value: "1", citation: "DANE", link: "", consultedOn: "1/2/2026" },
  }));
  expect(inOrder(observations).map(({ period }) => period)).toEqual(["2024", "2025-S1", "2026"]);
});

test("a new key is no other's, after items were taken away too", () => {
  expect(newKey([])).toBe("new:1");
  expect(newKey([{ key: "new:3" }, { key: "in-force" }])).toBe("new:4");
});
