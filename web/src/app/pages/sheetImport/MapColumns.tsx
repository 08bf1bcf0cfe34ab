/** What each column of the sheet is. */
import { useState } from "preact/hooks";
import { DataTable } from "../../../components/DataTable.tsx";
import { TextField } from "../../../components/fields.tsx";
import { say } from "../../../i18n/language.ts";
import type { ColumnInfo } from "../../../import/mapping/columnInfo.ts";
import type { ImportField } from "../../../import/mapping/importFields.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { told } from "./texts.ts";

interface Props {
  readonly flow: ImportFlow;
  readonly fields: readonly ImportField[];
}

export function MapColumns({ flow, fields }: Props) {
  const { columns = [] } = flow.chosen ?? {};
  const rows = columns.map((info, index) => ({ info, index }));
  return (
    <section class="sheet-part">
      <h2>{told("columnsTitle")}</h2>
      <DataTable
        caption={told("columnsTitle")}
        rowKey={({ info }) => info.header}
        rows={rows}
        columns={[
          { head: told("columnHead"), rowHead: true, cell: ({ info }) => <Head info={info} /> },
          {
            head: told("columnSamples"),
            cell: ({ info }) =>
              info.samples.length > 0 ? (
                <span class="samples">{info.samples.join(" · ")}</span>
              ) : (
                <span class="note">{told("columnEmpty")}</span>
              ),
          },
          {
            head: told("columnIs"),
            cell: ({ info, index }) => <Target flow={flow} fields={fields} info={info} index={index} />,
          },
        ]}
      />
      {!flow.isTemplate && <HeaderRow flow={flow} />}
    </section>
  );
}

function Head({ info }: { info: ColumnInfo }) {
  return (
    <>
      <span class="column-letter">{info.letters}</span> {info.header}
      {info.isHidden && <span class="row-note">{told("columnHidden")}</span>}
    </>
  );
}

function Target({ flow, fields, info, index }: Props & { info: ColumnInfo; index: number }) {
  const column = flow.mapping.columns.find(({ header }) => header === info.header);
  const isDay = (path: string) => fields.find((field) => field.path === path)?.field.input === "day";
  const specials = flow.isTemplate
    ? (["nothing", "files"] as const)
    : (["nothing", "kind", "files", "key"] as const);
  // A guess that none of the sheet's kinds has is not brought.
  const isOffered = [...specials, ...fields.map(({ path }) => path)].some((id) => id === column?.to);
  const to = isOffered ? (column?.to ?? "nothing") : "nothing";
  return (
    <>
      <select
        id={`column-${index}`}
        class={to === "nothing" ? "input unmapped" : "input"}
        aria-label={told("columnOf", { column: info.header })}
        value={to}
        onChange={(event) => {
          const next = event.currentTarget.value;
          void flow.setTarget(info.header, next, isDay(next) && info.monthFirst ? "mdy" : "dmy");
        }}
      >
        {specials.map((id) => (
          <option key={id} value={id} selected={id === to}>
            {told(`to_${id}`)}
          </option>
        ))}
        {fields.map(({ path, label }) => (
          <option key={path} value={path} selected={path === to}>
            {say(label)}
          </option>
        ))}
      </select>
      {column?.dayOrder === "mdy" && <span class="row-note">{told("monthFirst")}</span>}
    </>
  );
}

function HeaderRow({ flow }: { flow: ImportFlow }) {
  const now = String(flow.chosen?.sheets[0]?.headerRow ?? 1);
  const [typed, setTyped] = useState(now);
  const row = Number(typed);
  return (
    <details class="sheet-more">
      <summary>{told("headerRow")}</summary>
      <div class="ask">
        <TextField
          words={{ id: "header-row", label: told("headerRow"), help: told("headerRowHelp") }}
          value={typed}
          inputMode="numeric"
          short
          onChange={setTyped}
        />
        <button
          type="button"
          class="button secondary"
          disabled={!Number.isInteger(row) || row < 1 || typed === now}
          onClick={() => void flow.useHeaderRow(row)}
        >
          {told("goOn")}
        </button>
      </div>
    </details>
  );
}
