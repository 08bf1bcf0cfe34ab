/** The list behind a figure: which figure it is, how it is counted, and every record that it counts. */

import { useState } from "preact/hooks";
import { isListed, type Slice } from "#domain/counting/evidence.ts";
import type { Series } from "#domain/counting/figures.ts";
import type { EvidenceList, EvidenceRow } from "#domain/evidenceList.ts";
import { formatNumber } from "#domain/format.ts";
import type { Currency, Indicator } from "#domain/indicator.ts";
import { Await, Breadcrumb, Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { loadEvidence } from "../../data/evidence.ts";
import { type Figures, figureIn, loadFigures } from "../../data/figures.ts";
import type { Reference } from "../../data/reference.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { amountAt } from "../../indicators/amountAt.ts";
import { amountWords, measuresOf } from "../../indicators/measures.ts";
import { timeWords } from "../../indicators/timeWords.ts";
import { unitOf } from "../../indicators/unitOf.ts";
import { useApp } from "../context.ts";
import { EvidenceTable } from "../indicator/EvidenceTable.tsx";
import { listVerdict } from "../indicator/listVerdict.ts";
import { indicatorAddress, sliceOf } from "../indicator/sliceAddress.ts";
import { figureText } from "../indicator/texts.ts";
import { valueName } from "../indicator/valueName.ts";
import { useQuery } from "../router.ts";
import { useLoaded } from "../useLoaded.ts";
import { NotFound } from "./NotFound.tsx";

export function EvidencePage({ indicatorId }: { indicatorId: string }) {
  const { reference } = useApp();
  const query = useQuery();
  const slice = sliceOf(query);
  const indicator = reference.indicators.find(({ id }) => id === indicatorId);
  if (!indicator || !slice || !isListed(slice)) return <NotFound />;
  return <Evidence key={String(query)} indicator={indicator} slice={slice} />;
}

/** Which figure it is: `aprobados, en 2026. Sector: Movilidad`. */
function sliceWords({ standing, time, of }: Slice, reference: Reference): string {
  const words = figureText(`slice_${standing}`, { time: timeWords(time) });
  return of ? `${words} ${app(`by_${of.dimension}`)}: ${valueName(of, reference)}.` : words;
}

interface Amount {
  readonly amount: number;
  readonly currency?: Currency;
}

/** The amounts of the figure, of money one by currency; of a focal point's own entity its own figures say. */
function amountsOf(indicator: Indicator, slice: Slice, { city, own }: Figures): Amount[] {
  const { of, ...rest } = slice;
  const ownDocument = own.find(
    ({ entityId }) => of?.dimension === "entity" && of.value === entityId,
  )?.document;
  const document = ownDocument ?? city;
  const figure = document && figureIn(document, indicator.id);
  if (!figure) return [];
  return measuresOf<Series>(indicator, figure).flatMap(({ currency, series }) => {
    const amount = amountAt(series, ownDocument ? rest : slice);
    return amount === undefined ? [] : [{ amount, ...(currency && { currency }) }];
  });
}

function Evidence({ indicator, slice }: { indicator: Indicator; slice: Slice }) {
  const { session, reference } = useApp();
  const [loaded, reload] = useLoaded("evidence", async () => {
    const [figures, list] = await Promise.all([
      loadFigures(session.actor),
      loadEvidence(indicator.id, slice),
    ]);
    return { amounts: amountsOf(indicator, slice, figures), list };
  });
  const name = nameOf(indicator);
  const words = sliceWords(slice, reference);
  return (
    <>
      <Breadcrumb
        steps={[
          { href: "/app/indicadores", name: app("indicators") },
          { href: indicatorAddress(indicator.id), name },
          { name: figureText("recordsBehind") },
        ]}
      />
      <h1 class="long-title">
        <span class="overline">{figureText("recordsBehind")}</span>
        {name}
      </h1>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ amounts, list }) => (
          <>
            <p class="figure headline-figure">
              {amounts.length > 0 && indicator.type !== "milestone" ? (
                <>
                  <strong>
                    {amounts.map(({ amount, currency }) => amountWords(amount, currency)).join(" · ")}
                  </strong>{" "}
                  {unitOf(indicator)}
                </>
              ) : (
                <>
                  <strong>{formatNumber(list.count, language())}</strong> {site("records")}
                </>
              )}
            </p>
            <p>{words}</p>
            <details class="rule">
              <summary>{site("howCounted")}</summary>
              <p>{language() === "es" ? indicator.ruleEs : indicator.ruleEn}</p>
            </details>
            <Rows
              indicator={indicator}
              slice={slice}
              first={list}
              figure={indicator.type === "count" ? amounts[0]?.amount : undefined}
              caption={`${name}. ${words}`}
            />
          </>
        )}
      </Await>
    </>
  );
}

interface RowsProps {
  readonly indicator: Indicator;
  readonly slice: Slice;
  readonly first: EvidenceList;
  /** Of a count, where it is known. */
  readonly figure: number | undefined;
  readonly caption: string;
}

function Rows({ indicator, slice, first, figure, caption }: RowsProps) {
  const [rows, setRows] = useState<readonly EvidenceRow[]>(first.rows);
  const [next, setNext] = useState(first.next);
  const { running, error, run } = useAct();
  const count = formatNumber(first.count, language());
  const more = () =>
    run(async () => {
      const page = await loadEvidence(indicator.id, slice, next);
      setRows((before) => [...before, ...page.rows]);
      setNext(page.next);
    });
  if (first.count === 0) return <p class="empty">{figureText("nothingCounted")}</p>;
  return (
    <section aria-labelledby="list">
      <h2 id="list">{site(first.count === 1 ? "listedOne" : "listed", { count })}</h2>
      <p class="note">
        {app(listVerdict({ figure, count: first.count, rows, isWhole: next === undefined }))}
      </p>
      <EvidenceTable indicator={indicator} rows={rows} caption={caption} />
      <p role="status" class="note">
        {site("shownOf", { shown: formatNumber(rows.length, language()), count })}
      </p>
      {next !== undefined && (
        <button type="button" class="button secondary" disabled={running} onClick={() => void more()}>
          {site("showMore")}
        </button>
      )}
      <Failure error={error} />
    </section>
  );
}
