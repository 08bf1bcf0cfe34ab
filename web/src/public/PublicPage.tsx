/** What citizens see: each result of the strategy, how far it has come, and how it is counted. */
import { useEffect, useState } from "preact/hooks";
import { formatLongDay } from "#domain/format.ts";
import type { PublicSummary } from "#domain/publicSummary.ts";
import { Frame } from "../components/Frame.tsx";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { GrowthChart } from "../indicators/GrowthChart.tsx";
import { IndicatorItem } from "../indicators/IndicatorItem.tsx";
import { type Fetched, loadSummary } from "./openData.ts";
import { PublishedReports } from "./PublishedReports.tsx";
import { recordsAddress } from "./recordsAddress.ts";
import { Unanswered } from "./Unanswered.tsx";

export function PublicPage() {
  const [loaded, setLoaded] = useState<Fetched<PublicSummary> | "loading">("loading");
  const load = () => {
    setLoaded("loading");
    void loadSummary().then(setLoaded);
  };
  useEffect(load, []);
  document.title = site("pageTitle");
  const account = (
    <a class="header-link" href="/app">
      {site("signIn")}
    </a>
  );
  return (
    <Frame account={account} isDemo={typeof loaded === "object" && loaded.value.isDemo}>
      <h1>{site("heading")}</h1>
      <p class="lead">{site("lead")}</p>
      {typeof loaded === "object" ? (
        <Figures summary={loaded.value} />
      ) : (
        <Unanswered why={loaded} retry={load} />
      )}
      {loaded !== "loading" && <Below />}
    </Frame>
  );
}

/** Comes once it is known what stands above it, so that nothing moves under the reader. */
const Below = () => (
  <>
    <PublishedReports />
    <section class="about">
      <h2>{site("aboutTitle")}</h2>
      <p>{site("about")}</p>
      <p>{site("aboutUpdate")}</p>
    </section>
  </>
);

function Figures({ summary }: { summary: PublicSummary }) {
  const { cutOffOn, lines, indicators } = summary;
  const main = indicators.find(({ type, target }) => type === "count" && target?.per === "strategy");
  return (
    <>
      <p class="cut-off">
        <strong>{site("cutOff", { day: formatLongDay(cutOffOn, language()) })}</strong> {site("scope")}{" "}
        {site("figuresOpen")}
      </p>
      {main?.target && (
        <GrowthChart
          indicator={main}
          series={main.figure}
          cutOffOn={cutOffOn}
          list={(slice) => recordsAddress(main.id, slice)}
        />
      )}
      <h2>{site("linesTitle")}</h2>
      {lines.map((line) => (
        <section key={line.id} class="line" aria-labelledby={line.id}>
          <header>
            <h3 id={line.id}>
              <span class="overline">{site("lineNumber", { number: line.number })}</span>
              {language() === "es" ? line.shortEs : line.shortEn}
            </h3>
            <p>{nameOf(line)}</p>
          </header>
          <div class="indicators">
            {indicators
              .filter(({ lineId }) => lineId === line.id)
              .map((indicator) => (
                <IndicatorItem
                  key={indicator.id}
                  indicator={indicator}
                  figure={indicator.figure}
                  cutOffOn={cutOffOn}
                  list={(slice) => recordsAddress(indicator.id, slice)}
                />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}
