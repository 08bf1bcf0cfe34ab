/** Columns by period: what screen and paper draw. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChartPeriod } from "#domain/annualReport/block.ts";
import { mapShapes } from "#domain/charts/mapShapes.ts";
import { periodChartShapes } from "#domain/charts/periodChartShapes.ts";
import { progressShapes } from "#domain/charts/progressShapes.ts";

const FRAME = { width: 640, height: 290, textSize: 15 };
const reached = (value: number) => ({ value, text: String(value) });
const anyPeriod = fc.record(
  {
    label: fc.constant("S1"),
    group: fc.constantFrom("2024", "2025"),
    reached: fc.integer({ min: 0, max: 1e9 }).map(reached),
    target: fc.integer({ min: 0, max: 1e9 }).map(reached),
  },
  { requiredKeys: ["label"] },
);

describe("columns by period", () => {
  test("stand on one line, within their frame, as high as their share of the highest", () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 12 }), (periods: ChartPeriod[]) => {
        const shapes = periodChartShapes(periods, FRAME);
        const columns = shapes.flatMap((shape) => (shape.kind === "rectangle" ? [shape] : []));
        const axis = shapes.find((shape) => shape.kind === "line" && shape.role === "axis");
        const base = axis?.kind === "line" ? axis.y1 : 0;
        const values = periods.flatMap((period) => (period.reached ? [period.reached.value] : []));
        expect(columns).toHaveLength(values.length);
        const highest = Math.max(1, ...periods.flatMap((p) => [p.reached?.value ?? 0, p.target?.value ?? 0]));
        const full = base - 40;
        for (const [index, { x, y, width, height }] of columns.entries()) {
          expect(y + height).toBeCloseTo(base, 6);
          expect(height).toBeCloseTo(((values[index] ?? 0) / highest) * full, 6);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(FRAME.width);
        }
      }),
    );
  });

  test("name a year once between its half-years, and a target once", () => {
    const periods = ["2024", "2024", "2025", "2025"].map((group, index) => ({
      label: `S${(index % 2) + 1}`,
      group,
      target: reached(50),
    }));
    const texts = periodChartShapes(periods, FRAME, "Meta: 50").flatMap((shape) =>
      shape.kind === "text" ? [[shape.text, shape.x]] : [],
    );
    expect(texts).toEqual([
      ["S1", 80],
      ["S2", 240],
      ["S1", 400],
      ["S2", 560],
      ["2024", 160],
      ["2025", 480],
      ["Meta: 50", 640],
    ]);
  });

  test("leave a period that is still to come empty", () => {
    const shapes = periodChartShapes([{ label: "a", reached: reached(3) }, { label: "b" }], FRAME);
    expect(shapes.filter(({ role }) => role === "column" || role === "value")).toHaveLength(2);
  });
});

test("a bar towards a target ends at it, and begins at nothing", () => {
  const widths = (share: number) =>
    progressShapes(share, { width: 100, height: 8 }).map(({ width }) => width);
  expect([-1, 0, 0.54, 1, 3].map(widths)).toEqual([
    [100, 0],
    [100, 0],
    [100, 54],
    [100, 100],
    [100, 100],
  ]);
});

describe("the map", () => {
  const value = (country: string, count: number) => ({ country, value: count, text: String(count) });

  test("has its darkest shade for the highest values, however few there are", () => {
    expect(mapShapes([value("MX", 45)]).shades).toEqual([{ shade: 3, from: 45, to: 45 }]);
    expect(mapShapes([value("MX", 45), value("FR", 2)]).shades.map(({ shade }) => shade)).toEqual([1, 3]);
    const many = ["MX", "FR", "ES", "DE", "US", "BR"].map((country, index) => value(country, index + 1));
    expect(mapShapes(many).shades).toEqual([
      { shade: 1, from: 1, to: 2 },
      { shade: 2, from: 3, to: 4 },
      { shade: 3, from: 5, to: 6 },
    ]);
  });

  test("fills a country once, and gives one without an outline a dot", () => {
    const shapes = mapShapes([value("MX", 1), value("AD", 2), value("XX", 3), value("FR", 0)]);
    expect(shapes.areas.filter(({ shade }) => shade > 0).length + shapes.dots.length).toBe(2);
  });
});
