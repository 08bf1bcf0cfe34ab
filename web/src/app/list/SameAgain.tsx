/** What was logged last month, to be begun with once more. */
import { addDays, bogotaDay, monthOf } from "#domain/calendar.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { listText } from "./texts.ts";

/** The most that are offered. */
const MOST = 6;

export function SameAgain() {
  const { session, local } = useApp();
  const lastMonth = monthOf(addDays(`${monthOf(bogotaDay(new Date()))}-01`, -1));
  const rows = local.mirror.rows
    .filter(
      ({ entityId, happenedOn, isExample }) =>
        session.actor.entityIds.includes(entityId) && !isExample && happenedOn.startsWith(lastMonth),
    )
    .sort((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1))
    .slice(0, MOST);
  if (rows.length === 0) return null;
  return (
    <section class="same-again" aria-labelledby="same-again">
      <h2 id="same-again">{listText("again")}</h2>
      <p class="note">{listText("againHelp")}</p>
      <ul>
        {rows.map(({ id, entityId, kind, title }) => (
          <li key={id}>
            <a href={`/app/registros/copiar/${entityId}/${id}`}>{title || app("untitled")}</a>{" "}
            <span class="note">{say(KIND_FORMS[kind].name)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
