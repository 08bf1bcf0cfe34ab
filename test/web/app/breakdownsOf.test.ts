/** A figure taken apart into tables. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import { breakdownsOf } from "../../../web/src/app/indicator/breakdownsOf.ts";
import { aFigure, aSeries } from "../indicators/aSeries.ts";

const found = INDICATORS.find(({ id }) => id === "l1-r1");
if (!found) throw new Error("l1-r1 does not ship");
const strategic: Indicator = found;
const resources: Indicator = {
  id: "resources",
  ...indicatorSchema.parse({
    ...{
      type: "sum",
      of: "money",
      lineId: "l1",
      order: 1,
      nameEs: "R",
      nameEn: "R",
      unitEs: "p",
      unitEn: "p",
    },
    ...{ ruleEs: "R", ruleEn: "R", targetSourceEs: "R", targetSourceEn: "R", public: true, active: true },
    ...{ rule: { source: "records", kind: "project", where: [] }, dimensions: ["country"] },
    ...{ target: { per: "strategy", value: 10, currency: "USD" }, version: 1, ruleVersion: 1 },
    ...{ updatedAt: new Date(0), updatedBy: "seed" },
  }),
};

describe("breakdowns", () => {
  test("are those that hold something, times first", () => {
    const figure = aFigure({ byYear: { 2025: 1 }, bySector: { salud: 1 }, by: { country: { MX: 1 } } });
    expect(breakdownsOf(strategic, figure).map(({ by }) => by)).toEqual(["year", "sector", "country"]);
  });

  test("begin with the latest time, and with the most of everything else", () => {
    const figure = aFigure({ byYear: { 2009: 1, 2025: 1 }, bySector: { salud: 1, mujeres: 4 } });
    const keys = breakdownsOf(strategic, figure).map(({ rows }) => rows.map(({ key }) => key));
    expect(keys).toEqual([
      ["2025", "2009"],
      ["mujeres", "salud"],
    ]);
  });

  test("open the list of each row", () => {
    const figure = aFigure({ byHalf: { "2025-S1": 1 }, by: { country: { MX: 1 } } });
    const slices = breakdownsOf(strategic, figure).flatMap(({ rows }) => rows.map(({ slice }) => slice));
    expect(slices).toEqual([
      { standing: "approved", time: "2025-S1" },
      { standing: "approved", time: "strategy", of: { dimension: "country", value: "MX" } },
    ]);
  });

  test("have a row for an entity whose records all wait, and for a target without records", () => {
    const target = { per: "strategy", value: 50, byEntity: { idu: 5 } } as const;
    const [entities] = breakdownsOf(
      { ...strategic, target } as Indicator,
      aFigure({ reportedByEntity: { sdm: 2 } }),
    );
    expect(entities?.rows).toMatchObject([
      { key: "sdm", amounts: [0], reported: [2] },
      { key: "idu", amounts: [0], reported: [0], target: 5 },
    ]);
  });

  test("of money have a column for each currency, the target's first, and one for the records", () => {
    const figure = aFigure({
      byYear: { 2025: 2 },
      byCurrency: { COP: aSeries({ byYear: { 2025: 70 } }), USD: aSeries({ byYear: { 2025: 9 } }) },
    });
    const [years] = breakdownsOf(resources, figure);
    expect(years?.measures.map(({ currency }) => currency)).toEqual(["USD", "COP", undefined]);
    expect(years?.rows[0]?.amounts).toEqual([9, 70, 2]);
  });
});
