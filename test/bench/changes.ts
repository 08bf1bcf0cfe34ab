/** Seeded records and changes of them, as the entities of the city would make them. */
import { monthsOf } from "#domain/calendar.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { involvedOf } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import type { Random } from "../support/random.ts";

/** One change: the document as it was, if it was, and as it is from now on. */
export interface Change {
  readonly path: string;
  readonly before?: DraftRecord;
  readonly after: DraftRecord;
}

/** Records as they stand, by path. */
export type Records = ReadonlyMap<string, DraftRecord>;

const START = new Date("2026-01-15T12:00:00Z");
const STATE_SHARES = [...STATES, "submitted", "approved", "approved", "approved"] as const;

export const pathOf = (entityId: string, recordId: string): string =>
  `entities/${entityId}/records/${recordId}`;

function dayIn(random: Random): string {
  const month = random.pick([...monthsOf(2024), ...monthsOf(2025)]);
  return `${month}-${String(1 + random.below(28)).padStart(2, "0")}`;
}

function participantsOf(entityId: string, entityIds: readonly string[], random: Random): string[] {
  const chosen = Array.from({ length: random.below(3) }, () => random.pick(entityIds));
  return [...new Set(chosen)].filter((id) => id !== entityId);
}

/** A record that meets some indicators or none, anywhere in two years. */
export function randomRecord(
  entityId: string,
  entityIds: readonly string[],
  version: number,
  random: Random,
): DraftRecord {
  const participants = participantsOf(entityId, entityIds, random);
  const day = dayIn(random);
  const envelope = {
    entityId,
    title: `Registro ${random.below(10_000)}`,
    happenedOn: day,
    participants,
    countries: [random.pick(["MX", "ES", "FR", "BR"])],
    disclosure: random.chance(0.9) ? ("public" as const) : ("reserved" as const),
    state: random.pick(STATE_SHARES),
    involved: involvedOf({ entityId, participants }),
    ...{ version, isExample: false, createdAt: START, createdBy: "focal", updatedBy: "focal" },
    updatedAt: new Date(START.getTime() + random.below(1_000_000_000)),
  };
  return random.chance(0.7)
    ? {
        ...envelope,
        kind: "instrument",
        review: { strategic: random.chance(0.6) },
        details: {
          instrumentKind: random.pick(["mou", "agreement", "network"]),
          scope: random.pick(["bilateral", "multilateral"]),
          formality: random.pick(["signed", "informal"]),
          direction: random.pick(["supply", "demand"]),
          status: random.pick(["signed", "active", "negotiating"]),
          signedOn: day,
        },
      }
    : {
        ...envelope,
        kind: "session",
        details: {
          body: random.pick(["intersectoral-commission", "internationalization-committee"]),
          status: random.pick(["called", "held"]),
        },
      };
}

/** So many records of each entity, as new. */
export function recordsOf(leads: readonly string[], each: number, all: readonly string[], random: Random) {
  const made = new Map<string, DraftRecord>();
  for (const entityId of leads)
    for (let index = 0; index < each; index += 1)
      made.set(pathOf(entityId, `r${index}`), randomRecord(entityId, all, 1, random));
  return made;
}

/** Of three changes one is a new record, the others edit one that there is. */
export function changesOf(
  count: number,
  records: Records,
  entityIds: readonly string[],
  random: Random,
): Change[] {
  const now = new Map(records);
  const paths = [...records.keys()];
  return Array.from({ length: count }, (_, index) => {
    const isNew = paths.length === 0 || random.chance(1 / 3);
    const path = isNew ? pathOf(random.pick(entityIds), `n${index}`) : random.pick(paths);
    const before = now.get(path);
    const after = randomRecord(path.split("/")[1] ?? "", entityIds, (before?.version ?? 0) + 1, random);
    if (isNew) paths.push(path);
    now.set(path, after);
    return { path, ...(before && { before }), after };
  });
}

/** The records after the changes. */
export const afterChanges = (records: Records, changes: readonly Change[]): Records =>
  new Map([...records, ...changes.map(({ path, after }) => [path, after] as const)]);
