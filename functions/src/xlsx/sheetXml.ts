/** One sheet as XML: a frozen head, columns as wide as they are read well, numbers as numbers. */
import { type BlockOf, type Cell, type Column, cellText, type Row } from "../domain/annualReport/block.ts";
import { figureStyle, STYLE } from "./styles.ts";
import { DECLARATION, escaped } from "./xml.ts";

export const SHEET_NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Characters that a cell holds. */
const MOST_CHARACTERS = 32_767;
const CUT = "…";
const WIDTHS = { least: 10, most: 60, pad: 2 } as const;
/** Links that a sheet takes. */
const MOST_LINKS = 65_000;

/** `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function textXml(text: string): string {
  const whole = text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS - 1) + CUT;
  return `<is><t xml:space="preserve">${escaped(whole)}</t></is>`;
}

/** A text as such: what begins like a formula stays a text. */
export const textCell = (place: string, text: string, style: number): string =>
  text === ""
    ? `<c r="${place}" s="${style}"/>`
    : `<c r="${place}" s="${style}" t="inlineStr">${textXml(text)}</c>`;

const cellXml = (place: string, cell: Cell): string => {
  if (typeof cell === "string") return textCell(place, cell, STYLE.text);
  if ("to" in cell) return textCell(place, cell.text, STYLE.link);
  return `<c r="${place}" s="${figureStyle(cell)}"><v>${cell.value}</v></c>`;
};

/** As wide as the longest of the first cells, in characters; long texts wrap. */
function widthOf({ title }: Column, index: number, rows: readonly Row[]): number {
  const lengths = [title, ...rows.map((row) => cellText(row[index] ?? ""))].map((text) =>
    Math.max(...text.split("\n").map(({ length }) => length)),
  );
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, ...lengths) + WIDTHS.pad);
}

export class SheetXml {
  /** Addresses that cells lead to, in the order of their ids `rId1`, `rId2`, … */
  readonly addresses: string[] = [];
  readonly #columns: readonly Column[];
  readonly #links: string[] = [];
  #rows = 1;

  constructor({ columns }: BlockOf<"table">) {
    this.#columns = columns;
  }

  /** @param first - the first rows, which the widths go by; they are written with `row` like all others */
  begin(first: readonly Row[]): string {
    const widths = this.#columns.map((column, index) => {
      const at = index + 1;
      return `<col min="${at}" max="${at}" width="${widthOf(column, index, first)}" customWidth="1"/>`;
    });
    const heads = this.#columns.map(({ title, align }, index) =>
      textCell(`${columnName(index)}1`, title, align === "right" ? STYLE.headRight : STYLE.head),
    );
    return [
      `${DECLARATION}<worksheet ${SHEET_NAMESPACES}>`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${widths.join("")}</cols><sheetData>`,
      `<row r="1">${heads.join("")}</row>`,
    ].join("");
  }

  row(row: Row): string {
    this.#rows += 1;
    const cells = this.#columns.map((_, index) => {
      const cell = row[index] ?? "";
      const place = `${columnName(index)}${this.#rows}`;
      if (typeof cell === "object" && "to" in cell) this.#addLink(place, cell.to);
      return cellXml(place, cell);
    });
    return `<row r="${this.#rows}">${cells.join("")}</row>`;
  }

  end(): string {
    const links = this.#links.length === 0 ? "" : `<hyperlinks>${this.#links.join("")}</hyperlinks>`;
    return [
      "</sheetData>",
      `<autoFilter ref="A1:${columnName(this.#columns.length - 1)}${this.#rows}"/>`,
      links,
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
      "</worksheet>",
    ].join("");
  }

  /** Places within the document have no cell to lead to. */
  #addLink(place: string, to: string): void {
    if (to.startsWith("#") || this.addresses.length >= MOST_LINKS) return;
    this.#links.push(`<hyperlink ref="${place}" r:id="rId${this.addresses.push(to)}"/>`);
  }
}
