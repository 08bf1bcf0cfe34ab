/** Days, months and hours are Bogotá's and numbers those of es-CO, wherever the reader's computer is: one place derives each. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

/** What reads the clock of the computer that it runs on, or writes as its settings say. */
const LOCAL =
  /\.(?:get(?:Date|Day|Month|FullYear|Hours|Minutes|TimezoneOffset)\(|toLocale(?:Date|Time)?String\()/;

/** The places that may, each with its zone and language given. */
const ALLOWED: readonly string[] = ["functions/src/domain/format.ts", "web/src/i18n/timeOf.ts"];

const files = globSync(["web/src/**/*.{ts,tsx}", "functions/src/**/*.ts"], { cwd: ROOT }).sort();

test("nothing else reads the computer's own clock or language", () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((path) => LOCAL.test(readFileSync(join(ROOT, path), "utf8")));
  expect(found.filter((path) => !ALLOWED.includes(path))).toEqual([]);
});

test("those that may give zone and language", () => {
  const timeOf = readFileSync(join(ROOT, "web/src/i18n/timeOf.ts"), "utf8");
  expect(timeOf).toMatch(/"es-CO"[\s\S]*timeZone: "America\/Bogota"/);
});
