/** What happened to a record since it was first sent: who, when, why, and field by field what changed; the latest first. */

import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { Await } from "../../components/parts.tsx";
import { loadHistory } from "../../data/recordHistory.ts";
import type { RecordAddress } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { language } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { changedFieldsOf } from "./changedFieldsOf.ts";
import type { Linkable } from "./options.ts";
import { useLinkable } from "./useLinkable.ts";
import { viewText } from "./viewTexts.ts";

interface Props {
  readonly address: RecordAddress;
  readonly kind: Kind;
}

export function History({ address, kind }: Props) {
  const [loaded, reload] = useLoaded(`history ${address.recordId}`, () => loadHistory(address));
  const { entityId } = address;
  const links = useLinkable(kind, entityId);
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title" class="panel-title">
        {app("history")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(entries) =>
          entries.length === 0 ? (
            <p>{viewText("historyNone")}</p>
          ) : (
            <ol class="history">
              {entries
                .toSorted((a, b) => b.data.version - a.data.version)
                .map(({ id, data }) => (
                  <li key={id}>
                    <Entry address={address} entry={data} links={links} />
                  </li>
                ))}
            </ol>
          )
        }
      </Await>
    </section>
  );
}

function Entry({ address, entry, links }: { address: RecordAddress; entry: HistoryEntry; links: Linkable }) {
  const { action, byName, at, reason, version, covers } = entry;
  return (
    <>
      <strong>{viewText(`history_${action}`)}</strong>
      <span class="note">
        {" "}
        {byName}, {formatDay(bogotaDay(at), language())}
      </span>
      {reason && <p>«{reason}»</p>}
      {action === "edit" && (
        <p class="note">
          {viewText(covers === 1 ? "historyEditsOne" : "historyEditsMany", { count: covers })}
        </p>
      )}
      <Changes entry={entry} links={links} />
      <p>
        <a
          class="note"
          href={`/app/registros/${address.entityId}/${address.recordId}/historia/${version}`}
          aria-label={`${viewText("historyWhole")}: ${viewText(`history_${action}`)}, ${formatDay(bogotaDay(at), language())}`}
        >
          {viewText("historyWhole")}
        </a>
      </p>
    </>
  );
}

function Changes({ entry, links }: { entry: HistoryEntry; links: Linkable }) {
  const { reference } = useApp();
  const changed = changedFieldsOf(entry, reference, links);
  if (changed.length === 0) return null;
  return (
    <details>
      <summary>
        {viewText(changed.length === 1 ? "historyChangedOne" : "historyChangedMany", {
          count: changed.length,
        })}
      </summary>
      <dl class="history-changes">
        {changed.map(({ path, label, was, is }) => (
          <div key={path}>
            <dt>{label}</dt>
            <dd>
              <span class="note">{viewText("historyWas")}</span> <del>{was}</del>
            </dd>
            <dd>
              <span class="note">{viewText("historyIs")}</span> <ins>{is}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
