/** Builds what the emulators serve: the functions by TypeScript, the web by Vite. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Refusal } from "./emulators/Refusal.ts";

const ROOT = join(import.meta.dirname, "..");
const STEPS = [
  { what: "functions", command: ["typescript/bin/tsc", "-p", "functions"] },
  { what: "web", command: ["vite/bin/vite.js", "build", "web", "--logLevel", "warn"] },
] as const;

/** @throws Refusal with the compiler's words when a part does not build */
export function build(parts: readonly ("functions" | "web")[] = ["functions", "web"]): void {
  for (const { what, command } of STEPS.filter((step) => parts.includes(step.what))) {
    const [tool, ...args] = command;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules", tool), ...args],
      // As it is deployed, also where a test's environment says otherwise.
      { cwd: ROOT, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
    );
    if (status !== 0) throw new Refusal(`The ${what} part does not build.\n${stdout}${stderr}`);
  }
}
