/** What every job is given: the database, the clock, and what is read often and changes rarely. */
import type { Firestore } from "firebase-admin/firestore";
import type { Catalogues } from "../domain/catalogue.ts";
import { type Cached, cached } from "../store/cached.ts";
import { type CurrentRules, currentRules } from "../store/currentRules.ts";
import { loadCatalogues } from "../store/loadCatalogues.ts";

export interface JobContext {
  readonly db: Firestore;
  readonly now: () => Date;
  readonly catalogues: Cached<Catalogues>;
  readonly rules: CurrentRules;
}

const MAX_AGE_MS = 60_000;

export const jobContext = (db: Firestore, now: () => Date): JobContext => ({
  db,
  now,
  catalogues: cached(() => loadCatalogues(db), now, MAX_AGE_MS),
  rules: currentRules(db),
});
