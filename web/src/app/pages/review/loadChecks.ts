/** Checks every record of the queue, with what the checks need to know of files, messages and other records. */
import { collectionGroup, limit, query, where } from "firebase/firestore/lite";
import type { CheckContext } from "#domain/record/checkRecord.ts";
import { type DraftRecord, draftRecordSchema } from "#domain/record/record.ts";
import { passesAll, type ReviewCheck, reviewChecks } from "#domain/record/reviewChecks.ts";
import { type Actor, isOffice } from "#domain/record/states.ts";
import { loadEvidence } from "../../../data/evidenceFiles.ts";
import { services } from "../../../data/firebase.ts";
import { loadWaitingForOffice } from "../../../data/messages.ts";
import { readQuery } from "../../../data/read.ts";
import { loadQueue } from "../../../data/records.ts";
import type { Reference } from "../../../data/reference.ts";
import type { Waiting } from "./useQueue.ts";

export interface Checked {
  readonly item: Waiting;
  readonly checks: readonly ReviewCheck[];
  readonly passes: boolean;
}

interface Asked {
  readonly actor: Actor;
  readonly reference: Reference;
  readonly context: CheckContext;
  /** Hears how many have been checked, of how many. */
  readonly tell: (done: number, count: number) => void;
}

/** Firestore's most values of one condition on a list. */
const AT_ONCE = 30;
/** Records at work at a time: a check waits for its answers, not for the computer. */
const LANES = 6;
/** More approved records with the same partners than that are not compared. */
const MOST_APPROVED = 500;

/** The same kind, with a partner in common, on the same day: two records that are told of one thing. */
const looksLike = (a: DraftRecord, b: DraftRecord): boolean =>
  a.kind === b.kind &&
  a.happenedOn === b.happenedOn &&
  (a.partnerIds ?? []).some((id) => b.partnerIds?.includes(id));

/** The approved records with one of these partners. */
async function loadApprovedWith(partnerIds: readonly string[]): Promise<Waiting[]> {
  const chunks = Array.from({ length: Math.ceil(partnerIds.length / AT_ONCE) }, (_, n) =>
    partnerIds.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  const found = await Promise.all(
    chunks.map((ids) =>
      readQuery(
        query(
          collectionGroup(services().db, "records"),
          where("state", "==", "approved"),
          where("partnerIds", "array-contains-any", ids),
          limit(MOST_APPROVED),
        ),
        draftRecordSchema,
      ),
    ),
  );
  return [...new Map(found.flat().map((item) => [item.path, item])).values()];
}

/** In the queue's order. Throws when the actor is not of the Office, which alone may read all of this. */
export async function loadChecks({ actor, reference, context, tell }: Asked): Promise<Checked[]> {
  if (!isOffice(actor)) throw new Error("the queue is the Office's");
  const [queue, waiting] = await Promise.all([loadQueue(), loadWaitingForOffice()]);
  const partnerIds = [...new Set(queue.flatMap(({ data }) => data.partnerIds ?? []))];
  const others = [...(await loadApprovedWith(partnerIds)), ...queue];
  const known = new Set(reference.partners.map(({ id }) => id));
  const { catalogues, indicators } = reference;
  const hasSimilar = ({ path, data }: Waiting) =>
    others.some((other) => other.path !== path && looksLike(data, other.data));
  const checked = new Map<string, Checked>();
  const todo = [...queue];
  const work = async () => {
    for (let item = todo.shift(); item; item = todo.shift()) {
      const { id, path, data } = item;
      const files = await loadEvidence({ entityId: data.entityId, recordId: id }, "others");
      const checks = reviewChecks(data, {
        ...{ ...context, actor, catalogues, indicators, partnerIds: known, readyFiles: files.length },
        ...{ hasSimilar: hasSimilar(item), isUnanswered: waiting.has(path) },
      });
      checked.set(path, { item, checks, passes: passesAll(checks) });
      tell(checked.size, queue.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return queue.flatMap(({ path }) => checked.get(path) ?? []);
}
