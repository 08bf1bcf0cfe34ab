/** What the annual report says of targets, in all the ways in which a source may set one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualMeasure } from "#domain/annualReport/annualIndicator.ts";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import type { Target } from "#domain/indicator.ts";
import { both } from "./annualSnapshots.ts";
import { blocksOf, factsOf, progressOf, sectionOf, tablesOf } from "./blocks.ts";
import { snapshotWith } from "./everyTypeSnapshot.ts";

const meetings: AnnualMeasure = {
  ...{
    type: "count",
    id: "meetings",
    lineId: "l1",
    name: both("Reuniones de la red"),
    unit: both("reuniones"),
  },
  ...{ version: 1, rule: both("Todas."), targetSource: both("Acta 1."), shared: false },
  ...{ inYear: 12, inStrategy: 27, before: 0, byHalf: [9, 3] },
  byMonth: [2, 1, 2, 0, 3, 1, 0, 1, 0, 2, 0, 0],
};

/** What is said in the result's own part, and in the last two columns of the summary. */
function said(target: Target, changes: Partial<AnnualSnapshot> = {}) {
  const blocks = blocksOf({ ...snapshotWith([{ ...meetings, target }]), ...changes });
  const section = sectionOf(blocks, meetings.name.es);
  const row = tablesOf(blocks)[0]?.rows.find(([name]) => name === meetings.name.es);
  return {
    bars: progressOf(section).map(({ text, value, target: end }) => ({ text, value, end })),
    text: progressOf(section).map(({ text }) => text),
    paragraphs: factsOf(section),
    cells: row?.slice(3, 5),
  };
}

describe("a target of the whole strategy", () => {
  it("is measured on the strategy's total, whatever it is called", () => {
    expect(said({ per: "strategy", value: 50 })).toMatchObject({
      text: ["27 de 50, 54 % de la meta de la estrategia"],
      cells: ["50", "54 %"],
    });
    expect(said({ per: "strategy", value: 50, atLeast: true })).toMatchObject({
      text: ["27 de al menos 50, 54 % de la meta de la estrategia"],
      cells: ["al menos 50", "54 %"],
    });
  });

  it("is counted on from its baseline; the bar begins there", () => {
    expect(said({ per: "strategy", value: 50, baseline: { value: 10, year: 2023 } })).toMatchObject({
      bars: [{ value: 27, end: 40, text: "37 de 50, 67,5 % del camino desde la línea base" }],
      paragraphs: ["La meta de la estrategia cuenta también la línea base de 2023: 10."],
      cells: ["50", "67,5 %"],
    });
  });

  it("has what its source fixes for the end of the year beside it, and nothing where that fixes none", () => {
    const target = { per: "strategy", value: 50, byYear: { "2025": 20 } } as const;
    expect(said(target).text).toEqual([
      "27 de 50, 54 % de la meta de la estrategia",
      "27 de 20, 135 % de lo fijado para el final de 2025",
    ]);
    expect(said({ ...target, byYear: { "2026": 20 } }).text).toHaveLength(1);
  });

  it("is never divided by years, half-years or months", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (value) => {
        const { bars, cells } = said({ per: "strategy", value });
        expect(bars.map(({ end }) => end)).toEqual([value]);
        expect(cells?.[0]?.replace(/\D/g, "")).toBe(String(value));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a target for each period", () => {
  it("of a year is measured on the year, by what is fixed for it", () => {
    expect(said({ per: "year", value: 10, atLeast: true })).toMatchObject({
      text: ["12 de al menos 10, 120 % de la meta de 2025"],
      cells: ["al menos 10 al año", "120 %"],
    });
    expect(said({ per: "year", value: 10, byYear: { "2025": 24 } })).toMatchObject({
      text: ["12 de 24, 50 % de la meta de 2025"],
      cells: ["24 al año", "50 %"],
    });
  });

  it("of a half-year has a bar for each half", () => {
    expect(said({ per: "half-year", value: 6 })).toMatchObject({
      text: [
        "9 de 6, 150 % de la meta del primer semestre de 2025",
        "3 de 6, 50 % de la meta del segundo semestre de 2025",
      ],
      cells: ["6 al semestre", "1.º: 150 %\n2.º: 50 %"],
    });
  });

  it("of a month says in how many it was met", () => {
    expect(said({ per: "month", value: 2 })).toMatchObject({
      text: [],
      paragraphs: ["La meta es 2 al mes. Se cumplió en 4 de 12 meses de 2025."],
      cells: ["2 al mes", "4 de 12 meses"],
    });
  });

  it("is not asked of periods that had not begun by the cut-off", () => {
    const inMay = { cutOffOn: "2025-05-20", consultedOn: "2025-05-20" };
    expect(said({ per: "half-year", value: 6 }, inMay).text).toHaveLength(1);
    expect(said({ per: "month", value: 2 }, inMay).cells).toEqual(["2 al mes", "3 de 5 meses"]);
  });
});
