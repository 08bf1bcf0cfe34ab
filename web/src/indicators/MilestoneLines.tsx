/** The state that a milestone has reached, since when, and the states on its way. */
import { formatLongDay } from "#domain/format.ts";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import type { ListAddress } from "./FigureLink.tsx";
import type { ShownFigure, ShownIndicator } from "./ShownFigure.ts";

interface Props {
  readonly indicator: ShownIndicator;
  readonly figure: ShownFigure;
  readonly list: ListAddress;
}

export function MilestoneLines({ indicator, figure, list }: Props) {
  const latest = figure.news.at(-1);
  const states = indicator.states ?? [];
  const reached = states.findIndex(({ id }) => id === latest?.stateId);
  const state = states[reached];
  return (
    <>
      <p class="figure">
        {state && latest ? (
          <strong>
            {site("milestoneSince", { state: nameOf(state), day: formatLongDay(latest.since, language()) })}
          </strong>
        ) : (
          <strong class="unknown">{site("noInformation")}</strong>
        )}
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
      {latest && (
        <p class="note">
          <a
            class="figure-link"
            href={list({ standing: "approved", time: figure.value > 0 ? "strategy" : "before" })}
          >
            {site("milestoneProof")}
            <span class="visually-hidden">: {nameOf(indicator)}</span>
          </a>
        </p>
      )}
    </>
  );
}
