/**
 * Drives the counting through a plan of changes and faults, against the Firestore emulator, and says what is wrong then.
 *
 * What each writer does, which deliveries are doubled, held back or lost, and who dies at which request, all follow from
 * the seed. How the requests of eight writers interleave does not: a seed that fails fails again in most runs, not in
 * each, and one that passes has passed for the interleaving that it met.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Firestore } from "firebase-admin/firestore";
import { tallyFromEntries } from "#domain/counting/tallyFromSources.ts";
import { type FoldContext, foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { type GroupContext, groupCommit } from "#functions/jobs/groupCommit.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { nightlyReconciliation } from "#functions/jobs/nightlyReconciliation.ts";
import type { OperationContext } from "#functions/jobs/OperationContext.ts";
import { runOperation } from "#functions/jobs/operations.ts";
import { reconcile } from "#functions/jobs/reconcile.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { saveIndicator } from "#functions/jobs/saveIndicator.ts";
import { cached } from "#functions/store/cached.ts";
import { operations } from "#functions/store/collections.ts";
import { loadCatalogues as readCatalogues } from "#functions/store/loadCatalogues.ts";
import { loadCountingRules } from "#functions/store/loadCountingRules.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { onProject } from "../../scripts/seed/onProject.ts";
import { andres, NOW } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { type Change, ENTITY_IDS } from "./changesOf.ts";
import {
  loadLedger,
  loadTallies,
  recountOf,
  type Wrong,
  wrongCells,
  wrongEntries,
  wrongFigures,
  wrongReports,
} from "./findWrong.ts";
import { Died, type Instance, instanceOn } from "./Instance.ts";
import { FAULT_INDICATORS } from "./indicators.ts";
import { type Act, type Death, type Plan, planOf } from "./planOf.ts";

/** Rolls up what an event tells of. */
export type Deliver = (path: string) => Promise<unknown>;

/** What is put to the test; the real jobs, unless a test wants to see how another fares. */
export interface Engine {
  /** An instance of the function that events are delivered to, which gathers them or counts each by itself. */
  readonly deliverer: (context: GroupContext, isGathered: boolean) => Deliver;
  readonly sweep: (context: OperationContext) => Promise<unknown>;
}

export const ENGINE: Engine = {
  deliverer: (context, isGathered) =>
    isGathered ? groupCommit(context).add : (path) => rollUp(context, [path]),
  sweep: nightlyReconciliation,
};

export type Deaths = Partial<Record<Act["do"] | Death["moment"], number>>;

export interface Outcome {
  readonly counts: Plan["counts"];
  /** Instances that died, by what they did and by the moment of it. */
  readonly deaths: Deaths;
  /** What was wrong before the sweep though no lost delivery explains it. */
  readonly unexplained: readonly string[];
  /** Ledger entries that were wrong before the sweep since their last delivery was lost. */
  readonly healed: number;
  /** What was wrong after the sweep. */
  readonly wrong: readonly string[];
}

/** Deliveries that a writer has under way at most. */
const UNDER_WAY = 4;
/** More than any run of bad luck; who is not through by then never will be. */
const MAX_DELIVERIES = 20;

interface Gathering {
  readonly instance: Instance;
  readonly deliver: Deliver;
}

interface Run {
  readonly db: Firestore;
  readonly clock: { at: Date };
  readonly plan: Plan;
  readonly engine: Engine;
  readonly context: FoldContext;
  readonly late: Promise<unknown>[];
  readonly deaths: Deaths;
  /** The instances that gather, while they live. */
  readonly gathering: Map<number, Gathering>;
  deliveries: number;
}

/** Waits until no holder's lease stands any more, dead or not. */
function waitForLeases({ clock }: Run): void {
  clock.at = new Date(clock.at.getTime() + 10 * 60_000);
}

const newInstance = (run: Run, job: Act["do"]): Instance =>
  instanceOn(run.db, run.late, (moment) => {
    for (const name of [job, moment]) run.deaths[name] = (run.deaths[name] ?? 0) + 1;
  });

/** The instance that an event is delivered to, each in its turn; a new one knows nothing of what another knew. */
function gatheringOf(run: Run): Gathering {
  const turn = run.deliveries++ % run.plan.instances;
  const known = run.gathering.get(turn);
  if (known && !known.instance.isDead) return known;
  const instance = newInstance(run, "deliver");
  const context = { ...run.context, ...jobContext(instance.db, run.context.now) };
  const made = { instance, deliver: run.engine.deliverer(context, true) };
  run.gathering.set(turn, made);
  return made;
}

function aloneOf(run: Run): Gathering {
  const instance = newInstance(run, "deliver");
  return { instance, deliver: run.engine.deliverer({ ...run.context, db: instance.db }, false) };
}

/** Delivers until it is through, as the platform does. */
async function deliver(run: Run, path: string, death: Death | undefined): Promise<void> {
  for (let made = 1; ; made += 1) {
    const { instance, deliver } = run.plan.isGathered ? gatheringOf(run) : aloneOf(run);
    if (death && made === 1) instance.die(death);
    try {
      await deliver(path);
      return;
    } catch (error) {
      if (!(error instanceof Died) || made === MAX_DELIVERIES) throw error;
    }
  }
}

type Job = (context: OperationContext) => Promise<unknown>;

/** Lets an instance do a job, which may be its end. Returns whether it came through. */
async function attempt(run: Run, name: Act["do"], death: Death | undefined, job: Job): Promise<boolean> {
  const instance = newInstance(run, name);
  if (death) instance.die(death);
  const context = { ...run.context, db: instance.db };
  try {
    await job({ ...context, rollUps: groupCommit(context), enqueue: async () => undefined });
    return true;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return false;
  }
}

/** Lets another take over from a dead instance, until the job is done. */
async function untilDone(run: Run, name: Act["do"], death: Death | undefined, job: Job): Promise<void> {
  for (let next = death; !(await attempt(run, name, next, job)); next = undefined) waitForLeases(run);
}

async function write({ db, clock }: Run, { documents }: Change): Promise<void> {
  const batch = db.batch();
  for (const [path, document] of documents)
    if (document) batch.set(db.doc(path), document);
    else batch.delete(db.doc(path));
  await batch.commit();
  clock.at = new Date(clock.at.getTime() + 250);
}

/** An edit of an indicator, and the count that it asks for. */
async function editIndicator(run: Run, { indicatorId, definition, death }: Extract<Act, { do: "edit" }>) {
  const requestId = `edit-${indicatorId}`;
  const request = { requestId, indicatorId, version: 1, definition };
  await attempt(run, "edit", undefined, (context) => saveIndicator(context, andres, request));
  if ((await operations(run.db).doc(requestId).get()).exists)
    await untilDone(run, "edit", death, (context) => runOperation(context, requestId, false));
}

function start(run: Run, act: Exclude<Act, { do: "write" }>): Promise<unknown> {
  switch (act.do) {
    case "deliver":
      return deliver(run, act.path, act.death);
    case "fold":
      return attempt(run, "fold", act.death, foldAndPublish);
    case "sweep":
      return attempt(run, "sweep", act.death, (context) => reconcile(context, context.rollUps, act.entityId));
    case "edit":
      return editIndicator(run, act);
  }
}

async function act(run: Run, acts: readonly Act[]): Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  for (const each of acts) {
    if (each.do === "write") await write(run, each.change);
    else {
      const started = start(run, each).finally(() => underWay.delete(started));
      underWay.add(started);
      if (underWay.size >= UNDER_WAY) await Promise.race(underWay);
    }
  }
  await Promise.all(underWay);
}

/** What is wrong with ledger, tallies and figures, by what they should agree with. */
async function findWrong({ db }: Run) {
  const rules = await loadCountingRules(db);
  const [expected, ledger, held] = await Promise.all([
    recountOf(db, ENTITY_IDS, rules),
    loadLedger(db),
    loadTallies(db),
  ]);
  return {
    ledger: wrongEntries(ledger, expected, rules),
    reports: await wrongReports(db, expected),
    talliesOfLedger: wrongCells(held, tallyFromEntries(ledger.values())),
    talliesOfSources: wrongCells(held, tallyFromEntries(expected.values())),
    figures: await wrongFigures(db, held, ENTITY_IDS, rules),
  };
}

async function prepare(db: Firestore, plan: Plan, engine: Engine): Promise<Run> {
  await loadCatalogues(db, NOW, FAULT_INDICATORS);
  const clock = { at: NOW };
  const now = () => clock.at;
  let ids = 0;
  const { entities, ...others } = await readCatalogues(db);
  const swept = { ...others, entities: entities.filter(({ id }) => ENTITY_IDS.some((each) => each === id)) };
  const context: FoldContext = {
    ...jobContext(db, now),
    catalogues: cached(async () => swept, now, 0),
    sleep: async (ms) => {
      clock.at = new Date(clock.at.getTime() + ms);
      await pause(2);
    },
    newId: () => `run-${ids++}`,
  };
  return { db, clock, plan, engine, context, late: [], deaths: {}, gathering: new Map(), deliveries: 0 };
}

async function runPlan(db: Firestore, plan: Plan, engine: Engine): Promise<Outcome> {
  const run = await prepare(db, plan, engine);
  await Promise.all(plan.writers.map((acts) => act(run, acts)));
  await Promise.all(run.late);
  waitForLeases(run);
  await foldAndPublish(run.context);
  const before = await findWrong(run);

  await untilDone(run, "sweep", plan.sweepDeath, engine.sweep);
  await Promise.all(run.late);
  const after = await findWrong(run);
  const isUnexplained = ({ path }: Wrong) => !plan.lost.has(path);
  return {
    counts: plan.counts,
    deaths: run.deaths,
    unexplained: [
      ...[...before.ledger, ...before.reports].filter(isUnexplained).map(({ what }) => what),
      ...before.talliesOfLedger,
      ...before.figures,
    ],
    healed: before.ledger.filter((wrong) => !isUnexplained(wrong)).length,
    wrong: [
      ...[...after.ledger, ...after.reports].map(({ what }) => what),
      ...after.talliesOfSources,
      ...after.figures,
    ],
  };
}

/** @param projectId - a `demo-` project of the emulator, which is emptied first */
export const runFaults = (
  projectId: string,
  seed: number,
  changes: number,
  engine: Engine = ENGINE,
): Promise<Outcome> =>
  onProject(projectId, async (db) => {
    await emptyFirestore(projectId);
    return runPlan(db, planOf(seed, changes), engine);
  });
