/** The decisions of both bodies: which are open, overdue or closed, and who answers for them. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Select } from "../../../components/fields.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadDecisions } from "../../../data/decisions.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go, useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { decisionStanding } from "./decisionStanding.ts";
import { text } from "./texts.ts";

const SHOWN = ["open", "late", "closed", "all"] as const;

export function Decisions() {
  const { session, reference } = useApp();
  const [loaded, reload] = useLoaded("decisions", () => loadDecisions(session));
  const query = useQuery();
  const show = SHOWN.find((known) => known === query.get("estado")) ?? "open";
  const entityId = query.get("entidad") ?? "";
  const { entities } = reference.catalogues;
  const entityName = (id: string) => {
    const entity = itemOf(entities, id);
    return entity ? nameOf(entity) : id;
  };
  const narrow = (next: { estado?: string; entidad?: string }) => {
    const address = new URLSearchParams({ estado: show, entidad: entityId, ...next });
    go(`/app/decisiones?${address}`, { replace: true });
  };
  const today = bogotaDay(new Date());
  return (
    <>
      <h1>{text("decisions")}</h1>
      <p class="lead">{text("help")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(decisions) => {
          const rows = decisions
            .map((decision) => ({ ...decision, standing: decisionStanding(decision.data, today) }))
            .filter(
              ({ data, standing }) =>
                (entityId === "" || data.responsibleEntityId === entityId) &&
                (show === "all" || standing === show || (show === "open" && standing === "late")),
            );
          const responsible = new Set(decisions.map(({ data }) => data.responsibleEntityId));
          return (
            <>
              <div class="filters wide">
                <Select
                  words={{ id: "show", label: text("show") }}
                  options={SHOWN.map((id) => ({ id, label: text(`show_${id}`) }))}
                  value={show}
                  blank={text("show_open")}
                  onChange={(estado) => narrow({ estado })}
                />
                <Select
                  words={{ id: "entity", label: text("entity") }}
                  options={entities
                    .filter(({ id }) => responsible.has(id))
                    .map((entity) => ({ id: entity.id, label: nameOf(entity) }))}
                  value={entityId}
                  blank={text("everyEntity")}
                  onChange={(entidad) => narrow({ entidad })}
                />
              </div>
              <p role="status">{rows.length === 0 ? text("none") : text("count", { count: rows.length })}</p>
              {rows.length > 0 && (
                <DataTable
                  caption={text("decisions")}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      head: text("columnDecision"),
                      rowHead: true,
                      cell: ({ id, data }) => <a href={`/app/decisiones/${id}`}>{data.text}</a>,
                    },
                    { head: text("entity"), cell: ({ data }) => entityName(data.responsibleEntityId) },
                    { head: text("columnTaken"), cell: ({ data }) => formatDay(data.decidedOn, language()) },
                    {
                      head: text("columnDue"),
                      cell: ({ data }) => (data.dueOn ? formatDay(data.dueOn, language()) : "–"),
                    },
                    { head: text("columnStatus"), cell: ({ standing }) => text(`status_${standing}`) },
                  ]}
                />
              )}
            </>
          );
        }}
      </Await>
    </>
  );
}
