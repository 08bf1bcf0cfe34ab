/** Which kinds a sheet brings, and the fields that its columns may be. */
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import { type ImportField, importFieldsOf } from "../../../import/mapping/importFields.ts";
import type { ImportFlow } from "./ImportFlow.ts";

/** The one that was chosen, or those that a column's words mean; all where nothing is known yet. */
export function kindsOf(flow: ImportFlow): readonly Kind[] {
  const { kind, columns } = flow.mapping;
  const { kinds } = flow.setting;
  const said = flow.questions.filter(({ to }) => to === "kind").flatMap(({ codes }) => codes);
  const fromColumn = columns.some(({ to }) => to === "kind")
    ? KINDS.filter((known) => kinds.includes(known) && (said.includes(known) || known === kind))
    : kind
      ? [kind]
      : [];
  return fromColumn;
}

export function mappableFields(flow: ImportFlow): ImportField[] {
  const kinds = kindsOf(flow);
  return importFieldsOf(kinds.length > 0 ? kinds : flow.setting.kinds);
}
