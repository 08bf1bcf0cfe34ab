/** What every screen looks names up in: catalogues, indicators, partners, and what kind of installation this is. */
import type { CatalogueId, CatalogueItem, Catalogues } from "#domain/catalogue.ts";
import { CATALOGUE_IDS, catalogueSchema } from "#domain/catalogue.ts";
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { type Partner, partnerSchema } from "#domain/partner.ts";
import { systemSchema } from "#domain/system.ts";
import { readCollection, readOne, type Stored } from "./read.ts";

export interface Reference {
  readonly catalogues: Catalogues;
  readonly indicators: readonly Indicator[];
  readonly partners: readonly Stored<Partner>[];
  readonly isDemo: boolean;
}

/** In their order. */
export async function loadIndicators(): Promise<Indicator[]> {
  const stored = await readCollection("indicators", indicatorSchema);
  return stored.map(({ id, data }): Indicator => ({ ...data, id })).toSorted((a, b) => a.order - b.order);
}

export const loadPartners = (): Promise<Stored<Partner>[]> => readCollection("partners", partnerSchema);

export async function loadReference(): Promise<Reference> {
  const [lists, indicators, partners, system] = await Promise.all([
    readCollection("catalogues", catalogueSchema),
    loadIndicators(),
    loadPartners(),
    readOne("config/system", systemSchema),
  ]);
  const items = (id: CatalogueId) => lists.find((list) => list.id === id)?.data.items ?? [];
  return {
    catalogues: Object.fromEntries(CATALOGUE_IDS.map((id) => [id, items(id)])) as unknown as Catalogues,
    indicators,
    partners,
    isDemo: system?.data.isDemo ?? false,
  };
}

export const itemOf = (items: readonly CatalogueItem[], id: string): CatalogueItem | undefined =>
  items.find((item) => item.id === id);
