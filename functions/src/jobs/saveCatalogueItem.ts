/** Saves an item of a list as the Office wrote it, with its entry in the list's history. */
import type { Transaction } from "firebase-admin/firestore";
import type { CatalogueId } from "../domain/catalogue.ts";
import { changesOf } from "../domain/changesOf.ts";
import { checkCatalogueItem } from "../domain/checkCatalogueItem.ts";
import { catalogueHistoryOf, catalogues, counting, operations } from "../store/collections.ts";
import { loadCatalogues } from "../store/loadCatalogues.ts";
import type { NamedActor } from "./move.ts";
import type { OperationContext } from "./OperationContext.ts";
import { because, Rejection, rejectOtherVersion } from "./Rejection.ts";

export interface CatalogueItemRequest {
  readonly requestId: string;
  readonly catalogueId: CatalogueId;
  readonly itemId: string;
  /** The version of the list that the person saw. */
  readonly version: number;
  /** As it was typed. */
  readonly item: unknown;
}

export interface SavedItem {
  /** The list's. */
  readonly version: number;
  /** The count that it began: sectors are counted by their entities. */
  readonly operationId?: string;
}

/**
 * Adds the item, or changes it; a retired one stays in its list. An entity of another sector has everything counted
 * anew. The Office and administrators may. A repeat of the request changes nothing. Throws `Rejection`.
 */
export async function saveCatalogueItem(
  context: OperationContext,
  actor: NamedActor,
  request: CatalogueItemRequest,
): Promise<SavedItem> {
  if (!actor.roles.some((role) => role === "office" || role === "admin")) throw because("office-only");
  const { db, now } = context;
  const { requestId, catalogueId, itemId } = request;
  const list = catalogues(db).doc(catalogueId);
  const version = request.version + 1;
  const trail = catalogueHistoryOf(list).doc(String(version));
  const operation = operations(db).doc(requestId);
  const saved = await db.runTransaction(async (transaction): Promise<SavedItem> => {
    const [found, written, rules, begun] = await Promise.all([
      transaction.get(list),
      transaction.get(trail),
      transaction.get(counting(db)),
      transaction.get(operation),
    ]);
    const entry = written.data();
    if (entry?.requestId === requestId && entry.by === actor.uid)
      return { version, ...(begun.exists && { operationId: requestId }) };
    const catalogue = found.data();
    if (!catalogue) throw because("not-found");
    rejectOtherVersion(catalogue, request.version);
    const lists = { ...(await loadCatalogues(db)), [catalogueId]: catalogue.items };
    const checked = checkCatalogueItem(catalogueId, itemId, request.item, lists);
    if ("problems" in checked) throw new Rejection({ problems: checked.problems });
    const { item } = checked;
    const before = catalogue.items.find(({ id }) => id === itemId);
    const at = now();
    const items = before
      ? catalogue.items.map((known) => (known.id === itemId ? item : known))
      : [...catalogue.items, item];
    transaction.set(list, { items, version, updatedAt: at, updatedBy: actor.uid });
    transaction.create(trail, {
      ...{ version, covers: 1, scope: "catalogues", action: before ? "change" : "add", requestId, itemId },
      ...{ at, by: actor.uid, byName: actor.name },
      ...{ before: before ? changesOf(before, item) : {}, after: { ...item } },
    });
    const moved = catalogueId === "entities" && before?.parentId !== item.parentId;
    if (moved) transaction.set(counting(db), { version: (rules.data()?.version ?? 0) + 1 });
    const isCounted = moved && before !== undefined;
    if (isCounted) countAnew(transaction, operation, actor, at);
    return { version, ...(isCounted && { operationId: requestId }) };
  });
  await context.catalogues.refresh();
  if (saved.operationId !== undefined) await context.enqueue(saved.operationId);
  return saved;
}

const countAnew = (
  transaction: Transaction,
  operation: ReturnType<ReturnType<typeof operations>["doc"]>,
  actor: NamedActor,
  at: Date,
) =>
  transaction.create(operation, {
    ...{ kind: "reconciliation", state: "queued", requestedBy: actor.uid, requestedAt: at, updatedAt: at },
    ...{ done: 0, total: 0, entries: 0, tallies: 0, unreadable: [] },
  });
