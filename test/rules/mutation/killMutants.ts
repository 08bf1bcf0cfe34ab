/** Loads each mutant of the rules into a running emulator and attacks it, until a trial ends as it should not. */
import type { FirestoreClient } from "../firestoreClient.ts";
import type { Trial } from "../trial.ts";
import type { RulesMutant } from "./mutantsOfRules.ts";

export interface Outcome {
  readonly mutant: RulesMutant;
  /** What killed it; without it, the mutant survived. */
  readonly by?: Trial;
  /** Attempts it took. */
  readonly attempts: number;
}

/** How often a trial has killed, at a place and anywhere: what killed one mutant likely kills the next. */
export type Kills = Map<string, Map<Trial, number>>;

/**
 * @param clients - each with a stage that is set; they share the work
 * @param kills - is added to, for the mutants that come after these
 * @param told - receives each outcome
 */
export async function killMutants(
  clients: readonly FirestoreClient[],
  mutants: readonly RulesMutant[],
  trials: readonly Trial[],
  kills: Kills,
  told: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...mutants].reverse();
  const remember = (place: string, trial: Trial) => {
    const atPlace = kills.get(place) ?? new Map<Trial, number>();
    kills.set(place, atPlace.set(trial, (atPlace.get(trial) ?? 0) + 1));
  };
  await Promise.all(
    clients.map(async (client) => {
      for (let mutant = waiting.pop(); mutant; mutant = waiting.pop()) {
        await client.loadRules(mutant.text);
        let attempts = 0;
        let by: Trial | undefined;
        for (const trial of likeliestFirst(mutant, trials, kills)) {
          attempts += 1;
          if ((await trial.attempt(client)) === trial.allowed) continue;
          by = trial;
          break;
        }
        if (by) for (const place of [mutant.place, "anywhere"]) remember(place, by);
        told({ mutant, attempts, ...(by && { by }) });
      }
    }),
  );
}

/** `isInstrument` is about instruments, `entities/{entityId}/records/{recordId}` about records. */
const subjectOf = (place: string): string =>
  (place.startsWith("is") ? place.slice(2) : (place.split("/").at(-2) ?? place)).toLowerCase();

/** What the trial is, without the document that it writes. */
const told = ({ what }: Trial): string => what.split(": {")[0] ?? what;

const wordsIn = (text: string): string[] => text.match(/[A-Za-z][\w-]{3,}/g) ?? [];

/** What stands in the rules and no more in the mutant: a field, a value, a function of a kind of document. */
function lostWords({ what }: RulesMutant): string[] {
  const [before = "", after = ""] = what.split(" → ");
  const left = new Set(wordsIn(after));
  return wordsIn(before).filter((word) => !left.has(word));
}

function likeliestFirst(
  mutant: RulesMutant,
  trials: readonly Trial[],
  kills: ReadonlyMap<string, ReadonlyMap<Trial, number>>,
): Trial[] {
  const { place, fields, lets } = mutant;
  const words = [...fields, ...lostWords(mutant)];
  const subjects = [place, ...words].map(subjectOf);
  const [subject] = subjects;
  const likelihood = (trial: Trial): number =>
    Math.min(kills.get(place)?.get(trial) ?? 0, 3) * 2 +
    Math.min(kills.get("anywhere")?.get(trial) ?? 0, 3) +
    (lets !== "either" && trial.allowed === (lets === "less") ? 3 : 0) +
    (words.some((word) => told(trial).includes(word)) ? 8 : 0) +
    (subjects.includes(trial.place.replaceAll(" ", "")) ? 4 : 0) +
    (subject === "records" && trial.place === "interaction" ? 3 : 0);
  return trials
    .map((trial) => ({ trial, likelihood: likelihood(trial) }))
    .sort((one, other) => other.likelihood - one.likelihood)
    .map(({ trial }) => trial);
}
