import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnnualMeasure, figuresOf, isMeasure } from "#domain/annualReport/annualIndicator.ts";
import { type AnnualSnapshot, annualSnapshotSchema } from "#domain/annualReport/annualSnapshot.ts";
import { annualReportInfo } from "#domain/annualReport/composeAnnualReport.ts";
import { partition } from "#domain/annualReport/sections/instruments.ts";
import { formatNumber } from "#domain/format.ts";
import { emptySnapshot, fullSnapshot } from "./annualSnapshots.ts";
import { blocksOf, headingsOf, paragraphsOf, rowsOf, sectionOf, tablesOf } from "./blocks.ts";
import { everyTypeSnapshot } from "./everyTypeSnapshot.ts";

/** Headings of what a year without data does not have. */
const NOT_OF_EVERY_YEAR =
  /^Movilidad$|^Mujeres$|Nuevos|Vigentes|Vencen|Terminados|En negociación|Por |Secretaría|semestre de/;

const countOf = (snapshot: AnnualSnapshot, id: string): AnnualMeasure =>
  snapshot.indicators.find((indicator) => indicator.id === id) as AnnualMeasure;

const months = fc.array(fc.nat(2000), { minLength: 12, maxLength: 12 });
/** A full snapshot in which each count has figures of its own. */
const snapshots = fc
  .tuple(
    fc.constantFrom(2024, 2025, 2026, 2027),
    fc.array(fc.tuple(months, fc.nat(500), fc.nat(90)), { minLength: 3, maxLength: 3 }),
  )
  .map(([year, figures]) => {
    const snapshot = fullSnapshot({ year, instruments: 6 });
    let next = 0;
    return annualSnapshotSchema.parse({
      ...snapshot,
      indicators: snapshot.indicators.map((indicator) => {
        if (!isMeasure(indicator)) return indicator;
        const [byMonth, earlier, before] = figures[next++] ?? [indicator.byMonth, 0, 0];
        const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
        const inYear = sum(byMonth);
        const byHalf = [sum(byMonth.slice(0, 6)), sum(byMonth.slice(6))];
        return { ...indicator, byMonth, byHalf, inYear, inStrategy: inYear + earlier, before };
      }),
    });
  });

describe("the annual report", () => {
  it("prints every figure as the snapshot has it, in the summary and in the indicator's own part", () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const blocks = blocksOf(snapshot);
        const [summary] = tablesOf(blocks);
        for (const indicator of snapshot.indicators) {
          if (!isMeasure(indicator)) continue;
          const inYear = formatNumber(indicator.inYear, "es");
          const inStrategy = formatNumber(indicator.inStrategy, "es");
          const row = summary?.rows.find(([name]) => name === indicator.name.es);
          expect(row?.slice(1, 3)).toEqual([inYear, inStrategy]);
          const section = sectionOf(blocks, indicator.name.es);
          const figures = section.find((block) => block.type === "keyFigures");
          expect(figures?.figures.map(({ text }) => text).slice(0, 2)).toEqual([inYear, inStrategy]);
          if (indicator.inYear === 0) continue;
          const chart = section.find((block) => block.type === "barChart");
          expect(chart?.bars.map(({ value }) => value)).toEqual(indicator.byMonth);
          const [table] = tablesOf(section);
          expect(table?.rows[0]).toEqual([...indicator.byMonth.map((n) => formatNumber(n, "es")), inYear]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("measures a total target against the strategy's total, in any year, and a yearly one against the year", () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const progress = (id: string) =>
          sectionOf(blocksOf(snapshot), countOf(snapshot, id).name.es).find(
            ({ type }) => type === "progress",
          );
        expect(progress("l1-r1")).toMatchObject({ target: 50, value: countOf(snapshot, "l1-r1").inStrategy });
        expect(progress("l4-r2")).toMatchObject({ target: 2, value: countOf(snapshot, "l4-r2").inYear });
        expect(progress("l2-r3")).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it("puts a table with the same numbers next to each chart", () => {
    const blocks = blocksOf(everyTypeSnapshot());
    const charts = blocks.flatMap((block, index) => (block.type === "barChart" ? [{ block, index }] : []));
    expect(charts.length).toBeGreaterThan(2);
    for (const { block, index } of charts) {
      const next = blocks[index + 1];
      if (next?.type !== "table") throw new Error(`no table after "${block.title}"`);
      const cells = rowsOf(next).flat();
      for (const { text } of block.bars) expect(cells).toContain(text);
    }
  });

  it("gives each chart the finding as its title", () => {
    const titles = blocksOf(fullSnapshot()).flatMap((block) =>
      block.type === "barChart" ? [block.title] : [],
    );
    expect(titles).toEqual([
      "Instrumentos estratégicos: el mes con más fue junio, con 5",
      "Reuniones: los meses con más fueron abril y octubre, con 1 cada uno",
      "Movilidad es el sector con más registros aprobados de 2025: 420",
      "Con más registros: Mujeres, 210",
      "Con más registros: ODS 11. Ciudades y comunidades sostenibles, 402",
    ]);
  });

  it("words progress as people say it", () => {
    const progress = blocksOf(fullSnapshot()).find(({ type }) => type === "progress");
    expect(progress).toMatchObject({ text: "27 de 50, 54 % de la meta de la estrategia" });
  });

  it("shows a milestone's state and since when, or that there is no information", () => {
    const milestone = "Portafolio de oferta y demanda de cooperación de Bogotá publicado";
    expect(paragraphsOf(sectionOf(blocksOf(fullSnapshot()), milestone))).toEqual([
      "Estado: Publicado, desde el 12 de mayo de 2025. El resultado está logrado.",
    ]);
    expect(paragraphsOf(sectionOf(blocksOf(emptySnapshot()), milestone))).toEqual([
      "Sin información: ningún registro aprobado dice todavía en qué estado está.",
    ]);
  });

  it("lists each instrument once, by whether it is new, in force, ended or not signed, whatever ends soon besides", () => {
    const snapshot = fullSnapshot({ year: 2026, instruments: 23 });
    const lists = partition(snapshot);
    const once = [...lists.new, ...lists.inForce, ...lists.ended, ...lists.unsigned];
    expect(new Set(once).size).toBe(23);
    expect(once).toHaveLength(23);
    const soon = snapshot.instruments.map((one) => ({
      ...one,
      status: "active" as const,
      validUntil: "2027-03-31",
    }));
    const day = (cutOffOn: string) => partition({ ...snapshot, cutOffOn, instruments: soon }).soon.length;
    expect([day("2026-12-30"), day("2026-12-31"), day("2027-03-31"), day("2027-04-01")]).toEqual([
      0, 23, 23, 0,
    ]);
  });

  it("counts a returned report as not received, and leaves out of the rate what is not due yet", () => {
    const snapshot: AnnualSnapshot = {
      ...emptySnapshot(),
      consultedOn: "2025-08-15",
      periods: [
        {
          id: "2025-S1",
          dueOn: "2025-07-31",
          statuses: [
            { entityId: "entity-0", status: "approved" },
            { entityId: "entity-1", status: "returned" },
            { entityId: "entity-2", status: "nothing-to-report" },
            { entityId: "entity-3", status: "submitted-late" },
          ],
        },
        { id: "2025-S2", dueOn: "2026-01-31", statuses: [{ entityId: "entity-0", status: "not-started" }] },
      ],
    };
    const blocks = blocksOf(snapshot);
    const table = tablesOf(blocks).find(({ title }) => title.startsWith("Informes recibidos"));
    expect(table?.rows).toEqual([
      ["Primer semestre de 2025", "31/7/2025", "4", "3", "75 %"],
      ["Segundo semestre de 2025", "31/1/2026", "1", "0", "Aún no vence"],
    ]);
    const key = blocks.find((block) => block.type === "keyFigures");
    expect(key?.figures.at(-1)?.text).toBe("75 %");
  });

  it("is complete and says so for a year without data: each part has one line for what is missing", () => {
    const blocks = blocksOf(emptySnapshot());
    const parts = headingsOf(blocksOf(fullSnapshot())).filter((text) => !NOT_OF_EVERY_YEAR.test(text));
    expect(headingsOf(blocks)).toEqual(expect.arrayContaining(parts));
    expect(paragraphsOf(blocks)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/no tiene registros públicos aprobados de 2025/),
        "No hay registros aprobados de 2025 que cuenten para este resultado.",
        "Ninguna entidad tiene registros públicos de 2025.",
        "No hay instrumentos públicos aprobados.",
        "Ningún resultado se movió en 2025.",
        "Ningún hito cambió de estado en 2025.",
        "Ningún registro público aprobado de 2025 dice un monto.",
        "Ningún registro público aprobado de 2025 nombra un país.",
        "Ningún registro público aprobado de 2025 nombra un actor internacional.",
        "Ningún informe semestral aprobado de 2025 trae un relato.",
        "No hay decisiones públicas por seguir.",
        "No hay buenas prácticas públicas aprobadas.",
        "No hay necesidades públicas aprobadas.",
        "No hay transferencias públicas aprobadas de 2025.",
        "Ningún registro público aprobado de 2025 nombra una población.",
        "Ningún registro público aprobado de 2025 nombra un objetivo.",
        "Esta es la primera edición de este informe.",
        "No hay registros públicos aprobados de 2025.",
        "No hay sesiones públicas aprobadas de 2025.",
        "No hay decisiones públicas registradas de 2025.",
        "No hay semestres de 2025 con informes por entregar.",
      ]),
    );
    expect(blocks.filter(({ type }) => type === "barChart")).toEqual([]);
    expect(tablesOf(blocks).filter(({ rows }) => rows.length === 0)).toEqual([]);
  });

  it("never has a table without rows, nor a row of another length than its head", () => {
    const few = fullSnapshot({ year: 2024, instruments: 3 });
    for (const snapshot of [emptySnapshot(), fullSnapshot(), everyTypeSnapshot(), few])
      for (const { columns, rows } of tablesOf(blocksOf(snapshot))) {
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
  });

  it("carries the warning of demonstration data, and none otherwise", () => {
    expect(annualReportInfo({ ...fullSnapshot(), isDemo: true }).mark).toBe("DATOS DE DEMOSTRACIÓN");
    expect(annualReportInfo(fullSnapshot())).not.toHaveProperty("mark");
  });
});

describe("the snapshot", () => {
  it("keeps of each indicator the strategy's total, of each currency apart, or the milestone's state", () => {
    const figures = (snapshot: AnnualSnapshot) =>
      Object.fromEntries(snapshot.indicators.flatMap(figuresOf).map(({ key, figure }) => [key, figure]));
    expect(figures(fullSnapshot())).toEqual({ "l1-r1": 27, "l2-r1": "published", "l2-r3": 1385, "l4-r2": 3 });
    expect(figures(emptySnapshot())["l2-r1"]).toBe("no-information");
    expect(figures(everyTypeSnapshot())).toMatchObject({
      ...{ countries: 14, visitors: 201_450, tourists: 1_500_000 },
      ...{ "mobilised~COP": 4_150_000_000_00, "mobilised~USD": 2_600_000_50 },
    });
  });
});
