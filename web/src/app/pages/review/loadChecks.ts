/** Checks every record of the queue, with what the checks need to know of files, messages and other records. */
import type { CheckContext } from "#domain/record/checkRecord.ts";
import { passesAll, type ReviewCheck, reviewChecks } from "#domain/record/reviewChecks.ts";
import { type Actor, isOffice } from "#domain/record/states.ts";
import { loadPairs } from "../../../data/directory.ts";
import { loadEvidence } from "../../../data/evidenceFiles.ts";
import { loadWaitingForOffice } from "../../../data/messages.ts";
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

/** Records at work at a time: a check waits for its answers, not for the computer. */
const LANES = 6;
/** In the queue's order. Throws when the actor is not of the Office, which alone may read all of this. */
export async function loadChecks({ actor, reference, context, tell }: Asked): Promise<Checked[]> {
  if (!isOffice(actor)) throw new Error("the queue is the Office's");
  const [queue, waiting, pairs] = await Promise.all([
    loadQueue(),
    loadWaitingForOffice(),
    loadPairs("records", "suspected"),
  ]);
  const alike = new Set(pairs.flatMap(({ data }) => data.members));
  const known = new Set(reference.partners.map(({ id }) => id));
  const { catalogues, indicators } = reference;
  const checked = new Map<string, Checked>();
  const todo = [...queue];
  const work = async () => {
    for (let item = todo.shift(); item; item = todo.shift()) {
      const { id, path, data } = item;
      const files = await loadEvidence({ entityId: data.entityId, recordId: id }, "others");
      const checks = reviewChecks(data, {
        ...{ ...context, actor, catalogues, indicators, partnerIds: known, readyFiles: files.length },
        ...{ hasSimilar: alike.has(path), isUnanswered: waiting.has(path) },
      });
      checked.set(path, { item, checks, passes: passesAll(checks) });
      tell(checked.size, queue.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return queue.flatMap(({ path }) => checked.get(path) ?? []);
}
