/** Mutants that judge every write and read as the rules do: none can be killed, each for a reason. */
import type { RulesMutant } from "./mutantsOfRules.ts";

interface Equivalence {
  readonly place: string;
  readonly what: string;
  readonly why: string;
}

const READS_PRIOR =
  "its condition speaks of what stands there, and before a creation nothing does: an error, which refuses";

const EQUIVALENTS: readonly Equivalence[] = [
  { place: "{path=**}/records/{recordId}", what: "read → read, create", why: READS_PRIOR },
  { place: "{path=**}/history/{version}", what: "read → read, create", why: READS_PRIOR },
];

/** Why the mutant is the same rules in other words; nothing when it is not known to be. */
export const equivalenceOf = (mutant: RulesMutant): string | undefined =>
  EQUIVALENTS.find(({ place, what }) => place === mutant.place && what === mutant.what)?.why;
