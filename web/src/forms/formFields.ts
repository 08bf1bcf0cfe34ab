/** The fields of a kind's form, each with all that its control, its check and its messages need. */
import type { Field } from "#domain/fields.ts";
import { alsoNeeded } from "#domain/record/checkRecord.ts";
import { ENVELOPE } from "#domain/record/envelope.ts";
import { DETAILS, type Kind } from "#domain/record/kinds.ts";
import { ENVELOPE_TEXTS } from "./envelope.ts";
import type { EnvelopeName, FieldText } from "./fieldText.ts";
import { KIND_FORMS } from "./kindForms.ts";

/** One field of a form. */
export interface FormField {
  readonly path: string;
  readonly field: Field;
  readonly text: FieldText;
  /** Whether it must be answered where it is shown. */
  readonly needed: boolean;
}

export interface FormGroup {
  readonly title: FieldText["label"];
  readonly folded: boolean;
  readonly proposed: boolean;
  readonly fields: readonly FormField[];
}

function formField(kind: Kind, path: string): FormField {
  const form = KIND_FORMS[kind];
  const name = path.replace("details.", "");
  const isDetail = path.startsWith("details.");
  const fields: Readonly<Record<string, Field>> = isDetail ? DETAILS[kind] : ENVELOPE;
  const texts: Readonly<Record<string, FieldText>> = isDetail ? form.details : ENVELOPE_TEXTS;
  const field = fields[name];
  const general = texts[name];
  if (!field || !general) throw new Error(`the form of ${kind} names a field that is none: ${path}`);
  const own = isDetail ? {} : form.envelope?.[name as EnvelopeName];
  const text: FieldText = { ...general, ...own };
  const needed =
    field.required || text.neededWhenShown === true || alsoNeeded(kind).some((also) => also === path);
  return { path, field, text, needed };
}

/** The groups of a kind's form, in order. */
export const formGroupsOf = (kind: Kind): FormGroup[] =>
  KIND_FORMS[kind].groups.map(({ title, fields, folded = false, proposed = false }) => ({
    title,
    folded,
    proposed,
    fields: fields.map((path) => formField(kind, path)),
  }));

/** The fields of a kind's form, in order. */
export const formFieldsOf = (kind: Kind): FormField[] => formGroupsOf(kind).flatMap(({ fields }) => fields);
