/** What the Office decides about a submitted record: approve it, or return it with a reason of its own or a usual one. */
import { useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { refusalOf } from "#domain/record/states.ts";
import type { ReturnReason } from "#domain/returnReasons.ts";
import { Choices, Select, TextField } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { loadReturnReasons } from "../../../data/returnReasons.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { review } from "./texts.ts";

export type Decision = "approve" | "return";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  /** Hears of the decision once the server has taken it. */
  readonly onDone: (decision: Decision) => Promise<void>;
}

/** Where the keys `a` and `d` lead: the first thing to answer. */
export const focusDecision = (decision: Decision): void => {
  const ids = decision === "return" ? ["return-template", "return-reason"] : ["strategic", "approve"];
  ids
    .map((id) => document.getElementById(id))
    .find((control) => control !== null)
    ?.focus();
};

export function Decide({ address, record, onDone }: Props) {
  const { session } = useApp();
  const act = useAct();
  const [requestId] = useState(newRequestId);
  const isOwn = refusalOf("approve", record, session.actor, undefined) === "own-record";
  const send = (decision: Decision, answer: object) =>
    act.run(async () => {
      const request = { ...address, version: record.version, requestId: `${requestId}-${decision}` };
      await call(`${decision}Record`, { ...request, ...answer });
      await onDone(decision);
    });
  return (
    <section class="panel" aria-labelledby="review-title">
      <h2 id="review-title" class="panel-title">
        {review("reviewTitle")}
      </h2>
      <Failure error={act.error} />
      {isOwn ? (
        <p class="notice">{app("ownRecord")}</p>
      ) : (
        <Approve
          isInstrument={record.kind === "instrument"}
          running={act.running}
          onApprove={(mark) => void send("approve", mark)}
        />
      )}
      <GiveBack running={act.running} onReturn={(reason) => void send("return", { reason })} />
    </section>
  );
}

/** A form that is sent by its button, and from a text by the keys that many programs have for it. */
const sending = (send: () => void) => ({
  onSubmit: (event: SubmitEvent) => {
    event.preventDefault();
    send();
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  },
});

interface ApproveProps {
  readonly isInstrument: boolean;
  readonly running: boolean;
  readonly onApprove: (mark: { strategic?: boolean; strategicReason?: string }) => void;
}

function Approve({ isInstrument, running, onApprove }: ApproveProps) {
  const [strategic, setStrategic] = useState<string>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = {
    strategic: isInstrument && strategic === undefined,
    reason: strategic === "yes" && reason.trim() === "",
  };
  const approve = () => {
    setTried(true);
    const wrong = isMissing.strategic ? "strategic" : isMissing.reason ? "strategic-reason" : undefined;
    if (wrong) return document.getElementById(wrong)?.focus();
    onApprove({
      ...(isInstrument && { strategic: strategic === "yes" }),
      ...(strategic === "yes" && { strategicReason: reason.trim() }),
    });
  };
  return (
    <form {...sending(approve)}>
      {isInstrument && (
        <Choices
          words={{
            id: "strategic",
            label: review("strategicQuestion"),
            help: review("strategicHelp"),
            error: tried && isMissing.strategic ? review("strategicMissing") : undefined,
          }}
          options={[
            { id: "yes", label: review("strategicYes") },
            { id: "no", label: review("strategicNo") },
          ]}
          chosen={strategic === undefined ? [] : [strategic]}
          onChange={([answer]) => setStrategic(answer)}
        />
      )}
      {strategic === "yes" && (
        <TextField
          words={{
            id: "strategic-reason",
            label: review("strategicReason"),
            error: tried && isMissing.reason ? review("strategicReasonMissing") : undefined,
          }}
          value={reason}
          onChange={setReason}
          long
        />
      )}
      <button id="approve" type="submit" class="button" disabled={running}>
        {app("approve")}
      </button>
    </form>
  );
}

const textOf = ({ textEs, textEn }: ReturnReason): string => (language() === "es" ? textEs : textEn);

interface GiveBackProps {
  readonly running: boolean;
  readonly onReturn: (reason: string) => void;
}

function GiveBack({ running, onReturn }: GiveBackProps) {
  const [loaded] = useLoaded("return-reasons", loadReturnReasons);
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  // Without the usual reasons one can still write.
  const reasons = loaded.state === "ready" ? loaded.value.reasons : [];
  const choose = (id: string) => {
    const before = reasons.find((one) => one.id === chosen);
    const next = reasons.find((one) => one.id === id);
    setChosen(id);
    // What the person wrote besides stays.
    const own = before ? reason.replace(textOf(before), "").trim() : reason.trim();
    setReason([next && textOf(next), own].filter(Boolean).join("\n"));
  };
  const giveBack = () => {
    setTried(true);
    if (isMissing) document.getElementById("return-reason")?.focus();
    else onReturn(reason.trim());
  };
  return (
    <form class="divided" {...sending(giveBack)}>
      {reasons.length > 0 && (
        <Select
          words={{ id: "return-template", label: review("template") }}
          options={reasons.map((one) => ({ id: one.id, label: nameOf(one) }))}
          value={chosen}
          blank={review("templateChoose")}
          onChange={choose}
        />
      )}
      <TextField
        words={{
          id: "return-reason",
          label: app("returnReason"),
          help: app("returnReasonHelp"),
          error: tried && isMissing ? app("returnReasonMissing") : undefined,
        }}
        value={reason}
        onChange={setReason}
        long
      />
      <button type="submit" class="button secondary" disabled={running}>
        {app("giveBack")}
      </button>
    </form>
  );
}
