/** A sheet to be written, as data. */
import type { Cell } from "../workbook/Workbook.ts";

/** How a column's cells look and what they are: `long` texts are wrapped, `code` texts never turn into numbers. */
export type CellStyle = "plain" | "code" | "long" | "day" | "count" | "amount";

export interface ColumnSpec {
  readonly header: string;
  /** Of the header: what must be filled in is told apart. */
  readonly isNeeded?: boolean;
  readonly style: CellStyle;
  /** In characters. */
  readonly width: number;
  /** What a program says when a cell of the column is chosen. */
  readonly note?: string;
  /** Cells of another sheet that the column's drop-down offers. */
  readonly list?: { readonly range: string; readonly isStrict: boolean };
}

export interface RowSpec {
  readonly cells: readonly (Cell | undefined)[];
  /** Columns of the cells in question. */
  readonly marked?: ReadonlySet<number>;
}

export interface SheetSpec {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  /** Rows for which drop-downs and formats are ready. */
  readonly readyRows?: number;
}
