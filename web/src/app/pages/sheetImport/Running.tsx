/** An import under way, stopped, or done. */
import { formatPercent } from "#domain/format.ts";
import { Failure } from "../../../components/parts.tsx";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import type { JobRow, Outcome } from "../../../import/run/ImportJob.ts";
import type { ImportRun } from "../../../import/run/ImportRun.ts";
import { told } from "./texts.ts";
export const progressWords = (done: number, total: number): string =>
  told("progress", {
    ...{ done: wholeNumber(done), total: wholeNumber(total) },
    percent: formatPercent(total === 0 ? 1 : Math.floor((100 * done) / total) / 100, language()),
  });

/** A bar with the number in words; a screen reader hears of each tenth. */
export function ImportProgress({ done, total, label }: { done: number; total: number; label: string }) {
  const tenth = total === 0 ? 0 : Math.floor((10 * done) / total);
  return (
    <div class="import-progress">
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      <p>{progressWords(done, total)}</p>
      <p class="visually-hidden" role="status">
        {progressWords(Math.floor((tenth * total) / 10), total)}
      </p>
    </div>
  );
}

interface Props {
  readonly run: ImportRun;
  readonly resume: () => void;
  readonly discard: () => void;
  readonly another: () => void;
}

export function Running({ run, resume, discard, another }: Props) {
  const { state, job, done } = run;
  const total = job.rows.length;
  if (state === "done") return <Done run={run} another={another} />;
  const isOver = state === "stopped" || state === "failed";
  return (
    <section class="sheet-run">
      <h2>
        {told(state === "failed" ? "failedTitle" : state === "stopped" ? "stoppedTitle" : "runningTitle")}
      </h2>
      <ImportProgress done={done} total={total} label={told("runningTitle")} />
      {state === "failed" && <Failure error={run.error} />}
      {isOver ? (
        <>
          <p>{told("stopped", { done: wholeNumber(done), total: wholeNumber(total) })}</p>
          <div class="actions">
            <button type="button" class="button" onClick={resume}>
              {told("resume")}
            </button>
            <button type="button" class="button secondary" onClick={discard}>
              {told("discard")}
            </button>
          </div>
        </>
      ) : (
        <>
          <p role="status" class={state === "waiting" ? "bad-words" : undefined}>
            {told(state === "waiting" ? "waiting" : state === "stopping" ? "stopping" : "runningHelp")}
          </p>
          <button
            type="button"
            class="button secondary"
            disabled={state === "stopping"}
            onClick={() => run.stop()}
          >
            {told("stop")}
          </button>
        </>
      )}
    </section>
  );
}

function Done({ run, another }: { run: ImportRun; another: () => void }) {
  const { job, outcomes } = run;
  const all = job.rows.map((row) => ({ row, outcome: outcomes[row.recordId] }));
  const count = (state: Outcome["state"]) => all.filter(({ outcome }) => outcome?.state === state).length;
  const wanting = all.flatMap(({ row, outcome }) =>
    outcome?.state === "refused" || (outcome?.state === "draft" && outcome.files) ? [{ row, outcome }] : [],
  );
  const sent = count("sent");
  const drafts = count("draft");
  return (
    <section class="sheet-run">
      <div class="notice good" role="status">
        <h2>{told("doneTitle")}</h2>
        {sent > 0 && (
          <p>{sent === 1 ? told("doneSentOne") : told("doneSent", { count: wholeNumber(sent) })}</p>
        )}
        {drafts > 0 && (
          <p>{drafts === 1 ? told("doneDraftOne") : told("doneDraft", { count: wholeNumber(drafts) })}</p>
        )}
      </div>
      {wanting.length > 0 && (
        <>
          <p>{told("doneNotAll")}</p>
          <ul class="faulty-rows">
            {wanting.slice(0, 200).map(({ row, outcome }) => (
              <li key={row.recordId}>
                <a href={`/app/registros/${job.entityId}/${row.recordId}`}>
                  {String(row.values.title ?? "")}
                </a>
                : {outcomeWords(row, outcome)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <a class="button" href="/app/registros">
          {told("seeRecords")}
        </a>
        <button type="button" class="button secondary" onClick={another}>
          {told("another")}
        </button>
      </div>
    </section>
  );
}

function outcomeWords({ files }: JobRow, outcome: Outcome): string {
  if (outcome.state === "draft") return told("doneFiles", { files: (outcome.files ?? files).join(", ") });
  if (outcome.state === "sent") return "";
  if (outcome.problems) return app("refusedProblems", { fields: outcome.problems.length });
  return told(outcome.reason === "not-written" ? "notWritten" : "doneReason");
}
