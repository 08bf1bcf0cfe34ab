/** One indicator: how far it has come, how it is counted and since when, how it grew, and what it is made of. */

import { bogotaDay } from "#domain/calendar.ts";
import type { IndicatorFigure, Series } from "#domain/counting/figures.ts";
import { formatLongDay } from "#domain/format.ts";
import type { Indicator } from "#domain/indicator.ts";
import { Await, Breadcrumb } from "../../components/parts.tsx";
import { figureIn, loadFigures, overseesFigures } from "../../data/figures.ts";
import { itemOf } from "../../data/reference.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { FigureLines } from "../../indicators/FigureLines.tsx";
import { GrowthChart } from "../../indicators/GrowthChart.tsx";
import { measuresOf } from "../../indicators/measures.ts";
import { useApp } from "../context.ts";
import { Apart } from "../indicator/Apart.tsx";
import { Breakdowns } from "../indicator/Breakdowns.tsx";
import { DefinitionPanel } from "../indicator/DefinitionPanel.tsx";
import { MilestoneNews } from "../indicator/MilestoneNews.tsx";
import { listAddress } from "../indicator/sliceAddress.ts";
import { figureText } from "../indicator/texts.ts";
import { useLoaded } from "../useLoaded.ts";
import { NotFound } from "./NotFound.tsx";

export function IndicatorPage({ indicatorId }: { indicatorId: string }) {
  const { session, reference } = useApp();
  const [loaded, reload] = useLoaded("figures", () => loadFigures(session.actor));
  const indicator = reference.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return <NotFound />;
  const line = itemOf(reference.catalogues.lines, indicator.lineId);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/indicadores", name: app("indicators") }, { name: nameOf(indicator) }]}
      />
      <h1 class="long-title">
        <span class="overline">
          {line && `${site("lineNumber", { number: line.number ?? "" })}: ${nameOf(line)}`}
        </span>
        {nameOf(indicator)}
      </h1>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ city, own }) => {
          const figure = city && figureIn(city, indicatorId);
          const cutOffOn = city && bogotaDay(city.foldedAt);
          return (
            <>
              <div class="beside">
                <div class="headline" data-indicator={indicatorId}>
                  {figure && cutOffOn ? (
                    <>
                      <FigureLines
                        indicator={indicator}
                        figure={figure}
                        cutOffOn={cutOffOn}
                        list={(slice) => listAddress(indicatorId, slice)}
                      />
                      <Apart indicator={indicator} figure={figure} own={own} />
                      {indicator.type !== "statistic" && (
                        <p class="cut-off">
                          {site("cutOff", { day: formatLongDay(cutOffOn, language()) })}{" "}
                          {figureText(
                            overseesFigures(session.actor) ? "indicatorsScope" : "indicatorsScopeOpen",
                          )}
                        </p>
                      )}
                      <Growth indicator={indicator} figure={figure} cutOffOn={cutOffOn} />
                    </>
                  ) : (
                    <p class="empty">{figureText("figuresNotYet")}</p>
                  )}
                </div>
                <DefinitionPanel indicator={indicator} />
              </div>
              {figure && <Breakdowns indicator={indicator} figure={figure} />}
            </>
          );
        }}
      </Await>
    </>
  );
}

interface GrowthProps {
  readonly indicator: Indicator;
  readonly figure: IndicatorFigure;
  readonly cutOffOn: string;
}

/** A chart for what is counted or added up, of money one by currency; of a milestone its news. */
function Growth({ indicator, figure, cutOffOn }: GrowthProps) {
  if (indicator.type === "milestone") return <MilestoneNews indicator={indicator} news={figure.news} />;
  if (indicator.type === "statistic") return null;
  return (
    <>
      {measuresOf<Series>(indicator, figure).map(({ currency, series }) => (
        <GrowthChart
          key={currency}
          indicator={indicator}
          series={series}
          {...(currency !== undefined && { currency })}
          cutOffOn={cutOffOn}
          list={(slice) => listAddress(indicator.id, slice)}
        />
      ))}
    </>
  );
}
