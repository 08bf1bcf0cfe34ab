/** What the values of a view are called. */

import { KINDS } from "#domain/record/kinds.ts";
import type { Option } from "../../../components/matchText.ts";
import type { Reference } from "../../../data/reference.ts";
import { itemOf } from "../../../data/reference.ts";
import { countryName, countryOptions } from "../../../forms/countries.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { views } from "./texts.ts";
import type { Dimension } from "./viewQuery.ts";

const LISTS = { line: "lines", sector: "sectors", entity: "entities", sdg: "sdgs" } as const;

export function nameIn(dimension: Dimension, value: string, { catalogues, partners }: Reference): string {
  if (value === "") return views("noneValue");
  if (dimension === "country") return countryName(value, language());
  if (dimension === "partner") return partners.find(({ id }) => id === value)?.data.name ?? value;
  if (dimension === "kind") {
    const kind = KINDS.find((one) => one === value);
    return kind ? say(KIND_FORMS[kind].name) : value;
  }
  const item = itemOf(catalogues[LISTS[dimension]], value);
  if (!item) return value;
  return item.number === undefined || dimension === "sector" || dimension === "entity"
    ? nameOf(item)
    : `${item.number}. ${nameOf(item)}`;
}

const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, language(), { numeric: true });

/** What can be chosen in a dimension: of partners and countries those alone that records name. */
export function optionsIn(
  dimension: Dimension,
  reference: Reference,
  named: ReadonlySet<string>,
): readonly Option[] {
  if (dimension === "country") return countryOptions(language()).filter(({ id }) => named.has(id));
  const ids =
    dimension === "partner"
      ? [...named]
      : dimension === "kind"
        ? KINDS
        : reference.catalogues[LISTS[dimension]].map(({ id }) => id);
  return ids.map((id) => ({ id, label: nameIn(dimension, id, reference) })).toSorted(byLabel);
}
