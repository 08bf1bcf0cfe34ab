/** The rows of a list, those that are examples under their own heading. */
import { isDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { StateTag } from "../../components/parts.tsx";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { useApp } from "../context.ts";
import { listText } from "./texts.ts";

interface Props {
  readonly caption: string;
  readonly rows: readonly MirrorRow[];
  readonly isOwn: boolean;
}

export function RowTable({ caption, rows, isOwn }: Props) {
  const real = rows.filter(({ isExample }) => !isExample);
  const examples = rows.filter(({ isExample }) => isExample);
  return (
    <>
      {real.length > 0 && <Rows caption={caption} rows={real} isOwn={isOwn} />}
      {examples.length > 0 && (
        <section class="examples" aria-labelledby="examples">
          <h2 id="examples">{app("examplesTitle")}</h2>
          <p class="note">{app("examplesHelp")}</p>
          <Rows caption={app("examplesTitle")} rows={examples} isOwn={isOwn} />
        </section>
      )}
    </>
  );
}

function Rows({ caption, rows, isOwn }: Props) {
  const { catalogues } = useApp().reference;
  const titleOf = ({ title }: MirrorRow) => title || app("untitled");
  const entityName = (entityId: string) => {
    const entity = itemOf(catalogues.entities, entityId);
    return entity ? nameOf(entity) : entityId;
  };
  const state: Column<MirrorRow> = {
    head: app("columnState"),
    cell: (row) => <StateTag state={row.state} />,
  };
  const copy: Column<MirrorRow> = {
    head: listText("columnActions"),
    cell: (row) => (
      <a
        href={`/app/registros/copiar/${row.entityId}/${row.id}`}
        aria-label={listText("copyNamed", { title: titleOf(row) })}
      >
        {listText("copy")}
      </a>
    ),
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ path }) => path}
      columns={[
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: (row) => <a href={`/app/registros/${row.entityId}/${row.id}`}>{titleOf(row)}</a>,
        },
        { head: app("columnKind"), cell: ({ kind }) => say(KIND_FORMS[kind].name) },
        ...(isOwn ? [] : [{ head: app("columnEntity"), cell: (row: MirrorRow) => entityName(row.entityId) }]),
        {
          head: app("columnDate"),
          cell: ({ happenedOn }) => (isDay(happenedOn) ? formatDay(happenedOn, language()) : "–"),
        },
        state,
        ...(isOwn ? [copy] : []),
      ]}
    />
  );
}
