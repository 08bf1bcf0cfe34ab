/** A program learns that the command that started it is gone, even when npm's shell stands between. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const PROGRAM = join(import.meta.dirname, "../support/waitToBeOrphaned.ts");
const IN_A_SHELL = `"${process.execPath}" "${PROGRAM}"; true`;

function output(command: ChildProcess): () => string {
  let text = "";
  command.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  return () => text;
}

async function expectToHear(command: ChildProcess): Promise<void> {
  const text = output(command);
  await expect.poll(text, { timeout: 10_000 }).toBe("here\n");
  command.kill("SIGKILL");
  await expect.poll(text, { timeout: 10_000 }).toBe("here\norphaned\n");
}

test("when its parent is killed", { timeout: 30_000 }, async () => {
  await expectToHear(spawn("sh", ["-c", IN_A_SHELL]));
});

test("when npm is killed, and its shell lives on", { timeout: 30_000 }, async () => {
  const npm = `require("node:child_process").spawnSync("sh", ["-c", ${JSON.stringify(IN_A_SHELL)}], { stdio: "inherit" })`;
  const env = { ...process.env, npm_lifecycle_event: "start" };
  await expectToHear(spawn(process.execPath, ["--eval", npm], { env }));
});
