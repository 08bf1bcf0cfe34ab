/** The emulators keep their data, and leave nothing behind however they end. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processesOf } from "../../scripts/emulators/endProcessesOf.ts";
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";

const ROOT = join(import.meta.dirname, "../..");
const SLOW_MS = 120_000;

/** The run's generated configuration and, in the temporary directory, its logs and blobs. */
function filesOf(run: string): string[] {
  const mark = run.slice(0, 8);
  return [ROOT, tmpdir()].flatMap((directory) =>
    readdirSync(directory).filter((name) => name.includes("emulators") && name.includes(mark)),
  );
}

/** Emulators and their children may take a moment to be gone. */
async function expectNothingLeft(run: string): Promise<void> {
  await expect.poll(() => processesOf(run), { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => filesOf(run), { timeout: 5_000 }).toEqual([]);
}

test("data written in one run is there in the next", { timeout: SLOW_MS }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "bitacora-data-"));
  const options = { projectId: "demo-kept", ports: "free", only: ["firestore"], dataDir } as const;
  const documentAt = (host: string) =>
    `http://${host}/v1/projects/demo-kept/databases/(default)/documents/notes/one`;
  const headers = { authorization: "Bearer owner", "content-type": "application/json" };

  const first = await startEmulators(options);
  const body = JSON.stringify({ fields: { text: { stringValue: "kept" } } });
  const written = await fetch(documentAt(first.hosts.firestore), { method: "PATCH", headers, body });
  expect(written.status).toBe(200);
  await first.stop();
  await first.stop();
  await expectNothingLeft(first.run);

  const second = await startEmulators(options);
  const read = await fetch(documentAt(second.hosts.firestore), { headers });
  expect(await read.text()).toContain("kept");
  await second.stop();
  expect(await second.ended).toEqual({ asked: true });
  rmSync(dataDir, { recursive: true });
});

test("no process stays when the launcher is killed", { timeout: SLOW_MS }, async () => {
  const holder = spawn(process.execPath, [join(ROOT, "test/support/holdEmulators.ts")]);
  const run = await new Promise<string>((resolve) => {
    holder.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
  });
  expect(processesOf(run).length).toBeGreaterThanOrEqual(3);
  expect(filesOf(run)).toHaveLength(2);
  holder.kill("SIGKILL");
  await expectNothingLeft(run);
});

test("no process stays when firebase-tools is killed, and the launcher hears of it", {
  timeout: SLOW_MS,
}, async () => {
  const { run, ended } = await startEmulators({
    projectId: "demo-killed",
    ports: "free",
    only: ["firestore", "storage"],
  });
  const [firebaseTools] = processesOf(run);
  if (firebaseTools === undefined) throw new Error("firebase-tools is not running");
  process.kill(firebaseTools, "SIGKILL");
  expect(await ended).toEqual({ asked: false });
  await expectNothingLeft(run);
});

test("a configuration that cannot be started is an error with what firebase-tools said", {
  timeout: SLOW_MS,
}, async () => {
  const storageRules = "test/support/no-such.rules";
  expect(existsSync(join(ROOT, storageRules))).toBe(false);
  const attempt = startEmulators({ projectId: "demo-wrong", ports: "free", only: ["storage"], storageRules });
  await expect(attempt).rejects.toThrow("no-such.rules");
});
