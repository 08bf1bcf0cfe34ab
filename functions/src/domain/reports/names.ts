/** The names that a report's codes stand for, frozen with its figures: what a catalogue says later changes no edition. */
import * as z from "zod/mini";
import type { CatalogueItem, Catalogues } from "../catalogue.ts";
import type { Bilingual } from "./bilingual.ts";

const nameSchema = z.strictObject({
  es: z.string(),
  en: z.string(),
  shortEs: z.exactOptional(z.string()),
  shortEn: z.exactOptional(z.string()),
});
export type Name = z.infer<typeof nameSchema>;

const list = z.record(z.string(), nameSchema);
export type NameList = z.infer<typeof list>;

export const namesSchema = z.strictObject({
  entities: list,
  sectors: list,
  lines: list,
  activities: list,
  sdgs: list,
  populations: list,
  instrumentKinds: list,
  /** Of the countries that the report names. */
  countries: list,
});
export type Names = z.infer<typeof namesSchema>;

const listOf = (items: readonly CatalogueItem[]): NameList =>
  Object.fromEntries(
    items.map(({ id, nameEs, nameEn, shortEs, shortEn }) => [
      id,
      {
        ...{ es: nameEs, en: nameEn },
        ...(shortEs !== undefined && { shortEs }),
        ...(shortEn !== undefined && { shortEn }),
      },
    ]),
  );

/** @param countries - by code, in both languages */
export const namesOf = (catalogues: Catalogues, countries: ReadonlyMap<string, Bilingual>): Names => ({
  entities: listOf(catalogues.entities),
  sectors: listOf(catalogues.sectors),
  lines: listOf(catalogues.lines),
  activities: listOf(catalogues.activities),
  sdgs: listOf(catalogues.sdgs),
  populations: listOf(catalogues.populations),
  instrumentKinds: listOf(catalogues.instrumentKinds),
  countries: Object.fromEntries([...countries].toSorted(([a], [b]) => (a < b ? -1 : 1))),
});
