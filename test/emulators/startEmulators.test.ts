/** The emulators keep their data, and leave nothing behind however they end. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processesOf } from "../../scripts/emulators/endProcessesOf.ts";
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";

const ROOT = join(import.meta.dirname, "../..");
const PROJECT_ID = "demo-held";
const SLOW = { timeout: 120_000 };
const HEADERS = { authorization: "Bearer owner", "content-type": "application/json" };

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "bitacora-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function start() {
  return startEmulators({ projectId: PROJECT_ID, ports: "free", only: ["firestore"], dataDir });
}

function note(host: string): string {
  return `http://${host}/v1/projects/${PROJECT_ID}/databases/(default)/documents/notes/one`;
}

async function write(host: string): Promise<void> {
  const body = JSON.stringify({ fields: { text: { stringValue: "kept" } } });
  const response = await fetch(note(host), { method: "PATCH", headers: HEADERS, body });
  expect(response.status).toBe(200);
}

async function expectKept(): Promise<void> {
  const { hosts, stop } = await start();
  const response = await fetch(note(hosts.firestore), { headers: HEADERS });
  const found = await response.text();
  await stop();
  expect(found).toContain("kept");
}

/** Starts the program that holds emulators, and waits for a line of its output. */
async function hold(until: RegExp) {
  const program = spawn(process.execPath, [join(ROOT, "test/support/holdEmulators.ts"), dataDir]);
  const line = await new Promise<string>((resolve) => {
    createInterface({ input: program.stdout }).on("line", (text) => until.test(text) && resolve(text));
  });
  return { program, line };
}

/** A run's generated configuration and, in the temporary directory, its logs and blobs. */
function filesOf(run: string): string[] {
  const mark = run.slice(0, 8);
  return [ROOT, tmpdir()].flatMap((directory) =>
    readdirSync(directory).filter((name) => name.includes("emulators") && name.includes(mark)),
  );
}

/** Emulators and their children may take a moment to be gone. */
async function expectNothingLeft(run: string): Promise<void> {
  await expect.poll(() => processesOf(run), { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => filesOf(run), { timeout: 10_000 }).toEqual([]);
}

test("data written in one run is there in the next", SLOW, async () => {
  const { run, hosts, stop, ended } = await start();
  await write(hosts.firestore);
  await stop();
  await stop();
  expect(await ended).toEqual({ asked: true });
  await expectNothingLeft(run);
  await expectKept();
});

test("when the launcher is killed, the data is saved and no process stays", SLOW, async () => {
  const { program, line } = await hold(/"held"/);
  const { run, firestore }: { run: string; firestore: string } = JSON.parse(line).held;
  await write(firestore);
  expect(processesOf(run).length).toBeGreaterThanOrEqual(3);
  expect(filesOf(run)).toHaveLength(2);
  program.kill("SIGKILL");
  await expectNothingLeft(run);
  await expectKept();
});

test("when the launcher is killed before all is ready, the data of the last run stays", SLOW, async () => {
  const { hosts, stop } = await start();
  await write(hosts.firestore);
  await stop();
  const before = filesOf("");
  const { program } = await hold(/Starting emulators/);
  program.kill("SIGKILL");
  await expect.poll(() => filesOf(""), { timeout: 30_000 }).toEqual(before);
  await expectKept();
});

test("when firebase-tools is killed, no process stays and the launcher hears of it", SLOW, async () => {
  const { run, ended } = await start();
  const [firebaseTools] = processesOf(run);
  if (firebaseTools === undefined) throw new Error("firebase-tools is not running");
  process.kill(firebaseTools, "SIGKILL");
  expect(await ended).toEqual({ asked: false });
  await expectNothingLeft(run);
});

test("what cannot be started is an error that repeats what firebase-tools said", SLOW, async () => {
  const storageRules = "test/support/no-such.rules";
  expect(existsSync(join(ROOT, storageRules))).toBe(false);
  const attempt = startEmulators({ projectId: PROJECT_ID, ports: "free", only: ["storage"], storageRules });
  await expect(attempt).rejects.toThrow("no-such.rules");
});
