/** The records behind a figure, one by row: when, what, of whom, with whom, and what it adds where that is not one. */

import type { EvidenceRow } from "#domain/evidenceList.ts";
import { formatDay } from "#domain/format.ts";
import type { Indicator } from "#domain/indicator.ts";
import { KINDS } from "#domain/record/kinds.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { itemOf } from "../../data/reference.ts";
import { countryName } from "../../forms/countries.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { addsWords } from "../../indicators/addsWords.ts";
import { timeName } from "../../indicators/timeWords.ts";
import { useApp } from "../context.ts";
import { figureText } from "./texts.ts";

interface Props {
  readonly indicator: Indicator;
  readonly rows: readonly EvidenceRow[];
  readonly caption: string;
}

/** Of records their kind's name; decisions and editions are no records. */
function kindName(kind: string): string {
  const known = KINDS.find((one) => one === kind);
  if (known) return say(KIND_FORMS[known].name);
  return kind === "editions"
    ? figureText("kindEdition")
    : kind === "decisions"
      ? figureText("kindDecision")
      : "";
}

/** Of what others have sent, the month alone is known. */
const dayName = (on: string): string => (on.length === 7 ? timeName(on) : formatDay(on, language()));

export function EvidenceTable({ indicator, rows, caption }: Props) {
  const { reference } = useApp();
  const entityName = ({ entityId, entity }: EvidenceRow) => {
    const item = itemOf(reference.catalogues.entities, entityId);
    return item ? nameOf(item) : entity;
  };
  const adds = (row: EvidenceRow) => addsWords(indicator, row.adds);
  const columns: Column<EvidenceRow>[] = [
    {
      head: app("columnTitle"),
      rowHead: true,
      cell: (row) => (
        <>
          <Title row={row} />
          {row.title === undefined && <span class="row-note">{kindName(row.kind)}</span>}
        </>
      ),
    },
    { head: app("columnDate"), cell: ({ on }) => <span class="day">{dayName(on)}</span> },
    {
      head: app("columnEntity"),
      cell: (row) => (
        <>
          {entityName(row)}
          {row.participants.length > 0 && (
            <span class="row-note">{site("alongWith", { names: listed(row.participants) })}</span>
          )}
        </>
      ),
    },
    {
      head: figureText("columnWithWhom"),
      cell: ({ partners, countries }) =>
        [listed(partners), listed(countries.map((code) => countryName(code, language())))]
          .filter((names) => names !== "")
          .join(" · ") || "–",
    },
    ...(rows.some((row) => adds(row) !== undefined)
      ? [{ head: figureText("columnAdds"), cell: (row: EvidenceRow) => adds(row) ?? "1", numeric: true }]
      : []),
  ];
  return (
    <div class="evidence">
      <DataTable caption={caption} rows={rows} rowKey={({ id }) => id} columns={columns} />
    </div>
  );
}

/** Most names of one kind that a row tells. */
const NAMES = 6;

const listed = (names: readonly string[]): string =>
  names.length <= NAMES
    ? names.join("; ")
    : figureText("andMore", { names: names.slice(0, NAMES).join("; "), count: names.length - NAMES });

function Title({ row: { title, entityId, recordId } }: { row: EvidenceRow }) {
  if (title === undefined) return <span class="hidden-title">{figureText("hiddenRecord")}</span>;
  if (recordId === undefined) return <>{title}</>;
  return <a href={`/app/registros/${entityId}/${recordId}`}>{title || app("untitled")}</a>;
}
