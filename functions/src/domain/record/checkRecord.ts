/** Whether a record is complete and makes sense: the one check behind the form's summary and the server's gate. */
import { addDays, type Day, isDay, periodOf, STRATEGY_YEARS, yearOf } from "../calendar.ts";
import type { CatalogueItem } from "../catalogue.ts";
import { plainTexts } from "../plainText.ts";
import { type Problem, problemsOf } from "../problem.ts";
import { ENVELOPE } from "./envelope.ts";
import { DETAILS, KINDS, type Kind } from "./kinds.ts";
import { type BitacoraRecord, type DraftRecord, recordSchema } from "./record.ts";
import { restrictionProblems } from "./restriction.ts";

/** What the check needs to know of the world. */
export interface CheckContext {
  /** The day it is in Bogotá. */
  readonly today: Day;
  /** The half-years with the day their reports fall due. */
  readonly periods: readonly CatalogueItem[];
}

export type Checked = { readonly record: BitacoraRecord } | { readonly problems: readonly Problem[] };

/** Earliest sensible year, by kind; instruments and practices may be older than the strategy by far. */
const FIRST_YEAR: Readonly<Record<Kind, number>> = {
  interaction: 2016,
  instrument: 1940,
  project: 1990,
  practice: 1990,
  need: 2016,
  transfer: 2016,
  attraction: 2016,
  diaspora: 2016,
  session: 2016,
  milestone: 2016,
  communication: 2016,
  opportunity: 2016,
};

/** Kinds whose records classify what they serve: the Plan and the Agenda (strategy, "Alignment with Key Frameworks"). */
const ALIGNED_KINDS: readonly Kind[] = ["instrument", "project", "practice", "need", "transfer"];
/** Kinds that make no sense without the other side. */
const PARTNERED_KINDS: readonly Kind[] = ["interaction", "instrument", "transfer"];
const SUPPLY_AND_DEMAND: readonly Kind[] = ["practice", "need"];

const NEEDED_BY = {
  partnerIds: PARTNERED_KINDS,
  programmes: ALIGNED_KINDS,
  sdgs: ALIGNED_KINDS,
  modality: SUPPLY_AND_DEMAND,
} as const satisfies Partial<Record<keyof typeof ENVELOPE, readonly Kind[]>>;
const NEEDED_NAMES = Object.keys(NEEDED_BY) as (keyof typeof NEEDED_BY)[];

/** The envelope's fields that a complete record of this kind needs, though other kinds may leave them out. */
export const alsoNeeded = (kind: Kind): (keyof typeof NEEDED_BY)[] =>
  NEEDED_NAMES.filter((name) => NEEDED_BY[name].includes(kind));

const blank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "string" && !/\S/.test(value)) ||
  (Array.isArray(value) && !value.length);

const withoutBlanks = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !blank(value)));

/** The draft without the fields that were left blank: an empty answer is no answer. */
export const withoutBlankFields = (draft: object): Record<string, unknown> => ({
  ...withoutBlanks(draft),
  details: withoutBlanks((draft as { details?: object }).details ?? {}),
});

const isDayPath =
  (kind: Kind) =>
  (path: string): boolean => {
    const name = path.replace("details.", "");
    const fields: Readonly<Record<string, { input: string }>> = path.startsWith("details.")
      ? DETAILS[kind]
      : ENVELOPE;
    return fields[name]?.input === "day";
  };

type Found = Problem | false | undefined;
type Check = (record: BitacoraRecord, context: CheckContext) => Found | Problem[];

const needed = (path: string, when: boolean): Problem | false => when && { path, code: "missing" };

/** Whether a record's day may lie ahead: plans, calls and deadlines do. */
const mayBeAhead = (record: BitacoraRecord): boolean =>
  (record.kind === "interaction" && record.details.status === "planned") ||
  (record.kind === "session" && record.details.status === "called") ||
  record.kind === "opportunity";

const CHECKS: readonly Check[] = [
  (record, { today }) =>
    record.happenedOn > today && !mayBeAhead(record) && { path: "happenedOn", code: "in-the-future" },
  (record, { today }) =>
    record.happenedOn > addDays(today, 1100) && { path: "happenedOn", code: "in-the-future" },
  (record) =>
    yearOf(record.happenedOn) < FIRST_YEAR[record.kind] && {
      path: "happenedOn",
      code: "too-early",
      limit: FIRST_YEAR[record.kind],
    },
  (record) =>
    record.endsOn !== undefined &&
    record.endsOn < record.happenedOn && { path: "endsOn", code: "before-start" },
  (record) => record.participants?.includes(record.entityId) && { path: "participants", code: "own-entity" },
  (record) =>
    new Set(record.participants).size < (record.participants?.length ?? 0) && {
      path: "participants",
      code: "twice",
    },
  ...NEEDED_NAMES.map(
    (name): Check =>
      (record) =>
        needed(name, NEEDED_BY[name].includes(record.kind) && !record[name]),
  ),
  (record, { today }) => restrictionProblems(record, today),
  (record, context) =>
    isLate(record, context) && !record.lateReason && { path: "lateReason", code: "late-reason-missing" },
  (record) =>
    record.kind === "interaction" &&
    needed("details.outcome", record.details.status === "held" && !record.details.outcome),
  (record) =>
    record.kind === "instrument" &&
    needed("details.signedOn", record.details.status !== "negotiating" && !record.details.signedOn),
  (record, { today }) =>
    record.kind === "instrument" &&
    (record.details.signedOn ?? "") > today && { path: "details.signedOn", code: "in-the-future" },
  (record) =>
    record.kind === "instrument" &&
    yearOf(record.details.signedOn ?? "2024") < FIRST_YEAR.instrument && {
      path: "details.signedOn",
      code: "too-early",
      limit: FIRST_YEAR.instrument,
    },
  (record) =>
    record.kind === "instrument" &&
    record.details.signedOn !== undefined &&
    record.details.validUntil !== undefined &&
    record.details.validUntil < record.details.signedOn && {
      path: "details.validUntil",
      code: "before-start",
    },
  (record) =>
    record.kind === "attraction" &&
    needed("details.currency", record.details.amountCents !== undefined && !record.details.currency),
  (record) =>
    record.kind === "session" &&
    record.details.minutesApprovedOn !== undefined &&
    record.details.minutesApprovedOn < record.happenedOn && {
      path: "details.minutesApprovedOn",
      code: "before-start",
    },
  (record) =>
    record.kind === "opportunity" &&
    record.details.opensOn !== undefined &&
    record.details.closesOn < record.details.opensOn && { path: "details.closesOn", code: "before-start" },
];

/**
 * Whether the record belongs to a half-year of the strategy whose reports have already fallen due, so that its
 * delay needs a reason. Older ones need none: network memberships were joined in any year.
 */
export function isLate(record: Pick<DraftRecord, "happenedOn">, context: CheckContext): boolean {
  const { happenedOn } = record;
  if (happenedOn === undefined || !isDay(happenedOn) || yearOf(happenedOn) < STRATEGY_YEARS.first)
    return false;
  const period = context.periods.find(({ id }) => id === periodOf(happenedOn));
  return period?.dueOn !== undefined && context.today > period.dueOn;
}

/**
 * Parses a draft, its texts made plain, as a complete record. References to other documents are checked by `referenceProblems`.
 * Problems are in the order of the form.
 */
export function checkRecord(draft: unknown, context: CheckContext): Checked {
  const candidate = withoutBlankFields(plainTexts(draft as object));
  const kind = KINDS.find((known) => known === candidate.kind);
  if (!kind) return { problems: [{ path: "kind", code: "not-a-choice" }] };
  const parsed = recordSchema.safeParse(candidate);
  if (!parsed.success) return { problems: problemsOf(parsed.error, candidate, isDayPath(kind)) };
  const problems = CHECKS.flatMap((check): Found | Problem[] => check(parsed.data, context)).filter(
    (problem): problem is Problem => typeof problem === "object",
  );
  return problems.length ? { problems } : { record: parsed.data };
}
