/** The contenders' script as plain JavaScript, as the cloud runs it: else each process would hold a compiler too. */
import { join } from "node:path";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "../../..");
/** Within the project, so that packages are found from there. */
const FOLDER = join(ROOT, "node_modules/.cache/bench-report");

/** Builds it, and gives its path. Packages are left where they are. */
export async function bundle(): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: join(import.meta.dirname, "runOne.ts"),
      outDir: FOLDER,
      emptyOutDir: true,
      target: "node24",
      rollupOptions: { output: { entryFileNames: "runOne.mjs" } },
    },
  });
  return join(FOLDER, "runOne.mjs");
}
