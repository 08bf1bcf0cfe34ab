/** Reads the rules of counting in force: indicators, and which sector each entity belongs to. */
import type { Firestore } from "firebase-admin/firestore";
import { sectorsByEntity } from "../domain/catalogue.ts";
import { countersOf } from "../domain/counting/counter.ts";
import type { CountingRules } from "../domain/counting/ledger.ts";
import type { Indicator } from "../domain/indicator.ts";
import { catalogues, counting, indicators } from "./collections.ts";

/** All indicators in their order, retired ones included. */
export async function loadIndicators(db: Firestore): Promise<Indicator[]> {
  const { docs } = await indicators(db).get();
  return docs.map((snapshot) => ({ ...snapshot.data(), id: snapshot.id })).sort((a, b) => a.order - b.order);
}

/**
 * The version is read before what it is the version of: if a change comes in between, the rules are newer than they say,
 * and whoever compares reads them once more. Throws when the project has not been seeded.
 */
export async function loadCountingRules(db: Firestore): Promise<CountingRules> {
  const version = (await counting(db).get()).data()?.version;
  const [all, entities] = await Promise.all([loadIndicators(db), catalogues(db).doc("entities").get()]);
  const catalogue = entities.data();
  if (!catalogue || version === undefined)
    throw new Error("catalogues/entities or config/counting is missing: seed the project first");
  return {
    version,
    indicators: all,
    counters: countersOf(all),
    sectors: sectorsByEntity({ entities: catalogue.items }),
  };
}
