/** What the pages weigh: people open them on a phone, between two meetings. */
import { beforeAll, describe, expect, test } from "vitest";
import { appScriptBytes, builtWeb, pageBytes, scriptOf } from "../bench/builtWeb.ts";

let files: Awaited<ReturnType<typeof builtWeb>>;

beforeAll(async () => {
  files = await builtWeb();
}, 120_000);

describe("gzipped", () => {
  test.each(["index.html", "registros/index.html"])("%s for citizens weighs at most 30 kB", (page) => {
    expect(pageBytes(files, page)).toBeLessThanOrEqual(30_000);
  });

  test.each(["es", "en"] as const)(
    "the app's scripts up to the form of a new record weigh at most 120 kB, in %s",
    (language) => {
      expect(appScriptBytes(files, language)).toBeLessThanOrEqual(120_000);
    },
  );
});

test.each(["index.html", "registros/index.html"])("%s for citizens holds nothing of Firebase", (page) => {
  expect(scriptOf(files, page)).not.toMatch(/identitytoolkit|firestore\.googleapis|@firebase/);
});

test("the service worker keeps all of the app, and nothing that the pages for citizens alone need", () => {
  const worker = files.get("app-worker.js");
  if (worker?.type !== "chunk") throw new Error("no service worker");
  const kept: string[] = JSON.parse(/FILES=(\[.*?\])/.exec(worker.code)?.[1] ?? "[]");
  for (const name of kept) if (name.startsWith("/assets/")) expect(files.has(name.slice(1)), name).toBe(true);
  const holding = (module: string) =>
    [...files.values()].find(
      (file) => file.type === "chunk" && file.moduleIds.some((id) => id.endsWith(module)),
    );
  for (const module of [
    "/app/main.tsx",
    "/app/list/AllRecords.tsx",
    "/i18n/app/en.ts",
    "/app/record/ViewRecord.tsx",
  ])
    expect(kept).toContain(`/${holding(module)?.fileName}`);
  expect(kept).not.toContain(`/${holding("/public/PublicPage.tsx")?.fileName}`);
  expect(worker.imports).toEqual([]);
});
