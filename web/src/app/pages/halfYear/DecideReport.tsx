/** What the Office decides about a report: approve it, or return it with reasons on its parts. */
import { useState } from "preact/hooks";
import { isWritten } from "#domain/halfYear/checkReport.ts";
import { type DraftReport, type ReportSection, SECTION_IDS } from "#domain/halfYearReport.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusalOf } from "#domain/record/states.ts";
import { Select, TextField } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import type { ReportAddress } from "../../../data/reports.ts";
import { useApp } from "../../context.ts";
import { useKept } from "../../useKept.ts";
import { RecordLinks } from "./Checks.tsx";
import { REASON_TEMPLATES } from "./reasonTemplates.ts";
import { inState, type ReportFacts } from "./reportFacts.ts";
import { told } from "./texts.ts";

interface Props {
  readonly address: ReportAddress;
  readonly report: DraftReport;
  readonly facts: ReportFacts;
  readonly onDone: () => Promise<void>;
}

type Reasons = Partial<Record<ReportSection | "general", string>>;

export function DecideReport({ address, report, facts, onDone }: Props) {
  const { session } = useApp();
  const { version } = report;
  // What was written and not sent yet stays on this computer.
  const { kept, keep, forget } = useKept<Reasons>(
    `bitacora/reasons/${address.entityId}/${address.periodId}/${version}`,
    {},
  );
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const pending = inState(facts, "submitted");
  const isOwn = refusalOf("approve", report, session.actor, undefined) === "own-record";
  const sectionReasons = Object.fromEntries(
    SECTION_IDS.flatMap((section) => (isWritten(kept[section]) ? [[section, kept[section]]] : [])),
  );
  const hasReason = isWritten(kept.general) || Object.keys(sectionReasons).length > 0;
  const approve = () =>
    void run(async () => {
      await call("approveReport", { ...address, version, requestId: `${requestId}-a` });
      forget();
      await onDone();
    });
  const giveBack = () => {
    setTried(true);
    if (!hasReason) return document.getElementById("reason-general")?.focus();
    void run(async () => {
      await call("returnReport", {
        ...{ ...address, version, requestId: `${requestId}-r`, sectionReasons },
        ...(isWritten(kept.general) && { reason: kept.general?.trim() }),
      });
      forget();
      await onDone();
    });
  };
  return (
    <section class="panel" aria-labelledby="review">
      <h2 id="review" class="panel-title">
        {told("review")}
      </h2>
      <Failure error={error} />
      {isOwn && <p class="notice">{told("ownReport")}</p>}
      {pending.length > 0 && (
        <div class="notice returned">
          <h3>{told("pendingTitle")}</h3>
          <p>{told("pendingHelp")}</p>
          <RecordLinks records={pending} />
        </div>
      )}
      {!isOwn && pending.length === 0 && (
        <button type="button" class="button" disabled={running} onClick={approve}>
          {told("approve")}
        </button>
      )}
      <div class="divided">
        <h3>{told("returnTitle")}</h3>
        <p class="help">{told("returnHelp")}</p>
        {SECTION_IDS.map((section) => (
          <SectionReason
            key={section}
            section={section}
            reason={kept[section]}
            onChange={(reason) => keep({ [section]: reason })}
          />
        ))}
        <TextField
          words={{
            ...{ id: "reason-general", label: told("reasonGeneral") },
            error: tried && !hasReason ? told("reasonMissing") : undefined,
          }}
          value={kept.general ?? ""}
          onChange={(general) => keep({ general })}
          long
        />
        <button type="button" class="button secondary" disabled={running} onClick={giveBack}>
          {told("giveBack")}
        </button>
      </div>
    </section>
  );
}

interface SectionProps {
  readonly section: ReportSection;
  readonly reason: string | undefined;
  readonly onChange: (reason: string) => void;
}

/** Folded while nothing is asked of the part. */
function SectionReason({ section, reason, onChange }: SectionProps) {
  const templates = REASON_TEMPLATES[section];
  const name = told(section);
  return (
    <details class="section-reason" open={isWritten(reason)}>
      <summary>{name}</summary>
      <Select
        words={{ id: `template-${section}`, label: told("template") }}
        blank={told("templateChoose")}
        options={templates.map((text, index) => ({ id: `${index}`, label: text }))}
        value=""
        onChange={(chosen) => {
          const text = templates[Number(chosen)];
          if (chosen !== "" && text) onChange(isWritten(reason) ? `${reason}\n${text}` : text);
        }}
      />
      <TextField
        words={{ id: `reason-${section}`, label: told("reasonOf", { section: name }) }}
        value={reason ?? ""}
        onChange={(text) => onChange([...text].slice(0, LIMITS.sectionReason).join(""))}
        long
      />
    </details>
  );
}
