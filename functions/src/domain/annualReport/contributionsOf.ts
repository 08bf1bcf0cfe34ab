/** What each sector and entity had a part in: their records, and their share of the results. */
import type { Catalogues } from "../catalogue.ts";
import type { Counts, IndicatorFigure, Series } from "../counting/figures.ts";
import { CURRENCIES } from "../indicator.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";

/** Records of the year by entity id, and by `sector/id`. */
export interface Parts {
  readonly approved: ReadonlyMap<string, number>;
  readonly reported: ReadonlyMap<string, number>;
}

type Sector = AnnualSnapshot["sectors"][number];

/** What one sector or entity adds to an indicator: one figure, or one for each currency; zeros are left out. */
function figuresOf(
  figure: IndicatorFigure,
  id: string,
  countsOf: (series: Series) => Counts,
): Sector["figures"] {
  const { indicatorId, byCurrency } = figure;
  const all = byCurrency
    ? CURRENCIES.flatMap((currency) => {
        const series = byCurrency[currency];
        return series ? [{ indicatorId, currency, value: countsOf(series)[id] ?? 0 }] : [];
      })
    : [{ indicatorId, value: countsOf(figure)[id] ?? 0 }];
  return all.filter(({ value }) => value !== 0);
}

/**
 * In the catalogues' order: sectors that have an entity, and entities that are active or had a part.
 *
 * @param figures - of the report's year, of the indicators that entities contribute to
 */
export function contributionsOf(
  { sectors, entities }: Pick<Catalogues, "sectors" | "entities">,
  parts: Parts,
  figures: readonly IndicatorFigure[],
): Sector[] {
  const shareOf = (key: string, id: string, countsOf: (series: Series) => Counts) => ({
    approved: parts.approved.get(key) ?? 0,
    reported: parts.reported.get(key) ?? 0,
    figures: figures.flatMap((figure) => figuresOf(figure, id, countsOf)),
  });
  const hasPart = (id: string) => parts.approved.has(id) || parts.reported.has(id);
  return sectors
    .map((sector) => ({
      id: sector.id,
      ...shareOf(`sector/${sector.id}`, sector.id, ({ bySector }) => bySector),
      entities: entities
        .filter((entity) => entity.parentId === sector.id && (entity.active || hasPart(entity.id)))
        .map((entity) => ({
          id: entity.id,
          ...shareOf(entity.id, entity.id, ({ byEntity }) => byEntity),
        })),
    }))
    .filter((sector) => sector.entities.length > 0);
}
