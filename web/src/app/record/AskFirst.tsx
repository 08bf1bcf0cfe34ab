/** What cannot be undone asks once, and says what will be lost. */
import { useState } from "preact/hooks";
import { app } from "../../i18n/app/app.ts";

interface Props {
  readonly act: string;
  readonly question: string;
  readonly confirm: string;
  readonly running: boolean;
  readonly onConfirm: () => void;
}

export function AskFirst({ act, question, confirm, running, onConfirm }: Props) {
  const [asked, ask] = useState(false);
  if (!asked)
    return (
      <button type="button" class="link-button danger" onClick={() => ask(true)}>
        {act}
      </button>
    );
  return (
    <div class="notice bad" role="alert">
      <p>{question}</p>
      <div class="actions">
        <button type="button" class="button warning" disabled={running} onClick={onConfirm}>
          {confirm}
        </button>
        <button type="button" class="link-button" onClick={() => ask(false)}>
          {app("cancel")}
        </button>
      </div>
    </div>
  );
}
