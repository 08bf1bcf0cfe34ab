/** One row an entity, leading to its records of the year; one column a half-year, each state leading to the report. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay, formatPeriod } from "#domain/format.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import { writesFor } from "#domain/record/states.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { saveFile } from "../../../data/saveFile.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { ReportStatusTag } from "../halfYear/ReportStatusTag.tsx";
import { viewAddress } from "../views/viewQuery.ts";
import { scoreCsv } from "./scoreCsv.ts";
import type { ScoreCell, ScoreRow } from "./scorecardRows.ts";
import { told } from "./texts.ts";

interface Props {
  readonly rows: readonly ScoreRow[];
  readonly obligations: readonly Obligation[];
  /** Entities before they are filtered by state. */
  readonly total: number;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function ScoreTable({ rows, obligations, total }: Props) {
  const { reference } = useApp();
  const period = obligations[0]?.periodId.slice(0, 4);
  const year = period === undefined ? {} : { period };
  const download = () =>
    saveFile(
      new Blob([scoreCsv(rows, reference.catalogues.sectors)], { type: "text/csv;charset=utf-8" }),
      `${told("csvFile")}-${bogotaDay(new Date())}.csv`,
    );
  return (
    <>
      <p role="status">{told("shown", { shown: rows.length, all: total })}</p>
      {rows.length === 0 ? (
        <p class="empty">{told("none")}</p>
      ) : (
        <>
          <div class="score-table">
            <DataTable
              caption={told("perEntity")}
              rows={rows}
              rowKey={({ entity }) => entity.id}
              columns={[
                {
                  head: told("columnEntity"),
                  rowHead: true,
                  cell: ({ entity }) => (
                    <a href={viewAddress({ by: "kind", filters: { entity: entity.id }, ...year })}>
                      {nameOf(entity)}
                    </a>
                  ),
                },
                ...obligations.map(({ periodId }, index) => ({
                  head: capital(formatPeriod(periodId, language())),
                  cell: ({ entity, cells }: ScoreRow) => {
                    const cell = cells[index];
                    return cell && <Cell entityId={entity.id} cell={cell} />;
                  },
                })),
              ]}
            />
          </div>
          <button type="button" class="button secondary" onClick={download}>
            {told("exportCsv")}
          </button>
        </>
      )}
    </>
  );
}

function Cell({ entityId, cell }: { entityId: string; cell: ScoreCell }) {
  const { session } = useApp();
  const { periodId, status, standing, dueOn, isExtended } = cell;
  const tag = <ReportStatusTag status={status} />;
  const isOwn = writesFor(session.actor, entityId);
  const isSent = standing !== undefined && standing.state !== "draft";
  const page =
    isSent && hasRole(session, "office", "admin") ? "informes-semestrales" : isOwn ? "informe" : undefined;
  return (
    <>
      {page ? (
        <a class="score-link" href={`/app/${page}/${entityId}/${periodId}`}>
          {tag}
        </a>
      ) : (
        tag
      )}
      {isExtended && (
        <span class="row-note">{told("extendedTo", { day: formatDay(dueOn, language()) })}</span>
      )}
    </>
  );
}
