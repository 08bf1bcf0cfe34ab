/** One of two records that are compared: what it says in short, with a link to all of it. */
import { isDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { StateTag } from "../../../components/parts.tsx";
import { itemOf, type Reference } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { duplicateText } from "./texts.ts";
import "../../../styles/partners.css";

export const entityNamed = ({ catalogues }: Reference, id: string): string => {
  const entity = itemOf(catalogues.entities, id);
  return entity ? nameOf(entity) : id;
};

interface Props {
  readonly heading: string;
  readonly recordId: string;
  readonly record: DraftRecord;
}

export function RecordSide({ heading, recordId, record }: Props) {
  const { reference } = useApp();
  const { title, entityId, happenedOn = "", partnerIds = [], state, kind, summary } = record;
  const names = partnerIds.map((id) => reference.partners.find((one) => one.id === id)?.data.name ?? id);
  return (
    <section class="side">
      <h2>{heading}</h2>
      <p>
        <a href={`/app/registros/${entityId}/${recordId}`} target="_blank" rel="noreferrer">
          {title ?? app("untitled")}
        </a>
        <br />
        <span class="note">{say(KIND_FORMS[kind].name)}</span>
      </p>
      <dl class="facts">
        <div>
          <dt>{duplicateText("entity")}</dt>
          <dd>{entityNamed(reference, entityId)}</dd>
        </div>
        <div>
          <dt>{duplicateText("day")}</dt>
          <dd>{isDay(happenedOn) ? formatLongDay(happenedOn, language()) : "–"}</dd>
        </div>
        <div>
          <dt>{duplicateText("partners")}</dt>
          <dd>{names.join(" · ") || "–"}</dd>
        </div>
        <div>
          <dt>{duplicateText("state")}</dt>
          <dd>
            <StateTag state={state} />
          </dd>
        </div>
        {summary && (
          <div>
            <dt>{duplicateText("summary")}</dt>
            <dd>{summary}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
