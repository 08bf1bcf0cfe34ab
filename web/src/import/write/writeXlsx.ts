/** Writes an .xlsx that Excel and LibreOffice open without a word: heads, formats, drop-downs and marked cells. */
import { serialOfDay } from "../workbook/serialDay.ts";
import { type Cell, letterOf } from "../workbook/Workbook.ts";
import type { CellStyle, ColumnSpec, SheetSpec } from "./SheetSpec.ts";
import { zipOf } from "./zipOf.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML cannot hold is left out; what looks like Excel's own escapes is escaped. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, "")
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "_x000D_")
    .replaceAll("\n", "&#10;");

/** Plain styles first, then the same marked; then the two of heads. */
const STYLES: readonly CellStyle[] = ["plain", "code", "long", "day", "count", "amount"];
/** The day in an order of its own, so that no computer turns it into month first. */
const FORMATS: Readonly<Record<CellStyle, number>> = {
  plain: 0,
  code: 49,
  long: 0,
  day: 164,
  count: 3,
  amount: 4,
};
const styleOf = (style: CellStyle, isMarked: boolean): number =>
  STYLES.indexOf(style) + (isMarked ? STYLES.length : 0);
const HEADER = STYLES.length * 2;

function stylesXml(): string {
  const xf = (style: CellStyle, fill: number) =>
    `<xf numFmtId="${FORMATS[style]}" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${style === "long" ? ' wrapText="1"' : ""}/></xf>`;
  const header = (fill: number) =>
    `<xf numFmtId="0" fontId="1" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`;
  const solid = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid("5A6472")}${solid("0943B5")}${solid("FFE08A")}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${HEADER + 2}">${STYLES.map((style) => xf(style, 0)).join("")}${STYLES.map((style) => xf(style, 4)).join("")}${header(2)}${header(3)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const textCell = (reference: string, style: number, text: string): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function cellXml(cell: Cell | undefined, reference: string, style: CellStyle, isMarked: boolean): string {
  const as = (look: CellStyle) => styleOf(look, isMarked);
  if (cell === undefined || (typeof cell === "object" && "formula" in cell))
    return isMarked ? `<c r="${reference}" s="${as(style)}"/>` : "";
  if (typeof cell === "number") {
    const look = style === "count" || style === "amount" ? style : "plain";
    return `<c r="${reference}" s="${as(look)}"><v>${cell}</v></c>`;
  }
  if (typeof cell === "boolean")
    return `<c r="${reference}" s="${as("plain")}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return textCell(reference, as(style === "day" ? "plain" : style), cell);
  if ("error" in cell) return textCell(reference, as("plain"), cell.error);
  const serial = serialOfDay(cell.day);
  // Before March 1900 the programs count days differently.
  return serial > 60
    ? `<c r="${reference}" s="${as("day")}"><v>${serial}</v></c>`
    : textCell(reference, as("plain"), cell.day);
}

/** Points of a line of text, and the most that a row may have. */
const LINE = 15;
const TALLEST = 405;

/** High enough for its wrapped texts, since not every program sees to that when it opens a file. */
function heightOf(cells: readonly (Cell | undefined)[], columns: readonly ColumnSpec[]): string {
  const lines = columns.map(({ style, width }, column) => {
    const cell = cells[column];
    if (style !== "long" || typeof cell !== "string") return 1;
    return cell.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? "" : ` ht="${Math.min(TALLEST, most * LINE)}" customHeight="1"`;
}

function validation({ note, list, header }: ColumnSpec, column: number, rows: number): string {
  if (note === undefined && !list) return "";
  const cells = `${letterOf(column)}2:${letterOf(column)}${rows + 1}`;
  const attributes = [
    list ? 'type="list" allowBlank="1"' : "",
    list ? `showErrorMessage="${list.isStrict ? 1 : 0}"` : "",
    note === undefined ? "" : 'showInputMessage="1"',
    note === undefined
      ? ""
      : `promptTitle="${escaped(header.slice(0, 32))}" prompt="${escaped(note.slice(0, 250))}"`,
    `sqref="${cells}"`,
  ];
  return `<dataValidation ${attributes.filter((one) => one !== "").join(" ")}>${list ? `<formula1>${escaped(list.range)}</formula1>` : ""}</dataValidation>`;
}

function sheetXml({ columns, rows, readyRows = 0 }: SheetSpec, isFirst: boolean): string {
  const heads = columns.map(({ header, isNeeded }, column) =>
    textCell(`${letterOf(column)}1`, HEADER + (isNeeded ? 1 : 0), header),
  );
  const body = rows.map(({ cells, marked }, index) => {
    const number = index + 2;
    const xml = columns.map(({ style }, column) =>
      cellXml(cells[column], `${letterOf(column)}${number}`, style, marked?.has(column) ?? false),
    );
    return `<row r="${number}"${heightOf(cells, columns)}>${xml.join("")}</row>`;
  });
  const widths = columns.map(
    ({ width, style }, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${width}" style="${styleOf(style, false)}" customWidth="1"/>`,
  );
  const checks = columns
    .map((column, n) => validation(column, n, Math.max(readyRows, rows.length)))
    .filter((xml) => xml !== "");
  const validations =
    checks.length > 0 ? `<dataValidations count="${checks.length}">${checks.join("")}</dataValidations>` : "";
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ""}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData><row r="1" ht="32" customHeight="1">${heads.join("")}</row>${body.join("")}</sheetData>${validations}</worksheet>`;
}

/** The same sheets give the same bytes. */
export function writeXlsx(sheets: readonly SheetSpec[]): Promise<Blob> {
  const path = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const first = sheets.findIndex(({ isHidden }) => !isHidden);
  const workbook = sheets.map(
    ({ name, isHidden }, n) =>
      `<sheet name="${escaped(name)}" sheetId="${n + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${n + 1}"/>`,
  );
  const relations = sheets.map((_, n) =>
    relation(`rId${n + 1}`, "worksheet", `worksheets/sheet${n + 1}.xml`),
  );
  return zipOf([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override("xl/styles.xml", "styles")}${sheets.map((_, n) => override(path(n), "worksheet")).join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="${Math.max(0, first)}"/></bookViews><sheets>${workbook.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${relation(`rId${sheets.length + 1}`, "styles", "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", stylesXml()],
    ...sheets.map((sheet, n) => [path(n), sheetXml(sheet, n === first)] as const),
  ]);
}
