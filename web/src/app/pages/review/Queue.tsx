/** The Office's queue, worked through from the keyboard: the list beside the open record, and the next one by itself. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Select } from "../../../components/fields.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadWaitingForOffice } from "../../../data/messages.ts";
import { itemOf } from "../../../data/reference.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { type Decision, focusDecision } from "./Decide.tsx";
import { ProposedAmendments } from "./ProposedAmendments.tsx";
import { focusList, QueueList } from "./QueueList.tsx";
import { QueueRecord } from "./QueueRecord.tsx";
import { ShortcutHelp } from "./ShortcutHelp.tsx";
import { review } from "./texts.ts";
import { type Queue as QueueState, useQueue } from "./useQueue.ts";
import { useShortcuts } from "./useShortcuts.ts";
import "../../../styles/review.css";

/** From this width on there is room for a record beside the list, and the first one opens by itself. */
const WIDE = "(min-width: 64rem)";
const NOBODY: ReadonlySet<string> = new Set();

export function Queue() {
  const queue = useQueue();
  const { items, all, at } = queue;
  const current = items[at];
  const help = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, say] = useState("");
  const [waiting, reloadWaiting] = useLoaded("waiting", loadWaitingForOffice);
  const first = items[0];
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const openFirst = () => {
      if (queue.asked === undefined && first && wide.matches) queue.open(first);
    };
    openFirst();
    wide.addEventListener("change", openFirst);
    return () => wide.removeEventListener("change", openFirst);
  }, [queue.asked, first]);
  const focusRecord = () =>
    requestAnimationFrame(() => {
      scrollTo(0, 0);
      heading.current?.focus();
    });
  const openWithFocus = (item: (typeof items)[number] | undefined) => {
    if (!item) return;
    queue.open(item);
    focusRecord();
  };
  const step = (by: 1 | -1) => openWithFocus(items[at + by]);
  const decided = async (decision: Decision) => {
    const title = current?.data.title ?? app("untitled");
    const done = review(decision === "approve" ? "approvedDone" : "returnedDone", { title });
    const next = queue.decided();
    say(
      `${done} ${next ? review("nowComes", { title: next.data.title ?? app("untitled") }) : review("nothingLeft")}`,
    );
    if (next) focusRecord();
  };
  useShortcuts({
    next: () => (current ? step(1) : openWithFocus(first)),
    previous: () => step(-1),
    list: focusList,
    help: () => help.current?.showModal(),
    ...(current && {
      approve: () => focusDecision("approve"),
      return: () => focusDecision("return"),
      message: () => document.getElementById("message")?.focus(),
    }),
  });
  return (
    <div class={queue.asked === undefined ? "queue" : "queue has-open"}>
      <div class="title-row">
        <h1>
          {queue.loaded.state === "ready"
            ? review("queueCount", { count: all.length })
            : review("queueTitle")}
        </h1>
        <div class="queue-acts">
          <a class="standalone" href="/app/informes-semestrales">
            {review("halfYearReports")}
          </a>
          <a class="standalone" href="/app/revision/varios">
            {review("bulk")}
          </a>
          <a class="standalone" href="/app/revision/motivos">
            {review("reasons")}
          </a>
          <a class="standalone" href="/app/duplicados">
            {app("duplicates")}
          </a>
          <a class="standalone" href="/app/actores">
            {app("partners")}
          </a>
          <button type="button" class="link-button" onClick={() => help.current?.showModal()}>
            {review("shortcuts")}
          </button>
        </div>
      </div>
      <ShortcutHelp dialog={help} />
      <div role="status">{said && <p class="notice good">{said}</p>}</div>
      <Await loaded={queue.loaded} retry={() => void queue.reload()}>
        {() => (
          <div class="queue-columns">
            <div class="queue-side">
              <EntityFilter queue={queue} />
              {items.length === 0 ? (
                <p class="empty">{review(queue.entityId ? "queueNoneOf" : "queueNone")}</p>
              ) : (
                <QueueList
                  items={items}
                  entityId={queue.entityId}
                  current={current}
                  waiting={waiting.state === "ready" ? waiting.value : NOBODY}
                  onOpen={openWithFocus}
                />
              )}
              <ProposedAmendments />
            </div>
            <div class="queue-main">
              {current ? (
                <QueueRecord
                  item={current}
                  place={at + 1}
                  count={items.length}
                  heading={heading}
                  onStep={step}
                  onList={() => {
                    queue.open(undefined);
                    requestAnimationFrame(focusList);
                  }}
                  onDone={decided}
                  onSent={() => void reloadWaiting()}
                />
              ) : (
                queue.asked !== undefined && <Gone onList={() => queue.open(undefined)} />
              )}
            </div>
          </div>
        )}
      </Await>
    </div>
  );
}

/** One entity's records alone; it is offered once there are several. */
function EntityFilter({ queue }: { queue: QueueState }) {
  const { reference } = useApp();
  const ids = [...new Set(queue.all.map(({ data }) => data.entityId))];
  if (ids.length < 2 && queue.entityId === "") return null;
  const options = ids
    .map((id) => {
      const entity = itemOf(reference.catalogues.entities, id);
      return { id, label: entity ? nameOf(entity) : id };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      words={{ id: "queue-entity", label: review("queueEntity") }}
      options={options}
      value={queue.entityId}
      blank={review("queueAll")}
      onChange={queue.ofEntity}
    />
  );
}

/** What was asked for is no longer in the queue: another person was quicker. */
function Gone({ onList }: { onList: () => void }) {
  return (
    <div class="notice">
      <h2>{review("goneTitle")}</h2>
      <p>{review("gone")}</p>
      <button type="button" class="button secondary" onClick={onList}>
        {review("toList")}
      </button>
    </div>
  );
}
