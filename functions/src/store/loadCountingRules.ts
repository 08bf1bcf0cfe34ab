/** Reads the rules of counting in force: indicators, and which sector each entity belongs to. */
import type { Firestore } from "firebase-admin/firestore";
import { sectorsByEntity } from "../domain/catalogue.ts";
import type { CountingRules } from "../domain/counting/ledger.ts";
import type { Indicator } from "../domain/indicator.ts";
import { catalogues, indicators } from "./collections.ts";

/** All indicators in their order, retired ones included. */
export async function loadIndicators(db: Firestore): Promise<Indicator[]> {
  const { docs } = await indicators(db).get();
  return docs.map((snapshot) => ({ ...snapshot.data(), id: snapshot.id })).sort((a, b) => a.order - b.order);
}

/**
 * The version is the instant of the last change to what the rules are made of, in milliseconds since 1970: indicators
 * and entities are retired, never deleted, so that it only grows.
 */
export async function loadCountingRules(db: Firestore): Promise<CountingRules> {
  const [all, entities] = await Promise.all([loadIndicators(db), catalogues(db).doc("entities").get()]);
  const catalogue = entities.data();
  if (!catalogue) throw new Error(`${entities.ref.path} is missing: seed the project first`);
  const changes = [catalogue.updatedAt, ...all.map(({ updatedAt }) => updatedAt)];
  return {
    version: Math.max(...changes.map((instant) => instant.getTime())),
    indicators: all,
    sectors: sectorsByEntity({ entities: catalogue.items }),
  };
}
