/** One indicator as a reader sees it: its name, how far it has come, and how it is counted. */
import type { ComponentChildren } from "preact";
import type { Day } from "#domain/calendar.ts";
import { formatLongDay, formatNumber, formatPercent } from "#domain/format.ts";
import type { PublicIndicator } from "#domain/publicSummary.ts";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { type ShownFigure, valueTowards } from "./progress.ts";

/** What of an indicator is shown, in the app and to citizens. */
export type ShownIndicator = Omit<PublicIndicator, "figure" | "lineId">;

interface Props {
  readonly indicator: ShownIndicator;
  readonly figure: ShownFigure;
  readonly cutOffOn: Day;
  /** What the app adds: reported, the entity's own. */
  readonly children?: ComponentChildren;
}

export const unitOf = (indicator: ShownIndicator): string =>
  (language() === "es" ? indicator.unitEs : indicator.unitEn) ?? "";

export function IndicatorItem({ indicator, figure, cutOffOn, children }: Props) {
  return (
    <article class="indicator" data-indicator={indicator.id}>
      <h4>{nameOf(indicator)}</h4>
      {indicator.type === "count" ? (
        <CountProgress indicator={indicator} figure={figure} cutOffOn={cutOffOn} />
      ) : (
        <MilestoneProgress indicator={indicator} figure={figure} />
      )}
      {children}
      <details>
        <summary>
          {site("howCounted")}
          <span class="visually-hidden">: {nameOf(indicator)}</span>
        </summary>
        <p>{language() === "es" ? indicator.ruleEs : indicator.ruleEn}</p>
        <p>{language() === "es" ? indicator.targetSourceEs : indicator.targetSourceEn}</p>
      </details>
    </article>
  );
}

function CountProgress(props: { indicator: ShownIndicator; figure: ShownFigure; cutOffOn: Day }) {
  const { indicator, figure, cutOffOn } = props;
  const { target } = indicator;
  const value = valueTowards(target, figure, cutOffOn);
  const number = (amount: number) => formatNumber(amount, language());
  return (
    <>
      {target === undefined ? (
        <p class="figure">
          <strong>{number(value)}</strong> {unitOf(indicator)}
        </p>
      ) : (
        <>
          <p class="figure">
            <strong>
              {site(target.per === "year" ? "ofTargetPerYear" : "ofTarget", {
                value: number(value),
                target: number(target.value),
                percent: formatPercent(value / target.value, language()),
              })}
            </strong>{" "}
            {unitOf(indicator)}
          </p>
          <ProgressBar share={value / target.value} />
        </>
      )}
      {figure.before > 0 && <p class="note">{site("before", { value: number(figure.before) })}</p>}
    </>
  );
}

function MilestoneProgress({ indicator, figure }: { indicator: ShownIndicator; figure: ShownFigure }) {
  const latest = figure.news.at(-1);
  const states = indicator.states ?? [];
  const reached = states.findIndex(({ id }) => id === latest?.stateId);
  const state = states[reached];
  return (
    <>
      <p class="figure">
        <strong class={state ? undefined : "unknown"}>
          {state && latest
            ? site("milestoneSince", {
                state: nameOf(state),
                day: formatLongDay(latest.since, language()),
              })
            : site("noInformation")}
        </strong>
      </p>
      <ol class="steps">
        {states.map((step, index) => (
          <li
            key={step.id}
            class={index <= reached ? "reached" : undefined}
            aria-current={index === reached ? "step" : undefined}
          >
            {nameOf(step)}
          </li>
        ))}
      </ol>
    </>
  );
}
