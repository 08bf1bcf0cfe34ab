/** Approves several records at once: those that pass all checks, shown first with why the others do not. */
import { useEffect, useRef, useState } from "preact/hooks";
import { REVIEW_CHECKS, type ReviewCheck } from "#domain/record/reviewChecks.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { newRequestId } from "../../../data/call.ts";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { failureWords } from "../../../i18n/app/failureWords.ts";
import { nameOf, say } from "../../../i18n/language.ts";
import { checkContext, useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { approveMany, type Outcome } from "./approveMany.ts";
import { type Checked, loadChecks } from "./loadChecks.ts";
import { review } from "./texts.ts";
import { nameOfItem, queueAddress, type Waiting } from "./useQueue.ts";
import "../../../styles/review.css";

export function BulkApprove() {
  const { session, reference } = useApp();
  const [progress, setProgress] = useState({ done: 0, count: 0 });
  const [loaded, reload] = useLoaded("checks", () =>
    loadChecks({
      ...{ actor: session.actor, reference, context: checkContext(reference) },
      tell: (done, count) => setProgress({ done, count }),
    }),
  );
  const [round, setRound] = useState(0);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/revision", name: review("queueTitle") }, { name: review("bulkTitle") }]}
      />
      <h1>{review("bulkTitle")}</h1>
      <p class="lead">{review("bulkLead")}</p>
      <details class="bulk-what">
        <summary>{review("bulkWhat")}</summary>
        <ul>
          {REVIEW_CHECKS.map((id) => (
            <li key={id}>{review(`bulkWhat_${id}`)}</li>
          ))}
        </ul>
      </details>
      {loaded.state === "loading" && progress.count > 0 ? (
        <Progress words={review("bulkChecking", progress)} {...progress} />
      ) : (
        <Await loaded={loaded} retry={() => void reload()}>
          {(checked) => (
            <Preview
              key={round}
              checked={checked}
              onAgain={async () => {
                await reload();
                setRound(round + 1);
              }}
            />
          )}
        </Await>
      )}
    </>
  );
}

function Progress({ words, done, count }: { words: string; done: number; count: number }) {
  return (
    <div class="bulk-progress">
      <progress max={count} value={done} aria-label={words} />
      <span role="status">{words}</span>
    </div>
  );
}

function Preview({ checked, onAgain }: { checked: readonly Checked[]; onAgain: () => Promise<void> }) {
  const passing = checked.filter(({ passes }) => passes).map(({ item }) => item);
  const failing = checked.filter(({ passes }) => !passes);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<"choosing" | "running" | "done">("choosing");
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const stopped = useRef(false);
  const chosen = passing.filter(({ path }) => !left.has(path));
  const choose = ({ path }: Waiting, isChosen: boolean) =>
    setLeft((before) => new Set(isChosen ? [...before].filter((one) => one !== path) : [...before, path]));
  const run = async () => {
    stopped.current = false;
    setState("running");
    await approveMany(chosen, {
      ...{ runId: newRequestId(), isStopped: () => stopped.current, tell: setOutcomes },
    });
    setState("done");
  };
  if (checked.length === 0) return <p class="empty">{review("queueNone")}</p>;
  if (state === "done")
    return <Result outcomes={outcomes} untouched={chosen.length - outcomes.length} onAgain={onAgain} />;
  return (
    <>
      <h2>{passing.length > 0 ? review("bulkPass", { count: passing.length }) : review("bulkPassNone")}</h2>
      {passing.length > 0 && (
        <>
          <Passing items={passing} isChosen={({ path }) => !left.has(path)} onChoose={choose} />
          {state === "running" ? (
            <>
              <Progress
                words={review("bulkRunning", { done: outcomes.length, count: chosen.length })}
                done={outcomes.length}
                count={chosen.length}
              />
              <button
                type="button"
                class="button secondary"
                onClick={() => {
                  stopped.current = true;
                }}
              >
                {review("bulkStop")}
              </button>
            </>
          ) : (
            <button type="button" class="button" disabled={chosen.length === 0} onClick={() => void run()}>
              {chosen.length === 0
                ? review("bulkNothingChosen")
                : review(chosen.length === 1 ? "bulkDoOne" : "bulkDo", { count: chosen.length })}
            </button>
          )}
        </>
      )}
      {failing.length > 0 && (
        <section class="apart">
          <h2>{review("bulkFail", { count: failing.length })}</h2>
          <Failing checked={failing} />
        </section>
      )}
    </>
  );
}

function useNames() {
  const { reference } = useApp();
  return {
    entity: (id: string) => {
      const entity = itemOf(reference.catalogues.entities, id);
      return entity ? nameOf(entity) : id;
    },
    title: ({ data }: Waiting) => data.title ?? app("untitled"),
    kind: ({ data }: Waiting) => say(KIND_FORMS[data.kind].name),
  };
}

const toItem = (item: Waiting) => queueAddress({ item: nameOfItem(item) });

interface PassingProps {
  readonly items: readonly Waiting[];
  readonly isChosen: (item: Waiting) => boolean;
  readonly onChoose: (item: Waiting, isChosen: boolean) => void;
}

function Passing({ items, isChosen, onChoose }: PassingProps) {
  const names = useNames();
  return (
    <DataTable
      caption={review("bulkPass", { count: items.length })}
      rows={items}
      rowKey={({ path }) => path}
      columns={[
        {
          head: app("approve"),
          cell: (item) => (
            <span class="bulk-choice">
              <input
                type="checkbox"
                checked={isChosen(item)}
                aria-label={review("bulkChoose", { title: names.title(item) })}
                onChange={({ currentTarget }) => onChoose(item, currentTarget.checked)}
              />
            </span>
          ),
        },
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: (item) => <a href={toItem(item)}>{names.title(item)}</a>,
        },
        { head: app("columnKind"), cell: names.kind },
        { head: app("columnEntity"), cell: ({ data }) => names.entity(data.entityId) },
      ]}
    />
  );
}

const whyNot = ({ id, problems = [] }: ReviewCheck): string =>
  id === "complete" && problems.length === 1
    ? review("fails_completeOne")
    : review(`fails_${id}`, { count: problems.length });

function Failing({ checked }: { checked: readonly Checked[] }) {
  const names = useNames();
  return (
    <DataTable
      caption={review("bulkFail", { count: checked.length })}
      rows={checked}
      rowKey={({ item }) => item.path}
      columns={[
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: ({ item }) => <a href={toItem(item)}>{names.title(item)}</a>,
        },
        { head: app("columnEntity"), cell: ({ item }) => names.entity(item.data.entityId) },
        {
          head: review("bulkWhy"),
          cell: ({ checks }) => (
            <ul class="bulk-why">
              {checks
                .filter(({ passes }) => !passes)
                .map((check) => (
                  <li key={check.id}>{whyNot(check)}</li>
                ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

interface ResultProps {
  readonly outcomes: readonly Outcome[];
  readonly untouched: number;
  readonly onAgain: () => Promise<void>;
}

function Result({ outcomes, untouched, onAgain }: ResultProps) {
  const names = useNames();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const count = outcomes.length - failed.length;
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {review("bulkDoneTitle")}
      </h2>
      <p class="notice good">{review(count === 1 ? "bulkDoneOne" : "bulkDone", { count })}</p>
      {failed.length > 0 && (
        <div class="notice bad">
          <p>{review(failed.length === 1 ? "bulkFailedOne" : "bulkFailed", { count: failed.length })}</p>
          <ul>
            {failed.map(({ item, error }) => (
              <li key={item.path}>
                <a href={`/app/registros/${item.data.entityId}/${item.id}`}>{names.title(item)}</a>:{" "}
                {failureWords(error)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {untouched > 0 && <p>{review("bulkLeft", { count: untouched })}</p>}
      <button type="button" class="button secondary" onClick={() => void onAgain()}>
        {review("bulkAgain")}
      </button>
    </>
  );
}
