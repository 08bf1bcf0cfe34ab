/** The steps of an edition for citizens: made, signed, published; each with its day, and what is still to be done. */
import { bogotaDay } from "#domain/calendar.ts";
import type { Edition } from "#domain/edition.ts";
import { formatLongDay } from "#domain/format.ts";
import { language } from "../../../i18n/language.ts";
import { text } from "./texts.ts";

export function Stages({ edition }: { edition: Edition }) {
  const { requestedAt, signature, publishedAt } = edition;
  const dayOf = (instant: Date) => formatLongDay(bogotaDay(instant), language());
  const stages = [
    { name: text("stageMade"), done: dayOf(requestedAt) },
    {
      name: text("stageSigned"),
      done:
        signature &&
        text("stageSignedBy", { name: signature.by, day: formatLongDay(signature.on, language()) }),
    },
    { name: text("stagePublished"), done: publishedAt && dayOf(publishedAt) },
  ];
  return (
    <ol class="edition-stages" aria-label={text("stages")}>
      {stages.map(({ name, done }) => (
        <li key={name} class={done ? "done" : undefined}>
          <span class="edition-stage-name">
            <span aria-hidden="true">{done ? "●" : "○"}</span> {name}
          </span>
          <span class="note">{done ?? text("stageOpen")}</span>
        </li>
      ))}
    </ol>
  );
}
