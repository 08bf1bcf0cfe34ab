/** What is to be imported: columns by their heads, and rows that know where they stand in the file. */
import type { Kind } from "#domain/record/kinds.ts";
import type { Cell } from "../workbook/Workbook.ts";

export interface Column {
  /** As it is written; two of one name are told apart by a number. */
  readonly header: string;
  /** Where it stands in each of the sheets; `undefined` where that one lacks it. */
  readonly at: readonly (number | undefined)[];
  readonly isHidden: boolean;
}

export interface Row {
  /** Of `Table.sheets`. */
  readonly sheet: number;
  /** As the program counts it, from 1. */
  readonly number: number;
  /** In the order of `Table.columns`. */
  readonly cells: readonly (Cell | undefined)[];
  readonly isHidden: boolean;
  /** What its sheet says it is; of the template alone. */
  readonly kind?: Kind;
}

/** Rows that hold no record, and why. */
export interface LeftOut {
  readonly sheet: number;
  readonly number: number;
  readonly why: "total" | "section" | "repeated-header";
}

export interface Table {
  readonly sheets: readonly { readonly name: string; readonly headerRow: number }[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  /** Cells whose value was taken over from the cell that they were joined to. */
  readonly filledFromMerges: number;
}
