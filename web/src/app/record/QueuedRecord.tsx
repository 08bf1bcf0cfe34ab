/** A record that was sent and waits for the connection, or that Bitácora did not take: it can be taken back. */

import { useEffect, useState } from "preact/hooks";
import { Breadcrumb } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError } from "../../data/call.ts";
import type { RecordAddress } from "../../data/records.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { failureWords } from "../../i18n/app/failureWords.ts";
import { say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { viewText } from "./viewTexts.ts";

interface Props {
  readonly address: RecordAddress;
  /** It arrived. */
  readonly onSent: () => void;
  /** It was taken back. */
  readonly onTakenBack: () => void;
}

export function QueuedRecord({ address, onSent, onTakenBack }: Props) {
  const { outbox } = useApp().local;
  const { running, run } = useAct();
  const [queued, set] = useState(outbox.find(address));
  useEffect(
    () =>
      outbox.onChange((sent) => {
        if (sent?.recordId === address.recordId) onSent();
        else set(outbox.find(address));
      }),
    [outbox, address.recordId],
  );
  if (!queued) return null;
  const { stuck } = queued;
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/registros", name: app("myRecords") }, { name: queued.title }]} />
      <h1>{queued.title || app("untitled")}</h1>
      <p>{say(KIND_FORMS[queued.kind].name)}</p>
      {stuck ? (
        <div class="notice bad" role="alert">
          <p>
            {failureWords(new CallError("FAILED_PRECONDITION", { ...stuck, problems: [...stuck.problems] }))}
          </p>
        </div>
      ) : (
        <div class="notice" role="status">
          <h2>{viewText("queuedTitle")}</h2>
          <p>{viewText("queuedHelp")}</p>
        </div>
      )}
      <button
        type="button"
        class="button secondary"
        disabled={running}
        onClick={() =>
          void run(async () => {
            await outbox.takeBack(queued);
            onTakenBack();
          })
        }
      >
        {viewText("queuedEdit")}
      </button>
    </>
  );
}
