/** What the entity and the Office have written to each other about a record, and a place to answer. */
import { useRef, useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { LIMITS } from "#domain/limits.ts";
import { DISCUSSED_STATES, type Message } from "#domain/record/message.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { isOffice, writesFor } from "#domain/record/states.ts";
import { TextField } from "../../../components/fields.tsx";
import { Await, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { loadMessages, newMessageId, sendMessage } from "../../../data/messages.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { useApp } from "../../context.ts";
import { useKept } from "../../useKept.ts";
import { useLoaded } from "../../useLoaded.ts";
import { review } from "./texts.ts";
import "../../../styles/review.css";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  /** Hears of a message that was sent. */
  readonly onSent?: () => void;
}

export function Discussion({ address, record, onSent }: Props) {
  const { session } = useApp();
  const { actor } = session;
  const [loaded, reload] = useLoaded(`messages ${address.recordId}`, () => loadMessages(address));
  // Of its own entity's records the Office speaks as the entity only where it is not the Office that reviews them.
  const side = isOffice(actor) ? "office" : writesFor(actor, address.entityId) ? "entity" : undefined;
  const mayWrite = side !== undefined && DISCUSSED_STATES.includes(record.state);
  return (
    <section class="panel discussion" aria-labelledby="discussion-title">
      <h2 id="discussion-title" class="panel-title">
        {review(side === "entity" ? "discussionOffice" : "discussion")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(messages) =>
          messages.length === 0 ? (
            <p class="note">{review("discussionNone")}</p>
          ) : (
            <ol class="messages">
              {messages.map(({ id, data }) => (
                <li key={id} class={data.from === side ? "message mine" : "message"}>
                  <Said message={data} />
                </li>
              ))}
            </ol>
          )
        }
      </Await>
      {mayWrite && (
        <Write
          address={address}
          onSend={async (text, id) => {
            await sendMessage(address, { id, text, from: side, byName: session.name });
            await reload();
            onSent?.();
          }}
        />
      )}
    </section>
  );
}

function Said({ message: { from, entityId, byName, createdAt, text } }: { message: Message }) {
  const { reference } = useApp();
  const entity = itemOf(reference.catalogues.entities, entityId);
  const whose = from === "office" ? review("sideOffice") : entity ? nameOf(entity) : entityId;
  return (
    <>
      <p class="note">
        <strong>{byName}</strong>, {whose}, {formatDay(bogotaDay(createdAt), language())}, {timeOf(createdAt)}
      </p>
      <p class="message-text">{text}</p>
    </>
  );
}

interface WriteProps {
  readonly address: RecordAddress;
  readonly onSend: (text: string, id: string) => Promise<void>;
}

function Write({ address, onSend }: WriteProps) {
  const { kept, keep, forget } = useKept(`bitacora/message/${address.entityId}/${address.recordId}`, {
    text: "",
  });
  // The same message sent again keeps its id, so that it never stands twice.
  const id = useRef(newMessageId());
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const { running, error, run } = useAct();
  const length = [...kept.text.trim()].length;
  const wrong =
    length === 0
      ? review("messageMissing")
      : length > LIMITS.message
        ? review("messageLong", { max: LIMITS.message, over: length - LIMITS.message })
        : undefined;
  const send = () => {
    setTried(true);
    if (wrong) return document.getElementById("message")?.focus();
    void run(async () => {
      await onSend(kept.text, id.current);
      id.current = newMessageId();
      forget();
      setTried(false);
      setSent(true);
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Failure error={error} />
      <TextField
        words={{
          id: "message",
          label: review("message"),
          help: review("discussionHelp"),
          error: tried ? wrong : undefined,
        }}
        value={kept.text}
        onChange={(text) => {
          keep({ text });
          setSent(false);
        }}
        long
      />
      <div class="actions">
        <button type="submit" class="button secondary" disabled={running}>
          {review("messageSend")}
        </button>
        <p role="status" class="sent-status">
          {sent && review("messageSent")}
        </p>
      </div>
    </form>
  );
}
