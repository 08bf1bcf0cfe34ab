/** What the system found and did by itself, the latest first, and a recount for the Office to ask for. */

import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { isPending, type Operation, type OperationState } from "#domain/operation.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadOperations } from "../../../data/operations.ts";
import type { Stored } from "../../../data/read.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { usePolling } from "../../usePolling.ts";
import { editorText } from "../indicatorEditor/texts.ts";
import { AskRecount } from "./AskRecount.tsx";
import { OperationProgress } from "./OperationProgress.tsx";
import { aboutWords, kindWords, resultWords } from "./operationWords.ts";

export function Operations() {
  const { session } = useApp();
  const [loaded, reload] = useLoaded("operations", loadOperations);
  usePolling(loaded.state === "ready" && loaded.value.some(({ data }) => isPending(data)), reload);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/indicadores", name: app("indicators") }, { name: app("operations") }]}
      />
      <h1>{app("operations")}</h1>
      <p class="lead">{editorText("operationsHelp")}</p>
      {hasRole(session, "office") && <AskRecount onAsked={reload} />}
      <h2>{editorText("operationsFound")}</h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(operations) =>
          operations.length === 0 ? (
            <p class="empty">{editorText("operationsNone")}</p>
          ) : (
            <OperationTable operations={operations} />
          )
        }
      </Await>
    </>
  );
}

/** `27/2/2024, 14:05`, in Bogotá. */
function when(instant: Date): string {
  const time = new Intl.DateTimeFormat("es-CO", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "America/Bogota",
  });
  return `${formatDay(bogotaDay(instant), language())}, ${time.format(instant)}`;
}

function OperationTable({ operations }: { operations: readonly Stored<Operation>[] }) {
  const { reference } = useApp();
  return (
    <DataTable
      caption={editorText("operationsFound")}
      rows={operations}
      rowKey={({ id }) => id}
      columns={[
        { head: editorText("columnWhat"), rowHead: true, cell: ({ data }) => kindWords(data) },
        {
          head: editorText("columnAbout"),
          cell: ({ data }) => <About operation={data} words={aboutWords(data, reference)} />,
        },
        { head: app("columnWhen"), cell: ({ data }) => when(data.requestedAt) },
        { head: app("columnState"), cell: ({ data }) => <StateWords state={data.state} /> },
        { head: editorText("columnResult"), cell: ({ data }) => <Result operation={data} /> },
      ]}
    />
  );
}

/** Leads to the indicator's own page; a source that cannot be read has none. */
function About({ operation, words }: { operation: Operation; words: string }) {
  const { indicatorId } = operation;
  if (indicatorId === undefined) return <span class="path">{words}</span>;
  return <a href={`/app/indicadores/${indicatorId}/historia`}>{words}</a>;
}

const SHAPES: Readonly<Record<OperationState, string>> = {
  queued: "○",
  running: "◐",
  done: "●",
  failed: "✕",
  open: "!",
};

function StateWords({ state }: { state: OperationState }) {
  return (
    <span class={`state operation-${state}`}>
      <span aria-hidden="true">{SHAPES[state]}</span> {editorText(`operationState_${state}`)}
    </span>
  );
}

function Result({ operation }: { operation: Operation }) {
  const { kind, problem, unreadable } = operation;
  if (isPending(operation))
    return (
      <div role="status">
        <OperationProgress operation={operation} />
      </div>
    );
  const others = kind === "unreadable" ? [] : unreadable;
  return (
    <>
      {resultWords(operation)}
      {others.length > 0 && (
        <details>
          <summary>
            {editorText(others.length === 1 ? "unreadableOne" : "unreadableMany", { count: others.length })}
          </summary>
          <ul class="paths">
            {others.map((path) => (
              <li key={path} class="path">
                {path}
              </li>
            ))}
          </ul>
        </details>
      )}
      {problem !== undefined && (
        <details>
          <summary>{editorText("technicalDetail")}</summary>
          <p class="path">{problem}</p>
        </details>
      )}
    </>
  );
}
