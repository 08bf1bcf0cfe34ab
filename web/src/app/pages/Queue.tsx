/** What waits for the Office: records sent, the longest first, and amendments proposed. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Await } from "../../components/parts.tsx";
import { loadProposedAmendments, loadQueue } from "../../data/records.ts";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";

export function Queue() {
  const { reference } = useApp();
  const [records, reloadRecords] = useLoaded("queue", loadQueue);
  const [amendments, reloadAmendments] = useLoaded("amendments", loadProposedAmendments);
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  const day = (instant: Date | undefined) => (instant ? formatDay(bogotaDay(instant), language()) : "–");
  return (
    <>
      <h1>{app("queue")}</h1>
      <Await loaded={records} retry={() => void reloadRecords()}>
        {(waiting) =>
          waiting.length === 0 ? (
            <p class="empty">{app("queueEmpty")}</p>
          ) : (
            <DataTable
              caption={app("queue")}
              rows={waiting}
              rowKey={({ path }) => path}
              columns={[
                {
                  head: app("columnTitle"),
                  rowHead: true,
                  cell: ({ id, data }) => (
                    <a href={`/app/registros/${data.entityId}/${id}`}>{data.title ?? app("untitled")}</a>
                  ),
                },
                { head: app("columnKind"), cell: ({ data }) => say(KIND_FORMS[data.kind].name) },
                { head: app("columnEntity"), cell: ({ data }) => entityName(data.entityId) },
                { head: app("columnSent"), cell: ({ data }) => day(data.submittedAt) },
              ]}
            />
          )
        }
      </Await>
      <h2>{app("amendmentsToDecide")}</h2>
      <Await loaded={amendments} retry={() => void reloadAmendments()}>
        {(waiting) =>
          waiting.length === 0 ? (
            <p class="empty">{app("noAmendments")}</p>
          ) : (
            <DataTable
              caption={app("amendmentsToDecide")}
              rows={waiting}
              rowKey={({ path }) => path}
              columns={[
                {
                  head: app("amendWhy"),
                  rowHead: true,
                  cell: ({ data }) => (
                    <a href={`/app/registros/${data.entityId}/${data.recordId}`}>{data.reason}</a>
                  ),
                },
                { head: app("columnEntity"), cell: ({ data }) => entityName(data.entityId) },
                { head: app("columnSent"), cell: ({ data }) => day(data.proposedAt) },
              ]}
            />
          )
        }
      </Await>
    </>
  );
}
