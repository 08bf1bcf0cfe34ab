/** The records behind a public figure, each with all that is public of it. */
import { useEffect, useState } from "preact/hooks";
import type { CodeNames, EvidenceList, EvidenceRow } from "#domain/evidenceList.ts";
import { formatLongDay, formatNumber } from "#domain/format.ts";
import type { PublicIndicator, PublicSummary } from "#domain/publicSummary.ts";
import { Frame } from "../components/Frame.tsx";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { addsWords } from "../indicators/addsWords.ts";
import { amountIn } from "../indicators/amountAt.ts";
import { amountWords, measuresOf } from "../indicators/measures.ts";
import type { ShownSeries } from "../indicators/ShownFigure.ts";
import { timeWords } from "../indicators/timeWords.ts";
import { unitOf } from "../indicators/unitOf.ts";
import { type Fetched, loadRecords, loadSummary } from "./openData.ts";
import { kindNameOf, publicFacts } from "./publicFacts.ts";
import { type AskedRecords, askedRecords } from "./recordsAddress.ts";
import { Unanswered } from "./Unanswered.tsx";

interface Found {
  readonly summary: PublicSummary;
  readonly indicator: PublicIndicator;
  readonly list: EvidenceList;
}

async function load({ indicatorId, time }: AskedRecords): Promise<Fetched<Found>> {
  const [summary, list] = await Promise.all([loadSummary(), loadRecords(indicatorId, time)]);
  if (typeof summary !== "object") return summary;
  if (typeof list !== "object") return list;
  const indicator = summary.value.indicators.find(({ id }) => id === indicatorId);
  return indicator ? { value: { summary: summary.value, indicator, list: list.value } } : "none";
}

export function RecordsPage() {
  const [asked] = useState(() => askedRecords(location.search));
  const [loaded, setLoaded] = useState<Fetched<Found> | "loading">("loading");
  const reload = () => {
    setLoaded("loading");
    void load(asked).then(setLoaded);
  };
  useEffect(reload, []);
  document.title = site("recordsTitle");
  const found = typeof loaded === "object" ? loaded.value : undefined;
  return (
    <Frame
      account={
        <a class="header-link" href="/app">
          {site("signIn")}
        </a>
      }
      isDemo={found?.summary.isDemo ?? false}
    >
      <nav class="back" aria-label={site("youAreHere")}>
        <a href="/">{site("backToFigures")}</a>
      </nav>
      <h1 class="long-title">
        {found && <span class="overline">{site("recordsHeading")}</span>}
        {found ? nameOf(found.indicator) : site("recordsHeading")}
      </h1>
      {typeof loaded === "object" ? (
        <Records found={loaded.value} asked={asked} />
      ) : (
        <Unanswered why={loaded} retry={reload} />
      )}
    </Frame>
  );
}

function Records({ found, asked }: { found: Found; asked: AskedRecords }) {
  const { indicator, list, summary } = found;
  const { time } = asked;
  const amounts = measuresOf<ShownSeries>(indicator, indicator.figure).map(({ currency, series }) =>
    amountWords(amountIn(series, time), currency),
  );
  const hasAmount = indicator.type !== "milestone" && amounts.length > 0;
  return (
    <>
      <p class="figure headline-figure">
        <strong>{hasAmount ? amounts.join(" · ") : formatNumber(list.count, language())}</strong>{" "}
        {hasAmount ? unitOf(indicator) : site("records")}
      </p>
      <p>
        {site("recordsOf", { time: timeWords(time) })}{" "}
        {site("cutOff", { day: formatLongDay(summary.cutOffOn, language()) })}
      </p>
      <details class="rule">
        <summary>{site("howCounted")}</summary>
        <p>{language() === "es" ? indicator.ruleEs : indicator.ruleEn}</p>
      </details>
      {list.count === 0 ? <p class="empty">{site("noRecords")}</p> : <List found={found} time={time} />}
    </>
  );
}

function List({ found, time }: { found: Found; time: string }) {
  const { indicator, list } = found;
  const [rows, setRows] = useState(list.rows);
  const [names, setNames] = useState<CodeNames>(list.names ?? {});
  const [next, setNext] = useState(list.next);
  const [more, setMore] = useState<"idle" | "running" | "failed">("idle");
  const count = formatNumber(list.count, language());
  const showMore = async () => {
    setMore("running");
    const page = await loadRecords(indicator.id, time, next);
    if (typeof page !== "object") return setMore("failed");
    setRows((before) => [...before, ...page.value.rows]);
    setNames((before) => joined(before, page.value.names ?? {}));
    setNext(page.value.next);
    setMore("idle");
  };
  return (
    <section aria-labelledby="list">
      <h2 id="list">{site(list.count === 1 ? "listedOne" : "listed", { count })}</h2>
      <ol class="records">
        {rows.map((row) => (
          <Record key={row.id} row={row} names={names} indicator={indicator} />
        ))}
      </ol>
      <p role="status" class="note">
        {site("shownOf", { shown: formatNumber(rows.length, language()), count })}
      </p>
      {more === "failed" && <p role="alert">{site("unavailable")}</p>}
      {next !== undefined && (
        <button type="button" class="button secondary" disabled={more === "running"} onClick={showMore}>
          {site("showMore")}
        </button>
      )}
    </section>
  );
}

/** The names of both, field by field. */
const joined = (a: CodeNames, b: CodeNames): CodeNames =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((field) => [
      field,
      { ...a[field], ...b[field] },
    ]),
  );

function Record({
  row,
  names,
  indicator,
}: {
  row: EvidenceRow;
  names: CodeNames;
  indicator: PublicIndicator;
}) {
  const facts = publicFacts(row, names, indicator.states);
  const participants =
    row.participants.length > 0 && site("alongWith", { names: row.participants.join("; ") });
  const benefit = row.fields?.citizenBenefit;
  const adds = addsWords(indicator, row.adds);
  const title = row.title ?? site("untitledRecord");
  return (
    <li>
      <h3>{title}</h3>
      <p class="record-line">
        {[
          formatLongDay(row.on, language()),
          kindNameOf(row.kind),
          [row.entity, participants].filter(Boolean).join(", "),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {adds !== undefined && <p>{site("adds", { amount: adds })}</p>}
      {typeof benefit === "string" && <p>{benefit}</p>}
      {facts.length > 0 && (
        <details>
          <summary>
            {site("moreFacts")}
            <span class="visually-hidden">: {title}</span>
          </summary>
          <dl>
            {facts.map(({ label, values, isLink }) => (
              <div key={label}>
                <dt>{label}</dt>
                {values.map((value) => (
                  <dd key={value}>{isLink ? <a href={value}>{value}</a> : value}</dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
