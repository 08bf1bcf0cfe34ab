/** Times, targets, amounts and contributions in words, in both languages. */
import "../withoutBrowser.ts";
import { afterEach, describe, expect, test } from "vitest";
import type { Series } from "#domain/counting/figures.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";
import { addsWords } from "../../../web/src/indicators/addsWords.ts";
import { measuresOf } from "../../../web/src/indicators/measures.ts";
import { targetWords } from "../../../web/src/indicators/targetWords.ts";
import { timeName, timeWords } from "../../../web/src/indicators/timeWords.ts";
import { recordsUnitOf, unitOf } from "../../../web/src/indicators/unitOf.ts";
import { aFigure, aSeries } from "./aSeries.ts";

afterEach(() => chooseLanguage("es"));

describe("times", () => {
  test.each([
    ["strategy", "entre 2024 y 2027", "between 2024 and 2027"],
    ["before", "antes de 2024", "before 2024"],
    ["2026", "en 2026", "in 2026"],
    ["2026-S1", "en el primer semestre de 2026", "in the first half of 2026"],
    ["2026-02", "en febrero de 2026", "in February 2026"],
  ])("%s stands in a sentence", (time, es, en) => {
    expect(timeWords(time)).toBe(es);
    chooseLanguage("en");
    expect(timeWords(time)).toBe(en);
  });

  test("stand alone in a table", () =>
    expect(["2026", "2026-S2", "2026-02"].map(timeName)).toEqual([
      ...["2026", "segundo semestre de 2026", "febrero de 2026"],
    ]));
});

describe("targets", () => {
  test("say their period", () => {
    expect(targetWords({ per: "strategy", value: 50 })).toBe("50 entre 2024 y 2027");
    expect(targetWords({ per: "year", value: 2, atLeast: true })).toBe("al menos 2 cada año");
    expect(targetWords({ per: "half-year", value: 3 })).toBe("3 cada semestre");
    expect(targetWords({ per: "month", value: 1 })).toBe("1 cada mes");
  });

  test("say their currency, and what they are counted from", () => {
    expect(targetWords({ per: "strategy", value: 5_000_000_00, currency: "USD" })).toBe(
      "US$ 5.000.000 entre 2024 y 2027",
    );
    expect(targetWords({ per: "strategy", value: 50, baseline: { value: 10, year: 2023 } })).toBe(
      "50 entre 2024 y 2027; se cuenta desde 10, lo que había en 2023",
    );
  });
});

describe("money", () => {
  const money = { type: "sum", of: "money", unitEs: "proyectos", unitEn: "projects" } as const;

  test("is one measure for each currency, never their sum", () => {
    const figure = aFigure({
      value: 3,
      byCurrency: { COP: aSeries({ value: 5 }), USD: aSeries({ value: 7 }) },
    });
    expect(measuresOf<Series>(money, figure).map(({ currency, series }) => [currency, series.value])).toEqual(
      [
        ...[
          ["COP", 5],
          ["USD", 7],
        ],
      ],
    );
  });

  test("bears its own unit; the indicator's is that of the records behind it", () => {
    expect(unitOf(money)).toBe("");
    expect(recordsUnitOf(money)).toBe("proyectos");
    const quantity = { ...money, of: "details.quantity", unitEs: "turistas" };
    expect([unitOf(quantity), recordsUnitOf(quantity)]).toEqual(["turistas", "registros"]);
  });
});

describe("what a record adds", () => {
  test("goes without saying where it is one", () => {
    expect(addsWords({ type: "count" }, { "": 1 })).toBeUndefined();
    expect(addsWords({ type: "distinct", of: "partners" }, { "": 1, ucci: 1, iclei: 1 })).toBeUndefined();
  });

  test("is the amount of each currency, or the quantity", () => {
    const money = { type: "sum", of: "money" } as const;
    expect(addsWords(money, { "": 1, USD: 90_50, COP: 1_000_00 })).toBe("US$ 90,50, $ 1.000 COP");
    expect(addsWords({ type: "sum", of: "details.quantity" }, { "": 1, n: 12_000 })).toBe("12.000");
  });

  test("is less where an amendment took it out, or only changed it", () => {
    expect(addsWords({ type: "count" }, { "": -1 })).toBe("−1: dejó de contar por una modificación");
    expect(addsWords({ type: "sum", of: "money" }, { USD: -500_00 })).toBe(
      "-US$ 500, cambió por una modificación",
    );
  });
});
