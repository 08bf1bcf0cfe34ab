/** What happened to a report since it was first sent, the latest first: who, when, why, and what it said then. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { reportReviewSchema, SECTION_IDS } from "#domain/halfYearReport.ts";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import { Await } from "../../../components/parts.tsx";
import { loadReportHistory, type ReportAddress } from "../../../data/reports.ts";
import { language } from "../../../i18n/language.ts";
import { useLoaded } from "../../useLoaded.ts";
import { told } from "./texts.ts";

export function ReportHistory({ address }: { address: ReportAddress }) {
  const [loaded, reload] = useLoaded("history", () => loadReportHistory(address));
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history" class="panel-title">
        {told("history")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(entries) =>
          entries.length === 0 ? (
            <p>{told("historyNone")}</p>
          ) : (
            <ol class="history">
              {entries.map(({ id, data }) => (
                <li key={id}>
                  <Entry entry={data} />
                </li>
              ))}
            </ol>
          )
        }
      </Await>
    </section>
  );
}

const texts = (entry: HistoryEntry) =>
  SECTION_IDS.map((section) => [section, entry.after[section]] as const).filter(
    (pair): pair is [(typeof SECTION_IDS)[number], string] => typeof pair[1] === "string",
  );

function Entry({ entry }: { entry: HistoryEntry }) {
  const { action, byName, at, reason, after } = entry;
  const { sectionReasons } = action === "return" ? reportReviewSchema.parse(after.review ?? {}) : {};
  const said = action === "submit" || action === "edit" ? texts(entry) : [];
  return (
    <>
      <strong>{told(`history_${action}`)}</strong>
      <span class="note">
        {" "}
        {byName}, {formatDay(bogotaDay(at), language())}
      </span>
      {reason && <p>«{reason}»</p>}
      {SECTION_IDS.map((section) => {
        const asked = sectionReasons?.[section];
        return asked === undefined ? null : (
          <p key={section}>
            {told(section)}: «{asked}»
          </p>
        );
      })}
      {said.length > 0 && (
        <details>
          <summary>{told("historyText")}</summary>
          <dl class="history-changes">
            {said.map(([section, text]) => (
              <div key={section}>
                <dt>{told(section)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
