/** A seeded stream of record changes: creations, edits and moves, as sixty entities would make them. */
import { monthsOf } from "#domain/calendar.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { involvedOf } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import type { Random } from "../support/random.ts";

/** One change: the document as it is from now on. */
export interface Change {
  readonly path: string;
  readonly record: DraftRecord;
}

const AT = new Date("2026-01-15T12:00:00Z");
const STATE_SHARES = [...STATES, "submitted", "approved", "approved", "approved"] as const;

const stamped = (version: number) => ({
  version,
  isExample: false,
  createdAt: AT,
  createdBy: "focal",
  updatedAt: AT,
  updatedBy: "focal",
});

function dayIn(random: Random): string {
  const month = random.pick([...monthsOf(2024), ...monthsOf(2025)]);
  return `${month}-${String(1 + random.below(28)).padStart(2, "0")}`;
}

function participantsOf(entityId: string, entityIds: readonly string[], random: Random): string[] {
  const chosen = Array.from({ length: random.below(3) }, () => random.pick(entityIds));
  return [...new Set(chosen)].filter((id) => id !== entityId);
}

/** A record that meets some indicators or none, anywhere in two years. */
function recordOf(
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
    ...stamped(version),
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

/** `count` changes of about a third as many records. */
export function* changesOf(count: number, entityIds: readonly string[], random: Random): Generator<Change> {
  const versions = new Map<string, number>();
  const paths: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const isNew = paths.length === 0 || random.chance(1 / 3);
    const path = isNew ? `entities/${random.pick(entityIds)}/records/r${paths.length}` : random.pick(paths);
    if (isNew) paths.push(path);
    const version = (versions.get(path) ?? 0) + 1;
    versions.set(path, version);
    yield { path, record: recordOf(path.split("/")[1] ?? "", entityIds, version, random) };
  }
}
