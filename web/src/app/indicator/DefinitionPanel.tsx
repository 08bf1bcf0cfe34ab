/** How an indicator is counted, towards what, on whose word, and since when. */

import { bogotaDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import type { Indicator } from "#domain/indicator.ts";
import { app } from "../../i18n/app/app.ts";
import { language } from "../../i18n/language.ts";
import { site } from "../../i18n/site/site.ts";
import { targetWords } from "../../indicators/targetWords.ts";
import { hasRole, useApp } from "../context.ts";
import { indicatorAddress } from "./sliceAddress.ts";
import { figureText } from "./texts.ts";

export function DefinitionPanel({ indicator }: { indicator: Indicator }) {
  const { session } = useApp();
  const home = indicatorAddress(indicator.id);
  const isSpanish = language() === "es";
  const target = "target" in indicator ? indicator.target : undefined;
  return (
    <section class="panel definition" aria-labelledby="definition">
      <h2 id="definition" class="panel-title">
        {site("howCounted")}
      </h2>
      <p>{isSpanish ? indicator.ruleEs : indicator.ruleEn}</p>
      {indicator.next && (
        <p class="notice">{figureText("nextCounting", { version: indicator.next.version })}</p>
      )}
      <dl>
        {target && (
          <div>
            <dt>{site("target")}</dt>
            <dd>{targetWords(target)}</dd>
          </div>
        )}
        <div>
          <dt>{figureText("targetSource")}</dt>
          <dd>{isSpanish ? indicator.targetSourceEs : indicator.targetSourceEn}</dd>
        </div>
        <div>
          <dt>{app("definition")}</dt>
          <dd>
            {figureText("definitionSince", {
              version: indicator.version,
              day: formatLongDay(bogotaDay(indicator.updatedAt), language()),
            })}
          </dd>
        </div>
      </dl>
      <p class="panel-links">
        <a class="standalone" href={`${home}/historia`}>
          {app("definitionHistory")}
        </a>
        {hasRole(session, "office") && !indicator.next && (
          <a class="standalone" href={`${home}/editar`}>
            {app("editIndicator")}
          </a>
        )}
      </p>
    </section>
  );
}
