/** How far an indicator has come, in words and a bar: what it says of each type. Every figure opens its list. */
import type { Day } from "#domain/calendar.ts";
import type { Slice } from "#domain/counting/evidence.ts";
import { progressOf } from "#domain/counting/progress.ts";
import { formatNumber, formatPercent } from "#domain/format.ts";
import type { Currency, Target } from "#domain/indicator.ts";
import { weave } from "../components/weave.ts";
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { FigureLink, type ListAddress } from "./FigureLink.tsx";
import { MilestoneLines } from "./MilestoneLines.tsx";
import { amountWords, isMoney, measuresOf } from "./measures.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import type { ShownFigure, ShownIndicator, ShownSeries } from "./ShownFigure.ts";
import { StatisticLines } from "./StatisticLines.tsx";
import { timeWords } from "./timeWords.ts";
import { recordsUnitOf, unitOf } from "./unitOf.ts";

interface Props {
  readonly indicator: ShownIndicator;
  readonly figure: ShownFigure;
  readonly cutOffOn: Day;
  readonly list: ListAddress;
}

/** Of the approved, official figures at a time. */
const approved = (time: Slice["time"]): Slice => ({ standing: "approved", time });

export function FigureLines(props: Props) {
  const { indicator, figure } = props;
  if (indicator.type === "milestone") return <MilestoneLines {...props} />;
  if (indicator.type === "statistic") return <StatisticLines {...props} />;
  return (
    <>
      <Measures {...props} />
      {indicator.type !== "count" && figure.records > 0 && (
        <p class="note">
          {weave(site("fromRecords", { records: "{records}", unit: recordsUnitOf(indicator) }), {
            records: (
              <FigureLink href={props.list(approved("strategy"))} of={recordsUnitOf(indicator)}>
                {formatNumber(figure.records, language())}
              </FigureLink>
            ),
          })}
        </p>
      )}
    </>
  );
}

const NONE: ShownSeries = { value: 0, before: 0, byYear: {}, byHalf: {}, byMonth: {} };

/** One line; of money one for each currency, that of the target first even while nothing is stated in it. */
function Measures({ indicator, figure, cutOffOn, list }: Props) {
  const { target } = indicator;
  const unit = unitOf(indicator);
  const measures = measuresOf(indicator, figure);
  const towards = isMoney(indicator)
    ? measures.find(({ currency }) => currency === target?.currency)
    : measures[0];
  const others = measures.filter((measure) => !target || measure !== towards);
  return (
    <>
      {target && (
        <Towards
          target={target}
          series={towards?.series ?? NONE}
          unit={unit}
          cutOffOn={cutOffOn}
          list={list}
        />
      )}
      {others.map(({ currency, series }) => (
        <div key={currency}>
          <p class="figure">
            <strong>
              <FigureLink href={list(approved("strategy"))} of={`${unit}, ${timeWords("strategy")}`}>
                {amountWords(series.value, currency)}
              </FigureLink>
            </strong>{" "}
            {unit}
          </p>
          <Before series={series} currency={currency} list={list} />
        </div>
      ))}
      {!target && others.length === 0 && <p class="figure">{site("noAmountYet")}</p>}
    </>
  );
}

interface TowardsProps {
  readonly target: Target;
  readonly series: ShownSeries;
  readonly unit: string;
  readonly cutOffOn: Day;
  readonly list: ListAddress;
}

function Towards({ target, series, unit, cutOffOn, list }: TowardsProps) {
  const { per, currency, baseline, atLeast } = target;
  const { period, value, target: asked, share } = progressOf(target, series, cutOffOn);
  const open = (amount: number) => (
    <FigureLink href={list(approved(period))} of={`${unit}, ${timeWords(period)}`}>
      {amountWords(amount, currency)}
    </FigureLink>
  );
  const askedWords = amountWords(asked, currency);
  return (
    <>
      <p class="figure">
        <strong>
          {weave(
            site(`ofTarget_${per}`, {
              value: "{value}",
              target: atLeast ? site("atLeast", { target: askedWords }) : askedWords,
              percent: formatPercent(share, language()),
            }),
            { value: baseline ? amountWords(value, currency) : open(value) },
          )}
        </strong>{" "}
        {unit}
      </p>
      <ProgressBar share={share} />
      {baseline && (
        <p class="note">
          {weave(
            site("fromBaseline", {
              baseline: amountWords(baseline.value, currency),
              year: baseline.year,
              added: "{added}",
            }),
            { added: open(series.value) },
          )}
        </p>
      )}
      <Before series={series} currency={currency} list={list} />
    </>
  );
}

/** What is dated before the strategy began stands apart. */
function Before(props: { series: ShownSeries; currency: Currency | undefined; list: ListAddress }) {
  const { series, currency, list } = props;
  if (series.before === 0) return null;
  return (
    <p class="note">
      {weave(site("before", { value: "{value}" }), {
        value: (
          <FigureLink href={list(approved("before"))} of={timeWords("before")}>
            {amountWords(series.before, currency)}
          </FigureLink>
        ),
      })}
    </p>
  );
}
