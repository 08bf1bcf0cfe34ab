/** What a form would send, and what is wrong with it: the domain's own check, by the fields that are shown. */
import type { Problem } from "#domain/problem.ts";
import { type CheckContext, checkRecord, isLate } from "#domain/record/checkRecord.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { involvedOf } from "#domain/record/record.ts";
import { type References, referenceProblems } from "#domain/record/referenceProblems.ts";
import { type FormField, formFieldsOf } from "./formFields.ts";
import { isBlank } from "./isBlank.ts";
import { recordPartOf, type Values } from "./values.ts";

/** What a form holds of one record. */
export interface Draft {
  readonly kind: Kind;
  readonly entityId: string;
  readonly values: Values;
  /** Numbers that cannot be read as such yet, as they were typed. */
  readonly unread: Readonly<Record<string, string>>;
}

/** The day a record is dated by: an instrument's is that of its signature. */
function datedBy(kind: Kind, values: Values): Values {
  const signedOn = values["details.signedOn"];
  if (kind !== "instrument" || isBlank(signedOn) || signedOn === undefined) return values;
  return { ...values, happenedOn: signedOn };
}

/** Whether the field is asked, given what is answered so far. */
export function isShown(
  { path, text }: FormField,
  values: Values,
  kind: Kind,
  context: CheckContext,
): boolean {
  if (path !== "lateReason") return text.showWhen?.(values) ?? true;
  const { happenedOn } = datedBy(kind, values);
  return typeof happenedOn === "string" && isLate({ happenedOn }, context);
}

/** The values that are written: of the fields shown, none blank, dated. */
export function writtenValues(
  { kind, values }: Pick<Draft, "kind" | "values">,
  context: CheckContext,
): Values {
  const shown = formFieldsOf(kind).filter((field) => isShown(field, values, kind, context));
  const kept = shown.map(({ path }) => [path, values[path]] as const).filter(([, value]) => !isBlank(value));
  return datedBy(kind, Object.fromEntries(kept) as Values);
}

/** Stamps of a record that is not stored yet: the check of what was typed looks at none of them. */
const UNSTORED = {
  state: "draft",
  isExample: false,
  version: 1,
  createdAt: new Date(0),
  createdBy: "nobody",
  updatedAt: new Date(0),
  updatedBy: "nobody",
} as const;

/** What must be corrected before the draft can be sent, one problem a field, in the form's order. */
export function draftProblems(draft: Draft, context: CheckContext, references: References): Problem[] {
  const { kind, entityId, unread } = draft;
  const fields = formFieldsOf(kind);
  const values = writtenValues(draft, context);
  const part = recordPartOf(values);
  const involved = involvedOf({ entityId, participants: (values.participants as string[]) ?? [] });
  const checked = checkRecord({ ...UNSTORED, kind, entityId, involved, ...part }, context);
  const found = "problems" in checked ? checked.problems : referenceProblems(checked.record, references);
  const shown = fields.filter((field) => isShown(field, draft.values, kind, context));
  const blanks = shown
    .filter(({ needed }) => needed)
    .filter(({ path }) => values[path] === undefined)
    .map(({ path }): Problem => ({ path, code: "missing" }));
  const unreadable = Object.keys(unread).map((path): Problem => ({ path, code: "not-whole" }));
  const all = [...unreadable, ...found, ...blanks].map((problem) => asked(problem, shown));
  const ofFields = fields.flatMap(({ path }) => all.find((problem) => fieldOf(problem.path) === path) ?? []);
  const ofNone = all.filter((problem) => !fields.some(({ path }) => path === fieldOf(problem.path)));
  return [...ofFields, ...ofNone];
}

/** The problem of the field that was asked: an instrument is dated by its signature, unless there is none yet. */
const asked = (problem: Problem, fields: readonly FormField[]): Problem =>
  problem.path === "happenedOn" && !fields.some(({ path }) => path === "happenedOn")
    ? { ...problem, path: "details.signedOn" }
    : problem;

/** The field behind a problem's path: `participants.2` is of `participants`; a signature's day is `signedOn`. */
export const fieldOf = (path: string): string => path.replace(/\.\d+$/, "");
