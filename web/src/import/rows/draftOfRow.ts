/** Makes a draft of a row, and says by column what is wrong with it: by the form's own check. */
import type { Problem } from "#domain/problem.ts";
import type { CheckContext } from "#domain/record/checkRecord.ts";
import { type Kind, USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import type { References } from "#domain/record/referenceProblems.ts";
import { draftProblems, fieldOf, writtenValues } from "../../forms/formCheck.ts";
import { type Values, withValue } from "../../forms/values.ts";
import type { Lookup } from "../mapping/choices.ts";
import { isList } from "../mapping/importFields.ts";
import { KIND_DETAIL } from "../mapping/synonyms.ts";
import type { Row } from "../table/Table.ts";
import type { CompiledMapping } from "./compileMapping.ts";
import type { CellProblem, RowDraft } from "./RowDraft.ts";
import { ReadRow } from "./readRow.ts";

export interface Check {
  readonly entityId: string;
  readonly context: CheckContext;
  /** Partners that are proposed with these rows count as there. */
  readonly references: References;
  readonly lookup: Lookup;
}

export function draftOfRow(row: Row, compiled: CompiledMapping, check: Check): RowDraft {
  const { kind, column, word } = compiled.kindOf(row);
  const read = new ReadRow(row, kind, compiled);
  const { files, unread, from, key } = read;
  const unused = [...read.unused];
  if (!kind)
    return {
      ...{ kind, values: read.values, files, unused, key },
      problems: [
        { ...(column !== undefined && { column }), path: "", code: "no-kind", value: word },
        ...read.problems,
      ],
    };
  const values = completed(kind, word, read.values, compiled, check.lookup);
  const draft = { kind, entityId: check.entityId, values, unread };
  const told = new Set(read.problems.map(({ path }) => path));
  const found = draftProblems(draft, check.context, check.references)
    .map((problem) => located(problem, from, values))
    .filter(({ path }) => !told.has(path));
  const written = writtenValues(draft, check.context);
  for (const [path, at] of from)
    if (values[path] !== undefined && written[path] === undefined && !unused.includes(at)) unused.push(at);
  return { kind, values: written, files, unused, key, problems: [...read.problems, ...found] };
}

/** With what the sheet does not say: what the word for the kind says besides, constants, and the usual activity. */
function completed(
  kind: Kind,
  kindWord: string,
  given: Values,
  { mapping, codes }: CompiledMapping,
  { catalogues }: Lookup,
): Values {
  let values = given;
  const add = (path: string, value: string) => {
    const field = codes.fields.get(path)?.field;
    if (!field || values[path] !== undefined || value === "") return;
    values = withValue(values, path, isList(field) ? value.split(",") : value);
  };
  const detail = KIND_DETAIL[kind];
  const code = kindWord === "" ? undefined : codes.finderOf(detail ?? "", kind)?.sure(kindWord);
  if (detail && code !== undefined) add(detail, code);
  for (const constant of mapping.constants) if (constant.kind === kind) add(constant.path, constant.value);
  // A sheet of several kinds has one column of days; an instrument is dated by its signature.
  if (kind === "instrument" && values["details.status"] !== "negotiating" && values.happenedOn !== undefined)
    add("details.signedOn", String(values.happenedOn));
  const activity = catalogues.activities.find(({ id }) => id === values.activityId);
  if (activity?.parentId) add("lineId", activity.parentId);
  const usual = USUAL_ACTIVITY[kind];
  if (values.activityId === undefined && (values.lineId ?? usual.lineId) === usual.lineId) {
    add("lineId", usual.lineId);
    add("activityId", usual.activityId);
  }
  return values;
}

/** With the column that it comes from; an instrument may be dated by the column of any day. */
function located(problem: Problem, from: ReadonlyMap<string, number>, values: Values): CellProblem {
  const path = fieldOf(problem.path);
  const column = from.get(path);
  const value = values[path];
  return {
    ...{ path, code: problem.code },
    ...(column !== undefined && { column }),
    ...(typeof value === "string" && { value }),
    ...(problem.limit !== undefined && { limit: problem.limit }),
  };
}
