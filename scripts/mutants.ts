/**
 * `npm run mutants`: changes the security rules in every way that could be a mistake, and expects a trial to notice each.
 *
 * Prints the survivors with their line as they are found, then the count. The run is recorded as it goes in
 * test/rules/mutation/result.json: one that was stopped goes on from there, as long as the rules are the same.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
const RECORDED_EVERY = 25;

const { env, stop } = await startEmulators({ projectId: "demo-mutants", ports: "free", only: ["firestore"] });
Object.assign(process.env, env);
try {
  process.exitCode = await run();
} finally {
  await stop();
}

/** What was recorded of these rules, unless all of them were tried: then the next run begins anew. */
function begunBefore(rules: string): Result | undefined {
  if (!existsSync(RESULT)) return undefined;
  const result: Result = JSON.parse(readFileSync(RESULT, "utf8"));
  return result.rules === rules && result.tried < result.mutants ? result : undefined;
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
  const rules = createHash("sha256").update(PROJECT_RULES).digest("hex");
  const before = begunBefore(rules);
  const all = mutantsOfRules(PROJECT_RULES);
  const mutants = all.filter((mutant) => equivalenceOf(mutant) === undefined);
  const left = mutants.slice(before?.tried ?? 0);
  if (before) console.log(`going on after ${before.tried} of ${before.mutants}`);
  const clients = lanesOf("demo-mutants", LANES);
  await Promise.all(clients.map(setStage));

  /** By their place among those that are left; lanes end out of turn. */
  const outcomes: { attempts: number; survivor?: string }[] = [];
  const result = (): Result => {
    const done = [...outcomes, undefined].indexOf(undefined);
    const ended = outcomes.slice(0, done);
    const found = ended.flatMap(({ survivor }) => survivor ?? []);
    return {
      ...{ date: new Date().toISOString().slice(0, 10), rules, mutants: mutants.length },
      tried: (before?.tried ?? 0) + done,
      killed: (before?.killed ?? 0) + done - found.length,
      equivalent: all.length - mutants.length,
      survivors: [...(before?.survivors ?? []), ...found],
      trials: ALL_TRIALS.length,
      attempts: (before?.attempts ?? 0) + ended.reduce((sum, { attempts }) => sum + attempts, 0),
      seconds: (before?.seconds ?? 0) + Math.round((Date.now() - begun) / 1_000),
    };
  };
  const record = () => writeFileSync(RESULT, `${JSON.stringify(result(), null, 2)}\n`);
  let told = 0;
  await killMutants(clients, left, ALL_TRIALS, ({ mutant, index, by, attempts }) => {
    const survivor = `firestore.rules:${mutant.line} ${mutant.place}: ${mutant.what}`;
    outcomes[index] = { attempts, ...(!by && { survivor }) };
    if (!by) console.log(`survived: ${survivor}`);
    told += 1;
    if (told % RECORDED_EVERY > 0) return;
    record();
    console.log(`${told} of ${left.length} tried`);
  });
  record();
  const { killed, equivalent, survivors, seconds } = result();
  console.log(
    `${killed} of ${mutants.length} mutants killed in ${seconds} s; ${equivalent} are the same rules in other words`,
  );
  return survivors.length === 0 ? 0 : 1;
}
