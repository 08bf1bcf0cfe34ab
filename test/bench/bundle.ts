/** A bench's script as plain JavaScript, as the cloud runs it: else each process would hold a compiler too. */
import { basename, join } from "node:path";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "../..");
/** Within the project, so that packages are found from there. */
const FOLDER = join(ROOT, "node_modules/.cache/bench");

/** Builds it, and gives its path. Packages are left where they are. */
export async function bundle(script: string): Promise<string> {
  const name = basename(script, ".ts");
  const outDir = join(FOLDER, name);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    build: {
      ...{ ssr: script, outDir, emptyOutDir: true, target: "node24" },
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
