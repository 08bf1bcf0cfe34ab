/** The spreadsheet of a report, read as the import reads any. */
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import type { Block, BlockOf, Row } from "#domain/annualReport/block.ts";
import { annualReportInfo, composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { renderXlsx } from "#functions/xlsx/renderXlsx.ts";
import { SheetNames } from "#functions/xlsx/SheetNames.ts";
import { readXlsx } from "../../web/src/import/workbook/readXlsx.ts";
import { fullSnapshot } from "../domain/annualReport/annualSnapshots.ts";
import { failing, INFO, nowhere, written } from "../support/written.ts";

const COLUMNS = [
  { title: "Nombre", weight: 2, align: "left" },
  { title: "Cifra", weight: 1, align: "right" },
] as const;
const table = (rows: BlockOf<"table">["rows"], title = "Tabla de prueba"): BlockOf<"table"> => ({
  type: "table",
  title,
  columns: COLUMNS,
  rows,
});
const cover: Block = { type: "cover", title: "Prueba", subtitle: "De la prueba", lines: ["Corte: hoy"] };

const render = (blocks: Iterable<Block>, info = INFO) =>
  written((output) => renderXlsx(blocks, info, output));
const sheetsOf = async (blocks: Iterable<Block>, info = INFO) =>
  (await readXlsx((await render(blocks, info)).bytes)).sheets;
const xmlOf = (bytes: Buffer, path: string): string =>
  Buffer.from(unzipSync(bytes)[path] ?? []).toString("utf8");

describe("a spreadsheet", () => {
  it("has a sheet for each table of a report, behind a cover that names them", async () => {
    const blocks = [...composeAnnualReport(fullSnapshot())];
    const sheets = await sheetsOf(blocks, annualReportInfo(fullSnapshot()));
    const tables = blocks.filter(({ type }) => type === "table");
    expect(sheets).toHaveLength(tables.length + 1);
    expect(sheets[0]?.name).toBe("Portada");
    const said = sheets[0]?.rows.flatMap(({ cells }) => cells.map((cell) => JSON.stringify(cell))).join();
    expect(said).toContain("Informe anual de implementación 2025");
    expect(said).toContain("Fecha de corte: 31 de diciembre de 2025");
    for (const { name } of sheets.slice(1)) expect(said).toContain(name);
  });

  it("says its sources on the cover, and that it is a demonstration", async () => {
    const info = { ...INFO, sources: ["Fuente: registros"], mark: "DATOS DE DEMOSTRACIÓN" };
    const [first] = await sheetsOf([cover, table([["a", "1"]])], info);
    const said = JSON.stringify(first?.rows);
    for (const text of ["Fuente: registros", "DATOS DE DEMOSTRACIÓN", "De la prueba", "Corte: hoy"])
      expect(said).toContain(text);
  });

  it("holds figures as numbers, and shows them as they are printed", async () => {
    const rows: Row[] = [
      ["entera", { text: "1.385", value: 1385 }],
      ["porcentaje", { text: "22,9 %", value: 22.9 }],
      ["dinero", { text: "US$ 1.250,50", value: 1250.5 }],
      ["negativa", { text: "-3", value: -3 }],
    ];
    const { bytes } = await render([cover, table(rows)]);
    const xml = xmlOf(bytes, "xl/worksheets/sheet2.xml");
    for (const value of ["1385", "22.9", "1250.5", "-3"]) expect(xml).toContain(`<v>${value}</v>`);
    const styles = xmlOf(bytes, "xl/styles.xml");
    const formatOf = (place: string) => {
      const style = Number(new RegExp(`r="${place}" s="(\\d+)"`).exec(xml)?.[1]);
      const formats = [...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf numFmtId="(\d+)"/g)];
      return new RegExp(`numFmtId="${formats[style]?.[1]}" formatCode="([^"]+)"`).exec(styles)?.[1];
    };
    expect(["B2", "B3", "B4"].map(formatOf)).toEqual(["#,##0", "#,##0.0&quot; %&quot;", "#,##0.00"]);
  });

  it("keeps what begins like a formula a text", async () => {
    const rows = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd()|'/C calc'!A0"].map((text) => [text, "1"]);
    const { bytes } = await render([cover, table(rows)]);
    const xml = xmlOf(bytes, "xl/worksheets/sheet2.xml");
    expect(xml).not.toContain("<f>");
    expect(xml.match(/t="inlineStr"><is><t xml:space="preserve">[=+\-@]/g)).toHaveLength(rows.length);
  });

  it("keeps texts of all scripts, and drops what XML cannot hold", async () => {
    const texts = [
      "東京 😀 طوكيو",
      "a\u0000b\u0001\uFFFEc",
      "<&>\"'",
      "dos\nlíneas",
      "_x0041_",
      "Me\u0301xico",
    ];
    const sheets = await sheetsOf([cover, table(texts.map((text) => [text, "1"]))]);
    const read = JSON.stringify(sheets[1]?.rows);
    for (const text of ["東京 😀 طوكيو", "abc", "<&>", "dos\\nlíneas", "México"])
      expect(read).toContain(text);
    expect(read).not.toMatch(/\\u0000|\\u0001/);
  });

  it("freezes the heads, repeats them in print, and gives columns widths that can be read", async () => {
    const { bytes } = await render([cover, table([["x".repeat(200), "1"]])]);
    const xml = xmlOf(bytes, "xl/worksheets/sheet2.xml");
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="60"');
    expect(xml).toContain('<col min="2" max="2" width="12"');
    expect(xmlOf(bytes, "xl/workbook.xml")).toContain("'Tabla de prueba'!$1:$1");
  });

  it("has the same bytes from the same blocks, in whatever time zone", async () => {
    const blocks = [...composeAnnualReport(fullSnapshot())];
    const zone = process.env.TZ;
    const one = await render(blocks);
    process.env.TZ = "Asia/Tokyo";
    const other = await render(blocks);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(other.bytes.equals(one.bytes)).toBe(true);
    expect(one.result.sha256).toBe(createHash("sha256").update(one.bytes).digest("hex"));
    expect(one.result.bytes).toBe(one.bytes.length);
  });

  it("has no sheet for a table without rows", async () => {
    expect(await sheetsOf([cover, table([]), table([["a", "1"]], "Otra")])).toHaveLength(2);
  });

  it("streams 50,000 rows without holding them, and says how far it is", async () => {
    let read = 0;
    const rows = (async function* (): AsyncGenerator<Row> {
      for (; read < 50_000; read += 1) yield [`Fila ${read}`, { text: String(read), value: read }];
    })();
    const steps: number[] = [];
    const { sheets } = await renderXlsx([cover, table(rows)], INFO, nowhere(), (step) => {
      steps.push(step.rows);
    });
    expect(sheets).toBe(1);
    expect(steps.length).toBeGreaterThan(90);
    expect(steps.at(-1)).toBe(50_000);
  });

  it("fails when its output does, and when its rows do", async () => {
    await expect(renderXlsx([cover, table([["a", "1"]])], INFO, failing())).rejects.toThrow(
      "the bucket is full",
    );
    const broken = (function* (): Generator<Row> {
      yield ["a", "1"];
      throw new Error("no more rows");
    })();
    const output = nowhere();
    await expect(renderXlsx([cover, table(broken)], INFO, output)).rejects.toThrow("no more rows");
    expect(output.writableFinished).toBe(false);
  });
});

test("names of sheets are what Excel takes, and no two alike", () => {
  const names = new SheetNames();
  const given = [
    "Por mes, 2025",
    "por mes, 2025",
    "a/b\\c*[d]?:e",
    "'",
    "History",
    "x".repeat(40),
    "x".repeat(40),
  ];
  const made = given.map((name) => names.nameFor(name));
  expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(given.length);
  for (const name of made) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
});
