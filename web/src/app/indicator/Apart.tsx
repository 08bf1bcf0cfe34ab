/** Beside the city's figure: what is reported but not decided, and what is of the reader's own entities. */

import { Fragment } from "preact";
import type { Slice } from "#domain/counting/evidence.ts";
import type { IndicatorFigure, Series } from "#domain/counting/figures.ts";
import type { Indicator } from "#domain/indicator.ts";
import { OFFICE_KINDS } from "#domain/record/kinds.ts";
import { weave } from "../../components/weave.ts";
import { type Figures, figureIn } from "../../data/figures.ts";
import { itemOf } from "../../data/reference.ts";
import { nameOf } from "../../i18n/language.ts";
import { FigureLink } from "../../indicators/FigureLink.tsx";
import { amountWords, measuresOf } from "../../indicators/measures.ts";
import { unitOf } from "../../indicators/unitOf.ts";
import { useApp } from "../context.ts";
import { listAddress } from "./sliceAddress.ts";
import { figureText } from "./texts.ts";

interface Props {
  readonly indicator: Indicator;
  readonly figure: IndicatorFigure;
  readonly own: Figures["own"];
}

export function Apart({ indicator, figure, own }: Props) {
  const { reference } = useApp();
  if (indicator.type === "milestone" || indicator.type === "statistic") return null;
  return (
    <>
      {figure.reported > 0 && (
        <p class="note">
          {weave(figureText("reportedApart", { value: "{value}" }), {
            value: (
              <FigureLink
                href={listAddress(indicator.id, { standing: "reported", time: "strategy" })}
                of={figureText("columnReported")}
              >
                {amountWords(figure.reported, undefined)}
              </FigureLink>
            ),
          })}
        </p>
      )}
      {(isEveryEntitys(indicator) ? own : []).map(({ entityId, document }) => {
        const ownFigure = figureIn(document, indicator.id);
        if (!ownFigure) return null;
        const entity = itemOf(reference.catalogues.entities, entityId);
        const name = entity ? nameOf(entity) : entityId;
        const amounts = (standing: Slice["standing"], amountOf: (series: Series) => number) => (
          <Amounts
            indicator={indicator}
            figure={ownFigure}
            slice={{ standing, time: "strategy", of: { dimension: "entity", value: entityId } }}
            amountOf={amountOf}
            of={`${standing === "approved" ? unitOf(indicator) : figureText("columnReported")}, ${name}`}
          />
        );
        return (
          <p key={entityId} class="note own-figure">
            {weave(figureText("ofEntity", { entity: name, approved: "{approved}", reported: "{reported}" }), {
              approved: amounts("approved", ({ value }) => value),
              reported: amounts("reported", ({ reported }) => reported),
            })}
          </p>
        );
      })}
    </>
  );
}

/** Whether entities log what it counts: sessions, decisions and reports are the Office's alone. */
const isEveryEntitys = ({ rule }: Indicator): boolean =>
  rule.source === "records" && !OFFICE_KINDS.includes(rule.kind);

interface AmountsProps {
  readonly indicator: Indicator;
  readonly figure: IndicatorFigure;
  readonly slice: Slice;
  readonly amountOf: (series: Series) => number;
  readonly of: string;
}

/** One amount; of money one for each currency, or 0. */
function Amounts({ indicator, figure, slice, amountOf, of }: AmountsProps) {
  const amounts = measuresOf<Series>(indicator, figure)
    .map(({ currency, series }) => ({ currency, amount: amountOf(series) }))
    .filter(({ amount }) => amount !== 0);
  if (amounts.length === 0) return <>0</>;
  return (
    <>
      {amounts.map(({ currency, amount }, index) => (
        <Fragment key={currency}>
          {index > 0 && ", "}
          <FigureLink href={listAddress(indicator.id, slice)} of={of}>
            {amountWords(amount, currency)}
          </FigureLink>
        </Fragment>
      ))}
    </>
  );
}
