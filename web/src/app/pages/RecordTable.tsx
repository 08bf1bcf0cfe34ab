/** A list of records: state, title, kind, entity and date; examples stand under their own heading. */

import { isDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { StateTag } from "../../components/parts.tsx";
import type { Stored } from "../../data/read.ts";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";

interface Props {
  readonly caption: string;
  readonly records: readonly Stored<DraftRecord>[];
  readonly withEntity?: boolean;
  readonly withState?: boolean;
}

export function RecordTable({ caption, records, ...shown }: Props) {
  const real = records.filter(({ data }) => !data.isExample);
  const examples = records.filter(({ data }) => data.isExample);
  return (
    <>
      {real.length > 0 && <Rows caption={caption} records={real} {...shown} />}
      {examples.length > 0 && (
        <section class="examples" aria-labelledby="examples">
          <h2 id="examples">{app("examplesTitle")}</h2>
          <p class="note">{app("examplesHelp")}</p>
          <Rows caption={app("examplesTitle")} records={examples} {...shown} />
        </section>
      )}
    </>
  );
}

function Rows({ caption, records, withEntity = false, withState = true }: Props) {
  const { reference } = useApp();
  const entityName = (entityId: string) => {
    const entity = itemOf(reference.catalogues.entities, entityId);
    return entity ? nameOf(entity) : entityId;
  };
  return (
    <DataTable
      caption={caption}
      rows={records}
      rowKey={({ path }) => path}
      columns={[
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: ({ id, data }) => (
            <a href={`/app/registros/${data.entityId}/${id}`}>{data.title?.trim() || app("untitled")}</a>
          ),
        },
        { head: app("columnKind"), cell: ({ data }) => say(KIND_FORMS[data.kind].name) },
        ...(withEntity
          ? [
              {
                head: app("columnEntity"),
                cell: ({ data }: Stored<DraftRecord>) => entityName(data.entityId),
              },
            ]
          : []),
        {
          head: app("columnDate"),
          cell: ({ data }) =>
            data.happenedOn && isDay(data.happenedOn) ? formatDay(data.happenedOn, language()) : "–",
        },
        ...(withState
          ? [
              {
                head: app("columnState"),
                cell: ({ data }: Stored<DraftRecord>) => <StateTag state={data.state} />,
              },
            ]
          : []),
      ]}
    />
  );
}
