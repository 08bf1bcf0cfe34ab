/** The year on a page: what moved and what is behind. */
import type { Progress } from "../../counting/progress.ts";
import { inBoth } from "../../reports/bilingual.ts";
import { textBlocks } from "../../reports/textBlocks.ts";
import { capital, type Writing } from "../../reports/Writing.ts";
import {
  type AnnualIndicator,
  isAchieved,
  isMeasure,
  isMilestone,
  isMoney,
  latestNews,
} from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, KeyFigure, LinkCell } from "../block.ts";
import { yearCompleteness } from "../completeness.ts";
import { standingOf } from "../standing.ts";
import { progressesOf, progressText, targetedOf } from "../targets.ts";
import { spanOf } from "../wording.ts";
import { PARTS } from "./titles.ts";

/** Results that a page has room for. */
const MOST = 9;

const TEXTS = inBoth(
  {
    empty: (year: number) =>
      `Bitácora no tiene registros públicos aprobados de ${year}. Este informe está completo: cada parte dice que no hay datos, y los totales de la estrategia se muestran como están.`,
    about: (year: number) =>
      `Este informe cuenta lo que las entidades del Distrito hicieron con el mundo en ${year}, y cuánto ha avanzado la estrategia desde 2024. Solo incluye registros públicos que la Consejería aprobó.`,
    records: (year: number) => `registros públicos aprobados de ${year}`,
    of: (value: string, target: string) => `${value} de ${target}`,
    milestones: "hitos logrados",
    received: (received: number, owed: number) => `informes semestrales recibidos (${received} de ${owed})`,
    moved: "Lo que se movió",
    nothingMoved: (year: number) => `Ningún resultado se movió en ${year}.`,
    movedBy: (value: string, unit: string, year: number) => `${value} ${unit} en ${year}`,
    reached: (state: string, day: string) => `${state}, desde el ${day}`,
    behind: "Lo que va atrás",
    nothingBehind: "Ningún resultado con meta va atrás de su plazo.",
    noInformation: "Todavía sin información: no hay registros aprobados que digan en qué estado está.",
    more: (count: number) => `Y ${count} más, en el tablero de resultados.`,
  },
  {
    empty: (year: number) =>
      `Bitácora has no approved public records of ${year}. This report is complete: each part says that there is no data, and the totals of the strategy are shown as they are.`,
    about: (year: number) =>
      `This report tells what the city's entities did with the world in ${year}, and how far the strategy has come since 2024. It holds public records alone, as the Office approved them.`,
    records: (year: number) => `approved public records of ${year}`,
    of: (value: string, target: string) => `${value} of ${target}`,
    milestones: "milestones achieved",
    received: (received: number, owed: number) => `half-year reports received (${received} of ${owed})`,
    moved: "What moved",
    nothingMoved: (year: number) => `No result moved in ${year}.`,
    movedBy: (value: string, unit: string, year: number) => `${value} ${unit} in ${year}`,
    reached: (state: string, day: string) => `${state}, since ${day}`,
    behind: "What is behind",
    nothingBehind: "No result with a target is behind its time.",
    noInformation: "No information yet: no approved record says what state it is in.",
    more: (count: number) => `And ${count} more, in the results at a glance.`,
  },
);

function* keyFigures(snapshot: AnnualSnapshot, w: Writing): Iterable<KeyFigure> {
  const t = TEXTS[w.language];
  yield { text: w.number(snapshot.approvedRecords), label: t.records(snapshot.year) };
  const main = snapshot.indicators.filter(isMeasure).find(({ target }) => target?.per === "strategy");
  const targeted = main && targetedOf(main, snapshot.year);
  const [progress] = targeted ? progressesOf(targeted, snapshot) : [];
  if (main && progress)
    yield {
      text: t.of(w.number(progress.value), w.number(progress.target)),
      label: `${w.pick(main.unit)}, ${spanOf(snapshot)}`,
    };
  const milestones = snapshot.indicators.filter(isMilestone);
  if (milestones.length > 0)
    yield {
      text: t.of(String(milestones.filter(isAchieved).length), String(milestones.length)),
      label: t.milestones,
    };
  const { received, owed } = yearCompleteness(snapshot);
  if (owed > 0) yield { text: w.percent(received, owed), label: t.received(received, owed) };
}

/** Whether the year has nothing of its own to tell. */
export const isEmptyYear = (snapshot: AnnualSnapshot): boolean =>
  snapshot.approvedRecords === 0 &&
  snapshot.sessions.length === 0 &&
  snapshot.decisions.length === 0 &&
  snapshot.indicators.filter(isMeasure).every(({ inYear }) => inYear === 0) &&
  snapshot.indicators
    .filter(isMoney)
    .every(({ currencies }) => currencies.every(({ inYear }) => inYear === 0));

/** What the year added to a result, in words; `undefined` where it added nothing. */
function movementOf(indicator: AnnualIndicator, { year }: AnnualSnapshot, w: Writing): string | undefined {
  const t = TEXTS[w.language];
  if (isMeasure(indicator))
    return indicator.inYear === 0
      ? undefined
      : t.movedBy(w.number(indicator.inYear), w.pick(indicator.unit), year);
  if (isMoney(indicator)) {
    const amounts = indicator.currencies.filter(({ inYear }) => inYear !== 0);
    const said = w.listed(amounts.map(({ currency, inYear }) => w.money(inYear, currency)));
    return amounts.length === 0 ? undefined : `${said}, ${year}`;
  }
  if (!isMilestone(indicator)) return undefined;
  const news = latestNews(indicator);
  const state = indicator.states.find(({ id }) => id === news?.stateId);
  if (!news || !state || !news.since.startsWith(String(year))) return undefined;
  return t.reached(w.pick(state.name), w.longDay(news.since));
}

const percentText = (indicator: AnnualIndicator, snapshot: AnnualSnapshot, w: Writing): string => {
  const targeted = targetedOf(indicator, snapshot.year);
  const progresses = targeted ? progressesOf(targeted, snapshot) : [];
  const lowest = progresses.reduce<Progress | undefined>(
    (least, progress) => (least && least.share <= progress.share ? least : progress),
    undefined,
  );
  return targeted && lowest ? progressText(targeted, lowest, w) : "";
};

/** Characters of a result's name that a line has room for: its whole name is in its own part. */
const NAME_LENGTH = 90;

/** The name as far as a line has room, broken off between words. */
function shortName({ name }: AnnualIndicator, w: Writing): string {
  const text = w.pick(name);
  if (text.length <= NAME_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(" ", NAME_LENGTH)).replace(/[\s,;:(]+$/, "")}…`;
}

const linkTo = (indicator: AnnualIndicator, said: string, w: Writing): LinkCell => ({
  text: `${shortName(indicator, w)}: ${said}`,
  to: `#${indicator.id}`,
});

/** As many as a page has room for, and how many more there are. */
const shortened = <T>(items: readonly T[], more: (count: number) => T): T[] =>
  items.length <= MOST ? [...items] : [...items.slice(0, MOST - 1), more(items.length - MOST + 1)];

export function* summarySection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, indicators, texts } = snapshot;
  yield { type: "heading", level: 1, text: w.pick(PARTS.summary), id: "summary" };
  yield { type: "paragraph", text: isEmptyYear(snapshot) ? t.empty(year) : t.about(year) };
  yield* textBlocks(texts, "introduction", w);
  yield { type: "keyFigures", figures: [...keyFigures(snapshot, w)] };
  yield { type: "heading", level: 3, text: t.moved };
  const moved = indicators.flatMap((indicator) => {
    const said = movementOf(indicator, snapshot, w);
    return said === undefined ? [] : [linkTo(indicator, said, w)];
  });
  if (moved.length === 0) yield { type: "paragraph", text: t.nothingMoved(year) };
  else
    yield {
      type: "list",
      items: shortened(moved, (count) => ({ text: t.more(count), to: "#board" })),
    };
  const behind = indicators.flatMap((indicator) => {
    const standing = standingOf(indicator, snapshot);
    if (standing === "behind") return [`${shortName(indicator, w)}: ${percentText(indicator, snapshot, w)}`];
    return standing === "no-information" ? [`${shortName(indicator, w)}. ${t.noInformation}`] : [];
  });
  yield {
    type: "callout",
    title: t.behind,
    items: behind.length === 0 ? [t.nothingBehind] : shortened(behind.map(capital), t.more),
  };
}
