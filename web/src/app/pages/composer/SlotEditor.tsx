/** One text of a report: what it is about, what was written, and who saved it last. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { Slot } from "#domain/reports/outline.ts";
import type { StoredReportText } from "#domain/reports/reportText.ts";
import { paragraphsOf } from "#domain/reports/textBlocks.ts";
import { TextField } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { language, say } from "../../../i18n/language.ts";
import { SlotHistory } from "./SlotHistory.tsx";
import { words } from "./texts.ts";
import { type SlotText, useSlotText } from "./useSlotText.ts";

export interface SlotProps {
  readonly slot: Slot;
  readonly reportId: string;
  readonly stored: StoredReportText | undefined;
  readonly onSaved: () => Promise<void>;
  /** Its title stands above it already. */
  readonly isTitled?: boolean;
}

export function SlotEditor({ slot, reportId, stored, onSaved, isTitled = false }: SlotProps) {
  const text = useSlotText(reportId, slot, stored, onSaved);
  const { typed, type } = text;
  const id = `text-${slot.key}`;
  return (
    <section class="slot" aria-label={say(slot.title)}>
      <h3 class={isTitled ? "visually-hidden" : undefined}>{say(slot.title)}</h3>
      {slot.isAsked && <p class="slot-asked">{words("isAsked")}</p>}
      {slot.original !== undefined && <Original text={slot.original} />}
      {text.isOvertaken && stored && (
        <div class="notice clash" role="alert">
          <p>{words("changed")}</p>
          <Paragraphs text={stored.es || stored.en || words("emptyText")} />
        </div>
      )}
      <div class="slot-languages">
        <TextField
          words={{ id: `${id}-es`, label: words("spanish") }}
          value={typed.es}
          onChange={(es) => type({ es })}
          long
        />
        <TextField
          words={{ id: `${id}-en`, label: words("english"), help: words("englishHelp"), optional: true }}
          value={typed.en}
          onChange={(en) => type({ en })}
          long
        />
      </div>
      {slot.kind === "narrative" && <Omit id={`${id}-omit`} text={text} />}
      <div class="slot-acts">
        <button
          type="button"
          class="button"
          disabled={text.running || !text.isChanged}
          onClick={() => void text.save()}
        >
          {text.running ? words("saving") : words("save")}
        </button>
        {slot.original !== undefined && typed.es !== slot.original && (
          <button type="button" class="link-button" onClick={() => type({ es: slot.original ?? "" })}>
            {words("restoreOriginal")}
          </button>
        )}
        <Saved text={text} stored={stored} />
      </div>
      <Failure error={text.error} />
      {stored && <SlotHistory reportId={reportId} slotKey={slot.key} onUse={(entry) => type(entry)} />}
    </section>
  );
}

function Saved({ text, stored }: { text: SlotText; stored: StoredReportText | undefined }) {
  if (text.isChanged) return <p class="note unsaved">{words("notSaved")}</p>;
  if (!stored) return <p class="note">{words("neverSaved")}</p>;
  const day = formatDay(bogotaDay(stored.updatedAt), language());
  return (
    <p class="note" role="status">
      {words("savedBy", { day, name: stored.updatedByName })}
    </p>
  );
}

function Omit({ id, text: { typed, type } }: { id: string; text: SlotText }) {
  return (
    <div class="choice">
      <input
        id={id}
        type="checkbox"
        checked={typed.omitted === true}
        onChange={(event) => type({ omitted: event.currentTarget.checked ? true : undefined })}
      />
      <label for={id}>{words("omit")}</label>
    </div>
  );
}

export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </>
);

function Original({ text }: { text: string }) {
  return (
    <blockquote class="slot-original" lang="es">
      <h4>{words("original")}</h4>
      <Paragraphs text={text} />
      <p class="note">{words("originalHelp")}</p>
    </blockquote>
  );
}
