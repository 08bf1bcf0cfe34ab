/** What citizens see: each result of the strategy, how far it has come, and how it is counted. */
import { useEffect, useState } from "preact/hooks";
import { formatLongDay } from "#domain/format.ts";
import type { PublicSummary } from "#domain/publicSummary.ts";
import { Frame } from "../components/Frame.tsx";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { GrowthChart } from "../indicators/GrowthChart.tsx";
import { IndicatorItem, unitOf } from "../indicators/IndicatorItem.tsx";

type Loaded = { readonly summary: PublicSummary } | "loading" | "not-yet" | "unavailable";

/** The published figures; 503 until the system has published once. */
async function loadSummary(): Promise<Loaded> {
  try {
    const response = await fetch("/api/summary", { headers: { accept: "application/json" } });
    if (response.status === 503) return "not-yet";
    return response.ok ? { summary: await response.json() } : "unavailable";
  } catch {
    return "unavailable";
  }
}

export function PublicPage() {
  const [loaded, setLoaded] = useState<Loaded>("loading");
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
    <Frame account={account} isDemo={typeof loaded === "object" && loaded.summary.isDemo}>
      <h1>{site("heading")}</h1>
      <p class="lead">{site("lead")}</p>
      {typeof loaded === "object" ? (
        <Figures summary={loaded.summary} />
      ) : loaded === "loading" ? (
        <p role="status">{site("loading")}</p>
      ) : (
        <div class="notice" role="alert">
          <h2>{site(loaded === "not-yet" ? "notYet" : "unavailable")}</h2>
          <p>{site(loaded === "not-yet" ? "notYetHelp" : "unavailableHelp")}</p>
          <button type="button" class="button" onClick={load}>
            {site("retry")}
          </button>
        </div>
      )}
    </Frame>
  );
}

function Figures({ summary }: { summary: PublicSummary }) {
  const { cutOffOn, lines, indicators } = summary;
  const main = indicators.find(({ target }) => target?.per === "strategy");
  return (
    <>
      <p class="cut-off">
        <strong>{site("cutOff", { day: formatLongDay(cutOffOn, language()) })}</strong> {site("scope")}
      </p>
      {main?.target && (
        <GrowthChart
          figure={main.figure}
          unit={unitOf(main)}
          target={main.target.value}
          cutOffOn={cutOffOn}
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
                />
              ))}
          </div>
        </section>
      ))}
      <section class="about">
        <h2>{site("aboutTitle")}</h2>
        <p>{site("about")}</p>
        <p>{site("aboutUpdate")}</p>
      </section>
    </>
  );
}
