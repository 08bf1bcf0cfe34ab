/** Loads catalogues, indicators, networks and obligations; what the Office has changed stays as it is. */
import { FieldValue, type Firestore } from "firebase-admin/firestore";
import { type CatalogueItem, catalogueSchema } from "#domain/catalogue.ts";
import type { ReturnReasonsEntry } from "#domain/historyEntry.ts";
import { definitionOf, type Indicator, type IndicatorVersion } from "#domain/indicator.ts";
import { catalogueHistoryOf } from "#functions/store/collections.ts";
import {
  CATALOGUES,
  CONSENT_TEXTS,
  INDICATORS,
  OBLIGATIONS,
  PARTNERS,
  RETURN_REASONS,
  SEED,
} from "./catalogueData.ts";
import { createMissing, type Document } from "./createMissing.ts";

/** Adds the items that a list lacks, and says whether there were any; those it has, and their order, are the Office's. */
const addMissingItems = (
  db: Firestore,
  id: string,
  items: readonly CatalogueItem[],
  now: Date,
): Promise<boolean> => {
  const list = db.doc(`catalogues/${id}`);
  return db.runTransaction(async (transaction) => {
    const snapshot = await transaction.get(list);
    const kept = snapshot.exists ? catalogueSchema.shape.items.parse(snapshot.get("items")) : [];
    const missing = items.filter((item) => !kept.some(({ id }) => id === item.id));
    if (missing.length === 0) return false;
    const version = (snapshot.exists ? catalogueSchema.shape.version.parse(snapshot.get("version")) : 0) + 1;
    transaction.set(list, { items: [...kept, ...missing], version, updatedAt: now, updatedBy: SEED.by });
    transaction.create(catalogueHistoryOf(list).doc(String(version)), {
      ...{ version, covers: 1, scope: "catalogues", action: "seed", requestId: SEED.by, at: now },
      ...{ by: SEED.by, byName: SEED.name, before: {}, after: { items: missing.map((item) => item.id) } },
    });
    return true;
  });
};

/** An indicator with the first entry of its history. */
const indicatorDocuments = (indicator: Indicator, now: Date): Document[] => {
  const { id, ...body } = indicator;
  const first: IndicatorVersion = {
    ...{ version: 1, definition: definitionOf(indicator), changed: [] },
    ...{ at: now, by: SEED.by, byName: SEED.name, requestId: SEED.by },
  };
  return [
    [`indicators/${id}`, { ...body, updatedAt: now }],
    [`indicators/${id}/versions/1`, first],
  ];
};

/** Adds indicators that are missing; for what is there they are new rules, under which all must be counted. */
export const loadIndicators = (db: Firestore, all: readonly Indicator[], now: Date): Promise<number> =>
  createMissing(
    db,
    all.flatMap((indicator) => indicatorDocuments(indicator, now)),
  );

/** The reasons for returning a record, with the first entry of their history. */
const returnReasonsDocuments = (now: Date): Document[] => {
  const reasons = { reasons: RETURN_REASONS, version: 1, updatedAt: now, updatedBy: SEED.by };
  const first: ReturnReasonsEntry = {
    ...{ version: 1, covers: 1, scope: "config", action: "seed", requestId: SEED.by },
    ...{ at: now, by: SEED.by, byName: SEED.name, before: {}, after: reasons },
  };
  return [
    ["config/returnReasons", reasons],
    ["config/returnReasons/history/1", first],
  ];
};

/** Begins the version of the rules of counting, or adds one to it where they have changed. */
async function versionRules(db: Firestore, haveChanged: boolean): Promise<boolean> {
  const version = db.doc("config/counting");
  if (!(await version.get()).exists) {
    await version.set({ version: 1 });
    return false;
  }
  if (haveChanged) await version.update({ version: FieldValue.increment(1) });
  return haveChanged;
}

/** Safe to repeat, on any project. Returns whether what was counted before must be counted anew. */
export async function loadCatalogues(
  db: Firestore,
  now: Date,
  indicators: readonly Indicator[] = INDICATORS,
): Promise<boolean> {
  const lists = await Promise.all(
    Object.entries(CATALOGUES).map(async ([id, items]) => ({
      id,
      hasGrown: await addMissingItems(db, id, items, now),
    })),
  );
  const added = await loadIndicators(db, indicators, now);
  await createMissing(db, [
    ...[...PARTNERS].map(
      ([id, partner]): Document => [`partners/${id}`, { ...partner, createdAt: now, updatedAt: now }],
    ),
    ...[...CONSENT_TEXTS].map(([id, text]): Document => [`consentTexts/${id}`, text]),
    ...OBLIGATIONS.map((obligation): Document => [`obligations/${obligation.periodId}`, obligation]),
    ["config/system", { isDemo: false }],
    ...returnReasonsDocuments(now),
  ]);
  const hasEntities = lists.some(({ id, hasGrown }) => id === "entities" && hasGrown);
  return versionRules(db, added > 0 || hasEntities);
}
