/** Every person's every attempt on every collection ends as the table says, and no collection is missing from it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { MATRIX, ROWS, SEEDED, setStage } from "./attackMatrix.ts";
import { firestoreClient, PROJECT_RULES } from "./firestoreClient.ts";
import { LIES } from "./lies.ts";
import { parseRules } from "./mutation/parseRules.ts";
import { LETTERS, PEOPLE } from "./people.ts";
import { lanesOf, wrongVerdicts } from "./trial.ts";

const STORE = join(import.meta.dirname, "../../functions/src/store");

// On a busy machine thousands of attempts take minutes.
vi.setConfig({ testTimeout: 600_000 });

const clients = lanesOf("demo-matrix", 8);

beforeAll(() =>
  Promise.all(
    clients.map(async (client) => {
      await client.loadRules();
      await setStage(client);
    }),
  ),
);

describe.each(LETTERS)("%s", (letter) => {
  const trials = MATRIX.filter(({ what }) => what.startsWith(`${letter} `));
  test(`is judged in ${trials.length} attempts as the table says`, async () =>
    expect(await wrongVerdicts(clients, trials)).toEqual([]));
});

test("whoever lies in one field is refused, and who tells the truth is not", async () =>
  expect(await wrongVerdicts(clients, LIES)).toEqual([]));

test("the attempts leave all as it was", async () => {
  for (const client of clients) {
    const times = await Promise.all(Object.keys(SEEDED).map((path) => client.writtenAt(path)));
    expect(times).not.toContain("never");
    expect(await client.writtenAt("leases/forged")).toBe("never");
  }
});

test("all access is lost at once when the access document is deleted", async () => {
  const client = firestoreClient("demo-matrix-revoked");
  await client.loadRules();
  await setStage(client);
  const person = client.as(PEOPLE.F);
  const attempts = () =>
    Promise.all([
      person.get("entities/sdm/records/draft"),
      person.get("partners/active"),
      person.listGroup("records", { state: "approved", disclosure: "public" }),
    ]);
  expect(await attempts()).toEqual([true, true, true]);
  await client.remove("access/fabio");
  expect(await attempts()).toEqual([false, false, false]);
});

describe("the table names every collection", () => {
  /** `entities/{entityId}/records/{recordId}` and `entities/sdm/records/draft` alike: `entities/records`. */
  const collectionsOf = (path: string): string =>
    path
      .split("/")
      .filter((_, n) => n % 2 === 0)
      .join("/");
  const named = new Set(ROWS.map(({ path }) => collectionsOf(path)));
  const last = (collections: string) => collections.split("/").at(-1) ?? "";
  const ids = new Set([...named].map(last));

  test("that the rules match", () => {
    const paths = parseRules(PROJECT_RULES).matches.flatMap(({ path }) => (path === "" ? [] : [path]));
    expect(paths.length).toBeGreaterThan(15);
    const groups = paths.flatMap((path) => (path.startsWith("{path=**}/") ? [path.split("/")[1]] : []));
    expect(groups.filter((id) => !ids.has(id ?? ""))).toEqual([]);
    const matched = paths.filter((path) => !path.startsWith("{path=**}/")).map(collectionsOf);
    expect(matched.filter((collections) => !named.has(collections))).toEqual([]);
  });

  test("that the server knows", () => {
    const text = readdirSync(STORE)
      .map((file) => readFileSync(join(STORE, file), "utf8"))
      .join("\n");
    const literals = text.matchAll(/\b(collection|collectionGroup|document|doc)\(\s*["`]([\w${}/-]+)["`]/g);
    const known = [...literals].flatMap(
      ([, call = "", path = ""]) => path.split("/").at(call.startsWith("doc") ? -2 : -1) ?? [],
    );
    expect(known.length).toBeGreaterThan(20);
    expect([...new Set(known)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("documents that rules look up", () => {
  test("are at most two in any request: the account's access, and of a part of a record the record", () => {
    const looked = [...PROJECT_RULES.matchAll(/\b(?:get|exists|getAfter|existsAfter)\(\s*(\/[^)]*\)*)/g)];
    const paths = new Set(looked.map(([, path]) => path?.split(/\)\)|\)\.data/)[0]));
    expect(paths.size).toBeGreaterThan(0);
    expect(paths.size).toBeLessThanOrEqual(2);
  });
});
