/** What a row becomes: the draft of a record, and what is wrong with it, by column. */
import type { ProblemCode } from "#domain/problem.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Values } from "../../forms/values.ts";

/** What only a spreadsheet can have wrong, beside the problems of a form. */
export type CellCode =
  | ProblemCode
  | "no-kind"
  | "unknown-word"
  | "no-result"
  | "error-cell"
  | "two-values"
  | "same-key"
  | "no-file";

export interface CellProblem {
  /** Of `Table.columns`; absent where no column says it. */
  readonly column?: number;
  /** The field; blank for what the row is. */
  readonly path: string;
  readonly code: CellCode;
  /** What the cell says, or which row it clashes with. */
  readonly value?: string;
  readonly limit?: number;
}

export interface RowDraft {
  readonly kind: Kind | undefined;
  /** As they would be written. */
  readonly values: Values;
  /** Names of the files that prove it. */
  readonly files: readonly string[];
  readonly problems: readonly CellProblem[];
  /** Columns that say something which this kind does not ask, or not in this case: it is not brought. */
  readonly unused: readonly number[];
  /** What the row is known by, whatever its mapping makes of it; blank where it has no title. */
  readonly key: string;
}
