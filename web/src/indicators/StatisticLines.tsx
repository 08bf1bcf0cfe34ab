/** A statistic of somebody else's: its latest value with period and citation, and the earlier ones as a table. */
import { formatLongDay, formatNumber } from "#domain/format.ts";
import type { Observation } from "#domain/indicator.ts";
import { DataTable } from "../components/DataTable.tsx";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import type { ShownFigure, ShownIndicator } from "./ShownFigure.ts";
import { targetWords } from "./targetWords.ts";
import { timeName, timeWords } from "./timeWords.ts";
import { unitOf } from "./unitOf.ts";

interface Props {
  readonly indicator: ShownIndicator;
  readonly figure: ShownFigure;
}

const written = ({ value }: Observation): string => formatNumber(value, language(), 2);

export function StatisticLines({ indicator, figure }: Props) {
  const observations = figure.observations ?? [];
  const latest = observations.at(-1);
  return (
    <>
      <p class="figure">
        {latest ? (
          <>
            <strong>{written(latest)}</strong> {unitOf(indicator)}, {timeWords(latest.period)}
          </>
        ) : (
          <strong class="unknown">{site("noInformation")}</strong>
        )}
      </p>
      {indicator.target && (
        <p class="note">
          {site("target")}: {targetWords(indicator.target)}
        </p>
      )}
      {latest && (
        <p class="note">
          <Source observation={latest} />
        </p>
      )}
      {observations.length > 1 && (
        <details>
          <summary>
            {site("earlier")}
            <span class="visually-hidden">: {nameOf(indicator)}</span>
          </summary>
          <DataTable
            caption={nameOf(indicator)}
            rows={observations.slice(0, -1).toReversed()}
            rowKey={({ period }) => period}
            columns={[
              { head: site("tableTime"), cell: ({ period }) => timeName(period), rowHead: true },
              { head: site("tableValue"), cell: written, numeric: true },
              { head: site("tableSource"), cell: (observation) => <Source observation={observation} /> },
            ]}
          />
        </details>
      )}
    </>
  );
}

function Source({ observation }: { observation: Observation }) {
  const { citation, link, consultedOn } = observation;
  return (
    <>
      {link ? <a href={link}>{citation}</a> : citation}{" "}
      {site("consultedOn", { day: formatLongDay(consultedOn, language()) })}
    </>
  );
}
