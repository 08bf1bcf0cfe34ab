/** The one launcher of the emulators: `npm start`, the tests and the benches all use it. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { emulatorBinaries } from "./emulatorBinaries.ts";
import { emulatorConfig, type FirebaseJson, type Ports, portsOf } from "./emulatorConfig.ts";
import { endProcessesOf } from "./endProcessesOf.ts";
import { exportData } from "./exportData.ts";
import { freePorts, refuseTakenPorts } from "./ports.ts";

export const EMULATORS = ["auth", "firestore", "functions", "storage", "hosting"] as const;
export type Emulator = (typeof EMULATORS)[number];

export interface EmulatorOptions {
  /** Begins with `demo-`, so that nothing can reach a real project. */
  projectId: string;
  /** `fixed`: those of firebase.json; `free`: any, so that several runs can stand side by side. */
  ports: "fixed" | "free";
  /** Where data is kept from one run to the next; without it, it ends with the run. */
  dataDir?: string;
  /** All five, unless fewer are asked for. Cloud Tasks comes with `functions`. */
  only?: readonly Emulator[];
  /** Receives firebase-tools' output line by line. */
  log?: (line: string) => void;
  /** Storage rules to load instead of the project's, relative to the project's root. */
  storageRules?: string;
}

export interface Emulators {
  projectId: string;
  /** The mark that all its processes carry in their environment. */
  run: string;
  /** Each as host:port. */
  hosts: Record<Emulator | "tasks" | "hub", string>;
  /** What Google's libraries read to find the emulators; for `process.env` or a child's environment. */
  env: Record<string, string>;
  /** Ends them, after the data has been saved; may be called twice. */
  stop(): Promise<void>;
  /** Settles when they end, with whether `stop` had been called. */
  ended: Promise<{ asked: boolean }>;
}

const ROOT = join(import.meta.dirname, "../..");
const HOST = "127.0.0.1";
const START_MS = 180_000;
const STOP_MS = 60_000;

/**
 * Starts the emulators and returns once all are ready, functions loaded.
 *
 * @throws Refusal when Java, an emulator or a port is missing; Error, with the end of their output, when
 * they or a function cannot be loaded
 */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { projectId, dataDir, only = EMULATORS, log = () => {} } = options;
  if (!projectId.startsWith("demo-")) throw new Error(`"${projectId}" is no demo- project`);
  const real: FirebaseJson & { storage: { rules: string } } = JSON.parse(
    readFileSync(join(ROOT, "firebase.json"), "utf8"),
  );
  const ports = options.ports === "fixed" ? portsOf(real) : await freePorts();
  if (options.ports === "fixed") await refuseTakenPorts(ports);
  const needed = (["firestore", "storage"] as const).filter((emulator) => only.includes(emulator));
  const binaries = await emulatorBinaries(needed);
  log(`Running ${binaries.description}; the Emulator UI is not started.`);

  const run = randomUUID();
  const mark = run.slice(0, 8);
  const config = emulatorConfig(real, ports);
  if (options.storageRules) config.storage.rules = options.storageRules;
  // In the root, since firebase-tools takes paths relative to it and refuses what lies outside.
  const configFile = join(ROOT, `.firebase.emulators.${mark}.json`);
  writeFileSync(configFile, JSON.stringify(config, null, 2));
  const scratch = join(tmpdir(), `bitacora-emulators-${mark}`);
  mkdirSync(scratch);

  const child = spawn(
    process.execPath,
    [
      ...["--import", join(import.meta.dirname, "exitWithParent.ts")],
      join(ROOT, "node_modules/firebase-tools/lib/bin/firebase.js"),
      ...["emulators:start", "--non-interactive", "--config", configFile],
      ...["--project", projectId, "--only", only.join(",")],
      ...(dataDir && existsSync(join(dataDir, "firebase-export-metadata.json")) ? ["--import", dataDir] : []),
    ],
    {
      cwd: scratch, // where firebase-tools drops its logs
      detached: true, // so that Ctrl-C reaches us alone, who then stop it in order
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...process.env,
        ...binaries.env,
        BITACORA_EMULATORS_RUN: run,
        BITACORA_EMULATORS_LITTER: [configFile, scratch].join(delimiter),
        TMPDIR: scratch, // blobs, sockets and the hub's address, kept apart from other runs
        XDG_CONFIG_HOME: scratch, // nobody's login is used
        NO_UPDATE_NOTIFIER: "1",
        NO_COLOR: "1",
      },
    },
  );
  let asked = false;
  const ended = new Promise<{ asked: boolean }>((resolve) => {
    child.once("exit", () => {
      endProcessesOf(run, child.pid);
      rmSync(configFile, { force: true });
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
      resolve({ asked });
    });
  });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await ended;
    clearTimeout(late);
  };
  const found = addresses(projectId, ports, only);
  const stop = async () => {
    const first = !asked;
    asked = true;
    if (child.exitCode !== null || child.signalCode !== null || !first) return void (await ended);
    try {
      if (dataDir) await exportData({ hub: found.hosts.hub, dataDir });
    } finally {
      await end("SIGTERM");
    }
  };
  try {
    await ready(child, log);
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
  child.send({ keeping: { hub: found.hosts.hub, dataDir } });
  return { projectId, run, ...found, stop, ended };
}

/** Settles once firebase-tools says that all is ready; a function that cannot be loaded is a failure. */
function ready(child: ChildProcess, log: (line: string) => void): Promise<void> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(late);
      reject(new Error(`${reason}\n${lines.join("\n")}`));
    };
    const late = setTimeout(() => fail("The emulators did not become ready in time."), START_MS);
    const read = (line: string) => {
      if (!line.trim()) return;
      log(line);
      if (lines.push(line) > 30) lines.shift();
      if (/Failed to load function|Failed to start Functions emulator/.test(line)) {
        fail("The functions could not be loaded.");
      }
      if (line.includes("All emulators ready")) {
        clearTimeout(late);
        resolve();
      }
    };
    for (const input of [child.stdout, child.stderr]) {
      if (input) createInterface({ input }).on("line", read);
    }
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => fail(`The emulators ended (${signal ?? code}).`));
  });
}

function addresses(
  projectId: string,
  ports: Ports,
  only: readonly Emulator[],
): Pick<Emulators, "hosts" | "env"> {
  const at = (name: keyof Ports) => `${HOST}:${ports[name]}`;
  const hosts = {
    auth: at("auth"),
    firestore: at("firestore"),
    functions: at("functions"),
    storage: at("storage"),
    hosting: at("hosting"),
    tasks: at("tasks"),
    hub: at("hub"),
  };
  const env: Record<string, string> = {
    GCLOUD_PROJECT: projectId,
    FIREBASE_CONFIG: JSON.stringify({ projectId, storageBucket: `${projectId}.appspot.com` }),
    FIREBASE_EMULATOR_HUB: hosts.hub,
    METADATA_SERVER_DETECTION: "none", // Google's libraries need not look for a cloud around them
  };
  if (only.includes("auth")) env.FIREBASE_AUTH_EMULATOR_HOST = hosts.auth;
  if (only.includes("firestore")) env.FIRESTORE_EMULATOR_HOST = hosts.firestore;
  if (only.includes("functions")) env.CLOUD_TASKS_EMULATOR_HOST = hosts.tasks;
  if (only.includes("storage")) {
    env.FIREBASE_STORAGE_EMULATOR_HOST = hosts.storage;
    env.STORAGE_EMULATOR_HOST = `http://${hosts.storage}`;
  }
  return { hosts, env };
}
