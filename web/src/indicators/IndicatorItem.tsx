/** One indicator as a reader sees it: its name, how far it has come, and how it is counted. */
import type { ComponentChildren } from "preact";
import type { Day } from "#domain/calendar.ts";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { FigureLines } from "./FigureLines.tsx";
import type { ListAddress } from "./FigureLink.tsx";
import type { ShownFigure, ShownIndicator } from "./ShownFigure.ts";

interface Props {
  readonly indicator: ShownIndicator;
  readonly figure: ShownFigure;
  readonly cutOffOn: Day;
  readonly list: ListAddress;
  /** The page that tells more of it, where there is one. */
  readonly href?: string;
  /** What the app adds: reported, the entity's own. */
  readonly children?: ComponentChildren;
}

export function IndicatorItem({ indicator, figure, cutOffOn, list, href, children }: Props) {
  const name = nameOf(indicator);
  return (
    <article class="indicator" data-indicator={indicator.id}>
      <h4>{href ? <a href={href}>{name}</a> : name}</h4>
      <FigureLines indicator={indicator} figure={figure} cutOffOn={cutOffOn} list={list} />
      {children}
      <details>
        <summary>
          {site("howCounted")}
          <span class="visually-hidden">: {name}</span>
        </summary>
        <p>{language() === "es" ? indicator.ruleEs : indicator.ruleEn}</p>
        <p>{language() === "es" ? indicator.targetSourceEs : indicator.targetSourceEn}</p>
      </details>
    </article>
  );
}
