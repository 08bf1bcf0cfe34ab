/** What happened to a record: who, when, why; the latest first. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { Await } from "../../components/parts.tsx";
import { loadHistory, type RecordAddress } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { language } from "../../i18n/language.ts";
import { useLoaded } from "../useLoaded.ts";

export function History({ address }: { address: RecordAddress }) {
  const [loaded, reload] = useLoaded(`history ${address.recordId}`, () => loadHistory(address));
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title" class="panel-title">
        {app("history")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(entries) => (
          <ol class="history">
            {entries
              .toSorted((a, b) => b.data.version - a.data.version)
              .map(({ id, data }) => (
                <li key={id}>
                  <strong>{app(`history_${data.action}`)}</strong>
                  <span class="note">
                    {" "}
                    {data.byName}, {formatDay(bogotaDay(data.at), language())}
                  </span>
                  {data.reason && <p>«{data.reason}»</p>}
                </li>
              ))}
          </ol>
        )}
      </Await>
    </section>
  );
}
