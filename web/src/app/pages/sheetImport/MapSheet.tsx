/** The mapping of an entity's own sheet: what each row is, each column holds and each word means. */
import { useState } from "preact/hooks";
import type { Kind } from "#domain/record/kinds.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { Choices, Select } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { say } from "../../../i18n/language.ts";
import type { ImportField } from "../../../import/mapping/importFields.ts";
import { missingFields } from "../../../import/mapping/missingFields.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { MapColumns } from "./MapColumns.tsx";
import { MapConstants } from "./MapConstants.tsx";
import { MapWords } from "./MapWords.tsx";
import { kindsOf, mappableFields } from "./mappableFields.ts";
import { told } from "./texts.ts";

/** What keeps the sheet from being read. */
function problemsOf(flow: ImportFlow, fields: readonly ImportField[]): FieldError[] {
  const { columns, kind } = flow.mapping;
  const kindIsSaid = flow.isTemplate || kind !== undefined || columns.some(({ to }) => to === "kind");
  const shared = fields.filter(({ field }) => !["choices", "references", "paragraph"].includes(field.input));
  const twice = shared.flatMap(({ path, label }): FieldError[] => {
    const found = columns.filter(({ to }) => to === path);
    const [, second] = found;
    if (!second) return [];
    const at = columns.indexOf(second);
    const names = found.map(({ header }) => `«${header}»`).join(", ");
    return [{ id: `column-${at}`, message: told("twice", { field: say(label), columns: names }) }];
  });
  return [
    ...(kindIsSaid ? [] : [{ id: "row-kind", message: told("kindMissing") }]),
    ...(columns.some(({ to }) => to === "title") ? [] : [{ id: "column-0", message: told("titleMissing") }]),
    ...twice,
  ];
}

export function MapSheet({ flow }: { flow: ImportFlow }) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const kinds = kindsOf(flow);
  const fields = mappableFields(flow);
  const kindIsSaid = flow.mapping.columns.some(({ to }) => to === "kind");
  const missing = flow.isTemplate ? [] : missingFields(flow.mapping, kinds, kindIsSaid);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = problemsOf(flow, fields);
        setErrors(found);
        setAttempt((before) => before + 1);
        if (found.length === 0) void flow.finishMapping();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <h2>{told("mappingTitle")}</h2>
      <p>{told("mappingHelp")}</p>
      <Recognised flow={flow} />
      <Failure error={flow.error} />
      {!flow.isTemplate && (
        <RowKind flow={flow} error={errors.find(({ id }) => id === "row-kind")?.message} />
      )}
      <MapColumns flow={flow} fields={fields} />
      <MapWords flow={flow} fields={fields} />
      {missing.length > 0 && <MapConstants flow={flow} missing={missing} />}
      <button type="submit" class="button">
        {told("checkRows")}
      </button>
    </form>
  );
}

function Recognised({ flow }: { flow: ImportFlow }) {
  const { recognised } = flow;
  if (!recognised) return null;
  const { kept, missing, renamed } = recognised;
  const gone = missing.filter((head) => !renamed.some(({ from }) => from === head));
  return (
    <div class={missing.length > 0 ? "notice returned" : "notice good"} role="status">
      <h3>{told("recognisedTitle")}</h3>
      <p>{told("recognised", { name: kept.name })}</p>
      {renamed.map(({ from, to }) => (
        <p key={from}>{told("headRenamed", { from, to })}</p>
      ))}
      {gone.map((from) => (
        <p key={from}>{told("headMissing", { from })}</p>
      ))}
    </div>
  );
}

function RowKind({ flow, error }: { flow: ImportFlow; error: string | undefined }) {
  const { kind, columns } = flow.mapping;
  const bySheet = columns.some(({ to }) => to === "kind");
  const [isOne, setOne] = useState(!bySheet && kind !== undefined);
  const chosen = bySheet ? "column" : isOne ? "one" : "";
  const options = flow.setting.kinds.map((id) => ({ id, label: say(KIND_FORMS[id].name) }));
  return (
    <section class="group">
      <Choices
        words={{ id: "row-kind", label: told("kindTitle"), error }}
        options={[
          { id: "one", label: told("kindOne") },
          { id: "column", label: told("kindColumn") },
        ]}
        chosen={[chosen]}
        onChange={([next]) => {
          setOne(next === "one");
          if (next === "column") void flow.useKind("column");
        }}
      />
      {chosen === "one" && (
        <Select
          words={{ id: "which-kind", label: told("kindWhich") }}
          options={options}
          value={kind ?? ""}
          onChange={(next) => next !== "" && void flow.useKind(next as Kind)}
        />
      )}
    </section>
  );
}
