/**
 * `npm run mutants`: changes the security rules in every way that could be a mistake, and expects a trial to notice each.
 *
 * Prints the survivors with their line as they are found, then the count, and records the run in test/rules/mutation/result.json.
 * `-- --after N` leaves out the first N, which a run before has tried, and records nothing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmulators } from "./emulators/startEmulators.ts";

const RESULT = join(import.meta.dirname, "../test/rules/mutation/result.json");
const LANES = 4;
const { values } = parseArgs({ options: { after: { type: "string", default: "0" } } });
const AFTER = Number(values.after);

const { env, stop } = await startEmulators({ projectId: "demo-mutants", ports: "free", only: ["firestore"] });
Object.assign(process.env, env);
try {
  process.exitCode = await run();
} finally {
  await stop();
}

/** @returns the exit code: 1 when a mutant survived that is not known to be the same rules in other words */
async function run(): Promise<number> {
  const { ALL_TRIALS } = await import("../test/rules/allTrials.ts");
  const { setStage } = await import("../test/rules/attackMatrix.ts");
  const { PROJECT_RULES } = await import("../test/rules/firestoreClient.ts");
  const { equivalenceOf } = await import("../test/rules/mutation/equivalents.ts");
  const { killMutants } = await import("../test/rules/mutation/killMutants.ts");
  const { mutantsOfRules } = await import("../test/rules/mutation/mutantsOfRules.ts");
  const { lanesOf } = await import("../test/rules/trial.ts");

  const begun = Date.now();
  const clients = lanesOf("demo-mutants", LANES);
  await Promise.all(clients.map(setStage));
  const mutants = mutantsOfRules(PROJECT_RULES);
  const tried = mutants.filter((mutant) => equivalenceOf(mutant) === undefined).slice(AFTER);
  const survivors: string[] = [];
  let killed = 0;
  let attempts = 0;
  await killMutants(clients, tried, ALL_TRIALS, ({ mutant, by, attempts: spent }) => {
    attempts += spent;
    if (by) killed += 1;
    else {
      const survivor = `firestore.rules:${mutant.line} ${mutant.place}: ${mutant.what}`;
      survivors.push(survivor);
      console.log(`survived: ${survivor}`);
    }
    if ((killed + survivors.length) % 50 === 0)
      console.log(`${killed + survivors.length} of ${tried.length} tried`);
  });
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const equivalent = mutants.length - tried.length - AFTER;
  const result = {
    date: new Date().toISOString().slice(0, 10),
    mutants: tried.length,
    killed,
    equivalent,
    survivors,
  };
  if (AFTER === 0)
    writeFileSync(
      RESULT,
      `${JSON.stringify({ ...result, trials: ALL_TRIALS.length, attempts, seconds }, null, 2)}\n`,
    );
  console.log(
    `${killed} of ${tried.length} mutants killed in ${seconds} s; ${equivalent} are the same rules in other words`,
  );
  return survivors.length === 0 ? 0 : 1;
}
