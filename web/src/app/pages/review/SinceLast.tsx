/** What the entity changed since it last submitted a record, beside what it was asked for. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { type SinceSubmission, sinceSubmission } from "#domain/record/sinceSubmission.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadEvidence } from "../../../data/evidenceFiles.ts";
import { loadHistory } from "../../../data/recordHistory.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { changedFieldsOf } from "../../record/changedFieldsOf.ts";
import { useLinkable } from "../../record/useLinkable.ts";
import { useLoaded } from "../../useLoaded.ts";
import { review } from "./texts.ts";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
}

interface Again {
  readonly since: SinceSubmission;
  /** Names of the files that came after it was returned. */
  readonly files: readonly string[];
}

async function loadSince(address: RecordAddress): Promise<Again | undefined> {
  const entries = (await loadHistory(address)).map(({ data }) => data);
  const since = sinceSubmission(entries);
  if (!since) return undefined;
  const files = await loadEvidence(address, "others");
  const isNew = ({ data }: (typeof files)[number]) => data.createdAt > since.returned.at;
  return { since, files: files.filter(isNew).map(({ data }) => data.name) };
}

/** Nothing, for a record that is submitted for the first time. */
export function SinceLast({ address, record }: Props) {
  const key = `since ${address.recordId} ${record.version}`;
  const [loaded, reload] = useLoaded(key, () => loadSince(address));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(again) => again && <Changed record={record} {...again} />}
    </Await>
  );
}

function Changed({ record, since, files }: Again & { record: DraftRecord }) {
  const { reference } = useApp();
  const { kind, entityId } = record;
  const links = useLinkable(kind, entityId);
  const changed = changedFieldsOf(since, reference, links);
  const { byName, at, reason } = since.returned;
  return (
    <section class="since" aria-labelledby="since-title">
      <h3 id="since-title">{review("since")}</h3>
      <p>
        {review("sinceAsked", { name: byName, day: formatDay(bogotaDay(at), language()) })} «{reason}»
      </p>
      {changed.length === 0 ? (
        <p>{review("sinceNothing")}</p>
      ) : (
        <DataTable
          caption={review("since")}
          rows={changed}
          rowKey={({ path }) => path}
          columns={[
            { head: app("columnField"), rowHead: true, cell: ({ label }) => label },
            { head: review("sinceBefore"), cell: ({ was }) => <del>{was}</del> },
            { head: review("sinceNow"), cell: ({ is }) => <ins>{is}</ins> },
          ]}
        />
      )}
      <p>{files.length > 0 ? review("sinceFiles", { files: files.join(", ") }) : review("sinceNoFiles")}</p>
    </section>
  );
}
