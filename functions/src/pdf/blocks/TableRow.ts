/** Rows of a table before they are drawn: cells in lines, with what must be known of them. */
import { type Cell, type Column, cellText, type Row } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, PAGE, TEXT, type TextStyle } from "../styles.ts";
import type { Line } from "../Typeface.ts";
import { fractionOf } from "./decimals.ts";

export const PAD_X = 5;
export const PAD_Y = 3.5;

/** A column where it stands. */
export interface Placed extends Column {
  readonly x: number;
  readonly width: number;
  /** Cells that were laid out, by their words: kinds, entities and days come back in row after row. */
  readonly known: Map<string, RowCell>;
}

/** Cells kept of a column, and the longest that are; forgotten all at once when there are more. */
const MOST_KNOWN = 1_000;
const LONGEST_KNOWN = 60;

/** Share of the table's width that a column may take for the sake of one long word. */
const MOST_FOR_A_WORD = 0.3;

/** The width that a column needs so that no word of its head and its first cells is broken. */
function leastWidth(paper: Paper, { title }: Column, index: number, rows: readonly Row[]): number {
  const wordWidth = (text: string, style: TextStyle) =>
    Math.max(0, ...text.split(/\s+/).map((word) => paper.faces[style.face].widthOf(word, style.size)));
  const widest = rows.reduce(
    (most, row) => Math.max(most, wordWidth(cellText(row[index] ?? ""), TEXT.cell)),
    wordWidth(title, TEXT.head),
  );
  return Math.min(widest + 2 * PAD_X + 0.5, BODY_WIDTH * MOST_FOR_A_WORD);
}

/** Columns by their weights, some wider where a word would be broken: the others give of what they can spare. */
export function placed(paper: Paper, columns: readonly Column[], rows: readonly Row[]): Placed[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = columns.map(({ weight }) => (BODY_WIDTH * weight) / weights);
  const least = columns.map((column, index) => leastWidth(paper, column, index, rows));
  const lacks = wanted.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = wanted.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0);
  const share = spare > 0 ? Math.min(1, lacks / spare) : 0;
  const given = lacks > 0 ? Math.min(1, spare / lacks) : 0;
  let x = PAGE.left;
  return columns.map((column, index) => {
    const want = wanted[index] ?? 0;
    const need = least[index] ?? 0;
    const width = need > want ? want + (need - want) * given : want - (want - need) * share;
    x += width;
    return { ...column, x: x - width, width, known: new Map() };
  });
}

export interface RowCell {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  /** Of a figure: the width of what is behind its decimal mark. */
  readonly fraction?: number;
  /** Where it leads, and its words. */
  readonly link?: { readonly to: string; readonly text: string };
}

export interface TableRow {
  readonly cells: readonly RowCell[];
  readonly lineCount: number;
  readonly height: number;
}

export const tallest = (cells: readonly { readonly lines: readonly Line[] }[]): number =>
  cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);

function cellOf(paper: Paper, cell: Cell, column: Placed): RowCell {
  const text = cellText(cell);
  if (typeof cell === "object" && "to" in cell) {
    const style = TEXT.cellLink;
    return { lines: paper.wrap(text, style, column.width - 2 * PAD_X), style, link: { to: cell.to, text } };
  }
  if (text.length > LONGEST_KNOWN) return textCellOf(paper, text, column);
  const known = column.known.get(text);
  if (known) return known;
  if (column.known.size >= MOST_KNOWN) column.known.clear();
  const made = textCellOf(paper, text, column);
  column.known.set(text, made);
  return made;
}

function textCellOf(paper: Paper, text: string, { width, align }: Placed): RowCell {
  const style = TEXT.cell;
  const lines = paper.wrap(text, style, width - 2 * PAD_X);
  const fraction =
    align === "right" && lines.length === 1 ? fractionOf(text, paper.info.language) : undefined;
  if (fraction === undefined) return { lines, style };
  return {
    lines,
    style,
    fraction: fraction === "" ? 0 : paper.faces[style.face].widthOf(fraction, style.size),
  };
}

export function rowOf(paper: Paper, row: Row, columns: readonly Placed[]): TableRow {
  const cells = columns.map((column, index) => cellOf(paper, row[index] ?? "", column));
  const lineCount = tallest(cells);
  return { cells, lineCount, height: lineCount * TEXT.cell.leading + 2 * PAD_Y };
}

/** For each column, the widest that stands behind a decimal mark; 0 where there is none. */
export const fractionsOf = (rows: readonly TableRow[], columns: readonly Placed[]): number[] =>
  columns.map((_, index) => rows.reduce((most, { cells }) => Math.max(most, cells[index]?.fraction ?? 0), 0));
