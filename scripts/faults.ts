/**
 * `npm run faults`: many seeds of the fault tests, their result recorded in `test/faults/RESULT.md`.
 *
 * `--seeds 20` runs so many, `--seed 7` replays one, `--changes 300` makes each longer; with `--seed` nothing is recorded.
 * `--editions 50` kills so many workers that make a report instead, at instants that follow from `--seed`, and records the
 * result in `test/faults/editions/RESULT.md`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { startEmulators } from "./emulators/startEmulators.ts";

const RESULT = join(import.meta.dirname, "../test/faults/RESULT.md");
const EDITIONS_RESULT = join(import.meta.dirname, "../test/faults/editions/RESULT.md");
const PROJECT_ID = "demo-faults";

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Refusal(`--${name} must be a whole number of 1 or more, not "${value}".`);
  return number;
}

/** Kills workers that make a report. */
async function killWorkers(kills: number, seed: number): Promise<void> {
  const only = ["firestore", "storage"] as const;
  const emulators = await startEmulators({ projectId: PROJECT_ID, ports: "free", only });
  try {
    Object.assign(process.env, emulators.env);
    const { killEditions } = await import("../test/faults/editions/killEditions.ts");
    const { killedDocument } = await import("../test/faults/editions/killedDocument.ts");
    const killed = await killEditions("demo-kill", { kills, seed, log: console.log });
    for (const what of killed.wrong) console.log(`wrong: ${what}`);
    const command = `npm run faults -- --editions ${kills} --seed ${seed}`;
    const document = killedDocument(killed, command, new Date());
    writeFileSync(EDITIONS_RESULT, document);
    console.log(document);
    if (killed.wrong.length > 0) process.exitCode = 1;
  } finally {
    await emulators.stop();
  }
}

await orRefuse(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: "string" },
      seeds: { type: "string", default: "100" },
      changes: { type: "string", default: "200" },
      editions: { type: "string" },
    },
  });
  if (values.editions !== undefined)
    return killWorkers(wholeNumber("editions", values.editions), wholeNumber("seed", values.seed ?? "1"));
  const count = wholeNumber("seeds", values.seeds);
  const changes = wholeNumber("changes", values.changes);
  const seeds =
    values.seed === undefined
      ? Array.from({ length: count }, (_, index) => index + 1)
      : [wholeNumber("seed", values.seed)];
  const emulators = await startEmulators({ projectId: PROJECT_ID, ports: "free", only: ["firestore"] });
  try {
    Object.assign(process.env, emulators.env);
    // Imported only now: Google's libraries read the emulators' addresses when they are loaded.
    const { runFaults } = await import("../test/faults/runFaults.ts");
    const { documentOf, EMPTY_REPORT, isRight, summaryOf, withOutcome } = await import(
      "../test/faults/report.ts"
    );
    let report = EMPTY_REPORT;
    for (const seed of seeds) {
      const start = performance.now();
      const outcome = await runFaults(PROJECT_ID, seed, changes).catch((error: unknown) => {
        throw new Error(`seed ${seed} broke off: npm run faults -- --seed ${seed}`, { cause: error });
      });
      report = withOutcome(report, seed, outcome);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`seed ${seed}: ${isRight(outcome) ? "right" : "WRONG"}, ${seconds} s`);
      for (const what of outcome.unexplained) console.log(`  before the sweep: ${what}`);
      for (const what of outcome.wrong) console.log(`  after the sweep: ${what}`);
    }
    console.log(summaryOf(report, seeds.length));
    for (const seed of report.failing) console.log(`replay with: npm run faults -- --seed ${seed}`);
    if (values.seed === undefined) {
      const command = `npm run faults -- --seeds ${count} --changes ${changes}`;
      writeFileSync(RESULT, documentOf(report, seeds.length, command, new Date()));
    }
    if (report.failing.length > 0) process.exitCode = 1;
  } finally {
    await emulators.stop();
  }
});
