/** The narratives of the entities, folded: there are hundreds, and each says whether it was edited. */
import { useState } from "preact/hooks";
import type { Outline, Slot } from "#domain/reports/outline.ts";
import type { ReportText } from "#domain/reports/reportText.ts";
import { say } from "../../../i18n/language.ts";
import type { Texts } from "./ComposeReport.tsx";
import { SlotEditor } from "./SlotEditor.tsx";
import { words } from "./texts.ts";
import { isWritten } from "./written.ts";

const standingOf = (text: ReportText | undefined): string => {
  if (text?.omitted) return words("omitted");
  return isWritten(text) ? words("edited") : words("asWritten");
};

interface Props {
  readonly slots: Outline[number]["slots"];
  readonly reportId: string;
  readonly texts: Texts;
  readonly onSaved: () => Promise<void>;
}

export function NarrativeSlots({ slots, ...rest }: Props) {
  return (
    <>
      {slots
        .filter(({ kind }) => kind === "narrative")
        .map((slot) => (
          <Folded key={slot.key} slot={slot} {...rest} />
        ))}
    </>
  );
}

function Folded({ slot, reportId, texts, onSaved }: Omit<Props, "slots"> & { slot: Slot }) {
  const [isOpen, open] = useState(false);
  const stored = texts.get(slot.key);
  return (
    <details class="narrative" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span>{say(slot.title)}</span> <small>{standingOf(stored)}</small>
      </summary>
      {isOpen && <SlotEditor slot={slot} reportId={reportId} stored={stored} onSaved={onSaved} isTitled />}
    </details>
  );
}
