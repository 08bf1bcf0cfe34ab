/** The fields that a spreadsheet can fill: those of the forms, but for links to other records. */
import type { Field } from "#domain/fields.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { formFieldsOf } from "../../forms/formFields.ts";
import type { Bilingual } from "../../i18n/language.ts";

/** Asked in the form alone: what points to another document, and the consent to publish. */
const NOT_IN_SHEETS = ["records", "decisions", "practiceFields", "needFields"];

export interface ImportField {
  /** `title`, `details.signedOn`. */
  readonly path: string;
  readonly field: Field;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  /** Words of the fixed choices, by code; of all kinds that have the field. */
  readonly options: Readonly<Record<string, Bilingual>>;
  readonly kinds: readonly Kind[];
  /** Kinds whose records need it, where it is asked. */
  readonly neededBy: readonly Kind[];
  /** Asked only in some cases, of which an answer to another question is one. */
  readonly isConditional: boolean;
}

/** Each field once, in the order of the forms; the words are those of the first kind that has it. */
export function importFieldsOf(kinds: readonly Kind[]): ImportField[] {
  const fields = new Map<string, ImportField>();
  for (const kind of kinds)
    for (const { path, field, text, needed } of formFieldsOf(kind)) {
      if (field.from !== undefined && NOT_IN_SHEETS.includes(field.from)) continue;
      const before = fields.get(path);
      fields.set(path, {
        ...{ path, field: before ? unionOf(before.field, field) : field },
        label: before?.label ?? text.label,
        ...((before?.help ?? text.help) && { help: before?.help ?? (text.help as Bilingual) }),
        options: { ...text.options, ...before?.options },
        kinds: [...(before?.kinds ?? []), kind],
        neededBy: [...(before?.neededBy ?? []), ...(needed ? [kind] : [])],
        isConditional: path === "lateReason" || text.showWhen !== undefined || before?.isConditional === true,
      });
    }
  return [...fields.values()];
}

/** Two kinds may ask for the same field with other fixed choices. */
const unionOf = (a: Field, b: Field): Field =>
  a.options && b.options ? { ...a, options: [...new Set([...a.options, ...b.options])] } : a;

export const isCoded = ({ input }: Field): boolean =>
  input === "choice" || input === "choices" || input === "reference" || input === "references";

export const isList = ({ input }: Field): boolean => input === "choices" || input === "references";
