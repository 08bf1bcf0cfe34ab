/** What conditions may ask of each source, in the words of the forms that people fill in. */
import type { CatalogueItem, Catalogues } from "#domain/catalogue.ts";
import { countableFieldsOf } from "#domain/countableFields.ts";
import type { Rule } from "#domain/indicator.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Option } from "../../../components/matchText.ts";
import { ENVELOPE_TEXTS } from "../../../forms/envelope.ts";
import { both, type FieldText } from "../../../forms/fieldText.ts";
import { formFieldsOf } from "../../../forms/formFields.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { type Bilingual, say } from "../../../i18n/language.ts";
import { itemOption } from "../../record/options.ts";
import { YES_NO } from "./EditorField.ts";

export interface NamedField {
  readonly path: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** Its possible values, where they are a closed list. */
  readonly options: readonly Option[];
}

type Words = Pick<FieldText, "label" | "options">;

const LEAD: Words = { label: both("Entidad que registra", "Entity that logs it") };
const STRATEGIC: Words = {
  label: both("Declarado estratégico por la Consejería", "Declared strategic by the Office"),
  options: { true: YES_NO.yes, false: YES_NO.no },
};

const OF_DECISIONS: Readonly<Record<string, Words>> = {
  body: KIND_FORMS.session.details.body,
  status: {
    label: both("En qué va", "Where it stands"),
    options: { open: both("Por cumplir", "Open"), closed: both("Cumplida", "Closed") },
  },
  responsibleEntityId: { label: both("Entidad responsable", "Responsible entity") },
  dueOn: { label: both("Fecha límite", "Due date") },
};

const OF_EDITIONS: Readonly<Record<string, Words>> = {
  kind: {
    label: both("Clase de informe", "Kind of report"),
    options: {
      annual: both("Anual", "Annual"),
      monthly: both("Mensual", "Monthly"),
      "half-year": both("Semestral", "Half-year"),
    },
  },
  publishedAt: { label: both("Fecha de publicación", "Date of publication") },
};

function wordsOfRecords(kind: Kind, path: string): Words | undefined {
  if (path === "entityId") return LEAD;
  if (path === "review.strategic") return STRATEGIC;
  const asked = formFieldsOf(kind).find((field) => field.path === path);
  return asked?.text ?? (ENVELOPE_TEXTS as Readonly<Record<string, FieldText>>)[path];
}

function wordsOf(rule: Rule, path: string): Words | undefined {
  if (rule.source === "records") return wordsOfRecords(rule.kind, path);
  return (rule.source === "decisions" ? OF_DECISIONS : OF_EDITIONS)[path];
}

function optionOf(
  choice: string,
  words: Bilingual | undefined,
  from: string,
  items: readonly CatalogueItem[],
): Option {
  const item = items.find(({ id }) => id === choice);
  return item ? itemOption(item, from) : { id: choice, label: words ? say(words) : choice };
}

/** In the order in which a form offers them; retired catalogue items too, since older records hold them. */
export const namedFieldsOf = (rule: Rule, catalogues: Catalogues): NamedField[] =>
  countableFieldsOf(rule, catalogues).map(({ path, choices = [], from, isNumber }) => {
    const words = wordsOf(rule, path);
    const items = from ? catalogues[from] : [];
    return {
      path,
      label: words ? say(words.label) : path,
      isNumber,
      options: choices.map((choice) =>
        optionOf(String(choice), words?.options?.[String(choice)], from ?? "", items),
      ),
    };
  });
