/** A spreadsheet as it was read: its sheets, their cells, and what a person sees of them. */

/**
 * What a cell holds; a blank one is `undefined`. A `day` is `YYYY-MM-DD`; `error` is what the program shows (`#N/A`);
 * `formula` is one that was saved without its result.
 */
export type Cell =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly error: string }
  | { readonly formula: true };

export interface SheetRow {
  /** As the program counts it, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly isHidden: boolean;
}

/** A rectangle of cells joined to one; rows count from 1, columns from 0, both ends inside. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those that hold something. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Workbook {
  readonly format: "xlsx" | "csv";
  readonly sheets: readonly Sheet[];
  /** What separates the values of a text file. */
  readonly delimiter?: string;
}

/** Why a file is not read; the screen says what to do. */
export const FILE_PROBLEMS = [
  "empty",
  "too-large",
  "macros",
  "old-excel",
  "other-spreadsheet",
  "web-page",
  "password",
  "not-a-sheet",
  "damaged",
  "bomb",
  "too-many-cells",
  "no-rows",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export class RefusedFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.name = "RefusedFile";
    this.problem = problem;
  }
}

/** How much is read at most, so that no file takes the computer's memory. */
export const FILE_LIMITS = {
  /** Bytes of the file. */
  bytes: 25 * 1024 * 1024,
  /** Bytes of all parts that are read, unpacked. */
  unpacked: 256 * 1024 * 1024,
  /** Cells that hold something. */
  cells: 3_000_000,
} as const;

/** `A`, `Z`, `AA`: the column as programs name it, from 0. */
export function letterOf(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** The cell as a person reads it, in one line for days and numbers as they are stored. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "object") return "day" in cell ? cell.day : "error" in cell ? cell.error : "";
  return String(cell);
}
