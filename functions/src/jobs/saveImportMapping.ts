/** Keeps how an entity's spreadsheet is read, for the next one with the same heads. */
import { canonicalJson } from "../domain/canonicalJson.ts";
import type { ImportMapping } from "../domain/import/importMapping.ts";
import { writesFor } from "../domain/record/states.ts";
import { importMappings } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

export interface ImportMappingRequest {
  readonly entityId: string;
  readonly mappingId: string;
  readonly name: string;
  readonly mapping: ImportMapping;
}

/**
 * Writes the mapping's next version; one that says the same stays as it is, so that a repeat changes nothing. Of two
 * people who save at once the later is kept: nothing but the next import's questions hangs on it. Throws `Rejection`.
 */
export async function saveImportMapping(
  { db, now }: JobContext,
  actor: NamedActor,
  { entityId, mappingId, name, mapping }: ImportMappingRequest,
): Promise<{ version: number }> {
  if (!writesFor(actor, entityId)) throw because("not-yours");
  const ref = importMappings(db, entityId).doc(mappingId);
  return db.runTransaction(async (transaction) => {
    const before = (await transaction.get(ref)).data();
    if (before && canonicalJson(before.mapping) === canonicalJson(mapping))
      return { version: before.version };
    const version = (before?.version ?? 0) + 1;
    const stamp = { version, updatedAt: now(), updatedBy: actor.uid };
    const { createdAt, createdBy } = before ?? { createdAt: stamp.updatedAt, createdBy: actor.uid };
    transaction.set(ref, { name, mapping, createdAt, createdBy, ...stamp });
    return { version };
  });
}
