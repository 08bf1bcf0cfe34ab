/** Approved public records seen by line, sector, entity, partner, country, SDG or kind, and month by month. */
import { useMemo, useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { Await } from "../../../components/parts.tsx";
import { loadAllPublicRecords, type PublicRecords } from "../../../data/publicRecords.ts";
import { app } from "../../../i18n/app/app.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { useApp } from "../../context.ts";
import { useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { RecordTable } from "../RecordTable.tsx";
import { findingOf } from "./findings.ts";
import { GroupTable } from "./GroupTable.tsx";
import { MonthChart } from "./MonthChart.tsx";
import { views } from "./texts.ts";
import { ViewFilters } from "./ViewFilters.tsx";
import { valuesIn, viewOf } from "./viewOf.ts";
import { type Dimension, type ViewQuery, viewAddress, viewQueryOf, withFilter } from "./viewQuery.ts";
import { WorldMap } from "./WorldMap.tsx";
import "../../../styles/views.css";

export function Views() {
  const { reference } = useApp();
  const query = viewQueryOf(useQuery(), reference);
  const [isAgain, setAgain] = useState(false);
  const [loaded, reload] = useLoaded("public-records", () => loadAllPublicRecords({ again: isAgain }));
  return (
    <>
      <h1>{views("title")}</h1>
      <p class="lead">{views("lead")}</p>
      <p>
        <a class="standalone" href="/app/actores">
          {app("partners")}
        </a>
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(all) => (
          <Shown
            all={all}
            query={query}
            onAgain={() => {
              setAgain(true);
              void loadAllPublicRecords({ again: true }).then(reload);
            }}
          />
        )}
      </Await>
    </>
  );
}

interface Props {
  readonly all: PublicRecords;
  readonly query: ViewQuery;
  readonly onAgain: () => void;
}

function Shown({ all, query, onAgain }: Props) {
  const { reference } = useApp();
  const { entities } = reference.catalogues;
  const address = viewAddress(query);
  const view = useMemo(
    () => viewOf(all.records, query, { entities, today: bogotaDay(new Date()) }),
    [all, address, entities],
  );
  const named = (dimension: Dimension) =>
    new Set(all.records.flatMap(({ data }) => valuesIn(data, dimension, entities)));
  const count = view.records.length;
  const finding = findingOf(view, query.by, reference);
  return (
    <>
      <ViewFilters query={query} named={named} />
      <div class="view-state">
        <p role="status">
          <strong>{count === 1 ? views("countOne") : views("count", { count: wholeNumber(count) })}</strong>
        </p>
        <p class="note">{views("readAt", { time: timeOf(all.readAt) })}</p>
        <button type="button" class="link-button" onClick={onAgain}>
          {views("readAgain")}
        </button>
        <CopyLink />
      </div>
      {all.isCut && <p class="notice">{views("cut", { count: wholeNumber(all.records.length) })}</p>}
      {count === 0 ? (
        <p class="empty">{views("none")}</p>
      ) : (
        <>
          <section class="chart" aria-labelledby="view-finding">
            <h2 id="view-finding">{finding}</h2>
            {view.isMany && <p class="note">{views(manyNote(query.by))}</p>}
            <div class={query.by === "country" ? "view-beside" : undefined}>
              {query.by === "country" && (
                <WorldMap
                  groups={view.groups}
                  chosen={query.filters.country}
                  addressOf={(country) => viewAddress(withFilter(query, "country", country))}
                />
              )}
              <GroupTable key={`${query.by} ${query.period}`} caption={finding} view={view} query={query} />
            </div>
          </section>
          <MonthChart months={view.months} outsideMonths={view.outsideMonths} />
        </>
      )}
      <List key={address} view={view} />
    </>
  );
}

const manyNote = (by: Dimension) =>
  by === "entity" ? "manyEntity" : by === "sector" ? "manySector" : ("many" as const);

function CopyLink() {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        class="link-button"
        onClick={() => void navigator.clipboard.writeText(location.href).then(() => setCopied(true))}
      >
        {views("copy")}
      </button>
      <span role="status" class="note">
        {isCopied && views("copied")}
      </span>
    </>
  );
}

const PAGE = 25;

/** What the numbers count, the latest first. */
function List({
  view: { records, examples },
}: {
  view: ReturnType<typeof viewOf<PublicRecords["records"][number]>>;
}) {
  const [shown, show] = useState(PAGE);
  if (records.length + examples.length === 0) return null;
  const caption =
    records.length === 1 ? views("listOne") : views("list", { count: wholeNumber(records.length) });
  const left = records.length - shown;
  return (
    <section aria-labelledby="view-list">
      <h2 id="view-list">{caption}</h2>
      <RecordTable caption={caption} records={records.slice(0, shown)} withEntity withState={false} />
      {left > 0 && (
        <button type="button" class="button secondary" onClick={() => show(shown + PAGE * 4)}>
          {views("more", { count: wholeNumber(Math.min(left, PAGE * 4)) })}
        </button>
      )}
      <RecordTable caption={caption} records={examples} withEntity withState={false} />
    </section>
  );
}
