/** What a record's partners say of it: their categories, and which of them are networks. */
import type { Partner } from "../partner.ts";
import type { Derived } from "./record.ts";

/** The type of actor that networks of cities are (strategy, Table 1). */
const NETWORK_TYPE = "city-networks";

/** In the order of the partners, each once. */
export const derivedFrom = (
  partners: readonly { readonly id: string; readonly partner: Partner }[],
): Pick<Derived, "partnerCategories" | "networkIds"> => ({
  partnerCategories: [...new Set(partners.map(({ partner }) => partner.categoryId))],
  networkIds: partners.filter(({ partner }) => partner.actorTypeId === NETWORK_TYPE).map(({ id }) => id),
});
