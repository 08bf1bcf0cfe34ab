/** Finds the table in a sheet: below titles and logos, with joined cells, totals, sections and blank rows in it. */
import { normal } from "../words.ts";
import { type Cell, letterOf, type Merge, type Sheet, type SheetRow, textOf } from "../workbook/Workbook.ts";
import type { Column, LeftOut, Row, Table } from "./Table.ts";

/** Rows among which the heads are looked for. */
const HEAD_ROWS = 30;
const LONGEST_HEAD = 120;
/** Rows that a joined cell may fill: a decoration of a whole column is none. */
const LONGEST_MERGE = 5_000;

const TOTAL = /^(?:sub ?total(?:es)?|total(?:es)?|gran total|suma(?:toria)?|grand total)\b/;

/**
 * The row that holds the heads: of the first rows the one with most short texts, those that are known counting threefold.
 * The first row with anything where none stands out.
 */
export function headerRowOf(sheet: Sheet, isKnown: (text: string) => boolean): number {
  const score = ({ cells }: SheetRow) => {
    const texts = new Set(
      cells.flatMap((cell) =>
        typeof cell === "string" && cell.trim() !== "" && cell.length <= LONGEST_HEAD ? [normal(cell)] : [],
      ),
    );
    return [...texts].reduce((sum, text) => sum + (isKnown(text) ? 3 : 1), 0);
  };
  const [first, ...rest] = sheet.rows.slice(0, HEAD_ROWS);
  if (!first) return 1;
  return rest.reduce((best, row) => (score(row) > score(best) ? row : best), first).number;
}

interface Filled {
  readonly rows: ReadonlyMap<number, (Cell | undefined)[]>;
  readonly count: number;
}

/** Gives the rows that a cell was joined over its value, below the heads; sideways it stays in the first column. */
function fillMerges(sheet: Sheet, headerRow: number): Filled {
  const rows = new Map(sheet.rows.map(({ number, cells }) => [number, [...cells]]));
  let count = 0;
  for (const { top, left, bottom } of sheet.merges) {
    const value = rows.get(top)?.[left];
    if (top <= headerRow || bottom === top || value === undefined) continue;
    for (let number = top + 1; number <= Math.min(bottom, top + LONGEST_MERGE); number += 1) {
      const cells = rows.get(number);
      // Of a row that holds nothing of its own, nothing is made.
      if (!cells || cells[left] !== undefined) continue;
      cells[left] = value;
      count += 1;
    }
  }
  return { rows, count };
}

/** The head over a column; of one joined downwards the upper cell, of one joined sideways its text over each column. */
function headOver(sheet: Sheet, headerRow: number, column: number): string {
  const at = (number: number, place: number) =>
    textOf(sheet.rows.find((row) => row.number === number)?.cells[place])
      .replace(/\s+/g, " ")
      .trim();
  const own = at(headerRow, column);
  if (own !== "") return own;
  const over = sheet.merges.find(
    ({ top, bottom, left, right }) =>
      top <= headerRow && bottom >= headerRow && left <= column && right >= column,
  );
  return over ? at(over.top, over.left) : "";
}

function columnsOf(sheet: Sheet, headerRow: number): Column[] {
  const below = sheet.rows.filter(({ number }) => number >= headerRow);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const isUsed = Array.from({ length: width }, (_, column) =>
    below.some(({ number, cells }) => number > headerRow && cells[column] !== undefined),
  );
  const seen = new Map<string, number>();
  return isUsed.flatMap((used, column) => {
    const head = headOver(sheet, headerRow, column);
    if (head === "" && !used) return [];
    const name = (head || letterOf(column)).slice(0, LONGEST_HEAD);
    const times = (seen.get(normal(name)) ?? 0) + 1;
    seen.set(normal(name), times);
    const header = times === 1 ? name : `${name} (${times})`;
    return [{ header, at: [column], isHidden: sheet.hiddenColumns.has(column) }];
  });
}

/** Whether one cell joined over most of the table is all that the row says. */
const isSection = (row: SheetRow, merges: readonly Merge[], width: number): boolean =>
  row.cells.filter((cell) => cell !== undefined).length === 1 &&
  merges.some(
    ({ top, left, right }) =>
      top === row.number && right - left + 1 >= Math.max(2, width / 2) && row.cells[left] !== undefined,
  );

function whyLeftOut(row: SheetRow, sheet: Sheet, columns: readonly Column[]): LeftOut["why"] | undefined {
  const first = row.cells.find((cell) => cell !== undefined);
  if (typeof first === "string" && TOTAL.test(normal(first))) return "total";
  if (isSection(row, sheet.merges, columns.length)) return "section";
  const isHead = columns.every(
    ({ header, at }) => normal(textOf(row.cells[at[0] ?? 0])) === normal(header.replace(/ \(\d+\)$/, "")),
  );
  return isHead && columns.length > 1 ? "repeated-header" : undefined;
}

/** @param headerRow - the row of the heads */
export function tableOf(sheet: Sheet, headerRow: number): Table {
  const columns = columnsOf(sheet, headerRow);
  const filled = fillMerges(sheet, headerRow);
  const rows: Row[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of sheet.rows.filter(({ number }) => number > headerRow)) {
    const why = whyLeftOut(row, sheet, columns);
    if (why) leftOut.push({ sheet: 0, number: row.number, why });
    else {
      const cells = filled.rows.get(row.number) ?? row.cells;
      const held = columns.map(({ at }) => cells[at[0] ?? 0]);
      if (held.some((cell) => textOf(cell).trim() !== "" || isTelling(cell)))
        rows.push({ sheet: 0, number: row.number, cells: held, isHidden: row.isHidden });
    }
  }
  return {
    sheets: [{ name: sheet.name, headerRow }],
    columns,
    rows,
    leftOut,
    filledFromMerges: filled.count,
  };
}

/** A formula without its result says something, though there is nothing to read. */
const isTelling = (cell: Cell | undefined): boolean => typeof cell === "object" && "formula" in cell;
