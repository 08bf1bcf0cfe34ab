/** One part of the narrative: what belongs in it, what the Office asks of it, and how much it still takes. */
import type { ReportSection } from "#domain/halfYearReport.ts";
import { TextField } from "../../../components/fields.tsx";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { OfficeAsks } from "./ReportText.tsx";
import { charactersLeft } from "./reportAdvice.ts";
import { told } from "./texts.ts";

/** From so few on they are counted aloud. */
const FEW = 500;

interface Props {
  readonly section: ReportSection;
  readonly text: string;
  readonly isRequired: boolean;
  readonly reason: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

export function NarrativeField({ section, text, isRequired, reason, error, onChange }: Props) {
  const left = charactersLeft(text);
  const count = wholeNumber(Math.abs(left));
  return (
    <div class="narrative-field">
      {reason && <OfficeAsks reason={reason} />}
      <TextField
        words={{
          ...{ id: section, label: told(section), help: told(`${section}Help`), error },
          optional: !isRequired,
        }}
        value={text}
        onChange={onChange}
        long
      />
      {left < FEW && (
        <p class={left < 0 ? "error-message" : "note"} role="status">
          {told(left < 0 ? "charactersOver" : "charactersLeft", { count })}
        </p>
      )}
    </div>
  );
}
