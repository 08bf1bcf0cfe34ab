/**
 * Workers that make an edition are killed (SIGKILL) at random instants, and followed by others, as the queue does it:
 * whatever the instants, the edition ends ready, with each file once in the bucket, whole, and of the same bytes as where
 * nobody died.
 */
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Edition } from "#domain/edition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { startEdition } from "#functions/jobs/editions/startEdition.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { records } from "#functions/store/collections.ts";
import { editions } from "#functions/store/editions.ts";
import { loadCatalogues } from "../../../scripts/seed/loadCatalogues.ts";
import { aStrategicInstrument, NOW } from "../../support/builders.ts";
import { emptyFirestore } from "../../support/emptyFirestore.ts";
import { randomFrom } from "../../support/random.ts";
import { contextOn } from "./contextOn.ts";

const WORKER = join(import.meta.dirname, "worker.ts");
/** Longer than a lease: a later worker finds a dead one's run out. */
const LATER_MS = 6 * 60_000;
/** Attempts that may fail by themselves, as the queue allows: a dead worker's transaction may hold its lock for a while. */
const MOST_FAILURES = 6;
/** Deaths of one edition at most; then a worker is let live. */
const MOST_DEATHS = 4;

export interface Killed {
  readonly kills: number;
  readonly editions: number;
  /** How many deaths found the edition in which state. */
  readonly deathsIn: Readonly<Record<string, number>>;
  /** Workers that failed by themselves, and were followed by another: why. */
  readonly failures: readonly string[];
  /** Objects that lay in the bucket at a death without being listed: uploads that a successor took over. */
  readonly unlisted: number;
  /** How long a worker takes that nobody kills, in milliseconds. */
  readonly undisturbedMs: number;
  readonly wrong: readonly string[];
}

interface Object {
  readonly name: string;
  readonly sha256: string;
}

/** What is asked of an edition, so that the same data make the same bytes whatever its number. */
const SUBJECT = { kind: "annual", year: 2026 } as const;

export async function killEditions(
  project: string,
  { kills, seed, log = () => {} }: { kills: number; seed: number; log?: (line: string) => void },
): Promise<Killed> {
  const random = randomFrom(seed);
  const context = contextOn(project, 0);
  await fill(project, context);
  const whole = await reference(project, context);
  const deathsIn: Record<string, number> = {};
  const wrong: string[] = [];
  const failures: string[] = [];
  let [dead, made, unlisted] = [0, 0, 0];
  while (dead < kills) {
    const editionId = await begin(context, `run-${made}`);
    made += 1;
    const most = Math.min(kills - dead, 1 + random.below(MOST_DEATHS));
    let workers = 0;
    let failed = 0;
    for (let deaths = 0; ; workers += 1) {
      const mortal = deaths < most;
      const afterMs = mortal ? random.below(Math.round(whole.ms)) : undefined;
      const ended = await work(project, editionId, workers * LATER_MS, afterMs);
      if (ended === "ready") break;
      if (ended !== "killed") {
        failures.push(reasonIn(ended));
        failed += 1;
        log(`${editionId}: a worker failed: ${reasonIn(ended)}`);
        if (failed <= MOST_FAILURES) continue;
        wrong.push(`${editionId}: the queue gave up: ${ended}`);
        break;
      }
      deaths += 1;
      dead += 1;
      const { state, files } = await stored(context, editionId);
      const there = await objects(context, editionId);
      unlisted += there.filter(({ name }) => !files.some(({ path }) => path === name)).length;
      const where = state === "rendering" ? `rendering, ${files.length} listed` : state;
      deathsIn[where] = (deathsIn[where] ?? 0) + 1;
      wrong.push(...notWhole(editionId, files, there));
      log(`${editionId}: killed after ${afterMs} ms, ${where}, ${there.length} objects`);
    }
    wrong.push(...(await differences(context, editionId, whole)));
    await clear(context, editionId);
  }
  return { kills: dead, editions: made, deathsIn, failures, unlisted, undisturbedMs: whole.ms, wrong };
}

/** The line of a worker's complaint that says what was wrong. */
const reasonIn = (complaint: string): string =>
  complaint.split("\n").find((line) => line.includes("Error")) ?? complaint.slice(0, 200);

/** Some hundred records, so that there are pages to die on. */
async function fill(project: string, { db, now }: EditionContext): Promise<void> {
  await emptyFirestore(project);
  await loadCatalogues(db, NOW);
  for (let index = 0; index < 120; index += 1)
    await records(db, "sdm")
      .doc(`r${index}`)
      .set(aStrategicInstrument({ title: `Memorando ${index} con la Ciudad de México` }));
  const jobs = jobContext(db, now);
  await recountAll(jobs, { addAll: (paths) => rollUp(jobs, paths) });
}

const begin = async (context: EditionContext, requestId: string): Promise<string> =>
  (await startEdition(context, { subject: SUBJECT, requestId }, "oficina")).editionId;

interface Whole {
  readonly ms: number;
  readonly files: Edition["files"];
  readonly dataHash: string | undefined;
}

/** The edition of a worker that nobody kills. */
async function reference(project: string, context: EditionContext): Promise<Whole> {
  await context.bucket.deleteFiles();
  const editionId = await begin(context, "reference");
  let began = 0;
  const ended = await work(project, editionId, 0, undefined, () => {
    began = performance.now();
  });
  const ms = performance.now() - began;
  const { files, dataHash } = await stored(context, editionId);
  if (ended !== "ready" || files.length < 2) throw new Error(`the reference ended with "${ended}"`);
  await clear(context, editionId);
  return { ms, files, dataHash };
}

/** Lets a worker work; it is killed so many milliseconds after it has begun, unless it ends before. */
function work(
  project: string,
  editionId: string,
  aheadMs: number,
  killAfterMs: number | undefined,
  onBegin: () => void = () => {},
): Promise<string> {
  const child = fork(WORKER, [project, editionId, String(aheadMs)], {
    ...{ execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] },
  });
  let told = "";
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint += chunk;
  });
  child.on("message", (message) => {
    if (message !== "begins") {
      told = String(message);
      return;
    }
    onBegin();
    if (killAfterMs !== undefined) void sleep(killAfterMs).then(() => child.kill("SIGKILL"));
  });
  return new Promise((resolve) => {
    child.once("exit", (_code, signal) => {
      resolve(told !== "" ? told : signal === "SIGKILL" ? "killed" : complaint.slice(0, 2_000));
    });
  });
}

async function stored({ db }: EditionContext, editionId: string): Promise<Edition> {
  const edition = (await editions(db).doc(editionId).get()).data();
  if (!edition) throw new Error(`no ${editionId}`);
  return edition;
}

async function objects({ bucket }: EditionContext, editionId: string): Promise<Object[]> {
  const [files] = await bucket.getFiles({ prefix: `editions/${editionId}/` });
  return Promise.all(
    files.map(async (file) => {
      const [bytes] = await file.download();
      return { name: file.name, sha256: createHash("sha256").update(bytes).digest("hex") };
    }),
  );
}

/** Listed files that are not there, or not whole. */
const notWhole = (editionId: string, files: Edition["files"], there: readonly Object[]): string[] =>
  files
    .filter(({ path, sha256 }) => there.find(({ name }) => name === path)?.sha256 !== sha256)
    .map(({ path }) => `${editionId}: ${path} is listed and not whole`);

/** In what the edition that was made in spite of all differs from the undisturbed one. */
async function differences(context: EditionContext, editionId: string, whole: Whole): Promise<string[]> {
  const edition = await stored(context, editionId);
  const there = await objects(context, editionId);
  // A Word file bears the time of its making: it is there once and whole, but its bytes are no other's.
  const told = (files: Edition["files"]) =>
    files
      .map(({ path, sha256, bytes, ...file }) => ({
        ...file,
        path: path.split("/").at(-1),
        ...(file.format !== "docx" && { sha256, bytes }),
      }))
      .map((file) => JSON.stringify(file))
      .join();
  const others = (await editions(context.db).get()).docs.filter(({ id }) => id !== editionId);
  return [
    ...(edition.state === "ready" ? [] : [`${editionId}: is ${edition.state}`]),
    ...(told(edition.files) === told(whole.files) ? [] : [`${editionId}: ${told(edition.files)}`]),
    ...(edition.dataHash === whole.dataHash ? [] : [`${editionId}: read other data`]),
    ...notWhole(editionId, edition.files, there),
    ...there
      .filter(({ name }) => !edition.files.some(({ path }) => path === name))
      .map(({ name }) => `${editionId}: ${name} lies there and is not listed`),
    ...(others.length === 0 ? [] : [`${editionId}: there is a second edition`]),
  ];
}

/** Otherwise the next would find nothing new. */
async function clear({ db, bucket }: EditionContext, editionId: string): Promise<void> {
  await editions(db).doc(editionId).delete();
  await bucket.deleteFiles({ prefix: `editions/${editionId}/` });
}
