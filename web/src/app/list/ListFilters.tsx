/** The search of a list: words, states as buttons with their counts, and what else it may be narrowed by. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { isDay, periodOf } from "#domain/calendar.ts";
import { formatPeriod } from "#domain/format.ts";
import { Select, TextField } from "../../components/fields.tsx";
import type { Option } from "../../components/matchText.ts";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import { wholeNumber } from "../../i18n/wholeNumber.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { useApp } from "../context.ts";
import { foundRows, type ListChange, type ListQuery, STATE_ORDER } from "./listQuery.ts";
import { listText } from "./texts.ts";

interface Props {
  readonly query: ListQuery;
  readonly rows: readonly MirrorRow[];
  readonly namesOf: (partnerId: string) => string;
  readonly isOwn: boolean;
  readonly onChange: (change: ListChange) => void;
}

/** The address follows what is typed with so much delay. */
const PAUSE_MS = 250;

export function ListFilters({ query, rows, namesOf, isOwn, onChange }: Props) {
  const [typed, type] = useState(query.text);
  useEffect(() => {
    if (typed === query.text) return;
    const timer = setTimeout(() => onChange({ text: typed }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => type(query.text), [query.text]);
  const options = useOptions(rows);
  const isNarrowed = Object.keys(query).length > 2 || query.text !== "";
  const select = (part: "kind" | "partnerId" | "periodId" | "entityId", label: string) => (
    <Select
      words={{ id: `filter-${part}`, label }}
      blank={listText("anyOne")}
      options={options[part]}
      value={query[part] ?? ""}
      onChange={(value) => onChange({ [part]: value })}
    />
  );
  const { state: _, ...others } = query;
  const inStates = foundRows(rows, others, namesOf);
  return (
    <search class="list-filters">
      <TextField
        words={{ id: "filter-text", label: listText("search"), help: listText("searchHelp") }}
        type="search"
        value={typed}
        onChange={type}
      />
      <fieldset class="filters">
        <legend class="visually-hidden">{app("filterByState")}</legend>
        {([undefined, ...STATE_ORDER] as const).map((state) => (
          <button
            key={state ?? "all"}
            type="button"
            class="filter"
            aria-pressed={query.state === state}
            onClick={() => onChange({ state: state ?? "" })}
          >
            {app(state ? `state_${state}` : "state_all")}{" "}
            <span class="count">
              {wholeNumber(state ? inStates.filter((row) => row.state === state).length : inStates.length)}
            </span>
          </button>
        ))}
      </fieldset>
      <details class="more-filters" open={isNarrowed && Object.keys(others).length > 2}>
        <summary>{listText("filters")}</summary>
        <div class="filter-row">
          {select("kind", listText("filterKind"))}
          {select("partnerId", listText("filterPartner"))}
          {select("periodId", listText("filterPeriod"))}
          {!isOwn && select("entityId", listText("filterEntity"))}
        </div>
      </details>
      {isNarrowed && (
        <button
          type="button"
          class="link-button"
          onClick={() =>
            onChange({ text: "", state: "", kind: "", partnerId: "", periodId: "", entityId: "" })
          }
        >
          {listText("clear")}
        </button>
      )}
    </search>
  );
}

/** What occurs in the rows, to be chosen from. */
function useOptions(rows: readonly MirrorRow[]) {
  const { reference } = useApp();
  const shownIn = language();
  return useMemo(() => {
    const byLabel = (options: Option[]) => options.sort((a, b) => a.label.localeCompare(b.label, shownIn));
    const distinct = (values: Iterable<string>) => [...new Set(values)];
    const partnerNames = new Map(reference.partners.map(({ id, data }) => [id, data.name]));
    const days = rows.flatMap(({ happenedOn }) => (isDay(happenedOn) ? [periodOf(happenedOn)] : []));
    return {
      kind: byLabel(
        distinct(rows.map(({ kind }) => kind)).map((kind) => ({
          id: kind,
          label: say(KIND_FORMS[kind as MirrorRow["kind"]].name),
        })),
      ),
      partnerId: byLabel(
        distinct(rows.flatMap(({ partnerIds }) => partnerIds)).map((id) => ({
          id,
          label: partnerNames.get(id) ?? id,
        })),
      ),
      periodId: distinct(days)
        .sort()
        .reverse()
        .map((id) => ({ id, label: formatPeriod(id, shownIn) })),
      entityId: byLabel(
        distinct(rows.flatMap(({ entityId, participants }) => [entityId, ...participants])).map((id) => {
          const entity = itemOf(reference.catalogues.entities, id);
          return { id, label: entity ? nameOf(entity) : id };
        }),
      ),
    } as const;
  }, [rows, reference, shownIn]);
}
