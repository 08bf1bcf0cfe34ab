/** All reports by kind, the latest first: for the Office what is to be done with each, for an entity its own. */
import { useState } from "preact/hooks";
import type { Edition } from "#domain/edition.ts";
import { reportName } from "#domain/editions/editionNames.ts";
import { isTrouble } from "#domain/editions/reportSchedule.ts";
import { formatLongDay } from "#domain/format.ts";
import { REPORT_KINDS, type ReportKindId } from "#domain/reports/ReportKind.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadEditionsOf, loadEditionsOfEntities } from "../../../data/editions.ts";
import type { Stored } from "../../../data/read.ts";
import type { Session } from "../../../data/session.ts";
import { language } from "../../../i18n/language.ts";
import "../../../styles/editions.css";
import { hasRole, useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { DisclosureIndex } from "../DisclosureIndex.tsx";
import { Standing } from "./Standing.tsx";
import { text } from "./texts.ts";

type ByKind = Readonly<Record<ReportKindId, readonly Stored<Edition>[]>>;

/** Rows of a kind that are shown at first. */
const FIRST = 6;

async function load(session: Session): Promise<ByKind> {
  if (!hasRole(session, "office", "viewer", "admin"))
    return { annual: [], monthly: [], "half-year": await loadEditionsOfEntities(session.actor.entityIds) };
  const [annual, monthly, halfYear] = await Promise.all(REPORT_KINDS.map(loadEditionsOf));
  return { annual: annual ?? [], monthly: monthly ?? [], "half-year": halfYear ?? [] };
}

export function Editions() {
  const { session } = useApp();
  const [loaded, reload] = useLoaded("editions", () => load(session));
  const seesAll = hasRole(session, "office", "viewer", "admin");
  return (
    <>
      <div class="title-row">
        <h1>{text("title")}</h1>
        {hasRole(session, "office") && (
          <a class="button" href="/app/ediciones/nueva">
            {text("askLink")}
          </a>
        )}
      </div>
      <p class="lead">{text(seesAll ? "lead" : "leadEntity")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(all) => (
          <>
            <Trouble all={Object.values(all).flat()} />
            {REPORT_KINDS.filter((kind) => seesAll || kind === "half-year").map((kind) => (
              <Kind key={kind} kind={kind} editions={all[kind]} onEnded={reload} />
            ))}
          </>
        )}
      </Await>
      {hasRole(session, "office", "admin") && (
        <ul class="edition-links">
          {hasRole(session, "office") && (
            <li>
              <a href="/app/ediciones/traer">{text("bringLink")}</a>
            </li>
          )}
          <li>
            <a href="/app/ediciones/programacion">{text("scheduleLink")}</a>
          </li>
        </ul>
      )}
      {hasRole(session, "office", "admin") && <DisclosureIndex />}
    </>
  );
}

/** What the system should have made by itself and could not, until something has come in its place. */
function Trouble({ all }: { all: readonly Stored<Edition>[] }) {
  const data = all.map((edition) => edition.data);
  const failed = all.filter((edition) => isTrouble(edition.data, data));
  // Of a report that failed several times the last tells.
  const last = failed.filter(
    ({ data: one }) =>
      !failed.some(({ data: other }) => other.reportId === one.reportId && other.number > one.number),
  );
  if (last.length === 0) return null;
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>
          {last.length === 1 ? text("troubleTitle") : text("troubleSeveral", { count: last.length })}
        </strong>
      </p>
      <ul>
        {last.map(({ id, data: edition }) => (
          <li key={id}>
            <a href={`/app/ediciones/${id}`}>
              {text("troubleOpen", { name: reportName(edition, language()) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface KindProps {
  readonly kind: ReportKindId;
  readonly editions: readonly Stored<Edition>[];
  readonly onEnded: () => Promise<void>;
}

function Kind({ kind, editions, onEnded }: KindProps) {
  const [isLong, lengthen] = useState(false);
  const shown = isLong ? editions : editions.slice(0, FIRST);
  return (
    <section class="edition-kind">
      <h2>{text(kind)}</h2>
      {editions.length === 0 ? (
        <p class="empty">{text(`${kind}None`)}</p>
      ) : (
        <DataTable
          caption={text(kind)}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            {
              head: text("columnReport"),
              rowHead: true,
              cell: ({ id, data }) => <Name id={id} edition={data} />,
            },
            {
              head: text("columnCutOff"),
              cell: ({ data }) => formatLongDay(data.issuedOn ?? data.cutOffOn, language()),
            },
            {
              head: text("columnState"),
              cell: (stored) => <Standing stored={stored} onEnded={onEnded} />,
            },
          ]}
        />
      )}
      {shown.length < editions.length && (
        <button type="button" class="link-button" onClick={() => lengthen(true)}>
          {text("more", { count: editions.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function Name({ id, edition }: { id: string; edition: Edition }) {
  return (
    <>
      <a href={`/app/ediciones/${id}`}>{reportName(edition, language())}</a>
      <span class="edition-number">{text("number", { number: edition.number })}</span>
    </>
  );
}
