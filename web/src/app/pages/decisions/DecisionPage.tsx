/** One decision: what was agreed, how it goes, and what its entity and the Office do about it. */
import { useRef, useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import type { DECISION_STEPS, Decision } from "#domain/decision.ts";
import { formatDay, formatLongDay } from "#domain/format.ts";
import { isOffice, writesFor } from "#domain/record/states.ts";
import { TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { type FollowedDecision, followDecision, loadDecision } from "../../../data/decisions.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { decisionStanding } from "./decisionStanding.ts";
import { text } from "./texts.ts";

export function DecisionPage({ decisionId }: { decisionId: string }) {
  const [loaded, reload] = useLoaded(`decision ${decisionId}`, () => loadDecision(decisionId));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) =>
        found ? (
          <Followed key={found.decision.version} id={decisionId} {...found} reload={reload} />
        ) : (
          <NotFound />
        )
      }
    </Await>
  );
}

function Followed({
  id,
  decision,
  entries,
  reload,
}: FollowedDecision & { id: string; reload: () => Promise<void> }) {
  const { session, reference } = useApp();
  const entity = itemOf(reference.catalogues.entities, decision.responsibleEntityId);
  const standing = decisionStanding(decision, bogotaDay(new Date()));
  const office = isOffice(session.actor);
  const answers = office || writesFor(session.actor, decision.responsibleEntityId);
  const title = text("title", { number: decision.number });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/decisiones", name: text("decisions") }, { name: title }]} />
      <p class="note">
        {text("takenBy", {
          body: text(`body_${decision.body}`),
          day: formatLongDay(decision.decidedOn, language()),
        })}
      </p>
      <h1>{title}</h1>
      <p class="lead">{decision.text}</p>
      <p>
        <strong>{text(`status_${standing}`)}</strong> {entity ? nameOf(entity) : decision.responsibleEntityId}
        . {dueWords(decision)}
      </p>
      {office && (
        <p>
          <a href={`/app/registros/${decision.sessionEntityId}/${decision.sessionId}`}>
            {text("openSession")}
          </a>
        </p>
      )}
      {standing === "withdrawn" && <p class="notice bad">{text("withdrawn")}</p>}
      <section class="apart">
        <h2>{text("latest")}</h2>
        <p>{decision.progress ?? text("noProgress")}</p>
      </section>
      {standing !== "withdrawn" && decision.status === "open" && answers && (
        <Act id={id} version={decision.version} step="progress" onDone={reload} />
      )}
      {standing !== "withdrawn" && office && (
        <Act
          id={id}
          version={decision.version}
          step={decision.status === "open" ? "close" : "reopen"}
          onDone={reload}
        />
      )}
      <section class="apart">
        <h2>{text("trail")}</h2>
        <ol class="history">
          {entries.map((entry) => (
            <li key={entry.version}>
              <p>
                <strong>{text(`acted_${entry.action}`)}</strong> {formatDay(bogotaDay(entry.at), language())}{" "}
                {timeOf(entry.at)} · {entry.byName}
              </p>
              {entry.reason && <p>{entry.reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function dueWords({ dueOn, closedOn }: Decision): string {
  if (closedOn) return text("closedOn", { day: formatLongDay(closedOn, language()) });
  return dueOn ? text("due", { day: formatLongDay(dueOn, language()) }) : text("noDue");
}

interface ActProps {
  readonly id: string;
  readonly version: number;
  readonly step: (typeof DECISION_STEPS)[number];
  readonly onDone: () => Promise<void>;
}

const WORDS = {
  progress: { title: "tellProgress", note: "progressNote", act: "progressDo" },
  close: { title: "close", note: "closeNote", act: "closeDo" },
  reopen: { title: "reopen", note: "reopenNote", act: "reopenDo" },
} as const;

function Act({ id, version, step, onDone }: ActProps) {
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const request = useRef(newRequestId());
  const { running, error, run } = useAct();
  const words = WORDS[step];
  const isMissing = note.trim() === "";
  const save = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) {
      document.getElementById(`${step}-note`)?.focus();
      return;
    }
    void run(async () => {
      await followDecision({ requestId: request.current, decisionId: id, version, step, note });
      await onDone();
    });
  };
  return (
    <form class="narrow apart" onSubmit={save} noValidate>
      <h2>{text(words.title)}</h2>
      <TextField
        words={{
          id: `${step}-note`,
          label: text(words.note),
          help: step === "progress" ? text("progressHelp") : undefined,
          error: tried && isMissing ? text("noteMissing") : undefined,
        }}
        value={note}
        onChange={setNote}
        long
      />
      <Failure error={error} />
      <button type="submit" class={step === "progress" ? "button" : "button secondary"} disabled={running}>
        {text(words.act)}
      </button>
    </form>
  );
}
