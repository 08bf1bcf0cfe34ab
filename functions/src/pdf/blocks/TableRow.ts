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
}

export function placed(columns: readonly Column[]): Placed[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = PAGE.left;
  return columns.map((column) => {
    const width = (BODY_WIDTH * column.weight) / weights;
    x += width;
    return { ...column, x: x - width, width };
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

function cellOf(paper: Paper, cell: Cell, { width, align }: Placed): RowCell {
  const text = cellText(cell);
  const isLink = typeof cell === "object" && "to" in cell;
  const style = isLink ? TEXT.cellLink : TEXT.cell;
  const lines = paper.wrap(text, style, width - 2 * PAD_X);
  if (isLink) return { lines, style, link: { to: cell.to, text } };
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
