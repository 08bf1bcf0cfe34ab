/** What the words in coded columns may mean: the choices of a field by all names that they go by. */
import type { CatalogueId, CatalogueItem } from "#domain/catalogue.ts";
import type { Reference } from "../../data/reference.ts";
import { countryOptions } from "../../forms/countries.ts";
import type { Bilingual } from "../../i18n/language.ts";
import { normal } from "../words.ts";
import type { ImportField } from "./importFields.ts";
import { VALUE_WORDS } from "./synonyms.ts";

/** What fields and codes are looked up in. */
export type Lookup = Pick<Reference, "catalogues" | "partners" | "indicators">;

export interface Choice {
  readonly id: string;
  readonly label: Bilingual;
  /** Other names, in no particular form. */
  readonly names: readonly string[];
}

const itemNames = ({ number, ...item }: CatalogueItem, from: string): string[] => {
  const short = [item.shortEs, item.shortEn].filter((name) => name !== undefined);
  if (number === undefined) return short;
  if (from === "sdgs")
    return [...short, `${number}`, `ODS ${number}`, `SDG ${number}`, `Objetivo ${number}`].flatMap((name) => [
      name,
      `${name} ${item.nameEs}`,
    ]);
  if (from === "lines") return [...short, `${number}`, `Línea ${number}`, `${number} ${item.nameEs}`];
  if (from === "programmes") return [...short, `${number}`, `Programa ${number}`, `${number} ${item.nameEs}`];
  if (from === "activities") return [...short, `${(item.parentId ?? "").replace("l", "")}.${number}`];
  return short;
};

/** A label that begins with its number, where people know it by that. */
const itemLabel = ({ number, nameEs, nameEn }: CatalogueItem, from: string): Bilingual => {
  const before = number !== undefined && ["sdgs", "lines", "programmes"].includes(from) ? `${number}. ` : "";
  return { es: `${before}${nameEs}`, en: `${before}${nameEn}` };
};

function ofCatalogue(from: CatalogueId, { catalogues }: Lookup): Choice[] {
  return catalogues[from]
    .filter(({ active }) => active)
    .map((item) => ({
      id: item.id,
      label: itemLabel(item, from),
      names: [item.nameEs, item.nameEn, ...itemNames(item, from)],
    }));
}

function countries(): Choice[] {
  const english = new Map(countryOptions("en").map(({ id, label }) => [id, label]));
  return countryOptions("es").map(({ id, label }) => ({
    id,
    label: { es: label, en: english.get(id) ?? label },
    names: [],
  }));
}

function ofPartners({ partners }: Lookup): Choice[] {
  return partners.map(({ id, data: { name, acronym, aliases } }) => {
    const label = acronym ? `${name} (${acronym})` : name;
    return { id, label: { es: label, en: label }, names: [name, ...(acronym ? [acronym] : []), ...aliases] };
  });
}

function unlabelled({ field, options }: ImportField, lookup: Lookup): Choice[] {
  const { from = "" } = field;
  if (field.options)
    return field.options.map((id) => ({ id, label: options[id] ?? { es: id, en: id }, names: [] }));
  if (from === "countries") return countries();
  if (from === "partners") return ofPartners(lookup);
  const milestones = lookup.indicators.filter((indicator) => indicator.type === "milestone");
  const named = ({ id, nameEs, nameEn }: { id: string; nameEs: string; nameEn: string }): Choice => ({
    ...{ id, label: { es: nameEs, en: nameEn }, names: [] },
  });
  if (from === "indicators") return milestones.map(named);
  if (from === "indicatorStates") return milestones.flatMap(({ states }) => states.map(named));
  return from in lookup.catalogues ? ofCatalogue(from as CatalogueId, lookup) : [];
}

/** Labels that two choices share are told apart by their codes. */
export function choicesOf(field: ImportField, lookup: Lookup): Choice[] {
  const found = [...new Map(unlabelled(field, lookup).map((choice) => [choice.id, choice])).values()];
  const words = VALUE_WORDS[field.path] ?? VALUE_WORDS[field.field.from ?? ""] ?? {};
  const counts = new Map<string, number>();
  for (const { label } of found)
    for (const text of new Set([normal(label.es), normal(label.en)]))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  const apart = (text: string, id: string) =>
    (counts.get(normal(text)) ?? 0) > 1 ? `${text} [${id}]` : text;
  return found.map(({ id, label, names }) => ({
    id,
    label: { es: apart(label.es, id), en: apart(label.en, id) },
    names: [...names, ...(words[id] ?? [])],
  }));
}
