/** How each result of the Strategy is going, by line: approved, and apart from it what is still to be decided. */

import { bogotaDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { Await } from "../../components/parts.tsx";
import { figureIn, loadFigures, overseesFigures } from "../../data/figures.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { IndicatorItem } from "../../indicators/IndicatorItem.tsx";
import { useApp } from "../context.ts";
import { Apart } from "../indicator/Apart.tsx";
import { indicatorAddress, listAddress } from "../indicator/sliceAddress.ts";
import { figureText } from "../indicator/texts.ts";
import { useLoaded } from "../useLoaded.ts";
import { OfficeLinks } from "./indicatorEditor/OfficeLinks.tsx";

export function Indicators() {
  const { reference, session } = useApp();
  const [loaded, reload] = useLoaded("figures", () => loadFigures(session.actor));
  return (
    <>
      <h1>{app("indicators")}</h1>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ city, own }) => {
          if (!city) return <p class="empty">{figureText("figuresNotYet")}</p>;
          const cutOffOn = bogotaDay(city.foldedAt);
          return (
            <>
              <p class="cut-off">
                <strong>{site("cutOff", { day: formatLongDay(cutOffOn, language()) })}</strong>{" "}
                {figureText(overseesFigures(session.actor) ? "indicatorsScope" : "indicatorsScopeOpen")}{" "}
                {site("figuresOpen")}
              </p>
              <h2>{site("linesTitle")}</h2>
              {reference.catalogues.lines.map((line) => (
                <section key={line.id} class="line" aria-labelledby={line.id}>
                  <h3 id={line.id}>
                    <span class="overline">{site("lineNumber", { number: line.number ?? "" })}</span>
                    {nameOf(line)}
                  </h3>
                  <div class="indicators">
                    {reference.indicators
                      .filter(({ lineId, active }) => lineId === line.id && active)
                      .map((indicator) => {
                        const figure = figureIn(city, indicator.id);
                        return (
                          figure && (
                            <IndicatorItem
                              key={indicator.id}
                              indicator={indicator}
                              figure={figure}
                              cutOffOn={cutOffOn}
                              list={(slice) => listAddress(indicator.id, slice)}
                              href={indicatorAddress(indicator.id)}
                            >
                              <Apart indicator={indicator} figure={figure} own={own} />
                            </IndicatorItem>
                          )
                        );
                      })}
                  </div>
                </section>
              ))}
            </>
          );
        }}
      </Await>
      <OfficeLinks />
    </>
  );
}
