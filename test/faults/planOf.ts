/** What a run does and suffers: the changes, what becomes of the delivery of each, and who dies when. */
import { type Definition, definitionOf } from "#domain/indicator.ts";
import type { Random } from "../support/random.ts";
import { randomFrom } from "../support/random.ts";
import { type Change, changesOf, ENTITY_IDS } from "./changesOf.ts";
import { FAULT_INDICATORS } from "./indicators.ts";

/** Of all deliveries. */
const DOUBLED = 0.05;
const REORDERED = 0.2;
const LOST = 0.01;
const CRASHED = 0.01;
/** Of all changes: how often figures are folded, or an entity is swept, while the rest goes on; how often these die. */
const FOLDED = 0.06;
const SWEPT = 0.01;
const DYING = 0.2;
/** Of all runs: those in which the Office changes meanwhile what an indicator counts, and in which two instances gather. */
const EDITED = 0.4;
const PAIRED = 0.3;
const WRITERS = 8;
/** Later acts of its writer that a delivery is held back behind, at most. */
const HELD_BEHIND = 12;

/** A function's instance dies: before a request is sent; or at a write, carried out at once or only later, unanswered. */
export interface Death {
  readonly moment: "before" | "after" | "late";
  /** How many requests, or writes, there are before that. */
  readonly others: number;
}

export type Act =
  | { readonly do: "write"; readonly change: Change }
  | { readonly do: "deliver"; readonly path: string; readonly death?: Death }
  | { readonly do: "fold"; readonly death?: Death }
  | { readonly do: "sweep"; readonly entityId: string; readonly death?: Death }
  | {
      readonly do: "edit";
      readonly indicatorId: string;
      readonly definition: Definition;
      readonly death?: Death;
    };

export interface Plan {
  /** What each writer does, one after the other. */
  readonly writers: readonly (readonly Act[])[];
  /** Sources whose last delivery was lost: they alone may be wrong before the sweep. */
  readonly lost: ReadonlySet<string>;
  /** Whether deliveries are gathered, as in the cloud, or each rolls up alone. */
  readonly isGathered: boolean;
  /** Instances that gather side by side, as the platform may keep for a moment. */
  readonly instances: 1 | 2;
  /** Of the sweep at the end. */
  readonly sweepDeath?: Death;
  readonly counts: {
    readonly changes: number;
    readonly deliveries: number;
    readonly doubled: number;
    readonly reordered: number;
    readonly lost: number;
  };
}

/** A delivery alone makes three requests, the last of which is a write. */
const REQUESTS_PER_WRITE = 3;

function deathOf(random: Random, requests: number): Death {
  const moment = random.pick(["before", "after", "late"] as const);
  return { moment, others: random.below(moment === "before" ? requests : requests / REQUESTS_PER_WRITE) };
}

/** Whether a document at this path is counted, and its writing told. */
const isSource = (path: string): boolean =>
  /^(entities\/[^/]+\/records|decisions|editions)\/[^/]+$/.test(path);

interface Held {
  /** The index of the change behind which it is let go. */
  readonly until: number;
  readonly act: Act;
}

function actsOf(writer: string, changes: number, random: Random) {
  const made = changesOf(writer, random);
  const acts: Act[] = [];
  const counts = { changes, deliveries: 0, doubled: 0, reordered: 0, lost: 0 };
  const lost = new Set<string>();
  let held: Held[] = [];
  const deliver = (path: string, index: number) => {
    counts.deliveries += 1;
    const act: Act = { do: "deliver", path, ...(random.chance(CRASHED) && { death: deathOf(random, 3) }) };
    if (!random.chance(REORDERED)) acts.push(act);
    else {
      counts.reordered += 1;
      held.push({ until: index + 1 + random.below(HELD_BEHIND), act });
    }
  };
  for (let index = 0; index < changes; index += 1) {
    const change = made.next().value;
    acts.push({ do: "write", change });
    for (const path of [...change.documents.keys()].filter(isSource)) {
      // An earlier delivery that is still held back tells of it as well.
      if (random.chance(LOST)) {
        counts.lost += 1;
        lost.add(path);
        continue;
      }
      lost.delete(path);
      deliver(path, index);
      if (!random.chance(DOUBLED)) continue;
      counts.doubled += 1;
      deliver(path, index);
    }
    if (random.chance(FOLDED)) acts.push({ do: "fold", ...maybeDying(random, 12) });
    if (random.chance(SWEPT))
      acts.push({ do: "sweep", entityId: random.pick(ENTITY_IDS), ...maybeDying(random, 20) });
    for (const { act } of held.filter(({ until }) => until <= index)) acts.push(act);
    held = held.filter(({ until }) => until > index);
  }
  return { acts: [...acts, ...held.map(({ act }) => act)], counts, lost };
}

const maybeDying = (random: Random, within: number) =>
  random.chance(DYING) ? { death: deathOf(random, within) } : {};

/** The edits of an indicator, one of which the Office may make in a run. */
const EDITS: readonly (readonly [string, object])[] = [
  [
    "project-money",
    { rule: { source: "records", kind: "project", where: [] }, overlapsWith: ["large-projects"] },
  ],
  ["countries", { of: "partners", dimensions: ["population", "theme"], overlapsWith: ["partners"] }],
  ["visitors", { dimensions: [], overlapsWith: ["attraction-money"] }],
  [
    "l3-r3",
    {
      rule: { source: "records", kind: "session", where: [{ field: "details.status", in: ["held"] }] },
      overlapsWith: ["l4-r2"],
    },
  ],
];

function editOf(random: Random): Act {
  const [indicatorId, change] = random.pick(EDITS);
  const indicator = FAULT_INDICATORS.find(({ id }) => id === indicatorId);
  if (!indicator) throw new Error(`there is no indicator ${indicatorId}`);
  const definition = { ...definitionOf(indicator), ...change } as Definition;
  return {
    do: "edit",
    indicatorId,
    definition,
    ...(random.chance(0.7) && { death: deathOf(random, 60) }),
  };
}

/** The same for the same seed, whatever happens when it is carried out. */
export function planOf(seed: number, changes: number): Plan {
  const random = randomFrom(seed);
  const writers = Array.from({ length: WRITERS }, (_, index) =>
    actsOf(`w${index}`, Math.ceil(changes / WRITERS), random),
  );
  if (random.chance(EDITED)) {
    const { acts = [] } = writers[0] ?? {};
    acts.splice(random.below(acts.length), 0, editOf(random));
  }
  const total = (name: keyof Plan["counts"]) => writers.reduce((sum, { counts }) => sum + counts[name], 0);
  return {
    writers: writers.map(({ acts }) => acts),
    lost: new Set(writers.flatMap(({ lost }) => [...lost])),
    isGathered: seed % 2 === 0,
    instances: random.chance(PAIRED) ? 2 : 1,
    ...(random.chance(0.3) && { sweepDeath: deathOf(random, 40) }),
    counts: {
      ...{ changes: total("changes"), deliveries: total("deliveries"), doubled: total("doubled") },
      ...{ reordered: total("reordered"), lost: total("lost") },
    },
  };
}
