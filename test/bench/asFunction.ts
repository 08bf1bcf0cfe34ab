/** Runs a script in a process of its own, with Node set as the functions have it. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";

const run = promisify(execFile);
const ENV = parseEnv(readFileSync(join(import.meta.dirname, "../../functions/.env"), "utf8"));

/**
 * @param args - the script's path, and what it is given
 * @returns what the last line that it prints says, in JSON
 */
export async function asFunction<Found>(args: readonly string[]): Promise<Found> {
  const { stdout } = await run(process.execPath, args, {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...ENV },
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Found;
}
