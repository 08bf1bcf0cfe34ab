/** Approves several records at once: those that pass all checks, shown first with why the others do not. */
import { useRef, useState } from "preact/hooks";
import { REVIEW_CHECKS } from "#domain/record/reviewChecks.ts";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { newRequestId } from "../../../data/call.ts";
import { checkContext, useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { approveMany, type Outcome } from "./approveMany.ts";
import { BulkResult } from "./BulkResult.tsx";
import { Failing, Passing } from "./bulkTables.tsx";
import { type Checked, loadChecks } from "./loadChecks.ts";
import { review } from "./texts.ts";
import type { Waiting } from "./useQueue.ts";
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
    return <BulkResult outcomes={outcomes} untouched={chosen.length - outcomes.length} onAgain={onAgain} />;
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
