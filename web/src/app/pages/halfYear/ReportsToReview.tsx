/** The half-year reports that entities have sent, as the Office takes them up: from one document for each half-year. */

import { OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import { formatDay, formatPeriod } from "#domain/format.ts";
import { dueOnOf, type Obligation } from "#domain/halfYear/obligation.ts";
import { type Standing, type Standings, statusIn } from "#domain/halfYear/standings.ts";
import { writesFor } from "#domain/record/states.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadObligations, loadStandings } from "../../../data/obligations.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go, useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { ReportStatusTag } from "./ReportStatusTag.tsx";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

const FILTERS = ["submitted", "returned", "approved"] as const;
type Filter = (typeof FILTERS)[number];

export function ReportsToReview() {
  const { session } = useApp();
  const [loaded, reload] = useLoaded("reports", async () => ({
    obligations: await loadObligations(),
    standings: await loadStandings(),
  }));
  return (
    <>
      <h1>{told("toReview")}</h1>
      <p class="lead">{told("toReviewHelp")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ obligations, standings }) => <Filed rows={rowsOf(obligations, standings)} />}
      </Await>
      {writesFor(session.actor, OFFICE_ENTITY_ID) && (
        <p class="note">
          {told("ownReports")} <a href="/app/informe">{told("ownReportsLink")}</a>
        </p>
      )}
    </>
  );
}

interface Row {
  readonly entityId: string;
  readonly periodId: string;
  readonly dueOn: string;
  readonly standing: Standing;
  readonly status: ReturnType<typeof statusIn>;
}

/** The one that has waited longest first. */
const rowsOf = (obligations: readonly Obligation[], standings: ReadonlyMap<string, Standings>): Row[] =>
  obligations
    .flatMap((obligation) => {
      const { periodId } = obligation;
      const ofPeriod = standings.get(periodId);
      return Object.entries(ofPeriod?.entities ?? {}).map(([entityId, standing]) => ({
        ...{ entityId, periodId, standing, dueOn: dueOnOf(obligation, entityId) },
        status: statusIn(obligation, ofPeriod, entityId),
      }));
    })
    .toSorted((a, b) => (a.standing.submittedOn ?? "").localeCompare(b.standing.submittedOn ?? ""));

function Filed({ rows }: { rows: readonly Row[] }) {
  const { reference } = useApp();
  const query = useQuery();
  const chosen = FILTERS.find((one) => one === query.get("estado")) ?? "submitted";
  const inState = (filter: Filter) => rows.filter(({ standing }) => standing.state === filter);
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  const shown = inState(chosen);
  return (
    <>
      <fieldset class="filters">
        <legend class="visually-hidden">{told("filterLabel")}</legend>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            class="filter"
            aria-pressed={chosen === filter}
            onClick={() => go(`/app/informes-semestrales?estado=${filter}`, { replace: true })}
          >
            {told(`filter_${filter}`)} <span class="count">{inState(filter).length}</span>
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p class="empty">{told(`toReviewNone_${chosen}`)}</p>
      ) : (
        <DataTable
          caption={told("toReview")}
          rows={shown}
          rowKey={({ entityId, periodId }) => `${entityId}/${periodId}`}
          columns={[
            {
              head: told("columnEntity"),
              rowHead: true,
              cell: ({ entityId, periodId }) => (
                <a href={`/app/informes-semestrales/${entityId}/${periodId}`}>{entityName(entityId)}</a>
              ),
            },
            {
              head: told("columnPeriod"),
              cell: ({ periodId }) => formatPeriod(periodId, language()),
            },
            {
              head: told("columnSentOn"),
              cell: ({ standing: { submittedOn } }) =>
                submittedOn ? formatDay(submittedOn, language()) : "–",
            },
            { head: told("columnDue"), cell: ({ dueOn }) => formatDay(dueOn, language()) },
            { head: told("columnState"), cell: ({ status }) => <ReportStatusTag status={status} /> },
          ]}
        />
      )}
    </>
  );
}
