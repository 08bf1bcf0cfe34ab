/** How each result of the Strategy is going, by line: approved, and apart from it what is still to be decided. */
import { bogotaDay } from "#domain/calendar.ts";
import type { IndicatorFigure } from "#domain/counting/figures.ts";
import { formatLongDay, formatNumber } from "#domain/format.ts";
import { internalFiguresSchema } from "#domain/internalFigures.ts";
import { Await } from "../../components/parts.tsx";
import { readOne } from "../../data/read.ts";
import { itemOf } from "../../data/reference.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { IndicatorItem } from "../../indicators/IndicatorItem.tsx";
import { hasRole, useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";

const loadFigures = () => readOne("figures/internal", internalFiguresSchema);

export function Indicators() {
  const { reference } = useApp();
  const [loaded, reload] = useLoaded("figures", loadFigures);
  return (
    <>
      <h1>{app("indicators")}</h1>
      <Await loaded={loaded} retry={() => void reload()}>
        {(stored) => {
          if (!stored) return <p class="empty">{app("figuresNotYet")}</p>;
          const cutOffOn = bogotaDay(stored.data.foldedAt);
          return (
            <>
              <p class="cut-off">
                <strong>{site("cutOff", { day: formatLongDay(cutOffOn, language()) })}</strong>{" "}
                {app("indicatorsScope")}
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
                        const figure = stored.data.figures.find((one) => one.indicatorId === indicator.id);
                        return (
                          figure && (
                            <IndicatorItem
                              key={indicator.id}
                              indicator={indicator}
                              figure={figure}
                              cutOffOn={cutOffOn}
                            >
                              {indicator.type === "count" && <Apart figure={figure} />}
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
    </>
  );
}

/** What is reported but not decided, and what is the reader's own entity's. */
function Apart({ figure }: { figure: IndicatorFigure }) {
  const { session, reference } = useApp();
  const number = (amount: number) => formatNumber(amount, language());
  return (
    <>
      {figure.reported > 0 && <p class="note">{app("reportedApart", { value: number(figure.reported) })}</p>}
      {(hasRole(session, "focal") ? session.actor.entityIds : []).map((entityId) => {
        const entity = itemOf(reference.catalogues.entities, entityId);
        return (
          <p key={entityId} class="note">
            {app("ofEntity", {
              entity: entity ? nameOf(entity) : entityId,
              approved: number(figure.byEntity[entityId] ?? 0),
              reported: number(figure.reportedByEntity[entityId] ?? 0),
            })}
          </p>
        );
      })}
    </>
  );
}
