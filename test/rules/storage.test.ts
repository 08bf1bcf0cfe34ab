/** Cloud Storage is closed to every client, whoever it is; only the server reads and writes there. */
import { getStorage } from "firebase-admin/storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adminApp, hosts, projectId } from "../support/emulators.ts";
import { storageClient } from "../support/storageClient.ts";

const EDITION = "editions/2025/report.pdf";

beforeAll(async () => {
  await getStorage(adminApp()).bucket().file(EDITION).save("%PDF");
});

describe.each([
  ["a visitor", undefined],
  ["a focal point", { uid: "ana", role: "focal" }],
  ["the Office", { uid: "olga", role: "office" }],
  ["an administrator", { uid: "alba", role: "admin" }],
])("%s", (_who, person) => {
  const client = storageClient(projectId, hosts.storage, person);
  afterAll(() => client.done());

  test("reads no edition", async () => expect(await client.get(EDITION)).toBe(false));
  test("lists none", async () => expect(await client.list("editions/2025")).toBe(false));
  test("replaces none", async () => expect(await client.put(EDITION, "forged")).toBe(false));
  test("deletes none", async () => expect(await client.delete(EDITION)).toBe(false));
  test("uploads nothing of its own", async () =>
    expect(await client.put("uploads/ana/a.txt", "text")).toBe(false));
});

test("the server reads what it wrote", async () => {
  const [content] = await getStorage(adminApp()).bucket().file(EDITION).download();
  expect(content.toString()).toBe("%PDF");
});
