/** The lists as the Office edits them: each with its version, its trail, and saving an item. */
import { type Catalogue, type CatalogueId, catalogueSchema } from "#domain/catalogue.ts";
import type { CatalogueInput } from "#domain/checkCatalogueItem.ts";
import { type CatalogueEntry, catalogueEntrySchema } from "#domain/historyEntry.ts";
import { call } from "./call.ts";
import { readCollection, readOne } from "./read.ts";

export const loadCatalogue = async (id: CatalogueId): Promise<Catalogue | undefined> =>
  (await readOne(`catalogues/${id}`, catalogueSchema))?.data;

/** The latest first. */
export const loadCatalogueHistory = async (id: CatalogueId): Promise<CatalogueEntry[]> =>
  (await readCollection(`catalogues/${id}/history`, catalogueEntrySchema))
    .map(({ data }) => data)
    .toSorted((a, b) => b.version - a.version);

export interface ItemSaving {
  readonly requestId: string;
  readonly catalogueId: CatalogueId;
  readonly itemId: string;
  /** The version of the list that was seen. */
  readonly version: number;
  readonly item: CatalogueInput;
}

/** `operationId` where everything is being counted anew. */
export const saveCatalogueItem = (saving: ItemSaving): Promise<{ version: number; operationId?: string }> =>
  call("saveCatalogueItem", { ...saving });
