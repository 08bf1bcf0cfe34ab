/** The form of a report that its entity may write: kept as it is written, checked by content, read through, sent. */
import { useRef, useState } from "preact/hooks";
import { requiredSections } from "#domain/halfYear/obligation.ts";
import { type DraftReport, SECTION_IDS } from "#domain/halfYearReport.ts";
import type { Problem } from "#domain/problem.ts";
import { ErrorSummary } from "../../../components/ErrorSummary.tsx";
import { Choices } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { CallError, call, newRequestId } from "../../../data/call.ts";
import type { Stored } from "../../../data/read.ts";
import { DECLARED, type ReportAddress } from "../../../data/reports.ts";
import type { Values } from "../../../forms/values.ts";
import { useApp } from "../../context.ts";
import { SaveStatus } from "../../record/SaveStatus.tsx";
import { Checks } from "./Checks.tsx";
import { GivenFacts } from "./GivenFacts.tsx";
import { forgetReport } from "./localReports.ts";
import { NarrativeField } from "./NarrativeField.tsx";
import { ReportClashes } from "./ReportClashes.tsx";
import { ReportHead } from "./ReportHead.tsx";
import { ReportText, type Said } from "./ReportText.tsx";
import { adviceOn, errorsOf, problemsIn } from "./reportAdvice.ts";
import { type ReportFacts, sentOf } from "./reportFacts.ts";
import { told } from "./texts.ts";
import { useReportDraft } from "./useReportDraft.ts";

interface Props {
  readonly address: ReportAddress;
  readonly stored: Stored<DraftReport> | undefined;
  readonly facts: ReportFacts;
  readonly onSent: () => void;
}

const saidIn = (values: Values): Said => ({
  ...Object.fromEntries(SECTION_IDS.map((section) => [section, values[section]])),
  nothingToReport: values.nothingToReport === DECLARED,
});

export function EditReport({ address, stored, facts, onSent }: Props) {
  const { session } = useApp();
  const keeper = useReportDraft(stored, address);
  const said = saidIn(keeper.draft.values);
  const [refused, tell] = useState<{ problems: readonly Problem[]; attempt: number }>({
    problems: [],
    attempt: 0,
  });
  const [previewing, preview] = useState(false);
  const request = useRef({ version: 0, id: "" });
  const { running, error, run } = useAct();
  const hasBegun = keeper.draft.version > 0 || keeper.state !== "untouched";
  const found = problemsIn(said, facts, address);
  const errors = errorsOf(refused.problems);
  const errorAt = (path: string) => errors.find(({ id }) => id === path)?.message;
  const review = stored?.data.state === "returned" ? stored.data.review : undefined;
  const required = requiredSections(facts.obligation, address.entityId);

  const refuse = (problems: readonly Problem[]) => {
    preview(false);
    tell(({ attempt }) => ({ problems, attempt: attempt + 1 }));
  };

  const change = (path: string, value: string | undefined) => {
    tell(({ problems, attempt }) => ({ problems: problems.filter((one) => one.path !== path), attempt }));
    keeper.change(path, value);
  };

  const send = async () => {
    if (found.length > 0) return refuse(found);
    await run(async () => {
      if (!(await keeper.flush())) return;
      const { version } = keeper.draft;
      // One id for each version, so that a second click or a retry after a lost answer sends nothing twice.
      if (request.current.version !== version) request.current = { version, id: newRequestId() };
      try {
        await call("submitReport", { ...address, version, requestId: request.current.id });
      } catch (refusal) {
        if (refusal instanceof CallError && refusal.problems.length > 0) return refuse(refusal.problems);
        throw refusal;
      }
      forgetReport(session.actor.uid, address);
      onSent();
    });
  };

  const head = (
    <ReportHead
      address={address}
      report={stored?.data}
      obligation={facts.obligation}
      above={{ href: "/app/informe", name: told("myReports") }}
    >
      <ErrorSummary errors={errors} attempt={refused.attempt} />
    </ReportHead>
  );
  const bar = (
    <>
      <Failure error={error} />
      <div class="action-bar">
        <button type="submit" class="button" disabled={running}>
          {told(review ? "sendAgain" : "send")}
        </button>
        <button type="button" class="button secondary" onClick={() => preview(!previewing)}>
          {told(previewing ? "writeOn" : "preview")}
        </button>
        <SaveStatus keeper={keeper} />
      </div>
    </>
  );
  const submit = (event: Event) => {
    event.preventDefault();
    void send();
  };
  if (previewing)
    return (
      <form class="record-form" noValidate onSubmit={submit}>
        {head}
        <p class="overline">{told("previewTitle")}</p>
        <ReportText said={said} facts={sentOf(facts)} periodId={address.periodId} />
        {bar}
      </form>
    );
  return (
    <form class="record-form" noValidate onSubmit={submit}>
      {head}
      {review && (
        <div class="notice returned">
          <p>
            <strong>{told("returnedTitle")}</strong>
          </p>
          {review.reason && <p>«{review.reason}»</p>}
          {review.sectionReasons && (
            <p>
              {told("returnedSections", {
                sections: SECTION_IDS.filter((id) => review.sectionReasons?.[id])
                  .map((id) => told(id))
                  .join(", "),
              })}
            </p>
          )}
        </div>
      )}
      <ReportClashes keeper={keeper} />
      <section class="group" aria-labelledby="given">
        <h2 id="given">{told("given")}</h2>
        <p class="help">{told("givenHelp")}</p>
        <GivenFacts facts={facts} periodId={address.periodId} />
      </section>
      <section class="group" aria-labelledby="narrative">
        <h2 id="narrative">{told("narrative")}</h2>
        <p class="help">{told("narrativeHelp")}</p>
        <Choices
          words={{
            ...{ id: "nothingToReport", label: told("declare"), help: told("declareHelp") },
            error: errorAt("nothingToReport"),
          }}
          options={[
            { id: "no", label: told("declareNo") },
            { id: DECLARED, label: told("declareYes") },
          ]}
          chosen={said.nothingToReport ? [DECLARED] : hasBegun ? ["no"] : []}
          onChange={([answer]) => change("nothingToReport", answer === DECLARED ? DECLARED : undefined)}
        />
        {SECTION_IDS.filter((section) => !said.nothingToReport || said[section]).map((section) => (
          <NarrativeField
            key={section}
            section={section}
            text={said[section] ?? ""}
            isRequired={required.includes(section)}
            reason={review?.sectionReasons?.[section]}
            error={errorAt(section)}
            onChange={(text) => change(section, text)}
          />
        ))}
        {said.nothingToReport && SECTION_IDS.some((section) => said[section]) && (
          <p class="note">{told("declareKept")}</p>
        )}
      </section>
      <Checks missing={errorsOf(found)} advice={adviceOn(facts, address.periodId)} />
      {bar}
    </form>
  );
}
