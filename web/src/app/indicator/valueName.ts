/** The values of a breakdown by their names: entities, programmes, countries and the rest. */

import type { CatalogueId } from "#domain/catalogue.ts";
import type { Slice } from "#domain/counting/evidence.ts";
import { itemOf, type Reference } from "../../data/reference.ts";
import { countryName } from "../../forms/countries.ts";
import { instrument } from "../../forms/kinds/instrument.ts";
import { type Bilingual, language, nameOf, say } from "../../i18n/language.ts";

type Of = NonNullable<Slice["of"]>;

const CATALOGUE_OF: Readonly<Partial<Record<Of["dimension"], CatalogueId>>> = {
  sector: "sectors",
  entity: "entities",
  instrumentKind: "instrumentKinds",
  partnerCategory: "actorCategories",
  sdg: "sdgs",
  programme: "programmes",
  theme: "themes",
  population: "populations",
};

/** Dimensions whose choices are fixed: the form has their words. */
const WORDS_OF: Readonly<Partial<Record<Of["dimension"], Readonly<Record<string, Bilingual>>>>> = {
  scope: instrument.details.scope.options,
  formality: instrument.details.formality.options,
};

/** The value itself where its name is not known any more. */
export function valueName({ dimension, value }: Of, { catalogues }: Pick<Reference, "catalogues">): string {
  if (dimension === "country") return countryName(value, language());
  const words = WORDS_OF[dimension]?.[value];
  if (words) return say(words);
  const catalogue = CATALOGUE_OF[dimension];
  const item = catalogue && itemOf(catalogues[catalogue], value);
  if (!item) return value;
  const isNumbered = item.number !== undefined && (dimension === "sdg" || dimension === "programme");
  return isNumbered ? `${item.number}. ${nameOf(item)}` : nameOf(item);
}
