/** The words of a form's fields: what TypeScript asks of every description, so that no field lacks its label. */
import type { ENVELOPE } from "#domain/record/envelope.ts";
import type { DETAILS, Kind } from "#domain/record/kinds.ts";
import type { Bilingual } from "../i18n/language.ts";
import type { Values } from "./values.ts";

export interface FieldText {
  readonly label: Bilingual;
  /** The field in the middle of a sentence, with its article: "la fecha de firma". */
  readonly named: Bilingual;
  readonly help?: Bilingual;
  /** Words of the fixed choices, by code. */
  readonly options?: Readonly<Record<string, Bilingual>>;
  /** The field is asked only then; what it held is not written otherwise. */
  readonly showWhen?: (values: Values) => boolean;
  /** Whether it must be answered where it is shown, though the schema leaves it optional. */
  readonly neededWhenShown?: true;
}

type OptionsOf<F> = F extends { readonly options: readonly (infer Code extends string)[] }
  ? { readonly options: Readonly<Record<Code, Bilingual>> }
  : unknown;

/** A text for each field, and one for each of its fixed choices. */
export type TextsOf<Fields> = { readonly [Name in keyof Fields]: FieldText & OptionsOf<Fields[Name]> };

export type EnvelopeName = keyof typeof ENVELOPE;
export type EnvelopeTexts = TextsOf<typeof ENVELOPE>;

/** Where a value lies in a record: `title`, `details.signedOn`. */
export type PathOf<K extends Kind> = EnvelopeName | `details.${keyof (typeof DETAILS)[K] & string}`;

export interface Group<K extends Kind = Kind> {
  readonly title: Bilingual;
  readonly fields: readonly PathOf<K>[];
  /** Folded away until it is opened: nothing in it must be answered. */
  readonly folded?: true;
  /** Answered already by what the kind proposes: shown as one line, and opened to be changed. */
  readonly proposed?: true;
}

/** All that a form needs to know of a kind. */
export interface KindForm<K extends Kind> {
  readonly name: Bilingual;
  /** What it is for, for a person who chooses among the kinds. */
  readonly purpose: Bilingual;
  readonly details: TextsOf<(typeof DETAILS)[K]>;
  /** Envelope fields that read otherwise in this kind. */
  readonly envelope?: { readonly [Name in EnvelopeName]?: Partial<FieldText> };
  readonly groups: readonly Group<K>[];
}

export const both = (es: string, en: string): Bilingual => ({ es, en });

/** A field's label and its name inside a sentence, Spanish and English by turns. */
export const text = <Rest extends Omit<FieldText, "label" | "named">>(
  labelEs: string,
  labelEn: string,
  namedEs: string,
  namedEn: string,
  rest?: Rest,
): Pick<FieldText, "label" | "named"> & NoInfer<Rest> => ({
  label: both(labelEs, labelEn),
  named: both(namedEs, namedEn),
  ...(rest as Rest),
});
