/**
 * `npm test`: checks, builds, starts the emulators once and runs every test.
 *
 * Arguments go to Vitest: `npm test -- test/domain` runs these files alone, and no checks.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onceOrphaned } from "./onceOrphaned.ts";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

const ROOT = join(import.meta.dirname, "..");
const CHECKS = [
  ["@biomejs/biome/bin/biome", "check", "."],
  ["typescript/bin/tsc", "--noEmit"],
] as const;

const passedOn = process.argv.slice(2);
const selected = passedOn.some((argument) => !argument.startsWith("-"));

let failedChecks = 0;
for (const check of selected ? [] : CHECKS) {
  if ((await run(check)) !== 0) failedChecks += 1;
}
const scratch = mkdtempSync(join(tmpdir(), "bitacora-test-"));
const reportFile = join(scratch, "report.json");
const status = await run([
  ...["vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", "--root", ROOT],
  ...["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`],
  ...passedOn,
]);
const { passed, failed } = counts(reportFile, status);
rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed + failedChecks} failed`);
process.exit(status === 0 && failedChecks === 0 ? 0 : 1);

/** Runs a tool of node_modules by its script; stopping us stops it. */
function run([script = "", ...args]: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, "node_modules", script), ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, forward);
  onceOrphaned(() => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}

/** A file that does not load, a setup that fails or an error outside of any test counts as one failure. */
function counts(file: string, status: number): { passed: number; failed: number } {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1 };
  }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}
