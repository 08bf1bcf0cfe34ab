/** The lists: how the Office edits them, and that the names which citizens read follow. */
import { onDocumentWritten } from "firebase-functions/v2/firestore";
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

export const onCatalogueWritten = onDocumentWritten(
  { region, retry: true, timeoutSeconds: 540, document: "catalogues/{catalogueId}" },
  async () => {
    const context = cloudContext();
    await context.catalogues.refresh();
    await foldAndPublish(context);
  },
);
