/** The trace from the strategy's demands to where they live: all of them, and nothing that does not exist. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Home, TRACE } from "./trace.ts";

const ROOT = join(import.meta.dirname, "../..");
const DEMANDS = 87;

/** Routes of the app are written in its sources, as `/app/…`; the pages are folders with an index. */
const webSources = readdirSync(join(ROOT, "web/src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(ROOT, "web/src", path), "utf8"));

const isScreen = (route: string): boolean =>
  existsSync(join(ROOT, "web", route, "index.html")) ||
  webSources.some((text) => text.includes(`"${route}"`) || text.includes(`\`${route}\``));

/** What a home names and cannot be found. */
function missing(home: Home): string[] {
  if ("later" in home) return home.later.trim() ? [] : ["a theme for later"];
  if ("screen" in home) return isScreen(home.screen) ? [] : [home.screen];
  const path = "file" in home ? home.file : home.test;
  if (!existsSync(join(ROOT, path))) return [path];
  if ("file" in home) return [];
  return readFileSync(join(ROOT, path), "utf8").includes(home.title) ? [] : [`${path}: ${home.title}`];
}

describe("the trace", () => {
  test("has each of the strategy's demands once, in order", () =>
    expect(TRACE.map(({ id }) => id)).toEqual(
      Array.from({ length: DEMANDS }, (_, index) => `R${String(index + 1).padStart(3, "0")}`),
    ));

  test("gives every demand a home, or says what it waits for", () =>
    expect(TRACE.filter(({ homes }) => homes.length === 0).map(({ id }) => id)).toEqual([]));

  test("names only files, screens and tests that exist", () =>
    expect(TRACE.flatMap(({ id, homes }) => homes.flatMap(missing).map((what) => `${id}: ${what}`))).toEqual(
      [],
    ));

  test.each<[string, Home]>([
    ["file", { file: "functions/src/nowhere.ts" }],
    ["screen", { screen: "/app/nowhere" }],
    ["test", { test: "test/trace/trace.test.ts", title: ["flies", "to the moon"].join(" ") }],
  ])("shows a %s that does not exist", (_, home) => expect(missing(home)).toHaveLength(1));
});
