/** What is wrong with a row, in the reader's language: where, and what to do. */
import { PROBLEM_CODES, type ProblemCode } from "#domain/problem.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { formFieldsOf } from "../../../forms/formFields.ts";
import { messageOf } from "../../../forms/messages.ts";
import { say } from "../../../i18n/language.ts";
import type { Chosen } from "../../../import/ImportDesk.ts";
import type { CheckedRow } from "../../../import/rows/checkRows.ts";
import type { CellProblem } from "../../../import/rows/RowDraft.ts";
import { told } from "./texts.ts";

const isOfForms = (code: CellProblem["code"]): code is ProblemCode =>
  PROBLEM_CODES.some((known) => known === code);

const fieldOf = (kind: Kind | undefined, path: string) =>
  kind && formFieldsOf(kind).find((field) => field.path === path);

const namedField = (kind: Kind | undefined, path: string): string => {
  const field = fieldOf(kind, path);
  return field ? say(field.text.named) : path;
};

/** In a sentence. */
export function problemWords(
  { path, code, value = "", limit }: CellProblem,
  { kind, values }: CheckedRow,
): string {
  if (isOfForms(code)) {
    const field = fieldOf(kind, path);
    const problem = { path, code, ...(limit !== undefined && { limit }) };
    return field ? messageOf(problem, field, values) : told("noColumn");
  }
  const named = namedField(kind, path);
  switch (code) {
    case "no-kind":
      return value === "" ? told("code_noKindBlank") : told("code_noKind", { value });
    case "unknown-word":
      return told("code_unknownWord", { value, named });
    case "no-result":
      return told("code_noResult");
    case "error-cell":
      return told("code_errorCell", { value });
    case "two-values":
      return told("code_twoValues", { named });
    case "same-key":
      return told(path === "key" ? "code_sameOwnKey" : "code_sameKey", { value });
    case "no-file":
      return told("code_noFile", { value });
  }
}

/** `Fila 5`, or with its sheet where there are several. */
export function rowWords(
  { sheet, number }: Pick<CheckedRow, "sheet" | "number">,
  { sheets }: Pick<Chosen, "sheets">,
): string {
  const name = sheets.length > 1 ? sheets[sheet]?.name : undefined;
  return name === undefined
    ? told("rowAt", { row: number })
    : told("rowAtSheet", { sheet: name, row: number });
}

/** `Columna C, «Fecha de firma»`. */
export function columnWords(column: number | undefined, { columns }: Pick<Chosen, "columns">): string {
  const found = column === undefined ? undefined : columns[column];
  return found ? told("columnAt", { letter: found.letters, header: found.header }) : told("noColumn");
}

/** For the file that is handed back. */
export const reasonWords = (
  problem: CellProblem,
  row: CheckedRow,
  chosen: Pick<Chosen, "columns">,
): string => {
  const words = problemWords(problem, row);
  const header = problem.column === undefined ? undefined : chosen.columns[problem.column]?.header;
  return header === undefined ? `${words}.` : `${header}: ${words}.`;
};
