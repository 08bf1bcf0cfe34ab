/**
 * The rules take from clients exactly what the schemas take: examples, their mutants and random documents,
 * as created and as updated.
 *
 * `CONTRACT_SEED=… npm test -- test/rules/contract.test.ts` repeats the random documents of a run.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { documentChanges, withChanges } from "../support/arbitraries.ts";
import { type Document, type FirestoreClient, firestoreClient } from "./firestoreClient.ts";
import { mutantsOf, show } from "./mutants.ts";
import { FOCAL, nextOf, OFFICE, returnedOf, storedOf, WRITABLES, type Writable } from "./writables.ts";

const RANDOM_DOCUMENTS = 2_000;
const SEED = Number(process.env.CONTRACT_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Projects side by side, each with a Firestore of its own, so that all may write to the same path. */
const LANES = 12;

// On a busy machine thousands of writes take minutes.
vi.setConfig({ testTimeout: 300_000 });

interface Exception {
  readonly why: string;
  readonly applies: (document: Document) => boolean;
}

const RULES_ARE_STRICTER: readonly Exception[] = [
  {
    why: "negative zero is a double to Firestore and a whole number to zod; no form yields it",
    applies: (document) => [document, Object(document.details)].some(holdsNegativeZero),
  },
  {
    why: "to zod an instant or bytes without content are an empty map",
    applies: ({ details }) => details instanceof Date || details instanceof Uint8Array,
  },
];
const SCHEMAS_ARE_STRICTER: readonly Exception[] = [];

function holdsNegativeZero(fields: object): boolean {
  return Object.values(fields).some((value) => Object.is(value, -0));
}

/** One write by the collection's author. */
interface Trial {
  readonly writable: Writable;
  readonly what: string;
  /** What stands there before; nothing when the document is created. */
  readonly prior?: Document;
  readonly document: Document;
}

const clients = Array.from({ length: LANES }, (_, lane) => firestoreClient(`demo-contract-${lane}`));
const total = { taken: 0, refused: 0 };

beforeAll(() =>
  Promise.all(
    clients.map(async (client) => {
      await client.clear();
      await client.loadRules();
      await client.seed({ [`access/${FOCAL.uid}`]: {}, [`access/${OFFICE.uid}`]: {} });
    }),
  ),
);

afterAll(() => {
  console.log(
    `Contract: ${total.taken} writes taken, ${total.refused} refused; random documents of seed ${SEED}`,
  );
});

describe.each(WRITABLES)("$name", (writable) => {
  const { name, minimal, usual, fullest, details, acceptsCreate } = writable;
  const examples = [minimal, usual, fullest].map((document, n) => ({ what: `example ${n}`, document }));
  // All kinds of record have the same envelope: one of them stands for it.
  const part = details && name !== "interaction" ? "details" : "all";

  test("is created exactly when the schema takes it: examples and mutants", async () => {
    expect(examples.map(({ document }) => acceptsCreate(document))).toEqual([true, true, true]);
    const documents = [...examples, ...mutantsOf(writable, usual, part)];
    await agree(documents.map((mutant) => ({ writable, ...mutant })));
  });

  test("is updated exactly when the schema takes it: examples and mutants", () => {
    const created = storedOf(minimal);
    const returned = returnedOf(usual);
    return agree([
      ...examples.map(({ what, document }) => ({
        writable,
        what,
        prior: created,
        document: nextOf(writable, { ...storedOf(document), version: created.version }),
      })),
      ...mutantsOf(writable, nextOf(writable, returned), part).map((mutant) => ({
        writable,
        prior: returned,
        ...mutant,
      })),
    ]);
  });
});

describe(`of ${RANDOM_DOCUMENTS} random documents (CONTRACT_SEED=${SEED})`, () => {
  const random = fc.constantFrom(...WRITABLES).chain((writable) =>
    fc.record({
      writable: fc.constant(writable),
      changes: documentChanges(writable.fields, writable.details ?? {}, Object.keys(writable.minimal)),
      wasReturned: fc.boolean(),
    }),
  );
  const documents = fc.sample(random, { numRuns: RANDOM_DOCUMENTS, seed: SEED });

  test("those that the schema takes are created", () =>
    agree(
      documents.map(({ writable, changes }, n) => ({
        writable,
        what: `random document ${n}`,
        document: withChanges(writable.minimal, changes),
      })),
    ));

  test("those that the schema takes become updates", () =>
    agree(
      documents.map(({ writable, changes, wasReturned }, n) => {
        const prior = (wasReturned ? returnedOf : storedOf)(writable.minimal);
        const document = withChanges(nextOf(writable, prior), changes);
        return { writable, what: `random document ${n}`, prior, document };
      }),
    ));
});

/** Makes every trial, and fails with those on which rules and schema differ, or if all ended in the same way. */
async function agree(trials: readonly Trial[]): Promise<void> {
  const waiting = [...trials];
  const differing: string[] = [];
  const ended = { taken: 0, refused: 0 };
  await Promise.all(
    clients.map(async (client) => {
      for (let trial = waiting.pop(); trial; trial = waiting.pop()) {
        const taken = await attempt(client, trial);
        ended[taken ? "taken" : "refused"] += 1;
        if (taken === isExpected(trial)) continue;
        const { writable, what, prior, document } = trial;
        const verdict = `the rules ${taken ? "take" : "refuse"} it`;
        differing.push(
          `${writable.name}, ${prior ? "updated" : "created"}, ${what}: ${verdict}: ${show(document)}`,
        );
      }
    }),
  );
  total.taken += ended.taken;
  total.refused += ended.refused;
  expect(differing).toEqual([]);
  expect(ended.refused).toBeGreaterThan(0);
}

function isExpected({ writable, prior, document }: Trial): boolean {
  const taken = prior ? writable.acceptsUpdate(prior, document) : writable.acceptsCreate(document);
  const exceptions = taken ? RULES_ARE_STRICTER : SCHEMAS_ARE_STRICTER;
  return exceptions.some(({ applies }) => applies(document)) ? !taken : taken;
}

/** What stands at a client's path, so that it is only put there again once a write has changed it. */
const standing = new Map<FirestoreClient, { path: string; document: Document }>();

async function attempt(client: FirestoreClient, { writable, prior, document }: Trial): Promise<boolean> {
  const { path, author } = writable;
  const there = standing.get(client);
  if (there && (there.path !== path || !prior)) await client.remove(there.path);
  if (prior && (there?.path !== path || there.document !== prior)) await client.seed({ [path]: prior });
  const taken = await client.as(author)[prior ? "update" : "create"](path, document);
  const left = taken ? document : prior;
  if (left) standing.set(client, { path, document: left });
  else standing.delete(client);
  return taken;
}
