/** The parts of a report in order, with what has been written of each and what is still asked. */
import type { Outline } from "#domain/reports/outline.ts";
import { say } from "../../../i18n/language.ts";
import type { Texts } from "./ComposeReport.tsx";
import { words } from "./texts.ts";
import { isWritten } from "./written.ts";

type Part = Outline[number];

function standingOf({ slots }: Part, texts: Texts): string {
  if (slots.length === 0) return words("byItself");
  const written = slots.filter(({ key }) => isWritten(texts.get(key))).length;
  const asked = slots.filter(({ key, isAsked }) => isAsked && !isWritten(texts.get(key))).length;
  return [
    words("written", { written, all: slots.length }),
    ...(asked > 0 ? [words("asked", { count: asked })] : []),
  ].join(" · ");
}

interface Props {
  readonly outline: Outline;
  readonly texts: Texts;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function OutlineList({ outline, texts, chosen, onChoose }: Props) {
  return (
    <nav class="composer-outline" aria-label={words("parts")}>
      <ol>
        {outline.map((part) => (
          <li key={part.id}>
            <button
              type="button"
              aria-current={part.id === chosen ? "true" : undefined}
              onClick={() => onChoose(part.id)}
            >
              <span>{say(part.title)}</span>
              <small>{standingOf(part, texts)}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
