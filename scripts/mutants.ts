/**
 * `npm run mutants`: changes the security rules in every way that could be a mistake, and expects a trial to notice each.
 *
 * Prints the survivors with their line as they are found, then the count. The run is recorded as it goes in
 * test/rules/mutation/result.json: one that was stopped goes on from there, as long as the rules are the same.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ALL_TRIALS } from "../test/rules/allTrials.ts";
import { setStage } from "../test/rules/attackMatrix.ts";
import { PROJECT_RULES } from "../test/rules/firestoreClient.ts";
import { equivalenceOf } from "../test/rules/mutation/equivalents.ts";
import { type Kills, killMutants, type Outcome } from "../test/rules/mutation/killMutants.ts";
import { mutantsOfRules, type RulesMutant } from "../test/rules/mutation/mutantsOfRules.ts";
import { lanesOf, type Trial } from "../test/rules/trial.ts";
import { startEmulators } from "./emulators/startEmulators.ts";

interface Result {
  /** The day on which it was last run. */
  readonly date: string;
  /** SHA-256 of the rules. */
  readonly rules: string;
  readonly mutants: number;
  /** The first so many. */
  readonly tried: number;
  readonly killed: number;
  /** Those that are the same rules in other words. */
  readonly equivalent: number;
  readonly survivors: readonly string[];
  readonly trials: number;
  readonly attempts: number;
  readonly seconds: number;
}

const RESULT = join(import.meta.dirname, "../test/rules/mutation/result.json");
const LANES = 4;
/** So many mutants, then a fresh emulator: it keeps something of every request, and after half a million it gives up. */
const AT_ONCE = 25;

process.exitCode = await run();

/** What was recorded of these rules, unless all of them were tried: then the next run begins anew. */
function begunBefore(rules: string): Result | undefined {
  if (!existsSync(RESULT)) return undefined;
  const result: Result = JSON.parse(readFileSync(RESULT, "utf8"));
  return result.rules === rules && result.tried < result.mutants ? result : undefined;
}

/** @returns the exit code: 1 when a mutant survived that is not known to be the same rules in other words */
async function run(): Promise<number> {
  const rules = createHash("sha256").update(PROJECT_RULES).digest("hex");
  const all = mutantsOfRules(PROJECT_RULES);
  const mutants = all.filter((mutant) => equivalenceOf(mutant) === undefined);
  let result: Result = begunBefore(rules) ?? {
    ...{ date: "", rules, mutants: mutants.length, tried: 0, killed: 0 },
    ...{ equivalent: all.length - mutants.length, survivors: [], trials: ALL_TRIALS.length },
    ...{ attempts: 0, seconds: 0 },
  };
  if (result.tried > 0) console.log(`going on after ${result.tried} of ${result.mutants}`);
  const kills: Kills = new Map();
  while (result.tried < mutants.length) {
    const begun = Date.now();
    const some = mutants.slice(result.tried, result.tried + AT_ONCE);
    const outcomes = await onFreshEmulator(some, ALL_TRIALS, kills);
    const survivors = outcomes.filter(({ by }) => !by).map(({ mutant }) => wordsOf(mutant));
    result = {
      ...result,
      date: new Date().toISOString().slice(0, 10),
      tried: result.tried + some.length,
      killed: result.killed + some.length - survivors.length,
      survivors: [...result.survivors, ...survivors],
      trials: ALL_TRIALS.length,
      attempts: result.attempts + outcomes.reduce((sum, { attempts }) => sum + attempts, 0),
      seconds: result.seconds + Math.round((Date.now() - begun) / 1_000),
    };
    writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
    console.log(`${result.tried} of ${result.mutants} tried`);
  }
  const { killed, equivalent, survivors, seconds } = result;
  console.log(
    `${killed} of ${mutants.length} mutants killed in ${seconds} s; ${equivalent} are the same rules in other words`,
  );
  return survivors.length === 0 ? 0 : 1;
}

async function onFreshEmulator(
  mutants: readonly RulesMutant[],
  trials: readonly Trial[],
  kills: Kills,
): Promise<Outcome[]> {
  const { env, stop } = await startEmulators({
    projectId: "demo-mutants",
    ports: "free",
    only: ["firestore"],
  });
  Object.assign(process.env, env);
  try {
    const clients = lanesOf("demo-mutants", LANES);
    await Promise.all(clients.map(setStage));
    const outcomes: Outcome[] = [];
    await killMutants(clients, mutants, trials, kills, (outcome) => {
      outcomes.push(outcome);
      if (!outcome.by) console.log(`survived: ${wordsOf(outcome.mutant)}`);
    });
    return outcomes;
  } finally {
    await stop();
  }
}

function wordsOf({ line, place, what }: RulesMutant): string {
  return `firestore.rules:${line} ${place}: ${what}`;
}
