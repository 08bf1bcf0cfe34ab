/** What the annual report says of each type of result besides counts and milestones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualMeasure, AnnualStatistic } from "#domain/annualReport/annualIndicator.ts";
import { formatMoney, formatNumber } from "#domain/format.ts";
import {
  blocksOf,
  factsOf,
  notesOf,
  paragraphsOf,
  progressOf,
  sectionOf,
  tablesOf,
  textsOf,
} from "./blocks.ts";
import {
  distinctCountries,
  everyTypeSnapshot,
  mobilised,
  snapshotWith,
  tourists,
  visitors,
} from "./everyTypeSnapshot.ts";

const report = blocksOf(everyTypeSnapshot());
const summaryTable = (title: string) => tablesOf(report).find((table) => table.title === title);
const keyFiguresOf = (heading: string) =>
  sectionOf(report, heading).flatMap((block) => (block.type === "keyFigures" ? block.figures : []));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const twelve = (amount: fc.Arbitrary<number>) => fc.array(amount, { minLength: 12, maxLength: 12 });

describe("what is counted once", () => {
  it("says how many are different in the year and in the strategy", () => {
    expect(keyFiguresOf(distinctCountries.name.es)).toEqual([
      { text: "9", label: "diferentes en 2025" },
      { text: "14", label: "diferentes en la estrategia, 2024-2025" },
      { text: "3", label: "diferentes antes de 2024, aparte" },
    ]);
  });

  it("has no total of its months, and says why, whatever they are", () => {
    const distinct = fc.tuple(twelve(fc.nat(90)), fc.nat(300)).map(([byMonth, more]): AnnualMeasure => {
      const inYear = Math.max(...byMonth);
      return { ...distinctCountries, byMonth, inYear, inStrategy: inYear + more };
    });
    fc.assert(
      fc.property(distinct, (measure) => {
        fc.pre(measure.inYear > 0);
        const section = sectionOf(blocksOf(snapshotWith([measure])), measure.name.es);
        const byMonth = tablesOf(section).find(({ title }) => title.startsWith("Por mes"));
        expect(byMonth?.rows).toEqual([measure.byMonth.map(String)]);
        expect(notesOf(section).at(-1)).toMatch(/los meses no suman el año/);
        const total = formatNumber(sum(measure.byMonth), "es");
        const shown = [measure.inYear, measure.inStrategy, measure.before, ...measure.byMonth];
        if (!shown.includes(sum(measure.byMonth))) expect(textsOf(section)).not.toContain(total);
      }),
      { numRuns: 50 },
    );
  });

  it("says in the method that the years do not add up either, and only where something is counted so", () => {
    const said = (blocks: typeof report) =>
      textsOf(blocks).some((text) => /ni los años la estrategia\.$/.test(text));
    expect(said(sectionOf(report, "Cómo se hizo este informe"))).toBe(true);
    expect(said(blocksOf(snapshotWith([visitors])))).toBe(false);
  });
});

describe("what quantities add up to", () => {
  it("is drawn by month; long numbers stand below one another, with the year's total", () => {
    const section = sectionOf(report, visitors.name.es);
    expect(section.find(({ type }) => type === "barChart")).toMatchObject({
      title: "Asistentes: el mes con más fue junio, con 79.200",
      bars: visitors.byMonth.map((value) => ({ value })),
    });
    const [table] = tablesOf(section);
    expect(table?.columns.map(({ title }) => title)).toEqual(["Mes", "Asistentes"]);
    expect(table?.rows).toHaveLength(13);
    expect(table?.rows[5]).toEqual(["Junio", "79.200"]);
    expect(table?.rows.at(-1)).toEqual(["Total", "143.300"]);
  });

  it("is not drawn where a number would not fit over its bar", () => {
    const inYear = 12_000_000;
    const section = sectionOf(
      blocksOf(snapshotWith([{ ...visitors, inYear, byMonth: Array<number>(12).fill(1_000_000) }])),
      visitors.name.es,
    );
    expect(section.some(({ type }) => type === "barChart")).toBe(false);
    expect(tablesOf(section)[0]?.rows.at(-1)).toEqual(["Total", "12.000.000"]);
  });
});

describe("what an amendment took back", () => {
  it("is a number below zero in the month of the amendment, without a bar", () => {
    const byMonth = [3, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const section = sectionOf(
      blocksOf(snapshotWith([{ ...visitors, byMonth, inYear: 2, byHalf: [2, 0] }])),
      visitors.name.es,
    );
    const chart = section.flatMap((block) => (block.type === "barChart" ? [block] : []))[0];
    expect(chart?.bars[2]).toMatchObject({ value: 0, text: "-1" });
    expect(chart?.alt).toContain("marzo, -1");
    expect(tablesOf(section)[0]?.rows[0]).toEqual([...byMonth.map(String), "2"]);
  });
});

describe("money", () => {
  it("has a row for each currency, in the summary and in its own part", () => {
    expect(summaryTable("Resultados en dinero, cada moneda aparte")?.rows).toEqual([
      [
        "Recursos de cooperación que se movilizaron\nPesos colombianos",
        ...["$ 3.200.000.000 COP", "$ 4.150.000.000 COP", "Sin meta", "–"],
      ],
      [
        "Recursos de cooperación que se movilizaron\nDólares",
        ...["US$ 1.250.000,50", "US$ 2.600.000,50", "US$ 5.000.000", "54,2 %"],
      ],
    ]);
    const [figures, months] = tablesOf(sectionOf(report, mobilised.name.es));
    expect(figures?.rows).toEqual([
      ["Pesos colombianos", "$ 3.200.000.000 COP", "$ 4.150.000.000 COP", "$ 0 COP"],
      ["Dólares", "US$ 1.250.000,50", "US$ 2.600.000,50", "US$ 90.000"],
    ]);
    expect(months?.rows).toEqual([
      ["Marzo", "$ 3.200.000.000 COP", "US$ 0"],
      ["Mayo", "$ 0 COP", "US$ 250.000,50"],
      ["Septiembre", "$ 0 COP", "US$ 1.000.000"],
      ["Total", "$ 3.200.000.000 COP", "US$ 1.250.000,50"],
    ]);
  });

  it("is never added to money of another currency, nor converted", () => {
    // Amounts of which no sum is by chance another amount of the report.
    const amount = (digit: number) => fc.integer({ min: 1, max: 9_000 }).map((n) => n * 10_000_000 + digit);
    const currencies = fc.tuple(amount(1_00), amount(3_00)).map(([usd, cop]) =>
      (["COP", "USD"] as const).map((currency) => {
        const inYear = currency === "USD" ? usd : cop;
        const byMonth = [inYear, ...Array<number>(11).fill(0)];
        return { currency, inYear, inStrategy: inYear, before: 0, byHalf: [inYear, 0], byMonth };
      }),
    );
    fc.assert(
      fc.property(currencies, (of) => {
        const { target: _target, entityTargets: _parts, ...rest } = mobilised;
        const texts = textsOf(
          sectionOf(blocksOf(snapshotWith([{ ...rest, currencies: of }])), mobilised.name.es),
        );
        for (const { currency, inYear } of of) expect(texts).toContain(formatMoney(inYear, currency, "es"));
        const total = formatNumber(sum(of.map(({ inYear }) => inYear)) / 100, "es");
        expect(texts.filter((text) => text.includes(total))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("is measured in the target's currency alone, from its baseline, and against what was fixed for the year", () => {
    const section = sectionOf(report, mobilised.name.es);
    expect(factsOf(section)).toEqual([
      "La meta de la estrategia cuenta también la línea base de 2023: US$ 200.000.",
    ]);
    expect(progressOf(section).map(({ text }) => text)).toEqual([
      "US$ 2.800.000,50 de US$ 5.000.000, 54,2 % del camino desde la línea base",
      "US$ 2.800.000,50 de US$ 2.000.000, 140 % de lo fijado para el final de 2025",
    ]);
  });

  it("says how far each entity has come with its part of the target", () => {
    const parts = tablesOf(sectionOf(report, mobilised.name.es)).find(
      ({ title }) => title === "Metas de las entidades",
    );
    expect(parts?.rows).toEqual([
      ["Secretaría Distrital de Movilidad", "2024-2025", "US$ 250.000,50", "US$ 500.000", "50 %"],
    ]);
  });

  it("says in one line that there is none", () => {
    const { entityTargets: _, ...rest } = mobilised;
    const blocks = blocksOf(snapshotWith([{ ...rest, currencies: [] }]));
    expect(factsOf(sectionOf(blocks, mobilised.name.es)).slice(1)).toEqual([
      "No hay registros aprobados de 2025 con montos que cuenten para este resultado.",
    ]);
    const rows = tablesOf(blocks).find(({ title }) => title.startsWith("Resultados en dinero"))?.rows;
    expect(rows).toEqual([
      ["Recursos de cooperación que se movilizaron\nDólares", "US$ 0", "US$ 0", "US$ 5.000.000", "0 %"],
    ]);
  });
});

describe("a statistic", () => {
  it("is quoted with who published it and when it was read", () => {
    const section = sectionOf(report, tourists.name.es);
    expect(keyFiguresOf(tourists.name.es)).toEqual([{ text: "1.500.000", label: "turistas, 2025" }]);
    expect(tablesOf(section)[0]?.rows).toEqual([
      ["2024", "1.385.979,5", "Observatorio de ejemplo, boletín anual 2024.", "10/2/2025"],
      [
        ...["2025", "1.500.000"],
        "Observatorio de ejemplo, boletín anual 2025.\nhttps://example.org/boletin-2025",
        "11/2/2026",
      ],
    ]);
    expect(progressOf(section).map(({ text }) => text)).toEqual([
      "1.500.000 de 2.000.000, 75 % de la meta de 2025",
    ]);
  });

  it("stands apart from what is counted", () => {
    const names = (title: string) => summaryTable(title)?.rows.map(([name]) => name);
    expect(names("Estadísticas citadas de otras fuentes")).toEqual([tourists.name.es]);
    expect(names("Resultados que se cuentan")).not.toContain(tourists.name.es);
    const contributed = tablesOf(report).filter(({ title }) => /resultados por (sector|entidad)/.test(title));
    expect(contributed.length).toBeGreaterThan(1);
    for (const { columns } of contributed)
      expect(columns.map(({ title }) => title)).not.toContain("Turistas");
  });

  it("has no progress where no number is quoted of the period, nor towards a total that nobody publishes", () => {
    const [earlier] = tourists.observations;
    if (!earlier) throw new Error("no observation");
    const cases: [AnnualStatistic, string][] = [
      [{ ...tourists, observations: [earlier] }, "La meta es 2.000.000 al año."],
      [{ ...tourists, target: { per: "strategy", value: 8_000_000 } }, "La meta es 8.000.000."],
    ];
    for (const [statistic, said] of cases) {
      const section = sectionOf(blocksOf(snapshotWith([statistic])), tourists.name.es);
      expect(progressOf(section)).toEqual([]);
      expect(factsOf(section)).toEqual([said]);
    }
  });

  it("without any number says that there is no information", () => {
    const blocks = blocksOf(snapshotWith([{ ...tourists, observations: [] }]));
    const section = sectionOf(blocks, tourists.name.es);
    expect(factsOf(section)[0]).toBe("Sin información: no hay datos citados hasta 2025.");
    expect(tablesOf(section)).toEqual([]);
  });
});

describe("a definition", () => {
  it("is named with its version once there was an earlier one", () => {
    const [note] = notesOf(sectionOf(report, distinctCountries.name.es));
    expect(note).toMatch(/^Cómo se cuenta \(definición, versión 2\): /);
    expect(notesOf(sectionOf(report, visitors.name.es))[0]).toMatch(/^Cómo se cuenta: /);
    const method = textsOf(sectionOf(report, "Cómo se hizo este informe"));
    expect(method.some((text) => text.startsWith("La Consejería puede cambiar la definición"))).toBe(true);
  });
});

describe("what sectors and entities contributed", () => {
  it("goes on in further tables where a page is too narrow, each figure as it is", () => {
    const byEntity = tablesOf(sectionOf(report, "Por entidad"));
    expect(
      byEntity.map(({ title, columns }) => [title, ...columns.slice(1).map((column) => column.title)]),
    ).toEqual([
      [
        "Registros y resultados por entidad, 2025",
        ...["Aprobados", "En revisión", "Instrumentos estratégicos", "Instrumentos o alianzas"],
      ],
      ["Más resultados por entidad, 2025", "Países", "Asistentes"],
      ["Más resultados por entidad, 2025", "Recursos, pesos colombianos", "Recursos, dólares"],
    ]);
    const money = byEntity[2]?.rows.find(([name]) => name?.endsWith("(SDMujer)"));
    expect(money?.slice(1)).toEqual(["$ 400.000.000 COP", "US$ 250.000,50"]);
  });

  it("says whose sums are", () => {
    expect(paragraphsOf(report).some((text) => text.includes("son de la entidad responsable"))).toBe(true);
  });
});
