/**
 * The rules take from clients exactly what the schemas take: examples, their mutants and random documents,
 * as created and as updated.
 *
 * `npm run contract` tries 10,000 random documents; `npm run contract -- --seed N` repeats those of a run.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { documentChanges, withChanges } from "../support/arbitraries.ts";
import { contractTrial, creationTrials, examplesOf, updateTrials, type Write } from "./contractTrials.ts";
import { grant } from "./people.ts";
import { lanesOf, type Trial, wrongVerdicts } from "./trial.ts";
import { FOCAL, nextOf, OFFICE, returnedOf, storedOf, WRITABLES } from "./writables.ts";

const RANDOM_DOCUMENTS = Number(process.env.CONTRACT_DOCUMENTS ?? 2_000);
const SEED = Number(process.env.CONTRACT_SEED ?? Math.floor(Math.random() * 2 ** 31));

// On a busy machine thousands of writes take minutes.
vi.setConfig({ testTimeout: 1_200_000 });

const clients = lanesOf("demo-contract", 12);
const total = { taken: 0, refused: 0 };

async function agree(trials: readonly Trial[]): Promise<void> {
  for (const { allowed } of trials) total[allowed ? "taken" : "refused"] += 1;
  expect(await wrongVerdicts(clients, trials)).toEqual([]);
  expect(trials.some(({ allowed }) => !allowed)).toBe(true);
}

beforeAll(() =>
  Promise.all(
    clients.map(async (client) => {
      await client.clear();
      await client.loadRules();
      await client.seed({ ...grant(FOCAL.uid, FOCAL), ...grant(OFFICE.uid, OFFICE) });
    }),
  ),
);

afterAll(() => {
  console.log(
    `Contract: ${total.taken} writes to be taken, ${total.refused} to be refused; ${RANDOM_DOCUMENTS} random documents of seed ${SEED}`,
  );
});

describe.each(WRITABLES)("$name", (writable) => {
  test("is created exactly when the schema takes it: examples and mutants", () => {
    const verdicts = examplesOf(writable).map(({ document }) => writable.acceptsCreate(document));
    expect(verdicts).toEqual([true, true, true]);
    return agree(creationTrials(writable));
  });

  test("is updated exactly when the schema takes it: examples and mutants", () =>
    agree(updateTrials(writable)));
});

describe(`of ${RANDOM_DOCUMENTS} random documents (seed ${SEED})`, () => {
  const random = fc.constantFrom(...WRITABLES).chain((writable) =>
    fc.record({
      writable: fc.constant(writable),
      changes: documentChanges(writable.fields, writable.details ?? {}, Object.keys(writable.minimal)),
      wasReturned: fc.boolean(),
    }),
  );
  const documents = fc.sample(random, { numRuns: RANDOM_DOCUMENTS, seed: SEED });
  const agreeOn = (writes: readonly Write[]) => agree(writes.map(contractTrial));

  test("those that the schema takes are created", () =>
    agreeOn(
      documents.map(({ writable, changes }, n) => ({
        writable,
        what: `random document ${n}`,
        document: withChanges(writable.minimal, changes),
      })),
    ));

  test("those that the schema takes become updates", () =>
    agreeOn(
      documents.map(({ writable, changes, wasReturned }, n) => {
        const prior = (wasReturned ? returnedOf : storedOf)(writable.minimal);
        const document = withChanges(nextOf(writable, prior), changes);
        return { writable, what: `random document ${n}`, prior, document };
      }),
    ));
});
