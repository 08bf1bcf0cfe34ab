/** What a view shows, and how its address says so: a view is sent as a link. */
import { STRATEGY_PERIODS } from "#domain/calendar.ts";
import type { Catalogues } from "#domain/catalogue.ts";
import { KINDS } from "#domain/record/kinds.ts";

/** What records can be gathered by, each with its name in the address, where it filters too. */
export const DIMENSIONS = {
  line: "linea",
  sector: "sector",
  entity: "entidad",
  partner: "actor",
  country: "pais",
  sdg: "ods",
  kind: "tipo",
} as const;
export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_IDS = Object.keys(DIMENSIONS) as Dimension[];

export interface ViewQuery {
  readonly by: Dimension;
  /** One value of each dimension at most. */
  readonly filters: Readonly<Partial<Record<Dimension, string>>>;
  /** A year (`2025`) or a half-year (`2025-S1`); absent: all. */
  readonly period?: string;
}

export const PERIODS: readonly string[] = [
  ...new Set(STRATEGY_PERIODS.flatMap((period) => [period.slice(0, 4), period])),
];

/** What an address may name besides fixed lists. */
export interface Known {
  readonly catalogues: Pick<Catalogues, "lines" | "sectors" | "entities" | "sdgs">;
  readonly partners: readonly { readonly id: string }[];
}

const has = (items: readonly { readonly id: string }[], id: string) => items.some((item) => item.id === id);

function isKnown(dimension: Dimension, value: string, { catalogues, partners }: Known): boolean {
  switch (dimension) {
    case "line":
      return has(catalogues.lines, value);
    case "sector":
      return has(catalogues.sectors, value);
    case "entity":
      return has(catalogues.entities, value);
    case "sdg":
      return has(catalogues.sdgs, value);
    case "partner":
      return has(partners, value);
    case "country":
      return /^[A-Z]{2}$/.test(value);
    case "kind":
      return KINDS.some((kind) => kind === value);
  }
}

/** What an address asks for; what it names and nobody knows is left out. By line where it does not say by what. */
export function viewQueryOf(address: URLSearchParams, known: Known): ViewQuery {
  const by = DIMENSION_IDS.find((id) => DIMENSIONS[id] === address.get("por")) ?? "line";
  const filters = Object.fromEntries(
    DIMENSION_IDS.flatMap((id) => {
      const value = address.get(DIMENSIONS[id]);
      return value !== null && isKnown(id, value, known) ? [[id, value]] : [];
    }),
  );
  const period = PERIODS.find((one) => one === address.get("periodo"));
  return { by, filters, ...(period !== undefined && { period }) };
}

/** The view's address; the same view always has the same. */
export function viewAddress({ by, filters, period }: ViewQuery): string {
  const query = new URLSearchParams([
    ["por", DIMENSIONS[by]],
    ...(period === undefined ? [] : [["periodo", period]]),
    ...DIMENSION_IDS.flatMap((id) => {
      const value = filters[id];
      return value === undefined ? [] : [[DIMENSIONS[id], value]];
    }),
  ]);
  return `/app/vistas?${query}`;
}

/** The same view with one filter more, another or, `undefined`, one less. */
export const withFilter = (query: ViewQuery, dimension: Dimension, value: string | undefined): ViewQuery => {
  const { [dimension]: _, ...others } = query.filters;
  return { ...query, filters: value === undefined ? others : { ...others, [dimension]: value } };
};
