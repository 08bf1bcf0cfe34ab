/** The records of one's entities, the returned ones first, by state. */
import { useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { STATES, type State } from "#domain/record/states.ts";
import { Await } from "../../components/parts.tsx";
import type { Stored } from "../../data/read.ts";
import { loadEntityRecords } from "../../data/records.ts";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { nameOf, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";
import { keptDrafts, type LocalDraft } from "../record/localDrafts.ts";
import { useLoaded } from "../useLoaded.ts";
import { RecordTable } from "./RecordTable.tsx";

const ReportBanner = lazily(async () => (await import("./halfYear/ReportBanner.tsx")).ReportBanner);
const MergesToConfirm = lazily(
  async () => (await import("./duplicates/MergesToConfirm.tsx")).MergesToConfirm,
);

const WaitingForEntity = lazily(async () => (await import("./review/WaitingForEntity.tsx")).WaitingForEntity);

/** What waits for the person comes first. */
const ORDER: readonly State[] = ["returned", "draft", "submitted", "approved", "withdrawn"];

export function MyRecords() {
  const { session, reference } = useApp();
  const { entityIds, uid } = session.actor;
  const [loaded, reload] = useLoaded(entityIds.join(), async () =>
    (await Promise.all(entityIds.map(loadEntityRecords))).flat(),
  );
  const entities = entityIds.map((id) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  });
  return (
    <>
      <div class="title-row">
        <div>
          <h1>{app("myRecords")}</h1>
          <p class="note">{entities.join(" · ")}</p>
        </div>
        <div class="actions">
          <a class="button" href="/app/registros/nuevo">
            {app("newRecord")}
          </a>
          <a class="button secondary" href="/app/nota">
            {app("quickNote")}
          </a>
          <a class="standalone" href="/app/importar">
            {app("bringSheet")}
          </a>
        </div>
      </div>
      <ReportBanner />
      <MergesToConfirm entityIds={entityIds} />
      <WaitingForEntity entityIds={entityIds} />
      <LocalOnly drafts={keptDrafts(uid).filter(({ version }) => version === 0)} />
      <Await loaded={loaded} retry={() => void reload()}>
        {(records) => <ByState records={records} />}
      </Await>
    </>
  );
}

function ByState({ records }: { records: readonly Stored<DraftRecord>[] }) {
  const [chosen, choose] = useState<State | "all">("all");
  const count = (state: State) => records.filter(({ data }) => data.state === state).length;
  const shown = records
    .filter(({ data }) => chosen === "all" || data.state === chosen)
    .toSorted((a, b) => ORDER.indexOf(a.data.state) - ORDER.indexOf(b.data.state));
  if (records.length === 0) return <p class="empty">{app("noRecordsYet")}</p>;
  return (
    <>
      <fieldset class="filters">
        <legend class="visually-hidden">{app("filterByState")}</legend>
        {(["all", ...ORDER.filter((state) => STATES.includes(state))] as const).map((state) => (
          <button
            key={state}
            type="button"
            class="filter"
            aria-pressed={chosen === state}
            onClick={() => choose(state)}
          >
            {app(state === "all" ? "state_all" : `state_${state}`)}{" "}
            <span class="count">{state === "all" ? records.length : count(state)}</span>
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="empty">{app("noneInState")}</p>}
      <RecordTable caption={app("myRecords")} records={shown} />
    </>
  );
}

/** Drafts that have not reached Bitácora yet. */
function LocalOnly({ drafts }: { drafts: readonly LocalDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <section class="notice">
      <h2>{app("onlyHere")}</h2>
      <ul>
        {drafts.map(({ kind, entityId, recordId, values }) => (
          <li key={recordId}>
            <a href={`/app/registros/nuevo/${kind}/${entityId}/${recordId}`}>
              {String(values.title ?? app("untitled"))}
            </a>{" "}
            ({say(KIND_FORMS[kind].name)})
          </li>
        ))}
      </ul>
    </section>
  );
}
