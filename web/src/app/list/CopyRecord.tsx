/** Begins a new draft with what repeats of a record, and opens it. */
import type { DraftRecord } from "#domain/record/record.ts";
import { Await } from "../../components/parts.tsx";
import { isUnreachable } from "../../data/isUnreachable.ts";
import type { Stored } from "../../data/read.ts";
import { loadRecord, type RecordAddress, recordPath } from "../../data/records.ts";
import { useApp } from "../context.ts";
import { NotFound } from "../pages/NotFound.tsx";
import { keepDraft } from "../record/localDrafts.ts";
import { go } from "../router.ts";
import { useLoaded } from "../useLoaded.ts";
import { copyOf } from "./copyOf.ts";

export function CopyRecord(address: RecordAddress) {
  const { session, local } = useApp();
  const { uid, entityIds } = session.actor;
  const [loaded, reload] = useLoaded(`${address.entityId}/${address.recordId}`, async () => {
    const record = await load(address, () => local.mirror.record(recordPath(address)));
    if (record) begin(record);
    return record;
  });
  const begin = ({ data }: Stored<DraftRecord>) => {
    const { kind } = data;
    const entityId = entityIds.find((id) => id === data.entityId) ?? entityIds[0] ?? "";
    const recordId = crypto.randomUUID();
    keepDraft(uid, {
      ...{ entityId, recordId, kind, values: copyOf(data) },
      ...{ unread: {}, base: {}, version: 0 },
    });
    go(`/app/registros/nuevo/${kind}/${entityId}/${recordId}`, { replace: true });
  };
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(record) => (record ? null : <NotFound />)}
    </Await>
  );
}

/** Without a connection, as this computer knows it. */
async function load(address: RecordAddress, known: () => Promise<Stored<DraftRecord> | undefined>) {
  try {
    return await loadRecord(address);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return known();
  }
}
