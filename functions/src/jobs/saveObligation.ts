/** Saves who must report on a half-year, what and by when, as the Office wrote it, with its entry in the trail. */
import { changesOf } from "../domain/changesOf.ts";
import {
  type Obligation,
  type ObligationInput,
  obligationProblems,
  obligationSchema,
} from "../domain/halfYear/obligation.ts";
import { isOffice } from "../domain/record/states.ts";
import { obligationHistoryOf, obligations } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectOtherVersion, rejectProblems } from "./Rejection.ts";

export interface ObligationRequest {
  readonly requestId: string;
  readonly periodId: string;
  /** The version that the person saw; 0 of one that nobody has edited. */
  readonly version: number;
  readonly obligation: ObligationInput;
}

/** A repeat of the request changes nothing. Throws `Rejection`. */
export async function saveObligation(
  context: JobContext,
  actor: NamedActor,
  { requestId, periodId, version: seen, obligation: input }: ObligationRequest,
): Promise<{ version: number }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const { entities, periods } = await context.catalogues.get();
  if (!periods.some(({ id }) => id === periodId)) throw because("not-found");
  rejectProblems(obligationProblems(input, periodId, entities));
  const ref = obligations(db).doc(periodId);
  const version = seen + 1;
  const trail = obligationHistoryOf(ref).doc(String(version));
  return db.runTransaction(async (transaction) => {
    const [found, written] = await Promise.all([transaction.get(ref), transaction.get(trail)]);
    const earlier = written.data();
    if (earlier?.requestId === requestId && earlier.by === actor.uid) return { version };
    const before = found.data();
    rejectOtherVersion({ version: before?.version ?? 0 }, seen);
    const at = context.now();
    const terms = termsOf(input, before, actor, at);
    const stamp = { version, updatedAt: at, updatedBy: actor.uid };
    const next = obligationSchema.parse({ ...input, periodId, terms, ...stamp });
    transaction.set(ref, next);
    transaction.create(trail, {
      ...{ version, covers: 1, scope: ref.parent.path, action: "change", requestId },
      ...{ at, by: actor.uid, byName: actor.name },
      ...{ before: changesOf({ ...before }, { ...next }), after: { ...next } },
    });
    return { version };
  });
}

/** Without entities that nothing is said of; an extension that stands as it was keeps its author and day. */
function termsOf(
  { terms }: ObligationInput,
  before: Obligation | undefined,
  { uid, name }: NamedActor,
  at: Date,
): NonNullable<Obligation["terms"]> {
  return Object.fromEntries(
    Object.entries(terms).flatMap(([entityId, { sections, extension }]) => {
      const was = before?.terms?.[entityId]?.extension;
      const isSame = extension && was?.dueOn === extension.dueOn && was.reason === extension.reason.trim();
      const granted = extension && {
        ...extension,
        ...{ reason: extension.reason.trim(), by: uid, byName: name, at },
      };
      const is = {
        ...(sections && { sections }),
        ...(granted && { extension: isSame ? was : granted }),
      };
      return Object.keys(is).length > 0 ? [[entityId, is]] : [];
    }),
  );
}
