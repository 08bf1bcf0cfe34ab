/** The open record of the queue: what it says, what changed, and what to decide, with the keys that lead there. */
import type { RefObject } from "preact";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { EvidenceFiles } from "../../record/evidence/EvidenceFiles.tsx";
import { History } from "../../record/History.tsx";
import { RecordDetails } from "../../record/RecordDetails.tsx";
import { Decide, type Decision } from "./Decide.tsx";
import { Discussion } from "./Discussion.tsx";
import { SinceLast } from "./SinceLast.tsx";
import { review } from "./texts.ts";
import type { Waiting } from "./useQueue.ts";

interface Props {
  readonly item: Waiting;
  /** From one. */
  readonly place: number;
  readonly count: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onStep: (step: 1 | -1) => void;
  readonly onList: () => void;
  readonly onDone: (decision: Decision) => Promise<void>;
  readonly onSent: () => void;
}

export function QueueRecord({ item, place, count, heading, onStep, onList, onDone, onSent }: Props) {
  const { reference } = useApp();
  const { data: record } = item;
  const address = { entityId: record.entityId, recordId: item.id };
  const entity = itemOf(reference.catalogues.entities, record.entityId);
  const key = `${item.path} ${record.version}`;
  return (
    <>
      <div class="queue-steps">
        <button type="button" class="link-button queue-back" onClick={onList}>
          {review("toList")}
        </button>
        <span class="note">{review("place", { place, count })}</span>
        <button type="button" class="link-button" disabled={place === 1} onClick={() => onStep(-1)}>
          {review("previous")}
        </button>
        <button type="button" class="link-button" disabled={place === count} onClick={() => onStep(1)}>
          {review("next")}
        </button>
        <a class="standalone" href={`/app/registros/${record.entityId}/${item.id}`}>
          {review("openAlone")}
        </a>
      </div>
      <article
        key={key}
        class="queue-record"
        aria-labelledby="queue-record-title"
        onKeyDown={(event) => {
          if (event.key === "Escape") heading.current?.focus();
        }}
      >
        <div>
          <h2 id="queue-record-title" ref={heading} tabIndex={-1} class="long-title">
            {record.title ?? app("untitled")}
          </h2>
          <p class="record-line">
            {say(KIND_FORMS[record.kind].name)} · {entity ? nameOf(entity) : record.entityId}
          </p>
          <SinceLast address={address} record={record} />
          <RecordDetails record={record} />
          <EvidenceFiles address={address} record={record} />
        </div>
        <div class="queue-decide">
          <Decide address={address} record={record} onDone={onDone} />
          <Discussion address={address} record={record} onSent={onSent} />
          <History address={address} kind={record.kind} />
        </div>
      </article>
    </>
  );
}
