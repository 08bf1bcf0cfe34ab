/** Takes an approved record out of the figures, or brings a withdrawn one back; it stays, with the reason. */
import { useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { refusalOf } from "#domain/record/states.ts";
import { TextField } from "../../components/fields.tsx";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { call, newRequestId } from "../../data/call.ts";
import type { RecordAddress } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { useApp } from "../context.ts";
import { viewText } from "./viewTexts.ts";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  readonly onDone: () => Promise<void>;
}

export function WithdrawOrRestore({ address, record, onDone }: Props) {
  const act = record.state === "withdrawn" ? "restore" : "withdraw";
  const { session } = useApp();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const isOwn = refusalOf(act, record, session.actor, undefined) === "own-record";
  const decide = () => {
    setTried(true);
    if (reason.trim() === "") return document.getElementById(`${act}-reason`)?.focus();
    void run(async () => {
      await call(`${act}Record`, {
        ...address,
        version: record.version,
        requestId,
        reason: reason.trim(),
      });
      await onDone();
    });
  };
  return (
    <details class="panel">
      <summary>{viewText(act)}</summary>
      <p>{isOwn ? app("ownRecord") : viewText(`${act}Help`)}</p>
      <Failure error={error} />
      <TextField
        words={{
          id: `${act}-reason`,
          label: viewText(`${act}Reason`),
          error: tried && reason.trim() === "" ? viewText(`${act}ReasonMissing`) : undefined,
        }}
        value={reason}
        onChange={setReason}
        long
      />
      <button
        type="button"
        class={act === "withdraw" ? "button warning" : "button secondary"}
        disabled={running || isOwn}
        onClick={decide}
      >
        {viewText(`${act}Do`)}
      </button>
    </details>
  );
}
