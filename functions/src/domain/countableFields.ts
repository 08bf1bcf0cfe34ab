/** What an indicator's rule may ask of each source: the fields, and the values that they can have. */
import type { CatalogueId, Catalogues } from "./catalogue.ts";
import { CATALOGUE_IDS } from "./catalogue.ts";
import { EDITION_KINDS } from "./edition.ts";
import type { Field } from "./fields.ts";
import type { Rule } from "./indicator.ts";
import { ENVELOPE } from "./record/envelope.ts";
import { session } from "./record/kinds/session.ts";
import { DETAILS, type Kind } from "./record/kinds.ts";

/** A field that conditions may name. */
export interface CountableField {
  readonly path: string;
  /** Its possible values, for `in`; absent where they are no closed list. */
  readonly choices?: readonly (string | boolean)[];
  /** The catalogue that `choices` come from. */
  readonly from?: CatalogueId;
  readonly isNumber: boolean;
}

const isCatalogue = (from: string | undefined): from is CatalogueId =>
  (CATALOGUE_IDS as readonly (string | undefined)[]).includes(from);

const of = (path: string, field: Field, catalogues: Catalogues): CountableField => ({
  path,
  isNumber: field.input === "count" || field.input === "amount",
  ...(field.options && { choices: field.options }),
  ...(isCatalogue(field.from) && { from: field.from, choices: catalogues[field.from].map(({ id }) => id) }),
});

const plain = (path: string, choices?: readonly (string | boolean)[]): CountableField => ({
  ...{ path, isNumber: false },
  ...(choices && { choices }),
});

const ofRecords = (kind: Kind, catalogues: Catalogues): CountableField[] => [
  ...Object.entries<Field>(DETAILS[kind]).map(([name, field]) => of(`details.${name}`, field, catalogues)),
  ...(kind === "instrument" ? [plain("review.strategic", [true, false])] : []),
  {
    ...plain(
      "entityId",
      catalogues.entities.map(({ id }) => id),
    ),
    from: "entities",
  },
  ...Object.entries<Field>(ENVELOPE).map(([name, field]) => of(name, field, catalogues)),
];

/** In the order in which a form offers them; none for quoted statistics. */
export function countableFieldsOf(rule: Rule, catalogues: Catalogues): CountableField[] {
  switch (rule.source) {
    case "records":
      return ofRecords(rule.kind, catalogues);
    case "decisions":
      return [
        plain("body", session.body.options),
        plain("status", ["open", "closed"]),
        {
          ...plain(
            "responsibleEntityId",
            catalogues.entities.map(({ id }) => id),
          ),
          from: "entities",
        },
        plain("dueOn"),
      ];
    case "editions":
      return [plain("kind", EDITION_KINDS), plain("publishedAt")];
    case "external":
      return [];
  }
}
