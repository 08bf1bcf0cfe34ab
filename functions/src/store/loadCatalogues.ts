/** Reads all catalogues at once: a dozen documents. */
import type { Firestore } from "firebase-admin/firestore";
import { CATALOGUE_IDS, type Catalogue, type CatalogueId, type Catalogues } from "../domain/catalogue.ts";
import { catalogues } from "./collections.ts";
import { getAll } from "./getAll.ts";

/** Each list with when it was last changed. Throws when one is missing: the project has not been seeded. */
export async function loadCatalogueDocuments(db: Firestore): Promise<Record<CatalogueId, Catalogue>> {
  const snapshots = await getAll(
    db,
    CATALOGUE_IDS.map((id) => catalogues(db).doc(id)),
  );
  return Object.fromEntries(
    snapshots.map((snapshot) => {
      const catalogue = snapshot.data();
      if (!catalogue) throw new Error(`${snapshot.ref.path} is missing: seed the project first`);
      return [snapshot.id, catalogue];
    }),
  ) as Record<CatalogueId, Catalogue>;
}

export async function loadCatalogues(db: Firestore): Promise<Catalogues> {
  const documents = await loadCatalogueDocuments(db);
  return Object.fromEntries(
    Object.entries(documents).map(([id, { items }]) => [id, items]),
  ) as unknown as Catalogues;
}
