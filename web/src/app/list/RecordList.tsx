/** A list of records that is searched, filtered, leafed through and downloaded; all of it on what this computer knows. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { folded } from "#domain/similarity/folded.ts";
import { app } from "../../i18n/app/app.ts";
import { failureWords } from "../../i18n/app/failureWords.ts";
import { timeOf } from "../../i18n/timeOf.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { useApp } from "../context.ts";
import { changeQuery, useQuery } from "../router.ts";
import { Download } from "./Download.tsx";
import { ListFilters } from "./ListFilters.tsx";
import { addressOf, foundRows, type ListChange, listQueryOf, sortedRows } from "./listQuery.ts";
import { Pages } from "./Pages.tsx";
import { RowTable } from "./RowTable.tsx";
import { listText } from "./texts.ts";
import { useMirrorRows } from "./useMirrorRows.ts";
import "../../styles/list.css";
import { wholeNumber } from "../../i18n/wholeNumber.ts";

interface Props {
  readonly caption: string;
  /** Which of the records that are known belong to the list. */
  readonly belongs: (row: MirrorRow) => boolean;
  /** Of one's own: by state, and to be copied; else by entity. */
  readonly isOwn: boolean;
  /** Shown where there is nothing yet. */
  readonly empty: ComponentChildren;
}

const PAGE = 50;

export function RecordList({ caption, belongs, isOwn, empty }: Props) {
  const { local, reference } = useApp();
  const { mirror } = local;
  const { rows, revision, isFetching, failure, fetchAgain } = useMirrorRows(mirror);
  const query = listQueryOf(useQuery());
  const all = useMemo(() => sortedRows(rows.filter(belongs), isOwn), [revision, mirror]);
  const namesOf = useMemo(() => {
    const names = new Map(
      reference.partners.map(({ id, data: { name, acronym, aliases } }) => [
        id,
        folded([name, acronym ?? "", ...aliases].join("\n")),
      ]),
    );
    return (id: string) => names.get(id) ?? "";
  }, [reference.partners]);
  const found = foundRows(all, query, namesOf);
  const change = (part: ListChange) => changeQuery(addressOf({ ...query, page: 1, ...part }));
  if (all.length === 0) {
    if (isFetching) return <p role="status">{listText("fetching")}</p>;
    if (failure === undefined) return <>{empty}</>;
    return (
      <div class="notice" role="alert">
        <p>{failureWords(failure)}</p>
        <button type="button" class="button secondary" onClick={fetchAgain}>
          {app("retry")}
        </button>
      </div>
    );
  }
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(query.page, pages);
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  return (
    <>
      <ListFilters query={query} rows={all} namesOf={namesOf} isOwn={isOwn} onChange={change} />
      <div class="list-head">
        <p role="status">
          {found.length === 1 && all.length === 1
            ? listText("shownOne")
            : found.length === all.length
              ? listText("shownAll", { count: wholeNumber(all.length) })
              : listText("shownSome", { count: wholeNumber(found.length), all: wholeNumber(all.length) })}
          {failure !== undefined && (
            <span class="note">
              {" "}
              {mirror.syncedAt
                ? listText("asKnown", { time: timeOf(mirror.syncedAt) })
                : listText("asKnownBefore")}
            </span>
          )}
        </p>
        <Download rows={found} />
      </div>
      {found.length === 0 && <p class="empty">{listText("none")}</p>}
      <RowTable caption={caption} rows={shown} isOwn={isOwn} />
      <Pages page={page} pages={pages} onPage={(next) => change({ page: next })} />
    </>
  );
}
