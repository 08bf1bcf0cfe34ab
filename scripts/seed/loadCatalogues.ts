/** Loads catalogues, indicators, networks and obligations; what the Office has changed stays as it is. */
import type { Firestore } from "firebase-admin/firestore";
import { type CatalogueItem, catalogueSchema } from "#domain/catalogue.ts";
import { CATALOGUES, INDICATORS, OBLIGATIONS, PARTNERS, SEED } from "./catalogueData.ts";
import { createMissing, type Document } from "./createMissing.ts";

/** Adds the items that a list lacks; those it has, and their order, are the Office's. */
async function addMissingItems(db: Firestore, id: string, items: readonly CatalogueItem[], now: Date) {
  const list = db.doc(`catalogues/${id}`);
  await db.runTransaction(async (transaction) => {
    const snapshot = await transaction.get(list);
    const kept = snapshot.exists ? catalogueSchema.shape.items.parse(snapshot.get("items")) : [];
    const missing = items.filter((item) => !kept.some(({ id }) => id === item.id));
    if (missing.length > 0)
      transaction.set(list, { items: [...kept, ...missing], updatedAt: now, updatedBy: SEED.by });
  });
}

/** Safe to repeat, on any project. */
export async function loadCatalogues(db: Firestore, now: Date): Promise<void> {
  await Promise.all(Object.entries(CATALOGUES).map(([id, items]) => addMissingItems(db, id, items, now)));
  await createMissing(db, [
    ...INDICATORS.map(({ id, ...body }): Document => [`indicators/${id}`, { ...body, updatedAt: now }]),
    ...[...PARTNERS].map(
      ([id, partner]): Document => [`partners/${id}`, { ...partner, createdAt: now, updatedAt: now }],
    ),
    ...OBLIGATIONS.map((obligation): Document => [`obligations/${obligation.periodId}`, obligation]),
    ["config/system", { isDemo: false }],
  ]);
}
