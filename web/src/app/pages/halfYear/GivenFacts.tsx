/** What a report is pre-filled with: the half-year's figures, its records with their state, and their evidence. */
import { isDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { StateTag } from "../../../components/parts.tsx";
import { figureIn } from "../../../data/figures.ts";
import type { Stored } from "../../../data/read.ts";
import type { Reference } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { amountIn } from "../../../indicators/amountAt.ts";
import { amountWords, measuresOf } from "../../../indicators/measures.ts";
import type { ShownSeries } from "../../../indicators/ShownFigure.ts";
import { unitOf } from "../../../indicators/unitOf.ts";
import { useApp } from "../../context.ts";
import { inState, type ReportFacts } from "./reportFacts.ts";
import { told } from "./texts.ts";

export function GivenFacts({ facts, periodId }: { facts: ReportFacts; periodId: string }) {
  return (
    <>
      <p>
        <strong>{countWords(facts)}</strong> {evidenceWords(facts)}
      </p>
      <Figures facts={facts} periodId={periodId} />
      {facts.records.length > 0 && (
        <details class="report-records">
          <summary>{told("seeRecords")}</summary>
          <Records facts={facts} />
        </details>
      )}
    </>
  );
}

/** `7 registros. Aprobados: 4. Por revisar: 2. En borrador: 1.` */
function countWords(facts: ReportFacts): string {
  const { length: count } = facts.records;
  if (count === 0) return told("recordsNone");
  const states = STATES.toReversed()
    .map((state) => [state, inState(facts, state).length] as const)
    .filter(([, inIt]) => inIt > 0)
    .map(([state, inIt]) => told(`count_${state}`, { count: inIt }));
  return told(count === 1 ? "recordsCountOne" : "recordsCount", { count, states: states.join(" ") });
}

function evidenceWords({ records, evidence }: ReportFacts): string {
  if (records.length === 0) return "";
  return told("evidenceCount", { count: [...evidence.values()].reduce((sum, count) => sum + count, 0) });
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
}

/** The indicators that the entity's approved records of the half-year move. */
function linesOf({ figures }: ReportFacts, { indicators }: Reference, periodId: string): Line[] {
  if (!figures) return [];
  return indicators.flatMap((indicator): Line[] => {
    const figure = figureIn(figures, indicator.id);
    if (!figure) return [];
    const amounts = measuresOf<ShownSeries>(indicator, figure)
      .map(({ currency, series }) => ({ currency, amount: amountIn(series, periodId) }))
      .filter(({ amount }) => amount > 0)
      .map(({ currency, amount }) => `${amountWords(amount, currency)} ${unitOf(indicator)}`.trim());
    return amounts.length === 0
      ? []
      : [{ id: indicator.id, name: nameOf(indicator), amount: amounts.join(" · ") }];
  });
}

function Figures({ facts, periodId }: { facts: ReportFacts; periodId: string }) {
  const { reference } = useApp();
  const lines = linesOf(facts, reference, periodId);
  if (lines.length === 0) return <p class="note">{told("figuresNone")}</p>;
  return (
    <>
      <DataTable
        caption={told("figures")}
        compact
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            head: told("columnIndicator"),
            rowHead: true,
            cell: ({ id, name }) => <a href={`/app/indicadores/${id}`}>{name}</a>,
          },
          { head: told("columnFigure"), numeric: true, cell: ({ amount }) => amount },
        ]}
      />
      <p class="note">{told("figuresHelp")}</p>
    </>
  );
}

function Records({ facts }: { facts: ReportFacts }) {
  const files = ({ id }: Stored<DraftRecord>) => {
    const count = facts.evidence.get(id);
    return count === undefined ? "–" : `${count}`;
  };
  return (
    <DataTable
      caption={told("records")}
      rows={facts.records}
      rowKey={({ path }) => path}
      columns={[
        {
          head: told("columnTitle"),
          rowHead: true,
          cell: ({ id, data }) => (
            <a href={`/app/registros/${data.entityId}/${id}`}>{data.title?.trim() || told("untitled")}</a>
          ),
        },
        { head: told("columnKind"), cell: ({ data }) => say(KIND_FORMS[data.kind].name) },
        {
          head: told("columnDate"),
          cell: ({ data }) =>
            data.happenedOn && isDay(data.happenedOn) ? formatDay(data.happenedOn, language()) : "–",
        },
        { head: told("columnState"), cell: ({ data }) => <StateTag state={data.state} /> },
        { head: told("columnEvidence"), numeric: true, cell: files },
      ]}
    />
  );
}
