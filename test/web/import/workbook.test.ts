/** What is read of spreadsheets, as Excel writes them and as text files have them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openFile } from "../../../web/src/import/workbook/openFile.ts";
import { placeOf } from "../../../web/src/import/workbook/readSheet.ts";
import { dayOfSerial, serialOfDay, showsDay } from "../../../web/src/import/workbook/serialDay.ts";
import { letterOf, type Sheet } from "../../../web/src/import/workbook/Workbook.ts";
import { bytesOf, excelFile, text } from "./desk.ts";

const opened = async (parts: Parameters<typeof excelFile>[0]): Promise<Sheet> => {
  const { sheets } = await openFile(await bytesOf(await excelFile(parts)), "a.xlsx");
  return sheets[0] as Sheet;
};
const cellsOf = async (parts: Parameters<typeof excelFile>[0]) =>
  (await opened(parts)).rows.map(({ cells }) => [...cells]);
const row = (cells: string) => ({ sheet: `<sheetData><row r="1" spans="1:3">${cells}</row></sheetData>` });

describe("what Excel writes", () => {
  test("texts that cells share, also written in parts, with the readings of Asian scripts left out", async () => {
    const strings = [
      "<t>Reunión &amp; visita</t>",
      '<r><rPr><b/></rPr><t>Me</t></r><r><t xml:space="preserve">morando </t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      "<t>una_x000D_&#10;otra</t>",
    ];
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>';
    expect(await cellsOf({ ...row(cells), strings })).toEqual([
      ["Reunión & visita", "Memorando ", "東京", "una\r\notra"],
    ]);
  });

  test("days by the style of their cells, in both systems, and numbers as numbers", async () => {
    const cells =
      '<c r="A1" s="1"><v>45349</v></c><c r="B1" s="2"><v>45349.75</v></c><c r="C1" s="3"><v>1385979.5</v></c><c r="D1"><v>45349</v></c>';
    expect(await cellsOf(row(cells))).toEqual([
      [{ day: "2024-02-27" }, { day: "2024-02-27" }, 1385979.5, 45349],
    ]);
    expect((await cellsOf({ ...row(cells), is1904: true }))[0]?.[0]).toEqual({ day: "2028-02-28" });
  });

  test("numbers stored as texts, texts in the cell, truth values, errors, and days of the strict format", async () => {
    const cells =
      '<c r="A1" t="str"><f>TEXT(B1,"0")</f><v>0012</v></c><c r="B1" t="inlineStr"><is><t>0012</t></is></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2024-02-27T00:00:00</v></c>';
    expect(await cellsOf(row(cells))).toEqual([
      ["0012", "0012", true, { error: "#N/A" }, { day: "2024-02-27" }],
    ]);
  });

  test("the saved result of a formula; that there is none is told", async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c>';
    expect(await cellsOf(row(cells))).toEqual([[2, { formula: true }]]);
  });

  test("joined cells, hidden rows and columns; cells and rows without a place follow one another", async () => {
    const sheet = await opened({
      sheet:
        '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>',
    });
    expect(sheet.rows).toEqual([
      { number: 1, cells: [1, 2], isHidden: true },
      { number: 2, cells: [3], isHidden: false },
    ]);
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 2 }]);
  });

  test("elements with the prefix of a namespace, as other programs write them", async () => {
    const sheet =
      '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>uno</x:t></x:is></x:c></x:row></x:sheetData>';
    expect(await cellsOf({ sheet })).toEqual([["uno"]]);
  });
});

describe("laws", () => {
  test("a day and its serial number are one", () => {
    const day = fc.date({ min: new Date("1900-03-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(dayOfSerial(serialOfDay(text), false)).toBe(text);
      }),
    );
  });

  test("a column's letters and its number are one", () => {
    fc.assert(
      fc.property(fc.nat({ max: 16_383 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
        expect(placeOf(`${letterOf(column)}${row}`)).toEqual({ column, row });
      }),
    );
  });

  test.each([
    [14, undefined, true],
    [2, undefined, false],
    [164, "dd/mm/yyyy", true],
    [164, '[$-240A]d" de "mmmm" de "yyyy;@', true],
    [164, "General", false],
    [164, '#,##0 "días"', false],
    [164, "h:mm", false],
    [164, "[Red]0.00", false],
  ])("the number format %i %s shows a day: %s", (id, code, shows) => {
    expect(showsDay(id, code)).toBe(shows);
  });
});

describe("text files", () => {
  const rowsOf = async (content: Uint8Array) => {
    const { sheets, delimiter } = await openFile(content, "datos.csv");
    return { delimiter, rows: sheets[0]?.rows.map(({ cells }) => [...cells]) };
  };
  const latin1 = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));
  const utf16 = (content: string) =>
    new Uint8Array(Uint16Array.from(`\uFEFF${content}`, (letter) => letter.charCodeAt(0)).buffer);

  test.each([
    ["semicolons in Latin-1", latin1("Título;País\r\nReunión;España\r\n"), ";"],
    ["commas in UTF-8", text("Título,País\nReunión,España\n"), ","],
    ["commas in UTF-8 with its mark", text("\uFEFFTítulo,País\nReunión,España\n"), ","],
    ["tabs in UTF-16, which Excel calls Unicode", utf16("Título\tPaís\r\nReunión\tEspaña\r\n"), "\t"],
    ["what the first line names", text("sep=|\r\nTítulo|País\r\nReunión|España\r\n"), "|"],
  ])("with %s", async (_, content, delimiter) => {
    expect(await rowsOf(content)).toEqual({
      delimiter,
      rows: [
        ["Título", "País"],
        ["Reunión", "España"],
      ],
    });
  });

  test("keep line breaks, separators and quotes inside quotes, and count rows as the program does", async () => {
    const { sheets } = await openFile(text('a;b\n"uno\ndos; ""tres""";4\n;\n5;6\n'), "datos.csv");
    expect(sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "a", "b"],
      [2, 'uno\ndos; "tres"', "4"],
      [4, "5", "6"],
    ]);
  });

  test("give back what the app wrote behind an apostrophe", async () => {
    expect((await rowsOf(text("a;b\n'=1+1;'casa\n"))).rows?.[1]).toEqual(["=1+1", "'casa"]);
  });
});
