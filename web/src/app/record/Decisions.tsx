/** The decisions that a session's approved minutes record; the Office enters them. */

import { collection, query, where } from "firebase/firestore/lite";
import { useState } from "preact/hooks";
import { isDay } from "#domain/calendar.ts";
import { decisionSchema } from "#domain/decision.ts";
import { formatDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { isOffice } from "#domain/record/states.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Select, TextField } from "../../components/fields.tsx";
import { Await, Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { call, newRequestId } from "../../data/call.ts";
import { services } from "../../data/firebase.ts";
import { readQuery } from "../../data/read.ts";
import type { RecordAddress } from "../../data/records.ts";
import { itemOf } from "../../data/reference.ts";
import { dayFromTyped } from "../../forms/parse.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { viewText } from "./viewTexts.ts";

const loadDecisions = (sessionId: string) =>
  readQuery(
    query(collection(services().db, "decisions"), where("sessionId", "==", sessionId)),
    decisionSchema,
  );

export function Decisions({ address, record }: { address: RecordAddress; record: DraftRecord }) {
  const { session, reference } = useApp();
  const [loaded, reload] = useLoaded(`decisions ${address.recordId}`, () => loadDecisions(address.recordId));
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  const isReady =
    record.kind === "session" &&
    record.details.status === "held" &&
    record.details.minutesApprovedOn !== undefined;
  return (
    <section class="panel" aria-labelledby="decisions-title">
      <h2 id="decisions-title" class="panel-title">
        {app("decisions")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(decisions) =>
          decisions.length === 0 ? (
            <p>{viewText("noDecisions")}</p>
          ) : (
            <DataTable
              caption={app("decisions")}
              rows={decisions.toSorted((a, b) =>
                a.data.number.localeCompare(b.data.number, "es", { numeric: true }),
              )}
              rowKey={({ id }) => id}
              columns={[
                { head: viewText("decisionNumber"), rowHead: true, cell: ({ data }) => data.number },
                { head: viewText("decisionText"), cell: ({ data }) => data.text },
                {
                  head: viewText("decisionEntity"),
                  cell: ({ data }) => entityName(data.responsibleEntityId),
                },
                {
                  head: viewText("decisionDue"),
                  cell: ({ data }) => (data.dueOn ? formatDay(data.dueOn, language()) : "–"),
                },
              ]}
            />
          )
        }
      </Await>
      {isOffice(session.actor) &&
        (isReady ? <NewDecision address={address} onSaved={reload} /> : <p>{viewText("sessionNotReady")}</p>)}
    </section>
  );
}

function NewDecision({ address, onSaved }: { address: RecordAddress; onSaved: () => Promise<void> }) {
  const { reference } = useApp();
  const [number, setNumber] = useState("");
  const [text, setText] = useState("");
  const [entityId, setEntity] = useState("");
  const [due, setDue] = useState("");
  const [tried, setTried] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const dueOn = dayFromTyped(due);
  const wrong = {
    number: number.trim() === "" && app("decisionNumberMissing"),
    text: text.trim() === "" && app("decisionTextMissing"),
    entity: entityId === "" && app("decisionEntityMissing"),
    due: due.trim() !== "" && !isDay(dueOn) && app("decisionDueWrong"),
  };
  const errorOf = (key: keyof typeof wrong) => (tried && wrong[key]) || undefined;
  const save = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    void run(async () => {
      await call("saveDecision", {
        sessionEntityId: address.entityId,
        sessionId: address.recordId,
        requestId,
        decision: {
          number: number.trim(),
          text: text.trim(),
          responsibleEntityId: entityId,
          ...(due.trim() !== "" && { dueOn }),
        },
      });
      for (const clear of [setNumber, setText, setEntity, setDue]) clear("");
      setTried(false);
      setRequestId(newRequestId());
      await onSaved();
    });
  };
  return (
    <details>
      <summary>{viewText("newDecision")}</summary>
      <Failure error={error} />
      <TextField
        words={{ id: "decision-number", label: viewText("decisionNumber"), error: errorOf("number") }}
        value={number}
        onChange={setNumber}
        short
      />
      <TextField
        words={{ id: "decision-text", label: viewText("decisionText"), error: errorOf("text") }}
        value={text}
        onChange={setText}
        long
      />
      <Select
        words={{ id: "decision-entity", label: viewText("decisionEntity"), error: errorOf("entity") }}
        options={reference.catalogues.entities
          .filter((item) => item.active)
          .map((item) => ({ id: item.id, label: nameOf(item) }))}
        value={entityId}
        onChange={setEntity}
      />
      <TextField
        words={{
          id: "decision-due",
          label: viewText("decisionDue"),
          help: app("dayHelp"),
          error: errorOf("due"),
          optional: true,
        }}
        value={due}
        onChange={setDue}
        short
      />
      <button type="button" class="button secondary" disabled={running} onClick={save}>
        {app("saveDecision")}
      </button>
    </details>
  );
}
