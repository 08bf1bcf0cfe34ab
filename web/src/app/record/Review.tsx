/** What the Office decides: approve, return with a reason, withdraw, restore. */
import { useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { refusalOf } from "#domain/record/states.ts";
import { Choices, TextField } from "../../components/fields.tsx";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { call, newRequestId } from "../../data/call.ts";
import type { RecordAddress } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { useApp } from "../context.ts";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  readonly onDone: () => Promise<void>;
}

export function Review({ address, record, onDone }: Props) {
  const { session } = useApp();
  const [strategic, setStrategic] = useState<string>();
  const [strategicReason, setStrategicReason] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState<"approve" | "return">();
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const isOwn = refusalOf("approve", record, session.actor, undefined) === "own-record";
  const isInstrument = record.kind === "instrument";
  const missing = {
    strategic: isInstrument && strategic === undefined,
    strategicReason: strategic === "yes" && strategicReason.trim() === "",
    reason: reason.trim() === "",
  };
  const base = { ...address, version: record.version };
  const approve = () => {
    setTried("approve");
    const wrong = missing.strategic ? "strategic" : missing.strategicReason ? "strategic-reason" : undefined;
    if (wrong) return document.getElementById(wrong)?.focus();
    const mark = isInstrument && {
      strategic: strategic === "yes",
      ...(strategic === "yes" && { strategicReason: strategicReason.trim() }),
    };
    void run(async () => {
      await call("approveRecord", { ...base, requestId: `${requestId}-a`, ...mark });
      await onDone();
    });
  };
  const giveBack = () => {
    setTried("return");
    if (missing.reason) return document.getElementById("return-reason")?.focus();
    void run(async () => {
      await call("returnRecord", { ...base, requestId: `${requestId}-r`, reason: reason.trim() });
      await onDone();
    });
  };
  return (
    <section class="panel" aria-labelledby="review-title">
      <h2 id="review-title" class="panel-title">
        {app("reviewTitle")}
      </h2>
      <Failure error={error} />
      {isOwn ? (
        <p class="notice">{app("ownRecord")}</p>
      ) : (
        <>
          {isInstrument && (
            <Choices
              words={{
                id: "strategic",
                label: app("strategicQuestion"),
                help: app("strategicHelp"),
                error: tried === "approve" && missing.strategic ? app("strategicMissing") : undefined,
              }}
              options={[
                { id: "yes", label: app("strategicYes") },
                { id: "no", label: app("strategicNo") },
              ]}
              chosen={strategic === undefined ? [] : [strategic]}
              onChange={([answer]) => setStrategic(answer)}
            />
          )}
          {strategic === "yes" && (
            <TextField
              words={{
                id: "strategic-reason",
                label: app("strategicReason"),
                error:
                  tried === "approve" && missing.strategicReason ? app("strategicReasonMissing") : undefined,
              }}
              value={strategicReason}
              onChange={setStrategicReason}
              long
            />
          )}
          <button type="button" class="button" disabled={running} onClick={approve}>
            {app("approve")}
          </button>
        </>
      )}
      <div class="divided">
        <TextField
          words={{
            id: "return-reason",
            label: app("returnReason"),
            help: app("returnReasonHelp"),
            error: tried === "return" && missing.reason ? app("returnReasonMissing") : undefined,
          }}
          value={reason}
          onChange={setReason}
          long
        />
        <button type="button" class="button secondary" disabled={running} onClick={giveBack}>
          {app("giveBack")}
        </button>
      </div>
    </section>
  );
}

/** Takes an approved record out of the figures, or brings a withdrawn one back; it stays, with the reason. */
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
      <summary>{app(act)}</summary>
      <p>{app(isOwn ? "ownRecord" : `${act}Help`)}</p>
      <Failure error={error} />
      <TextField
        words={{
          id: `${act}-reason`,
          label: app(`${act}Reason`),
          error: tried && reason.trim() === "" ? app(`${act}ReasonMissing`) : undefined,
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
        {app(`${act}Do`)}
      </button>
    </details>
  );
}
