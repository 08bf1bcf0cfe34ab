/** The half-year reports of one's entities: the one to do now first, then all. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay, formatPeriod } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await } from "../../../components/parts.tsx";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { dueWords } from "./dueWords.ts";
import { loadOwnReports, mostPressing, type OwnReport } from "./ownReports.ts";
import { ReportStatusTag } from "./ReportStatusTag.tsx";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

export function MyReports() {
  const { session } = useApp();
  const { entityIds } = session.actor;
  const [loaded, reload] = useLoaded(entityIds.join(), () => loadOwnReports(entityIds));
  return (
    <>
      <h1>{told("myReports")}</h1>
      <p class="lead">{told("myReportsHelp")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(reports) => <Reports reports={reports} />}
      </Await>
    </>
  );
}

const addressOf = ({ entityId, periodId }: OwnReport): string => `/app/informe/${entityId}/${periodId}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function useEntityName(): (id: string) => string {
  const { reference } = useApp();
  return (id) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
}

function Reports({ reports }: { reports: readonly OwnReport[] }) {
  const { session } = useApp();
  const entityName = useEntityName();
  const today = bogotaDay(new Date());
  const first = mostPressing(reports, today);
  const severalEntities = session.actor.entityIds.length > 1;
  return (
    <>
      {first ? <Now report={first} /> : <p class="empty">{told("noneOwed")}</p>}
      <h2>{told("allReports")}</h2>
      <DataTable
        caption={told("allReports")}
        rows={reports}
        rowKey={addressOf}
        columns={[
          {
            head: told("columnPeriod"),
            rowHead: true,
            cell: (report) => (
              <a href={addressOf(report)}>{capital(formatPeriod(report.periodId, language()))}</a>
            ),
          },
          ...(severalEntities
            ? [{ head: told("columnEntity"), cell: ({ entityId }: OwnReport) => entityName(entityId) }]
            : []),
          { head: told("columnDue"), cell: ({ dueOn }) => formatDay(dueOn, language()) },
          {
            head: told("columnSentOn"),
            cell: ({ report }) =>
              report?.submittedAt ? formatDay(bogotaDay(report.submittedAt), language()) : "–",
          },
          { head: told("columnState"), cell: ({ status }) => <ReportStatusTag status={status} /> },
        ]}
      />
    </>
  );
}

/** What to do now. */
function Now({ report }: { report: OwnReport }) {
  const entityName = useEntityName();
  const { entityId, periodId, dueOn, status, extensionReason } = report;
  const act = status === "returned" ? "correct" : status === "not-started" ? "start" : "goOn";
  return (
    <section class={status === "returned" ? "notice returned" : "notice"} aria-labelledby="now">
      <h2 id="now">{told("reportOf", { period: formatPeriod(periodId, language()) })}</h2>
      <p>{entityName(entityId)}</p>
      <p>
        <strong>{dueWords(dueOn, bogotaDay(new Date()))}</strong>
      </p>
      {extensionReason !== undefined && (
        <p>{told("extended", { day: formatDay(dueOn, language()), reason: extensionReason })}</p>
      )}
      <p>
        <ReportStatusTag status={status} />
      </p>
      <a class="button" href={addressOf(report)}>
        {told(act)}
      </a>
    </section>
  );
}
