/** Editable lists: sectors, entities, lines, activities, programmes, SDGs, themes and the rest. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";

/** One document per list, so that an app reads all of them for a dozen reads. */
export const CATALOGUE_IDS = [
  "sectors",
  "entities",
  "lines",
  "activities",
  "programmes",
  "sdgs",
  "themes",
  "populations",
  "actorCategories",
  "actorTypes",
  "instrumentKinds",
  "modalities",
  "attractionKinds",
  "opportunityKinds",
  "periods",
] as const;
export type CatalogueId = (typeof CATALOGUE_IDS)[number];

export const catalogueItemSchema = z.strictObject({
  id: idSchema,
  nameEs: z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph)),
  nameEn: z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph)),
  /** Short name: an entity's acronym, a line's motto. */
  shortEs: z.exactOptional(z.string().check(z.maxLength(LIMITS.line))),
  shortEn: z.exactOptional(z.string().check(z.maxLength(LIMITS.line))),
  /** The item it belongs to: an entity's sector, an activity's line, a programme's objective, a type's category. */
  parentId: z.exactOptional(idSchema),
  number: z.exactOptional(z.int()),
  /** Retired items stay, for the records that name them; forms no longer offer them. */
  active: z.boolean(),
  /** Periods alone: first and last day, and the day their reports fall due. */
  startsOn: z.exactOptional(z.iso.date()),
  endsOn: z.exactOptional(z.iso.date()),
  dueOn: z.exactOptional(z.iso.date()),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;

export const catalogueSchema = z.strictObject({
  items: z.array(catalogueItemSchema).check(z.maxLength(500)),
  /** That of its last history entry. */
  version: z.int().check(z.gte(1)),
  updatedAt: z.date(),
  updatedBy: idSchema,
});
export type Catalogue = z.infer<typeof catalogueSchema>;

export type Catalogues = Readonly<Record<CatalogueId, readonly CatalogueItem[]>>;

/** The Office's own records (sessions, milestones, decisions) belong to the entity that houses it. */
export const OFFICE_ENTITY_ID = "secretaria-general";

/** The sector of each entity, for counting. */
export const sectorsByEntity = (catalogues: Pick<Catalogues, "entities">): ReadonlyMap<string, string> =>
  new Map(catalogues.entities.map((entity) => [entity.id, entity.parentId ?? ""]));
