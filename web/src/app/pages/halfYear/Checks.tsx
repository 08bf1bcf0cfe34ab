/** Said before sending: what is missing, and what to look at, with a way to each. */
import type { DraftRecord } from "#domain/record/record.ts";
import type { FieldError } from "../../../components/ErrorSummary.tsx";
import type { Stored } from "../../../data/read.ts";
import type { Advice } from "./reportAdvice.ts";
import { told } from "./texts.ts";

/** Records that are named by a piece of advice; the others are in the list above. */
const NAMED = 5;

export function Checks({ missing, advice }: { missing: readonly FieldError[]; advice: readonly Advice[] }) {
  return (
    <section class="group" aria-labelledby="checks">
      <h2 id="checks">{told("checks")}</h2>
      {missing.length === 0 ? (
        <p class="checks-ready">
          <span aria-hidden="true">✓</span> {told("ready")}
        </p>
      ) : (
        <>
          <p>{told("cannotSend")}</p>
          <ul class="checks-list">
            {missing.map(({ id, message }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {advice.length > 0 && (
        <>
          <p>{told("mayConsider")}</p>
          <ul class="checks-list">
            {advice.map(({ words, records }) => (
              <li key={words}>
                {words} {records.length > 0 && <RecordLinks records={records.slice(0, NAMED)} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export const RecordLinks = ({ records }: { records: readonly Stored<DraftRecord>[] }) => (
  <ul class="record-links">
    {records.map(({ id, path, data }) => (
      <li key={path}>
        <a href={`/app/registros/${data.entityId}/${id}`}>{data.title?.trim() || told("untitled")}</a>
      </li>
    ))}
  </ul>
);
