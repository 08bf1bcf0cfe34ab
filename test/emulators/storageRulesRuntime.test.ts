/** The Storage rules runtime (ours where Google's cannot be fetched) says yes and no as the language has it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "../../scripts/emulators/startEmulators.ts";
import { type Person, storageClient } from "../support/storageClient.ts";

const PROJECT_ID = "demo-storage-runtime";
const ANA = { uid: "ana" };
const OFFICE = { uid: "olga", role: "office" };

let emulators: Emulators;
let clients: ReturnType<typeof storageClient>[] = [];

beforeAll(async () => {
  emulators = await startEmulators({
    projectId: PROJECT_ID,
    ports: "free",
    only: ["storage"],
    storageRules: "test/support/storageRuntime.rules",
  });
  for (const name of ["open/a", "own/ana/kept", "own/ana/spare", "office/x/y", "broken/a"]) await store(name);
}, 120_000);

afterAll(async () => {
  await Promise.all(clients.map((client) => client.done()));
  clients = [];
  await emulators.stop();
});

/** Puts a file where the test needs one, as the server would, whatever the rules say. */
async function store(name: string): Promise<void> {
  const bucket = `${PROJECT_ID}.appspot.com`;
  const url = `http://${emulators.hosts.storage}/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${encodeURIComponent(name)}`;
  const headers = { "content-type": "text/plain", authorization: "Bearer owner" };
  const response = await fetch(url, { method: "POST", headers, body: "text" });
  expect(response.status).toBe(200);
}

function as(person?: Person) {
  const client = storageClient(PROJECT_ID, emulators.hosts.storage, person);
  clients.push(client);
  return client;
}

describe("a visitor", () => {
  test("reads what is open to all", async () => expect(await as().get("open/a")).toBe(true));
  test("does not list where only get is allowed", async () => expect(await as().list("open")).toBe(false));
  test("does not write there", async () => expect(await as().put("open/b", "text")).toBe(false));
  test("does not read what no rule matches", async () => expect(await as().get("else/a")).toBe(false));
  test("does not read below a single wildcard", async () => expect(await as().get("open/a/b")).toBe(false));
  test("is denied where a claim is asked for", async () => expect(await as().get("office/x/y")).toBe(false));
});

describe("a person", () => {
  test("reads her own file", async () => expect(await as(ANA).get("own/ana/kept")).toBe(true));
  test("does not read another's", async () =>
    expect(await as({ uid: "eva" }).get("own/ana/kept")).toBe(false));
  test("creates a small text", async () => expect(await as(ANA).put("own/ana/new", "text")).toBe(true));
  test("creates no file of 16 bytes", async () =>
    expect(await as(ANA).put("own/ana/big", "x".repeat(16))).toBe(false));
  test("creates no file of another type", async () =>
    expect(await as(ANA).put("own/ana/type", "text", "image/png")).toBe(false));
  test("describes a file in one word", async () =>
    expect(await as(ANA).describe("own/ana/kept", { customMetadata: { topic: "air" } })).toBe(true));
  test("describes no file in two", async () =>
    expect(await as(ANA).describe("own/ana/kept", { customMetadata: { topic: "air", year: "2025" } })).toBe(
      false,
    ));
  test("does not change a file's type", async () =>
    expect(await as(ANA).describe("own/ana/kept", { contentType: "image/png" })).toBe(false));
  test("deletes her own file", async () => expect(await as(ANA).delete("own/ana/spare")).toBe(true));
  test("deletes no other's", async () => expect(await as({ uid: "eva" }).delete("own/ana/kept")).toBe(false));
});

describe("a claim", () => {
  test("opens reading at any depth", async () => expect(await as(OFFICE).get("office/x/y")).toBe(true));
  test("opens listing", async () => expect(await as(OFFICE).list("office/x")).toBe(true));
  test("opens writing", async () => expect(await as(OFFICE).put("office/z", "text")).toBe(true));
  test("of another value opens nothing", async () =>
    expect(await as({ uid: "vera", role: "viewer" }).get("office/x/y")).toBe(false));
  test("that is missing denies, rather than fails", async () =>
    expect(await as(ANA).get("broken/a")).toBe(false));
});
