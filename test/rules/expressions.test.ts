/** Firestore gives up on a request after 1,000 expressions; the fullest document of each kind stays far below. */
import { beforeAll, expect, test, vi } from "vitest";
import { type Document, firestoreClient, type Person, PROJECT_RULES } from "./firestoreClient.ts";
import { grant } from "./people.ts";
import { FOCAL, nextOf, OFFICE, returnedOf, WRITABLES } from "./writables.ts";

const LIMIT = 1_000;
const BUDGET = 800;

/** A write that the rules allow. */
interface Write {
  readonly what: string;
  readonly author: Person;
  readonly path: string;
  /** What stands there before; nothing when the document is created. */
  readonly prior?: Document;
  readonly document: Document;
}

// On a busy machine hundreds of writes and rulesets take minutes.
vi.setConfig({ testTimeout: 300_000 });

const client = firestoreClient("demo-expressions");

async function isTaken({ path, author, prior, document }: Write): Promise<boolean> {
  await client.remove(path);
  if (!prior) return client.as(author).create(path, document);
  await client.seed({ [path]: prior });
  return client.as(author).update(path, document);
}

/** The rules with a condition of `weight` expressions before each of those on writes. */
function weighted(rules: string, weight: number): string {
  // Each member of the list is one; the list, its size, the comparison and the conjunction make six.
  const condition = `[${Array(weight - 6).fill("1")}].size() > 0`;
  return rules.replaceAll(/allow (create|update): if /g, (allow) => `${allow}${condition} && `);
}

/** The write that takes most expressions, and how many: the heaviest condition that all still bear tells. */
async function costliest(rules: string, writes: readonly Write[]): Promise<{ cost: number; what: string }> {
  let bearable = 7;
  let unbearable = LIMIT;
  let what = "none";
  while (unbearable - bearable > 1) {
    const weight = Math.floor((bearable + unbearable) / 2);
    await client.loadRules(weighted(rules, weight));
    const first = await firstRefused(writes);
    if (first) [unbearable, what] = [weight, first.what];
    else bearable = weight;
  }
  return { cost: LIMIT - bearable, what };
}

async function firstRefused(writes: readonly Write[]): Promise<Write | undefined> {
  for (const write of writes) if (!(await isTaken(write))) return write;
  return undefined;
}

beforeAll(async () => {
  await client.clear();
  await client.seed({ ...grant(FOCAL.uid, FOCAL), ...grant(OFFICE.uid, OFFICE) });
});

test.each([
  ["true", 1],
  ["1 == 1", 3],
  ["true && true", 4],
])("the meter weighs `%s` as %i", async (condition, cost) => {
  const rules = `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents {
    match /weighed/{id} { allow create: if ${condition}; } } }`;
  const write = { what: condition, author: FOCAL, path: "weighed/1", document: {} };
  expect((await costliest(rules, [write])).cost).toBe(cost);
});

test(`every write, the fullest documents' too, takes fewer than ${BUDGET} expressions`, async () => {
  const writes = WRITABLES.flatMap((writable): Write[] => {
    const { name, author, path, fullest, acceptsUpdate } = writable;
    const prior = returnedOf(fullest);
    const update = { what: `${name}, updated`, author, path, prior, document: nextOf(writable, prior) };
    const creation = { what: `${name}, created`, author, path, document: fullest };
    return acceptsUpdate(prior, update.document) ? [creation, update] : [creation];
  });
  expect(writes).toHaveLength(2 * WRITABLES.length - 3); // partners, evidence and messages are not updated
  await client.loadRules();
  for (const { beside } of WRITABLES) if (beside) await client.seed(beside);
  expect(await firstRefused(writes)).toBeUndefined();

  const { what, cost } = await costliest(PROJECT_RULES, writes);
  console.log(`Expressions: at most ${cost} of ${LIMIT} (${what})`);
  expect(cost).toBeLessThan(BUDGET);
});
