/** What each choice of a form offers: catalogues, partners, countries, indicators, records and decisions. */
import type { CatalogueId, CatalogueItem } from "#domain/catalogue.ts";
import { currentPartnerId, type Partner } from "#domain/partner.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Option } from "../../components/matchText.ts";
import type { Stored } from "../../data/read.ts";
import type { Reference } from "../../data/reference.ts";
import { countryOptions } from "../../forms/countries.ts";
import { type FormField, formFieldsOf } from "../../forms/formFields.ts";
import type { Values } from "../../forms/values.ts";
import { language, nameOf, say } from "../../i18n/language.ts";

/** Records and decisions that a form may point to; loaded only for the kinds that do. */
export interface Linkable {
  readonly records: readonly { readonly id: string; readonly kind: Kind; readonly title: string }[];
  readonly decisions: readonly Option[];
}

export const NOTHING_LINKABLE: Linkable = { records: [], decisions: [] };

/** An item as a choice: its number first, its short name also found. */
export function itemOption(item: CatalogueItem, from: string): Option {
  const short = language() === "es" ? item.shortEs : item.shortEn;
  const isNumbered = item.number !== undefined && ["programmes", "sdgs", "lines"].includes(from);
  const label = isNumbered ? `${item.number}. ${nameOf(item)}` : nameOf(item);
  return { id: item.id, label, ...(short && { alias: short }) };
}

const partnerOption = (id: string, { name, acronym, aliases }: Partner): Option => ({
  id,
  label: acronym ? `${name} (${acronym})` : name,
  alias: aliases.join(" "),
});

/** The directory; of merged ones those that are still named, as what they became. */
function partnerOptions(partners: readonly Stored<Partner>[], named: unknown): Option[] {
  const known = new Map(partners.map(({ id, data }) => [id, data]));
  return partners.flatMap(({ id, data }) => {
    if (data.state !== "merged") return partnerOption(id, data);
    const became = known.get(currentPartnerId(id, (one) => known.get(one)));
    return Array.isArray(named) && named.includes(id) && became ? partnerOption(id, became) : [];
  });
}

/** Which records a field points to, by its name. */
const LINKED_KIND: Readonly<Record<string, Kind>> = {
  "details.practiceId": "practice",
  "details.instrumentId": "instrument",
};

/** What a record's publication may name: its fields that people write. */
const publishable = (kind: Kind): Option[] =>
  formFieldsOf(kind)
    .filter(
      ({ path, field }) => path === "citizenBenefit" || path === "summary" || field.input === "paragraph",
    )
    .filter(({ path }) => path !== "lateReason" && path !== "nationalCoordination")
    .map(({ path, text }) => ({ id: path.replace("details.", ""), label: say(text.label) }));

interface Asked {
  readonly kind: Kind;
  readonly entityId: string;
  readonly values: Values;
}

/** The choices of a field, retired ones left out unless they are chosen. */
export function optionsOf(
  { path, field, text }: FormField,
  { kind, entityId, values }: Asked,
  { catalogues, partners, indicators }: Reference,
  linkable: Linkable,
): readonly Option[] {
  const { options: fixed, from = "" } = field;
  if (fixed)
    return fixed.map((id) => {
      const words = text.options?.[id];
      return { id, label: words ? say(words) : id };
    });
  if (from === "") return [];
  if (from === "countries") return countryOptions(language());
  if (from === "partners") return partnerOptions(partners, values[path]);
  if (from === "records") {
    const wanted = LINKED_KIND[path];
    return linkable.records
      .filter((record) => record.kind === wanted)
      .map(({ id, title }) => ({ id, label: title }));
  }
  if (from === "decisions") return linkable.decisions;
  if (from === "practiceFields" || from === "needFields") return publishable(kind);
  const milestones = indicators.filter((indicator) => indicator.type === "milestone");
  if (from === "indicators")
    return milestones.map((indicator) => ({ id: indicator.id, label: nameOf(indicator) }));
  if (from === "indicatorStates") {
    const chosen = milestones.find(({ id }) => id === values["details.indicatorId"]);
    return (chosen?.states ?? []).map((state) => ({ id: state.id, label: nameOf(state) }));
  }
  const value = values[path];
  return catalogues[from as CatalogueId]
    .filter((item) => item.active || value === item.id || (Array.isArray(value) && value.includes(item.id)))
    .filter((item) => path !== "activityId" || item.parentId === values.lineId)
    .filter((item) => path !== "participants" || item.id !== entityId)
    .map((item) => itemOption(item, from));
}
