/**
 * The trials see every condition of the rules true and false, by the Firestore emulator's own report; what it says of each
 * expression is kept as `test/artefacts/rules/coverage.json`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { MATRIX, setStage } from "./attackMatrix.ts";
import { BRIEF_CONTRACT } from "./contractTrials.ts";
import { LIES } from "./lies.ts";
import { addCoverage, type Seen, uncovered } from "./ruleCoverage.ts";
import { lanesOf, wrongVerdicts } from "./trial.ts";

const ARTEFACTS = join(import.meta.dirname, "../artefacts/rules");
/** The emulator keeps every value that an expression took, so that reports grow large: one is asked for after so many trials. */
const AT_ONCE = 800;
const TRIALS = [...LIES.filter(({ what }) => !what.includes("a megabyte")), ...MATRIX, ...BRIEF_CONTRACT];

// On a busy machine thousands of attempts take minutes.
vi.setConfig({ testTimeout: 1_200_000 });

/** Conditions that cannot be both, each with the reason. */
const EXCEPTIONS: readonly { readonly text: string; readonly why: string }[] = [];

test("every condition is seen true and false", async () => {
  const clients = lanesOf("demo-coverage", 4);
  await Promise.all(clients.map(setStage));
  const seen = new Map<string, Seen>();
  for (let at = 0; at < TRIALS.length; at += AT_ONCE) {
    await Promise.all(clients.map((client) => client.loadRules()));
    await wrongVerdicts(clients, TRIALS.slice(at, at + AT_ONCE));
    for (const client of clients) addCoverage(seen, JSON.parse(await client.coverage()));
    if (uncovered(seen).length === 0) break;
  }
  const conditions = [...seen.values()].filter(({ was }) => was.true || was.false);
  const left = uncovered(seen).filter(({ text }) => !EXCEPTIONS.some((one) => one.text === text));
  mkdirSync(ARTEFACTS, { recursive: true });
  writeFileSync(join(ARTEFACTS, "coverage.json"), JSON.stringify([...seen.values()], null, 1));
  console.log(
    `Coverage of the rules: ${conditions.length} conditions, ${left.length} not seen both true and false`,
  );
  expect(left.map(({ line, text }) => `line ${line}: ${text}`)).toEqual([]);
  expect(conditions.length).toBeGreaterThan(100);
});
