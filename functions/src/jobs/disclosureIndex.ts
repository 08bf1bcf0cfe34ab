/** The index of classified and reserved information, line by line: none is held, however many records there are. */
import { BYTE_ORDER_MARK, csvLine } from "../domain/csvLine.ts";
import { INDEX_COLUMNS, indexRowOf, isIndexed } from "../domain/disclosureIndex.ts";
import { isOffice } from "../domain/record/states.ts";
import { streamRestrictedRecords } from "../store/restrictedRecords.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

/** For the Office and administrators. Throws `Rejection` `not-yours` before the first line. */
export async function disclosureIndex(
  { db, catalogues }: JobContext,
  actor: NamedActor,
): Promise<AsyncIterable<string>> {
  if (!isOffice(actor) && !actor.roles.includes("admin")) throw because("not-yours");
  const { entities } = await catalogues.get();
  const names = new Map(entities.map(({ id, nameEs }) => [id, nameEs]));
  async function* lines() {
    yield BYTE_ORDER_MARK + csvLine(INDEX_COLUMNS);
    for await (const record of streamRestrictedRecords(db))
      if (isIndexed(record)) yield csvLine(indexRowOf(record, names.get(record.entityId) ?? record.entityId));
  }
  return lines();
}
