/**
 * The entries that a move adds to the trail of a record or report: its own and, where people have saved the item since
 * the last entry, one for what they changed.
 *
 * People write drafts and returned items directly, so their saves leave no entry of their own. The move that follows
 * records them, in its own transaction: it reads the item and the last entry there, and what differs between the two is
 * exactly what was saved in between. A trigger would say the same save by save, but it comes late, twice or never: a lost
 * one leaves a hole that nothing can fill any more, a doubled one must be told from a new one, and neither is in the
 * transaction of the change. Nothing is lost by waiting, since until that move the item itself is what was saved last,
 * and it can be moved in no other way. What is given up: saves between two moves are told as one, by whom and when the
 * last of them was made.
 */
import type { Transaction } from "firebase-admin/firestore";
import { changesOf } from "../domain/changesOf.ts";
import { entityScope, type HistoryEntry } from "../domain/historyEntry.ts";
import { EDITABLE_STATES, type State } from "../domain/record/states.ts";
import { accessOf, historyOf } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";

interface Item {
  readonly entityId: string;
  readonly state: State;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

type Ref = Parameters<typeof historyOf>[0];
type Act = Pick<HistoryEntry, "action" | "requestId" | "by" | "byName" | "reason">;

const asDocument = (item: Item): Record<string, unknown> => ({ ...item });

/** The last entry of an item's trail, if it has any. */
async function lastEntry(transaction: Transaction, ref: Ref): Promise<HistoryEntry | undefined> {
  const last = await transaction.get(historyOf(ref).orderBy("version", "desc").limit(1));
  return last.docs[0]?.data();
}

/**
 * Reads what it needs; the entries are for `create`, in the same transaction. Where an entry is missing that should be
 * there, the new ones do not cover for it: the sweep goes on to report the gap.
 */
export async function entriesOf<T extends Item>(
  { db }: JobContext,
  transaction: Transaction,
  ref: Ref,
  item: T,
): Promise<(next: T, act: Act) => HistoryEntry[]> {
  // No move leads back to a draft: it has no trail yet. Without that query, submissions side by side share no lock.
  const isFirst = item.state === "draft";
  const last = isFirst ? undefined : await lastEntry(transaction, ref);
  const edits = EDITABLE_STATES.includes(item.state) && last ? item.version - last.version : 0;
  const editor =
    edits > 0 ? (await transaction.get(accessOf(db).doc(item.updatedBy))).data()?.name : undefined;
  const scope = entityScope(item.entityId);
  const edit = (before: HistoryEntry): HistoryEntry => ({
    ...{ version: item.version, covers: edits, scope, action: "edit", requestId: `edit-${item.version}` },
    ...{ at: item.updatedAt, by: item.updatedBy, byName: editor ?? item.updatedBy },
    ...{ from: item.state, to: item.state },
    ...{ before: changesOf(before.after, asDocument(item)), after: asDocument(item) },
  });
  return (next, act) => [
    ...(last && edits > 0 ? [edit(last)] : []),
    {
      ...{ version: next.version, covers: isFirst ? next.version : 1, scope, ...act, at: next.updatedAt },
      ...{ from: item.state, to: next.state },
      before: isFirst ? {} : changesOf(asDocument(item), asDocument(next)),
      after: asDocument(next),
    },
  ];
}
