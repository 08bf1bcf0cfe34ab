/** Which part of the scorecard is shown; it stands in the address, so that a view can be sent as a link. */
import { yearOf } from "#domain/calendar.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import { REPORT_STATUSES } from "#domain/halfYearReport.ts";
import { Select } from "../../../components/fields.tsx";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go, useQuery } from "../../router.ts";
import { told as ofReports } from "../halfYear/texts.ts";
import type { ScoreFilter } from "./scorecardRows.ts";
import { told } from "./texts.ts";

/** In the address: no year would be this one. */
const EVERY_YEAR = "todos";

interface Props {
  readonly obligations: readonly Obligation[];
  readonly filter: ScoreFilter;
}

export function ScoreFilters({ obligations, filter }: Props) {
  const { reference } = useApp();
  const query = useQuery();
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value === "") next.delete(name);
    else next.set(name, value);
    go(`/app/seguimiento?${next}`, { replace: true });
  };
  const years = [...new Set(obligations.map(({ periodId }) => yearOf(periodId)))];
  return (
    <div class="filters wide">
      <Select
        words={{ id: "year", label: told("year") }}
        blank={told("allYears")}
        options={years.map((year) => ({ id: `${year}`, label: `${year}` }))}
        value={filter.year === undefined ? "" : `${filter.year}`}
        onChange={(year) => choose("anio", year === "" ? EVERY_YEAR : year)}
      />
      <Select
        words={{ id: "sector", label: told("sector") }}
        blank={told("allSectors")}
        options={reference.catalogues.sectors.map((sector) => ({ id: sector.id, label: nameOf(sector) }))}
        value={filter.sectorId ?? ""}
        onChange={(sector) => choose("sector", sector)}
      />
      <Select
        words={{ id: "status", label: told("status") }}
        blank={told("allStatuses")}
        options={REPORT_STATUSES.map((status) => ({ id: status, label: ofReports(`status_${status}`) }))}
        value={filter.status ?? ""}
        onChange={(status) => choose("estado", status)}
      />
    </div>
  );
}
