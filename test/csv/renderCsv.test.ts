/** The figures of a report as CSV. */
import { describe, expect, it } from "vitest";
import type { Block, Row } from "#domain/annualReport/block.ts";
import { renderCsv } from "#functions/csv/renderCsv.ts";
import { failing, INFO, written } from "../support/written.ts";

const columns = [
  { title: "Resultado", weight: 1, align: "left" },
  { title: "En 2025; todo", weight: 1, align: "right" },
] as const;
const table = (rows: readonly Row[], isList = false): Block => ({
  type: "table",
  title: "Tabla",
  columns,
  rows,
  isList,
});
const textOf = async (blocks: Block[], info = INFO) =>
  (await written((output) => renderCsv(blocks, info, output))).bytes.toString("utf8");

describe("the figures as CSV", () => {
  it("stand one to a line, with the headings, table, row and column that they stand in", async () => {
    const text = await textOf([
      { type: "heading", level: 1, text: "Avance" },
      { type: "heading", level: 2, text: "Línea 1" },
      table([
        ["Reuniones", { text: "22,9 %", value: 22.9 }],
        ["Nada", "–"],
      ]),
      { type: "heading", level: 1, text: "Resumen" },
      table([["Pérdida", { text: "-3", value: -3 }]]),
    ]);
    expect(text).toBe(
      [
        "\uFEFFSección;Tabla;Fila;Columna;Valor;Como se imprime",
        'Avance › Línea 1;Tabla;Reuniones;"En 2025; todo";22,9;22,9 %',
        'Resumen;Tabla;Pérdida;"En 2025; todo";-3;\'-3',
        "",
      ].join("\r\n"),
    );
  });

  it("have English heads in an English document", async () => {
    expect(await textOf([], { ...INFO, language: "en" })).toMatch(
      /^\uFEFFSection;Table;Row;Column;Value;As printed\r\n$/,
    );
  });

  it("run nothing: names that begin like a formula are texts", async () => {
    const text = await textOf([table([["=HYPERLINK(1)", { text: "1", value: 1 }]])]);
    expect(text).toContain(";'=HYPERLINK(1);");
  });

  it("leave out lists", async () => {
    expect((await textOf([table([["a", { text: "1", value: 1 }]], true)])).split("\r\n")).toHaveLength(2);
  });

  it("fail when their output does", async () => {
    await expect(renderCsv([], INFO, failing())).rejects.toThrow("the bucket is full");
  });
});
