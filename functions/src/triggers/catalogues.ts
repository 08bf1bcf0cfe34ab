/** The lists: how the Office edits them, and that the names which citizens read follow. */
import { onDocumentUpdated } from "firebase-functions/v2/firestore";
import * as z from "zod";
import { CATALOGUE_IDS } from "../domain/catalogue.ts";
import { idSchema } from "../domain/fields.ts";
import { foldAndPublish } from "../jobs/foldAndPublish.ts";
import { saveCatalogueItem as save } from "../jobs/saveCatalogueItem.ts";
import { callable, requestBase, versionField } from "./callable.ts";
import { cloudContext } from "./context.ts";
import { countingContext } from "./countingContext.ts";
import { region } from "./region.ts";

/** The item is checked by the job, so that each field's problem is told. */
export const saveCatalogueItem = callable(
  z.strictObject({
    ...requestBase,
    catalogueId: z.enum(CATALOGUE_IDS),
    itemId: idSchema,
    version: versionField,
    item: z.unknown(),
  }),
  (_context, actor, asked) => save(countingContext(), actor, asked),
);

/** The lists whose names citizens read. */
const PUBLISHED: readonly string[] = ["lines", "sectors"];

/** Lists that are loaded for the first time are published with the first figures. */
export const onCatalogueUpdated = onDocumentUpdated(
  { region, retry: true, timeoutSeconds: 540, document: "catalogues/{catalogueId}" },
  async ({ params }) => {
    if (!PUBLISHED.includes(params.catalogueId)) return;
    const context = cloudContext();
    await context.catalogues.refresh();
    await foldAndPublish(context);
  },
);
