/** Saves an indicator as the Office wrote it: at once, or, where that changes what counts, once all has been counted. */
import { canonicalJson } from "../domain/canonicalJson.ts";
import { type CheckedIndicator, checkIndicator } from "../domain/checkIndicator.ts";
import { countsDifferently, needsCount } from "../domain/counting/counter.ts";
import {
  type Definition,
  definitionOf,
  type IndicatorBody,
  type IndicatorVersion,
  indicatorSchema,
} from "../domain/indicator.ts";
import type { Operation } from "../domain/operation.ts";
import { isOffice } from "../domain/record/states.ts";
import { counting, indicators, operations, versionsOf } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import type { OperationContext } from "./OperationContext.ts";
import { because, Rejection, rejectOtherVersion } from "./Rejection.ts";

export interface IndicatorRequest {
  readonly requestId: string;
  readonly indicatorId: string;
  /** The version that the person saw; 0 for a new indicator. */
  readonly version: number;
  /** As it was typed. */
  readonly definition: unknown;
}

export interface SavedIndicator {
  readonly version: number;
  /** The work that it began: the count that the figures wait for, or clearing away what is counted no more. */
  readonly operationId?: string;
}

const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);

/** The fields of a definition that are not as they were. */
const changedBetween = (before: Definition, after: Definition): string[] => {
  const [was, is]: readonly Readonly<Record<string, unknown>>[] = [before, after];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => differ([was?.[name]], [is?.[name]]))
    .sort();
};

async function check({ rules, catalogues }: JobContext, request: IndicatorRequest): Promise<Definition> {
  const [{ indicators: all }, lists] = await Promise.all([rules.get(), catalogues.get()]);
  const others = all.filter(({ id }) => id !== request.indicatorId);
  const checked: CheckedIndicator = checkIndicator(request.definition, { catalogues: lists, others });
  if ("problems" in checked) throw new Rejection({ problems: checked.problems });
  return checked.definition;
}

/**
 * Writes the next version, and its place in the history, in one transaction. Where it changes what counts, the one in
 * force stays so, the new one is counted beside it from now on, and an operation counts all that there was; where it is
 * counted no more, the operation clears its cells away.
 * A repeat of the request changes nothing. Throws `Rejection`.
 */
export async function saveIndicator(
  context: OperationContext,
  actor: NamedActor,
  request: IndicatorRequest,
): Promise<SavedIndicator> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const { indicatorId, requestId } = request;
  const ref = indicators(db).doc(indicatorId);
  const version = request.version + 1;
  const trail = versionsOf(ref).doc(String(version));
  const operation = operations(db).doc(requestId);
  const saved = await db.runTransaction(async (transaction): Promise<SavedIndicator> => {
    const [found, written, rules, begun] = await Promise.all([
      transaction.get(ref),
      transaction.get(trail),
      transaction.get(counting(db)),
      transaction.get(operation),
    ]);
    const earlier = written.data();
    if (earlier?.requestId === requestId && earlier.by === actor.uid)
      return { version, ...(begun.exists && { operationId: requestId }) };
    const before = found.data();
    rejectOtherVersion(before ?? { version: 0 }, request.version);
    if (before?.next) throw because("count-running");
    const definition = await check(context, request);
    const now = context.now();
    const was = before && definitionOf(before);
    const isCounted = needsCount(was, definition);
    transaction.set(ref, bodyOf(definition, { before, version, isCounted, now, by: actor.uid }));
    transaction.create(trail, entryOf(was, definition, actor, { version, requestId, now }));
    if (countsDifferently(was, definition))
      transaction.set(counting(db), { version: (rules.data()?.version ?? 0) + 1 });
    const phase = isCounted
      ? "counting"
      : was?.active && countsDifferently(was, definition)
        ? "tidying"
        : undefined;
    if (phase) transaction.create(operation, workOf(phase, indicatorId, version, actor, now));
    return { version, ...(phase && { operationId: requestId }) };
  });
  if (saved.operationId !== undefined) await context.enqueue(saved.operationId);
  return saved;
}

interface Saving {
  readonly before: IndicatorBody | undefined;
  readonly version: number;
  readonly isCounted: boolean;
  readonly now: Date;
  readonly by: string;
}

function bodyOf(definition: Definition, { before, version, isCounted, now, by }: Saving): IndicatorBody {
  const stamp = { version, updatedAt: now, updatedBy: by };
  if (!isCounted) {
    // What becomes a quotation, or changes its rule out of use, leaves the name that its tallies are kept under.
    const isSame =
      before && !countsDifferently({ ...definitionOf(before), active: definition.active }, definition);
    return indicatorSchema.parse({
      ...definition,
      ...stamp,
      ruleVersion: isSame ? before.ruleVersion : version,
    });
  }
  // A new one shows nothing before it is counted.
  const shown = before ?? { ...definition, active: false, ruleVersion: 0 };
  return indicatorSchema.parse({ ...shown, ...stamp, next: { version, definition } });
}

const entryOf = (
  before: Definition | undefined,
  definition: Definition,
  actor: NamedActor,
  { version, requestId, now }: { version: number; requestId: string; now: Date },
): IndicatorVersion => ({
  ...{ version, definition, requestId, at: now, by: actor.uid, byName: actor.name },
  changed: before ? changedBetween(before, definition) : [],
});

const workOf = (
  phase: "counting" | "tidying",
  indicatorId: string,
  version: number,
  actor: NamedActor,
  now: Date,
): Operation => ({
  ...{ kind: "new-version", state: "queued", phase, indicatorId, version },
  ...{ requestedBy: actor.uid, requestedAt: now, updatedAt: now },
  ...{ done: 0, total: 0, entries: 0, tallies: 0, unreadable: [] },
});
