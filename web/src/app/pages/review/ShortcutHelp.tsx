/** The help on the queue's keys, and the switch that turns them off. */
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { SHORTCUTS, setUsesShortcuts, usesShortcuts } from "./shortcuts.ts";
import { review } from "./texts.ts";

export function ShortcutHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const [uses, setUses] = useState(usesShortcuts);
  return (
    <dialog ref={dialog} class="shortcut-help" aria-labelledby="shortcut-help-title">
      <h2 id="shortcut-help-title">{review("shortcuts")}</h2>
      <p>{review("shortcutsHelp")}</p>
      <dl>
        {Object.entries(SHORTCUTS).map(([key, act]) => (
          <Row key={key} keys={key} does={review(`does_${act}`)} />
        ))}
        <Row keys="Ctrl + Enter" does={review("does_send")} />
        <Row keys="Esc" does={review("does_escape")} />
      </dl>
      <div class="choice">
        <input
          id="uses-shortcuts"
          type="checkbox"
          checked={uses}
          aria-describedby="uses-shortcuts-note"
          onChange={({ currentTarget }) => {
            setUsesShortcuts(currentTarget.checked);
            setUses(currentTarget.checked);
          }}
        />
        <label for="uses-shortcuts">{review("shortcutsOn")}</label>
      </div>
      <p id="uses-shortcuts-note" class="note">
        {review("shortcutsOffNote")}
      </p>
      <form method="dialog">
        <button type="submit" class="button secondary">
          {review("close")}
        </button>
      </form>
    </dialog>
  );
}

const Row = ({ keys, does }: { keys: string; does: string }) => (
  <div>
    <dt>
      <kbd>{keys}</kbd>
    </dt>
    <dd>{does}</dd>
  </div>
);
