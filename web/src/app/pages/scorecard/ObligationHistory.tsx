/** What the Office changed of an obligation, the latest first. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { type Obligation, obligationSchema } from "#domain/halfYear/obligation.ts";
import type { ObligationEntry } from "../../../data/obligations.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { told as ofReports } from "../halfYear/texts.ts";
import { told } from "./texts.ts";

export function ObligationHistory({ entries }: { entries: readonly ObligationEntry[] }) {
  return (
    <section class="panel apart" aria-labelledby="history">
      <h2 id="history" class="panel-title">
        {told("history")}
      </h2>
      {entries.length === 0 ? (
        <p>{told("historyNone")}</p>
      ) : (
        <ol class="history">
          {entries.map((entry) => (
            <li key={entry.version}>
              <strong>{entry.byName}</strong>
              <span class="note"> {formatDay(bogotaDay(entry.at), language())}</span>
              <Changes entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Changes({ entry: { before, after } }: { entry: ObligationEntry }) {
  const { reference } = useApp();
  const is = obligationSchema.parse(after);
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  const changed = (name: keyof Obligation) => Object.hasOwn(before, name);
  const lines = [
    ...(changed("dueOn") && typeof before.dueOn === "string"
      ? [told("changedDue", { before: day(before.dueOn), after: day(is.dueOn) })]
      : []),
    ...(changed("sections") && is.sections
      ? [
          told("changedSections", {
            after: is.sections.map((id) => ofReports(id)).join(", ") || told("nothingRequired"),
          }),
        ]
      : []),
    ...(changed("entityIds") && Array.isArray(before.entityIds)
      ? [told("changedEntities", { before: before.entityIds.length, after: is.entityIds.length })]
      : []),
    ...(changed("terms")
      ? [
          told("changedTerms", {
            after:
              Object.entries(is.terms ?? {})
                .map(([id, { extension }]) =>
                  extension
                    ? `${told("extensionSummary", { entity: entityName(id), day: day(extension.dueOn) })} («${extension.reason}»)`
                    : entityName(id),
                )
                .join("; ") || told("changedTermsNone"),
          }),
        ]
      : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

const day = (on: string): string => formatDay(on, language());
