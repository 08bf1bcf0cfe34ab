/** What a record of a kind may point to, as this computer knows it: offline too, and without reading it anew. */
import type { Kind } from "#domain/record/kinds.ts";
import { loadPublicDecisions } from "../../data/decisions.ts";
import { formFieldsOf } from "../../forms/formFields.ts";
import { loadedOrKept } from "../../local/localDatabase.ts";
import type { Mirror } from "../../local/Mirror.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { useApp } from "../context.ts";
import { unlessUnreachable } from "../useKeepingUp.ts";
import { useLoaded } from "../useLoaded.ts";
import { type Linkable, NOTHING_LINKABLE } from "./options.ts";

/** The entity's own records, and of the others those that everyone may read. */
async function linkableRows(mirror: Mirror, entityId: string): Promise<MirrorRow[]> {
  await mirror.sync().catch(unlessUnreachable);
  return mirror.rows
    .filter((row) => row.entityId === entityId || (row.state === "approved" && row.disclosure === "public"))
    .sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Loaded only for the kinds that point to something; nothing until it is there. */
export function useLinkable(kind: Kind, entityId: string): Linkable {
  const { session, local } = useApp();
  const [loaded] = useLoaded(`${kind} ${entityId}`, async () => {
    const froms = formFieldsOf(kind).map(({ field }) => field.from);
    const [rows, decisions] = await Promise.all([
      froms.includes("records") ? linkableRows(local.mirror, entityId) : [],
      froms.includes("decisions") ? loadedOrKept(session.actor.uid, "decisions", loadPublicDecisions) : [],
    ]);
    return {
      records: rows.map(({ id, kind, title }) => ({ id, kind, title: title || id })),
      decisions: decisions.map(({ id, data }) => ({ id, label: `${data.number}: ${data.text}` })),
    };
  });
  return loaded.state === "ready" ? loaded.value : NOTHING_LINKABLE;
}
