/** Keeps the rules of counting in an instance of a function for as long as their version stands. */
import type { Firestore } from "firebase-admin/firestore";
import type { CountingRules } from "../domain/counting/ledger.ts";
import { counting } from "./collections.ts";
import { loadCountingRules } from "./loadCountingRules.ts";

export interface CurrentRules {
  /** The rules in force: reads their version, and the rest where that is new. */
  get(): Promise<CountingRules>;
  /** The rules of this version, or later ones where they have changed since. */
  at(version: number): Promise<CountingRules>;
}

export function currentRules(db: Firestore): CurrentRules {
  let held: Promise<CountingRules> | undefined;
  const load = () => {
    const loading = loadCountingRules(db);
    held = loading;
    loading.catch(() => {
      if (held === loading) held = undefined;
    });
    return loading;
  };
  const at = async (version: number) => {
    const rules = await (held ?? load());
    return rules.version === version ? rules : load();
  };
  const get = async () => at((await counting(db).get()).data()?.version ?? 0);
  return { at, get };
}
