/** Mutants that judge every write and read as the rules do: none can be killed, each for a reason. */
import type { RulesMutant } from "./mutantsOfRules.ts";

interface Equivalence {
  readonly place: string;
  readonly what: string;
  readonly why: string;
}

const EQUIVALENTS: readonly Equivalence[] = [];

/** Why the mutant is the same rules in other words; nothing when it is not known to be. */
export const equivalenceOf = (mutant: RulesMutant): string | undefined =>
  EQUIVALENTS.find(({ place, what }) => place === mutant.place && what === mutant.what)?.why;
