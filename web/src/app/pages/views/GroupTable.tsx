/** A view's groups as a table with bars; each name leads to the view of it alone. */
import { useState } from "preact/hooks";
import { formatPercent } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { useApp } from "../../context.ts";
import { nameIn } from "./names.ts";
import { views } from "./texts.ts";
import type { Counted, Group, View } from "./viewOf.ts";
import { type ViewQuery, viewAddress, withFilter } from "./viewQuery.ts";

/** More rows are shown when they are asked for. */
const AT_FIRST = 12;

interface Props {
  readonly caption: string;
  readonly view: View<Counted>;
  readonly query: ViewQuery;
}

export function GroupTable({ caption, view: { groups, gathered }, query }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? groups : groups.slice(0, AT_FIRST);
  const chosen = query.filters[query.by];
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <div class="view-groups">
      <DataTable
        compact
        caption={caption}
        rows={shown}
        rowKey={({ value }) => value}
        columns={[
          {
            head: views(`by_${query.by}`),
            rowHead: true,
            cell: ({ value, count }: Group) => (
              <>
                <Name query={query} value={value} isChosen={value === chosen} />
                <svg class="view-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bar-value" width={(count / most) * 100} height="6" />
                </svg>
              </>
            ),
          },
          { head: views("columnCount"), cell: ({ count }) => wholeNumber(count), numeric: true },
          {
            head: views("columnShare"),
            cell: ({ count }) => formatPercent(count / Math.max(1, gathered), language()),
            numeric: true,
          },
        ]}
      />
      {groups.length > shown.length && (
        <button type="button" class="button secondary" onClick={() => setWhole(true)}>
          {views("showAll", { count: wholeNumber(groups.length) })}
        </button>
      )}
    </div>
  );
}

function Name({ query, value, isChosen }: { query: ViewQuery; value: string; isChosen: boolean }) {
  const { reference } = useApp();
  const name = nameIn(query.by, value, reference);
  if (value === "") return <span class="view-name note">{name}</span>;
  if (isChosen)
    return (
      <strong class="view-name">
        {name} {views("chosen")}
      </strong>
    );
  return (
    <a class="view-name" href={viewAddress(withFilter(query, query.by, value))}>
      {name}
    </a>
  );
}
