/** Finds the files that rows name among those that a person dropped. */
import { folded as plain } from "#domain/similarity/folded.ts";
import type { CheckedRow } from "./checkRows.ts";
import type { CellProblem } from "./RowDraft.ts";

/** Accents, case and spaces aside; with its extension or without. */
const nameOf = (name: string): string => plain(name).replace(/\s+/g, " ").trim();
const stemOf = (name: string): string => nameOf(name).replace(/\.\w{2,5}$/, "");

export interface NamedFile {
  readonly name: string;
}

/** The file of that name; of a name without an extension the one file that it fits. */
export function fileNamed<F extends NamedFile>(name: string, files: readonly F[]): F | undefined {
  const exact = files.find((file) => nameOf(file.name) === nameOf(name));
  if (exact) return exact;
  const [only, ...others] = files.filter((file) => stemOf(file.name) === nameOf(name));
  return others.length === 0 ? only : undefined;
}

/** The names that rows mention and no file bears, each once. */
export const missingNames = (rows: readonly CheckedRow[], files: readonly NamedFile[]): string[] => [
  ...new Set(rows.flatMap((row) => row.files).filter((name) => !fileNamed(name, files))),
];

/** The row, with a problem for each file that is not there. */
export function withFileProblems(
  row: CheckedRow,
  files: readonly NamedFile[],
  column: number | undefined,
): CheckedRow {
  const missing = row.files.filter((name) => !fileNamed(name, files));
  if (missing.length === 0) return row;
  const problems = missing.map(
    (value): CellProblem => ({
      path: "files",
      code: "no-file",
      value,
      ...(column !== undefined && { column }),
    }),
  );
  return { ...row, problems: [...row.problems, ...problems] };
}
