/** One record: to be written while its entity may, to be read by whoever else may see it. */
import { useState } from "preact/hooks";
import { KINDS, type Kind, USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { EDITABLE_STATES, writesFor } from "#domain/record/states.ts";
import { Await } from "../../components/parts.tsx";
import { isUnreachable } from "../../data/isUnreachable.ts";
import type { Stored } from "../../data/read.ts";
import { loadRecord, type RecordAddress, recordPath } from "../../data/records.ts";
import type { Mirror } from "../../local/Mirror.ts";
import { useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";
import { EditRecord } from "../record/EditRecord.tsx";
import { keptDraft, type LocalDraft } from "../record/localDrafts.ts";
import { go } from "../router.ts";
import { useLoaded } from "../useLoaded.ts";
import { Denied } from "./Denied.tsx";
import { NotFound } from "./NotFound.tsx";

const Discussion = lazily(async () => (await import("./review/Discussion.tsx")).Discussion);
const QueuedRecord = lazily(async () => (await import("../record/QueuedRecord.tsx")).QueuedRecord);
const ViewRecord = lazily(async () => (await import("../record/ViewRecord.tsx")).ViewRecord);

interface Props extends RecordAddress {
  /** Of a record that may not exist yet. */
  readonly newKind?: string;
}

/** A record's beginning: nothing but the usual place in the Strategy, which the person may change. */
const beginning = (address: RecordAddress, kind: Kind): LocalDraft => {
  const values = { ...USUAL_ACTIVITY[kind] };
  return { ...address, kind, values, unread: {}, base: values, version: 0 };
};

/** The record, nothing, or that the reader may not see it; without a connection, as this computer knows it. */
async function loadOrDenied(
  address: RecordAddress,
  mirror: Mirror,
  known: () => Promise<Stored<DraftRecord> | undefined>,
) {
  try {
    const record = await loadRecord(address);
    if (record) await mirror.know(record);
    return record;
  } catch (error) {
    if (isUnreachable(error)) return known();
    if (error instanceof Error && "code" in error && error.code === "permission-denied") return "denied";
    throw error;
  }
}

export function RecordPage({ entityId, recordId, newKind }: Props) {
  const { session, local } = useApp();
  const { actor } = session;
  const address = { entityId, recordId };
  const kind = KINDS.find((known) => known === newKind);
  const mayWrite = writesFor(actor, entityId);
  const kept = mayWrite ? keptDraft(actor.uid, address) : undefined;
  const [loaded, reload] = useLoaded(`${entityId}/${recordId}`, () =>
    loadOrDenied(address, local.mirror, async () => {
      const record = await local.mirror.record(recordPath(address));
      if (record || kept || kind) return record;
      throw new TypeError("no connection, and nothing is known of the record");
    }),
  );
  const { outbox } = local;
  const [waits, setWaits] = useState(outbox.find(address) !== undefined);
  const onSent = () => {
    setWaits(false);
    go(`/app/registros/${entityId}/${recordId}`, { replace: true });
    void reload();
  };
  const onTakenBack = async () => {
    // The form begins with what Bitácora has taken meanwhile.
    await reload();
    setWaits(false);
  };
  if (waits) return <QueuedRecord address={address} onSent={onSent} onTakenBack={() => void onTakenBack()} />;
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(stored) => {
        if (stored === "denied") return <Denied />;
        if (mayWrite && (!stored || EDITABLE_STATES.includes(stored.data.state))) {
          const draft = kept ?? (stored || !kind ? undefined : beginning(address, kind));
          if (stored || draft)
            return (
              <>
                <EditRecord
                  key={recordId}
                  address={address}
                  stored={stored}
                  kept={draft}
                  onSent={onSent}
                  onQueued={() => setWaits(true)}
                />
                {stored?.data.state === "returned" && <Discussion address={address} record={stored.data} />}
              </>
            );
        }
        if (!stored) return <NotFound />;
        return <ViewRecord address={address} record={stored.data} onChanged={reload} />;
      }}
    </Await>
  );
}
