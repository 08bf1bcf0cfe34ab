/** The amendments of an approved record: proposed by its entity, decided by the Office. */

import { useState } from "preact/hooks";
import { type Amendment, withChanges } from "#domain/amendment.ts";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay, formatLongDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { isOffice, writesFor } from "#domain/record/states.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { TextField } from "../../components/fields.tsx";
import { Await, Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { call, newRequestId } from "../../data/call.ts";
import type { Stored } from "../../data/read.ts";
import { loadAmendments } from "../../data/recordHistory.ts";
import type { RecordAddress } from "../../data/records.ts";
import { formFieldsOf } from "../../forms/formFields.ts";
import { type Values, valuesOf } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { language, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { NOTHING_LINKABLE } from "./options.ts";
import { showValue } from "./showValue.ts";
import { viewText } from "./viewTexts.ts";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  readonly onDone: () => Promise<void>;
}

export function Amendments({ address, record, onDone }: Props) {
  const { session } = useApp();
  const [loaded, reload] = useLoaded(`amendments ${address.recordId}`, () => loadAmendments(address));
  const mayPropose = writesFor(session.actor, record.entityId);
  return (
    <section class="panel" aria-labelledby="amendments-title">
      <h2 id="amendments-title" class="panel-title">
        {app("amendments")}
      </h2>
      <p>{app("locked")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(amendments) => (
          <>
            {amendments
              .toSorted((a, b) => b.data.proposedAt.getTime() - a.data.proposedAt.getTime())
              .map((amendment) => (
                <One
                  key={amendment.id}
                  address={address}
                  record={record}
                  amendment={amendment}
                  onDone={onDone}
                />
              ))}
          </>
        )}
      </Await>
      {mayPropose && (
        <a class="button secondary" href={`/app/registros/${address.entityId}/${address.recordId}/modificar`}>
          {app("proposeAmendment")}
        </a>
      )}
    </section>
  );
}

interface OneProps extends Props {
  readonly amendment: Stored<Amendment>;
}

function One({ address, record, amendment: { id, data }, onDone }: OneProps) {
  const { session } = useApp();
  const mayDecide = isOffice(session.actor) && data.state === "proposed";
  return (
    <article class="amendment">
      <h3>{viewText(`amendment_${data.state}`)}</h3>
      <p class="note">
        {viewText("amendmentFrom", {
          day: formatLongDay(data.effectiveOn, language()),
          proposed: formatDay(bogotaDay(data.proposedAt), language()),
        })}
      </p>
      <p>«{data.reason}»</p>
      <ChangeTable record={record} amendment={data} />
      {data.decisionReason && <p>{viewText("amendmentAnswer", { reason: data.decisionReason })}</p>}
      {mayDecide &&
        (data.proposedBy === session.actor.uid ? (
          <p class="notice">{viewText("ownAmendment")}</p>
        ) : (
          <Decide address={address} amendmentId={id} onDone={onDone} />
        ))}
    </article>
  );
}

/** What it changes, field by field; once decided, what was before is in the history. */
export function ChangeTable({
  record,
  amendment,
}: {
  record: DraftRecord;
  amendment: Pick<Amendment, "changes" | "state">;
}) {
  const { reference } = useApp();
  const before = valuesOf(record);
  const after: Values = valuesOf(withChanges(record, amendment.changes) as DraftRecord);
  const fields = formFieldsOf(record.kind).filter(({ path }) => Object.hasOwn(amendment.changes, path));
  const show = (values: Values) => (field: (typeof fields)[number]) =>
    showValue(
      field,
      values[field.path],
      { kind: record.kind, entityId: record.entityId, values },
      reference,
      NOTHING_LINKABLE,
    ) || app("blank");
  return (
    <DataTable
      caption={viewText("whatChanges")}
      rows={fields}
      rowKey={({ path }) => path}
      columns={[
        { head: app("columnField"), rowHead: true, cell: ({ text }) => say(text.label) },
        ...(amendment.state === "proposed" ? [{ head: app("columnBefore"), cell: show(before) }] : []),
        { head: app("columnAfter"), cell: show(after) },
      ]}
    />
  );
}

function Decide({
  address,
  amendmentId,
  onDone,
}: Pick<Props, "address" | "onDone"> & { amendmentId: string }) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const decide = (approve: boolean) => {
    setTried(!approve);
    if (!approve && reason.trim() === "") return document.getElementById("refuse-reason")?.focus();
    void run(async () => {
      await call("decideAmendment", {
        ...address,
        amendmentId,
        approve,
        requestId: `${requestId}-${approve ? "a" : "r"}`,
        ...(reason.trim() !== "" && { reason: reason.trim() }),
      });
      await onDone();
    });
  };
  return (
    <>
      <Failure error={error} />
      <TextField
        words={{
          id: "refuse-reason",
          label: viewText("amendmentReason"),
          help: viewText("amendmentReasonHelp"),
          error: tried && reason.trim() === "" ? app("amendmentReasonMissing") : undefined,
        }}
        value={reason}
        onChange={setReason}
        long
      />
      <div class="actions">
        <button type="button" class="button" disabled={running} onClick={() => decide(true)}>
          {viewText("approveAmendment")}
        </button>
        <button type="button" class="button secondary" disabled={running} onClick={() => decide(false)}>
          {viewText("refuseAmendment")}
        </button>
      </div>
    </>
  );
}
