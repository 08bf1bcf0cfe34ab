/** What one writer does, one change after the other, to documents that are its own: everything follows from the seed. */
import { valuesAt, withChanges } from "#domain/amendment.ts";
import type { Decision } from "#domain/decision.ts";
import type { Edition } from "#domain/edition.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { aDecision, aRecord, NOW } from "../support/builders.ts";
import type { Random } from "../support/random.ts";
import { derivedOf, randomChanges, randomContents, randomDay } from "./contents.ts";

/** Two of one sector, one of another, and the Office's own, which leads decisions and editions too. */
export const ENTITY_IDS = ["sdm", "transmilenio", "sdmujer", "secretaria-general"] as const;

/** One commit. */
export interface Change {
  readonly what: string;
  /** By path; `undefined` where it is deleted. */
  readonly documents: ReadonlyMap<string, object | undefined>;
}

interface RecordLife {
  readonly recordId: string;
  readonly record: DraftRecord;
  /** The last day from which an amendment of a field holds, by field. */
  readonly amendedOn: ReadonlyMap<string, string>;
  readonly isBroken: boolean;
}

/** A writer's documents as they are. */
interface World {
  readonly writer: string;
  readonly random: Random;
  readonly records: Map<string, RecordLife>;
  readonly decisions: Map<string, Decision>;
  readonly editions: Map<string, Edition>;
  made: number;
  now: Date;
}

const othersThan = (entityId: string) => ENTITY_IDS.filter((id) => id !== entityId);
const pathOf = ({ recordId, record }: RecordLife) => `entities/${record.entityId}/records/${recordId}`;
const contentsFor = ({ entityId, kind }: Pick<DraftRecord, "entityId" | "kind">, random: Random) =>
  randomContents(othersThan(entityId), random, kind);

/** The record with other fields, as its next version. */
const next = (world: World, record: DraftRecord, fields: Partial<DraftRecord>): DraftRecord => {
  const changed = { ...record, ...fields };
  const { amendments } = changed.derived ?? {};
  const involved = involvedOf({
    entityId: changed.entityId,
    participants: (changed.participants ?? []).filter((id) => id !== changed.entityId),
  });
  return draftRecordSchema.parse({
    ...changed,
    ...{ involved, version: record.version + 1, updatedAt: world.now },
    derived: { ...derivedOf(changed.partnerIds), ...(amendments !== undefined && { amendments }) },
  });
};

/** Keeps the life as it is now, and writes it with whatever else. */
function saved(
  world: World,
  what: string,
  life: RecordLife,
  others: readonly (readonly [string, object | undefined])[] = [],
): Change {
  const path = pathOf(life);
  world.records.set(path, life);
  return { what, documents: new Map([[path, life.record], ...others]) };
}

const pickRecord = (
  { records, random }: World,
  which: (life: RecordLife) => boolean,
): RecordLife | undefined => {
  const found = [...records.values()].filter(which);
  // Often one of the last few, so that changes of one record follow each other closely.
  return found.length === 0 ? undefined : random.pick(random.chance(0.6) ? found.slice(-3) : found);
};

const isAmended = ({ record }: RecordLife) => record.derived?.amendments !== undefined;
const isIn =
  (...states: State[]) =>
  ({ record, isBroken }: RecordLife) =>
    !isBroken && states.includes(record.state);

function create(world: World): Change {
  const { random, writer } = world;
  const entityId = random.pick(ENTITY_IDS);
  const { kind, ...fields } = randomContents(othersThan(entityId), random);
  const state = random.pick(["draft", "submitted", "submitted", "approved", "approved"] as const);
  const record = aRecord(kind, {
    ...fields,
    ...{ entityId, state, isExample: random.chance(0.03), createdAt: world.now, updatedAt: world.now },
  });
  const recordId = `${writer}-${world.made++}`;
  return saved(world, "create", { recordId, record, amendedOn: new Map(), isBroken: false });
}

/** Whatever its state; once amended, a record changes by amendments alone. */
function edit(world: World): Change | undefined {
  const life = pickRecord(world, (each) => !each.isBroken && !isAmended(each));
  if (!life) return undefined;
  const { record } = life;
  const contents = contentsFor(record, world.random);
  const changes = randomChanges(record, contents, world.random);
  const edited = withChanges(record, changes) as DraftRecord;
  const disclosed = world.random.chance(0.2) && { disclosure: contents.disclosure };
  return saved(world, "edit", { ...life, record: next(world, record, { ...edited, ...disclosed }) });
}

const MOVES: { readonly [S in State]?: readonly State[] } = {
  draft: ["submitted"],
  submitted: ["approved", "approved", "returned"],
  returned: ["submitted"],
  approved: ["withdrawn"],
};

function move(world: World): Change | undefined {
  const { random } = world;
  const states: State[] = [
    "draft",
    "submitted",
    "returned",
    ...(random.chance(0.3) ? ["approved" as const] : []),
  ];
  const life = pickRecord(world, isIn(...states));
  if (!life) return undefined;
  const state = random.pick(MOVES[life.record.state] ?? []);
  const review = { strategic: random.chance(0.6), reason: "Prueba." };
  return saved(world, state, { ...life, record: next(world, life.record, { state, review }) });
}

/** The lead changes: the record goes from one path to another, in one commit. */
function changeLead(world: World): Change | undefined {
  const life = pickRecord(world, (each) => !each.isBroken && !isAmended(each));
  if (!life) return undefined;
  const { record } = life;
  const entityId = world.random.pick(othersThan(record.entityId));
  const participants = (record.participants ?? []).filter((id) => id !== entityId);
  const from = pathOf(life);
  world.records.delete(from);
  const moved = { ...life, record: next(world, record, { entityId, participants }) };
  return saved(world, "change of lead", moved, [[from, undefined]]);
}

function deleteDraft(world: World): Change | undefined {
  const life = pickRecord(world, isIn("draft"));
  if (!life) return undefined;
  world.records.delete(pathOf(life));
  return { what: "deletion of a draft", documents: new Map([[pathOf(life), undefined]]) };
}

/** An amendment with a date of its own; some are only proposed, and change nothing yet. */
function amend(world: World): Change | undefined {
  const { random, now } = world;
  const life = pickRecord(world, isIn("approved"));
  if (!life) return undefined;
  const { record, recordId, amendedOn } = life;
  const changes = randomChanges(record, contentsFor(record, random), random);
  const keys = Object.keys(changes);
  const effectiveOn = randomDay(random);
  if (keys.some((key) => (amendedOn.get(key) ?? "") > effectiveOn)) return undefined;
  const amendmentId = `a-${world.made++}`;
  const amendmentPath = `${pathOf(life)}/amendments/${amendmentId}`;
  const proposal = {
    ...{ state: "proposed", entityId: record.entityId, recordId, onVersion: record.version },
    ...{ changes, effectiveOn, reason: "Prueba.", requestId: amendmentId },
    ...{ proposedBy: "movilidad", proposedAt: now },
  };
  if (random.chance(0.2)) return { what: "proposal", documents: new Map([[amendmentPath, proposal]]) };
  const amended = next(world, record, {
    ...(withChanges(record, changes) as DraftRecord),
    derived: { ...derivedOf(), amendments: (record.derived?.amendments ?? 0) + 1 },
  });
  const told = [...keys, "derived.partnerCategories", "derived.networkIds"];
  const approval = {
    ...{ ...proposal, state: "approved", decidedBy: "oficina", decidedAt: now },
    ...{ replaced: valuesAt(record, told), applied: valuesAt(amended, told) },
  };
  const later = new Map([...amendedOn, ...keys.map((key) => [key, effectiveOn] as const)]);
  return saved(world, "amendment", { ...life, record: amended, amendedOn: later }, [
    [amendmentPath, approval],
  ]);
}

/** A document that is not what its schema says, as an older version of the system might have left it. */
function break_(world: World): Change | undefined {
  const { random } = world;
  const life = pickRecord(world, (each) => !each.isBroken);
  if (!life) return undefined;
  const record = next(world, life.record, {});
  const broken = { ...life, record, isBroken: true };
  const flaw = random.pick([
    { olderField: true },
    { details: { ...record.details, status: 7 } },
    { version: "two" },
    { state: "archived" },
    { updatedAt: "yesterday" },
  ]);
  world.records.set(pathOf(broken), broken);
  return { what: "unreadable", documents: new Map([[pathOf(broken), { ...record, ...flaw }]]) };
}

function mend(world: World): Change | undefined {
  const life = pickRecord(world, ({ isBroken }) => isBroken);
  return life && saved(world, "mended", { ...life, record: next(world, life.record, {}), isBroken: false });
}

function decide(world: World): Change {
  const { random, writer, decisions, now } = world;
  const isNew = decisions.size === 0 || random.chance(0.5);
  const path = isNew ? `decisions/${writer}-${world.made++}` : random.pick([...decisions.keys()]);
  const before = decisions.get(path) ?? aDecision({ version: 0 });
  const decision = {
    ...before,
    ...{ decidedOn: randomDay(random), status: random.pick(["open", "closed"] as const) },
    ...{ body: random.pick(["intersectoral-commission", "internationalization-committee"] as const) },
    ...{ disclosure: random.pick(["public", "reserved"] as const), isExample: random.chance(0.05) },
    ...{ version: before.version + 1, updatedAt: now },
  };
  decisions.set(path, decision);
  return { what: "decision", documents: new Map([[path, decision]]) };
}

/** An edition is asked for, gets ready, and is published, once and for good. */
function publish(world: World): Change {
  const { random, writer, editions, now } = world;
  const open = [...editions].filter(([, { publishedAt }]) => publishedAt === undefined);
  const [path, before] =
    open.length > 0 ? random.pick(open) : [`editions/${writer}-${world.made++}`, undefined];
  const edition: Edition = before
    ? {
        ...before,
        updatedAt: now,
        ...(before.state === "ready"
          ? { publishedAt: new Date(`${randomDay(random)}T15:00:00Z`) }
          : { state: "ready", progress: 100 }),
      }
    : {
        ...{ kind: random.pick(["monthly", "monthly", "annual"] as const), year: 2026 },
        ...{ reportId: path.slice("editions/".length), number: 1, files: [] },
        ...{ state: "queued", progress: 0, requestedAt: now, requestedBy: "oficina", updatedAt: now },
        ...{ cutOffOn: "2026-02-28", isDemo: false },
      };
  editions.set(path, edition);
  return { what: "edition", documents: new Map([[path, edition]]) };
}

/** How often each is tried, of a hundred. */
const OFTEN: readonly (readonly [number, (world: World) => Change | undefined])[] = [
  [27, create],
  [22, edit],
  [20, move],
  [10, amend],
  [5, changeLead],
  [3, deleteDraft],
  [3, break_],
  [3, mend],
  [4, decide],
  [3, publish],
];

function pickChange(random: Random): (world: World) => Change | undefined {
  let rest = random.below(100);
  for (const [share, make] of OFTEN) {
    if (rest < share) return make;
    rest -= share;
  }
  return create;
}

/** Without end. Some changes bear the instant of the one before. */
export function* changesOf(writer: string, random: Random): Generator<Change, never> {
  const world: World = {
    ...{ writer, random, made: 0, now: NOW },
    ...{ records: new Map(), decisions: new Map(), editions: new Map() },
  };
  while (true) {
    const change = pickChange(random)(world);
    if (!change) continue;
    yield change;
    if (random.chance(0.7)) world.now = new Date(world.now.getTime() + 1 + random.below(5_000));
  }
}
