/** What has changed since the edition before: how much, and on demand record by record. */

import { useState } from "preact/hooks";
import type { Edition } from "#domain/edition.ts";
import { formatDay } from "#domain/format.ts";
import { type RecordChange, recordChanges } from "#domain/reports/changes/recordChanges.ts";
import type { ListedRecord } from "#domain/reports/listedRecord.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { useAct } from "../../../components/useAct.ts";
import { loadListedRecords } from "../../../data/editions.ts";
import type { Stored } from "../../../data/read.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { useApp } from "../../context.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { text } from "./texts.ts";

/** Records that are shown here; the report has them all. */
const MOST = 200;

interface Changed {
  readonly change: RecordChange;
  readonly record: ListedRecord;
}

interface Props {
  readonly stored: Stored<Edition>;
  readonly previous: Stored<Edition>;
}

export function EditionChanges({ stored, previous }: Props) {
  const { changes } = stored.data;
  const [found, setFound] = useState<readonly Changed[]>();
  const { running, error, run } = useAct();
  const number = previous.data.number;
  const compare = () =>
    run(async () => {
      const [before, after] = await Promise.all([
        loadListedRecords(previous.id),
        loadListedRecords(stored.id),
      ]);
      const all: Changed[] = [];
      for await (const changed of recordChanges(
        () => before,
        () => after,
      ))
        if (all.length < MOST) all.push(changed);
      setFound(all);
    });
  return (
    <section>
      <h2>{text("changesTitle", { number })}</h2>
      {changes && (
        <p>
          {text("changesCounted", {
            records: wholeNumber(changes.records),
            figures: wholeNumber(changes.figures),
          })}
        </p>
      )}
      <p>
        <a href={`/app/ediciones/${previous.id}`}>{text("previousOpen", { number })}</a>
      </p>
      {found ? (
        <ChangedRecords found={found} />
      ) : (
        <button type="button" class="button secondary" disabled={running} onClick={() => void compare()}>
          {text("changesShow")}
        </button>
      )}
      <EditionFailure error={error} />
    </section>
  );
}

function ChangedRecords({ found }: { found: readonly Changed[] }) {
  const { reference } = useApp();
  if (found.length === 0) return <p role="status">{text("changesNone")}</p>;
  const nameOfEntity = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  return (
    <>
      <DataTable
        caption={text("changesShow")}
        rows={found}
        rowKey={({ record }) => `${record.entityId}/${record.recordId}`}
        columns={[
          { head: text("columnRecord"), rowHead: true, cell: ({ record }) => record.title },
          { head: text("columnChange"), cell: ({ change }) => text(`change_${change}`) },
          { head: text("columnEntity"), cell: ({ record }) => nameOfEntity(record.entityId) },
          { head: text("columnDay"), cell: ({ record }) => formatDay(record.on, language()) },
        ]}
      />
      {found.length === MOST && <p class="note">{text("changesMore", { count: MOST })}</p>}
    </>
  );
}
