/** Decides which Firestore emulator and Storage rules runtime to run, and prepares them. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { manifestJar } from "./manifestJar.ts";
import { Refusal } from "./Refusal.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOWNLOADS = "https://storage.googleapis.com";
const JAVA_MINIMUM = 11;

/** What to tell firebase-tools: nothing if it uses or fetches its own, else the jars to run instead. */
export interface Binaries {
  description: string;
  env: Record<string, string>;
}

/**
 * Prefers the emulators that firebase-tools downloads: those it has already, or can fetch now. On a closed
 * network it takes the Google Cloud CLI's Firestore emulator, and for Storage a rules runtime of ours on it.
 *
 * @param needed - which of the two emulators that run on Java will be started
 * @throws Refusal when Java or all sources of an emulator are missing
 */
export async function emulatorBinaries(needed: ("firestore" | "storage")[]): Promise<Binaries> {
  if (needed.length === 0) return { description: "no emulator that needs Java", env: {} };
  refuseOldJava();
  if (needed.every(isDownloaded)) return { description: "firebase-tools' own emulators", env: {} };
  if (await canDownload()) return { description: "firebase-tools' own emulators, downloaded now", env: {} };
  const jar = cloudCliJar();
  if (!jar) {
    throw new Refusal(
      `The emulators cannot be downloaded (${DOWNLOADS} does not answer) and the Google Cloud CLI's Firestore emulator is not installed: install the package google-cloud-cli-firestore-emulator, or connect once.`,
    );
  }
  return { description: `the Google Cloud CLI's Firestore emulator (${jar})`, env: standIns(jar) };
}

function isDownloaded(emulator: "firestore" | "storage"): boolean {
  const cache = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), ".cache/firebase/emulators");
  const info: Record<string, { downloadPathRelativeToCacheDir: string }> = JSON.parse(
    readFileSync(
      join(ROOT, "node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json"),
      "utf8",
    ),
  );
  const file = info[emulator]?.downloadPathRelativeToCacheDir;
  return file !== undefined && existsSync(join(cache, file));
}

async function canDownload(): Promise<boolean> {
  try {
    await fetch(DOWNLOADS, { method: "HEAD", signal: AbortSignal.timeout(3000) });
    return true; // Any answer will do.
  } catch {
    return false;
  }
}

/** The Firestore emulator within the Google Cloud CLI, if that is on the PATH. */
function cloudCliJar(): string | undefined {
  const gcloud = (process.env.PATH ?? "")
    .split(delimiter)
    .map((directory) => join(directory, "gcloud"))
    .find((file) => existsSync(file));
  if (!gcloud) return undefined;
  const jarUnder = (root: string) =>
    join(root, "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
  const beside = jarUnder(dirname(dirname(realpathSync(gcloud))));
  if (existsSync(beside)) return beside;
  const asked = spawnSync(gcloud, ["info", "--format=value(installation.sdk_root)"], { encoding: "utf8" });
  const told = jarUnder(asked.stdout.trim());
  return existsSync(told) ? told : undefined;
}

/** Prepares the stand-ins for both emulators, once for each version of what they are made from. */
function standIns(jar: string): Record<string, string> {
  const source = join(import.meta.dirname, "StorageRulesRuntime.java");
  const { size, mtimeMs } = statSync(jar);
  const version = createHash("sha256")
    .update(`${jar} ${size} ${mtimeMs}`)
    .update(readFileSync(source))
    .digest("hex")
    .slice(0, 12);
  const directory = join(ROOT, ".emulators", `engine-${version}`);
  if (!existsSync(directory)) {
    mkdirSync(dirname(directory), { recursive: true });
    const draft = mkdtempSync(`${directory}-`);
    const classes = join(draft, "classes");
    compile(source, jar, classes);
    const firestore = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";
    const jarUrl = pathToFileURL(jar).href;
    writeFileSync(join(draft, "firestore.jar"), manifestJar(firestore, [jarUrl]));
    const classesUrl = `${pathToFileURL(join(directory, "classes")).href}/`;
    writeFileSync(join(draft, "storage-rules.jar"), manifestJar("StorageRulesRuntime", [classesUrl, jarUrl]));
    try {
      renameSync(draft, directory);
    } catch (error) {
      // Another run was quicker, and made the same.
      if (!existsSync(directory)) throw error;
      rmSync(draft, { recursive: true });
    }
  }
  return {
    FIRESTORE_EMULATOR_BINARY_PATH: join(directory, "firestore.jar"),
    STORAGE_EMULATOR_BINARY_PATH: join(directory, "storage-rules.jar"),
  };
}

function compile(source: string, jar: string, classes: string): void {
  const release = String(JAVA_MINIMUM);
  try {
    // -proc:none: the jar names annotation processors that it does not hold.
    execFileSync("javac", ["--release", release, "-proc:none", "-cp", jar, "-d", classes, source], {
      stdio: "pipe",
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Refusal(
      "javac is not on the PATH: without internet the Storage emulator needs a JDK, such as the package openjdk-17-jdk-headless.",
    );
  }
}

function refuseOldJava(): void {
  const advice = `Java ${JAVA_MINIMUM} or newer is needed to run the emulators; install it, such as the package openjdk-17-jdk-headless`;
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (java.error) throw new Refusal(`${advice} (java is not on the PATH).`);
  const version = /version "(?:1\.)?(\d+)/.exec(java.stderr)?.[1];
  if (Number(version) < JAVA_MINIMUM) throw new Refusal(`${advice} (this is Java ${version}).`);
}
