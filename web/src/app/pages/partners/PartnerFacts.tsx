/** What the directory says of a partner. */
import type { Partner } from "#domain/partner.ts";
import { itemOf } from "../../../data/reference.ts";
import { countryName } from "../../../forms/countries.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { partnerText } from "./texts.ts";
import "../../../styles/partners.css";

export function PartnerFacts({ partner }: { readonly partner: Partner }) {
  const { catalogues, partners } = useApp().reference;
  const named = (items: Parameters<typeof itemOf>[0], id: string | undefined) => {
    const item = id === undefined ? undefined : itemOf(items, id);
    return item ? nameOf(item) : id;
  };
  const networks = (partner.networkIds ?? []).map(
    (id) => partners.find((one) => one.id === id)?.data.name ?? id,
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    [partnerText("acronym"), partner.acronym],
    [partnerText("category"), named(catalogues.actorCategories, partner.categoryId)],
    [partnerText("type"), named(catalogues.actorTypes, partner.actorTypeId)],
    [partnerText("country"), partner.country && countryName(partner.country, language())],
    [partnerText("aliases"), partner.aliases.join(" · ")],
    [partnerText("networks"), networks.join(" · ")],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
