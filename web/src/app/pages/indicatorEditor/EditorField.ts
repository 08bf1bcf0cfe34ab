/** A field of the editor: how it is entered, and its words. */
import { type Field, oneOf } from "#domain/fields.ts";
import { LIMITS } from "#domain/limits.ts";
import { both, type FieldText } from "../../../forms/fieldText.ts";

/** `{n}` in a name is the number of the item, or the year or entity that it is about. */
export interface EditorField {
  readonly field: Field;
  readonly text: FieldText;
}

/** By where the answer lies in a definition, without the numbers of list items. */
export type EditorFields = Readonly<Record<string, EditorField>>;

/** A choice; where it depends on catalogues or other answers, its options are none of these. */
export const choice = (...options: readonly [string, ...string[]]) => oneOf(options);

export const YES_NO = { yes: both("Sí", "Yes"), no: both("No", "No") };

/** Money is typed with cents. */
export const asMoney = ({ field, text }: EditorField): EditorField => ({
  field: { ...field, input: "amount", max: LIMITS.amountCents },
  text,
});
