/** Java reads the jars that are written here. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifestJar } from "../../scripts/emulators/manifestJar.ts";

test("Java finds in it a main class whose name is longer than a line", () => {
  const directory = mkdtempSync(join(tmpdir(), "bitacora-jar-"));
  const mainClass = `city.${"bogota.".repeat(30)}Main`;
  const jar = join(directory, "a.jar");
  writeFileSync(jar, manifestJar(mainClass, ["file:/nowhere/a.jar", "file:/nowhere/classes/"]));
  const { stderr } = spawnSync("java", ["-jar", jar], { encoding: "utf8" });
  rmSync(directory, { recursive: true });
  expect(stderr).toContain(`Could not find or load main class ${mainClass}`);
});

test("refuses a path that a manifest cannot hold", () => {
  expect(() => manifestJar("Main", ["file:/año.jar"])).toThrow("ASCII");
});
