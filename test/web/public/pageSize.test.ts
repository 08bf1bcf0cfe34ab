/** Citizens' pages are small: what a visitor loads, with all that it needs, and without Firebase or zod. */

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, test } from "vitest";

const WEB = join(import.meta.dirname, "../../../web");
const MOST_BYTES = 30 * 1024;

let files: Rolldown.RolldownOutput["output"];

beforeAll(async () => {
  const built = await build({
    root: WEB,
    configFile: join(WEB, "vite.config.ts"),
    logLevel: "error",
    build: { write: false },
  });
  files = (built as Rolldown.RolldownOutput).output;
}, 60_000);

const textOf = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): string | Uint8Array =>
  file.type === "chunk" ? file.code : file.source;

/** The page, all files that it names, and the chunks that those import, now or later. */
function loadedBy(page: string) {
  const names = new Set([page]);
  for (const name of names) {
    const file = files.find(({ fileName }) => fileName === name);
    if (!file) throw new Error(`${page} loads a file that is not built: ${name}`);
    const named =
      file.type === "chunk"
        ? [...file.imports, ...file.dynamicImports]
        : name === page
          ? [...String(file.source).matchAll(/"\/(assets\/[^"]+)"/g)].map(([, asset = ""]) => asset)
          : [];
    for (const other of named) names.add(other);
  }
  return files.filter(({ fileName }) => names.has(fileName));
}

const heavyModulesOf = (page: string): string[] =>
  loadedBy(page)
    .flatMap((file) => (file.type === "chunk" ? file.moduleIds : []))
    .filter((id) => /node_modules\/(@?firebase|zod)/.test(id));

test("the app loads both, and is seen to", () => expect(heavyModulesOf("app/index.html")).not.toEqual([]));

describe.each(["index.html", "registros/index.html"])("%s", (page) => {
  test("is at most 30 kB, zipped", () => {
    const bytes = loadedBy(page).reduce((sum, file) => sum + gzipSync(textOf(file)).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("loads neither Firebase nor zod", () => expect(heavyModulesOf(page)).toEqual([]));
});
