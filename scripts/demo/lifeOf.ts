/** The life of a generated record or report: written, sent, returned, approved, withdrawn; with its trail. */
import { addDays, type Day } from "#domain/calendar.ts";
import { changesOf } from "#domain/changesOf.ts";
import { entityScope, type HistoryEntry } from "#domain/historyEntry.ts";
import type { State } from "#domain/record/states.ts";

/** Who writes for an entity, and who of the Office decides. */
export interface Cast {
  readonly author: Person;
  readonly reviewer: Person;
}
export interface Person {
  readonly uid: string;
  readonly name: string;
}

/** The days on which things happen to an item; none lies after `last`. */
export interface Days {
  readonly writtenOn: Day;
  readonly submittedOn: Day;
  readonly decidedOn: Day;
  readonly withdrawnOn: Day;
}

export const RETURN_REASONS = [
  "Falta precisar el resultado: ¿qué se acordó y quién queda a cargo?",
  "El actor internacional no corresponde al que firma; por favor revíselo.",
  "La fecha no coincide con la del documento enviado.",
];
export const WITHDRAW_REASON = "Duplicado de un registro de otra entidad.";

type Action = HistoryEntry["action"];
interface Step {
  readonly action: Action;
  readonly to: State;
  readonly at: Date;
  readonly by: Person;
  readonly reason?: string;
}

const at = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, "0")}:20:00-05:00`);

function stepsOf(state: State, days: Days, { author, reviewer }: Cast, reason: string): Step[] {
  const submit: Step = { action: "submit", to: "submitted", at: at(days.submittedOn, 10), by: author };
  const decide = (action: Action, to: State, why?: string): Step => ({
    action,
    to,
    at: at(days.decidedOn, 12),
    by: reviewer,
    ...(why && { reason: why }),
  });
  const withdrawn: Step = {
    action: "withdraw",
    to: "withdrawn",
    at: at(days.withdrawnOn, 14),
    by: reviewer,
    reason: WITHDRAW_REASON,
  };
  switch (state) {
    case "draft":
      return [];
    case "submitted":
      return [submit];
    case "returned":
      return [submit, decide("return", "returned", reason)];
    case "approved":
      return [submit, decide("approve", "approved")];
    case "withdrawn":
      return [submit, decide("approve", "approved"), withdrawn];
  }
}

/** What a life leaves on the document and beside it. */
export interface Life {
  /** State, version, stamps and review of the document as it is now. */
  readonly control: Readonly<Record<string, unknown>>;
  /** Given the document, its trail: version by version, as the server writes it. */
  historyOf(document: Readonly<Record<string, unknown>>): HistoryEntry[];
}

/**
 * @param edits - how many times it was saved before it was first sent
 * @param verdict - what the Office said when it approved
 */
export function lifeOf(
  state: State,
  days: Days,
  cast: Cast,
  {
    edits,
    reason,
    verdict = {},
  }: { edits: number; reason: string; verdict?: Readonly<Record<string, unknown>> },
): Life {
  const steps = stepsOf(state, days, cast, reason);
  const written = { version: edits, createdAt: at(days.writtenOn, 9), createdBy: cast.author.uid };
  const after = (count: number): Record<string, unknown> => {
    const done = steps.slice(0, count);
    const last = done.at(-1);
    const submitted = done.find(({ action }) => action === "submit");
    const decided = done.findLast(({ action }) => action !== "submit");
    const review = {
      ...(submitted && { submittedBy: submitted.by.uid }),
      ...(decided && { decidedBy: decided.by.uid, decidedAt: decided.at }),
      ...(decided?.reason && { reason: decided.reason }),
      ...(done.some(({ action }) => action === "approve") && verdict),
    };
    return {
      ...written,
      version: edits + count,
      state: last?.to ?? "draft",
      updatedAt: last?.at ?? written.createdAt,
      updatedBy: last?.by.uid ?? cast.author.uid,
      ...(submitted && { submittedAt: submitted.at, review }),
    };
  };
  return {
    control: after(steps.length),
    historyOf: (document) =>
      steps.map(({ action, to, at, by, reason: why }, index) => ({
        version: edits + index + 1,
        action,
        requestId: `demo-${action}-${edits + index + 1}`,
        at,
        by: by.uid,
        byName: by.name,
        from: steps[index - 1]?.to ?? "draft",
        to,
        ...(why && { reason: why }),
        covers: index === 0 ? edits + 1 : 1,
        scope: entityScope(String(document.entityId)),
        before:
          index === 0
            ? {}
            : changesOf({ ...document, ...after(index) }, { ...document, ...after(index + 1) }),
        after: { ...document, ...after(index + 1) },
      })),
  };
}

/** The days of an item logged from `day` on, each after the one before and none after `last`. */
export function daysFrom(day: Day, gaps: readonly [number, number, number, number], last: Day): Days {
  const then = (from: Day, gap: number) => {
    const next = addDays(from, gap);
    return next < last ? next : last;
  };
  const writtenOn = then(day, gaps[0]);
  const submittedOn = then(writtenOn, gaps[1]);
  const decidedOn = then(submittedOn, gaps[2]);
  return { writtenOn, submittedOn, decidedOn, withdrawnOn: then(decidedOn, gaps[3]) };
}
