/** Answers that the kind proposes, as one line; opened to be changed. */
import type { ComponentChildren } from "preact";
import { itemOf } from "../../../data/reference.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import type { LocalDraft } from "../localDrafts.ts";
import { formText } from "./formTexts.ts";

interface Props {
  readonly title: string;
  readonly draft: LocalDraft;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

export function Proposed({ title, draft, isOpen, children }: Props) {
  const { catalogues } = useApp().reference;
  const line = itemOf(catalogues.lines, String(draft.values.lineId ?? ""));
  const activity = itemOf(catalogues.activities, String(draft.values.activityId ?? ""));
  return (
    <section class="group">
      <h2>{title}</h2>
      {line && activity && (
        <p>
          {formText("proposedPlace", {
            line: `${line.number}. ${nameOf(line)}`,
            activity: nameOf(activity),
          })}
        </p>
      )}
      <details open={isOpen || !line || !activity}>
        <summary>
          {formText("change")}
          <span class="visually-hidden">: {title}</span>
        </summary>
        {children}
      </details>
    </section>
  );
}
