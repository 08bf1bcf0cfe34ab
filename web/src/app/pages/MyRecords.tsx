/** The records of one's entities: what waits for the person first, and what has not reached Bitácora yet. */
import { useEffect, useReducer } from "preact/hooks";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { nameOf, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";
import { keptDrafts, type LocalDraft, onDrafts } from "../record/localDrafts.ts";

const ReportBanner = lazily(async () => (await import("./halfYear/ReportBanner.tsx")).ReportBanner);
const MergesToConfirm = lazily(
  async () => (await import("./duplicates/MergesToConfirm.tsx")).MergesToConfirm,
);
const WaitingForEntity = lazily(async () => (await import("./review/WaitingForEntity.tsx")).WaitingForEntity);
const RecordList = lazily(async () => (await import("../list/RecordList.tsx")).RecordList);

export function MyRecords() {
  const { session, reference } = useApp();
  const { entityIds, uid } = session.actor;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onDrafts(() => draw(0)), []);
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
      <RecordList
        caption={app("myRecords")}
        belongs={({ entityId }) => entityIds.includes(entityId)}
        isOwn
        empty={<p class="empty">{app("noRecordsYet")}</p>}
      />
      <p>
        <a href="/app/registros/todos">{app("searchAll")}</a>
      </p>
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
