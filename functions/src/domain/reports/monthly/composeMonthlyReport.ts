/** The monthly management report: a month of the city, from its snapshot to blocks. */
import type { Block, Cell, DocumentInfo, Row } from "../../annualReport/block.ts";
import { decisionTable, decisionWords, sessionTable } from "../../annualReport/sections/bodies.ts";
import { endingSoon, instrumentTable } from "../../annualReport/sections/instruments.ts";
import { SHARED, tableOr } from "../../annualReport/wording.ts";
import { addDays, monthOf } from "../../calendar.ts";
import type { Language } from "../../format.ts";
import { changeBlocks } from "../changes/changeBlocks.ts";
import { KIND_NAMES } from "../kindNames.ts";
import type { Names } from "../names.ts";
import type { Outline } from "../outline.ts";
import type { Lists } from "../ReportKind.ts";
import { recordTable } from "../recordTable.ts";
import { textBlocks } from "../textBlocks.ts";
import { OFFICE, STRATEGY } from "../titles.ts";
import { capital, left, NONE, right, type Writing, writingIn } from "../Writing.ts";
import type { MonthlyMeasure, MonthlyMoney, MonthlySnapshot } from "./monthlySnapshot.ts";
import { MONTHLY_PARTS, MONTHLY_TEXTS } from "./texts.ts";

export function monthlyReportInfo(snapshot: MonthlySnapshot, language: Language): DocumentInfo {
  const t = MONTHLY_TEXTS[language];
  const w = writingIn(language);
  const title = t.title(w.monthOfYear(snapshot.month));
  return {
    ...{ title, language, runningHead: t.runningHead(title) },
    ...{ subject: STRATEGY[language], author: OFFICE[language] },
    ...(snapshot.isDemo && { mark: t.mark }),
    datedOn: snapshot.cutOffOn,
    sources: t.sources(w.longDay(snapshot.cutOffOn), w.longDay(snapshot.consultedOn)),
  };
}

function* part(id: keyof typeof MONTHLY_PARTS, { texts }: MonthlySnapshot, w: Writing): Iterable<Block> {
  yield { type: "heading", level: 1, text: w.pick(MONTHLY_PARTS[id]), id };
  yield* textBlocks(texts, id === "summary" ? "introduction" : `comment~${id}`, w);
}

function targetCell({ target, inMonth, inYear, inStrategy }: MonthlyMeasure, w: Writing): Cell {
  const t = MONTHLY_TEXTS[w.language];
  if (!target) return t.noTarget;
  const reached = target.per === "month" ? inMonth : target.per === "strategy" ? inStrategy : inYear;
  if (target.per === "half-year") return t.per["half-year"](w.number(target.value));
  const value = reached + (target.per === "strategy" ? (target.baseline?.value ?? 0) : 0);
  return `${t.per[target.per](w.number(target.value))}\n${w.percent(value, target.value)}`;
}

const measureRow = (measure: MonthlyMeasure, w: Writing): Row => [
  w.pick(measure.name),
  w.figure(measure.inMonth),
  w.figure(measure.before),
  w.figure(measure.inYear),
  w.figure(measure.inStrategy),
  targetCell(measure, w),
];

const moneyRows = ({ name, currencies }: MonthlyMoney, w: Writing): Row[] =>
  currencies.map(({ currency, inMonth, before, inYear }) => [
    `${w.pick(name)}\n${capital(SHARED[w.language].currencies[currency])}`,
    w.amount(inMonth, currency),
    w.amount(before, currency),
    w.amount(inYear, currency),
  ]);

function* summarySection(snapshot: MonthlySnapshot, w: Writing): Iterable<Block> {
  const t = MONTHLY_TEXTS[w.language];
  const { month, indicators, approvedRecords, instruments, sessions, news } = snapshot;
  const when = w.monthOfYear(month);
  yield* part("summary", snapshot, w);
  const signed = instruments.filter(({ signedOn }) => signedOn?.startsWith(month)).length;
  yield {
    type: "keyFigures",
    figures: [
      { text: w.number(approvedRecords), label: t.records },
      { text: w.number(signed), label: t.newInstruments },
      { text: w.number(sessions.length), label: t.sessions },
    ],
  };
  const moved = [
    ...indicators.flatMap((indicator) => {
      if (indicator.type === "money" || indicator.inMonth === 0) return [];
      return [`${w.pick(indicator.name)}: ${w.number(indicator.inMonth)} ${w.pick(indicator.unit)}`];
    }),
    ...news.map(({ name, state, since }) => `${w.pick(name)}: ${w.pick(state)}, ${w.day(since)}`),
  ];
  if (moved.length === 0) yield { type: "paragraph", text: t.nothingMoved(when) };
  else yield { type: "list", items: moved };
}

function* figureSection(snapshot: MonthlySnapshot, w: Writing): Iterable<Block> {
  const t = MONTHLY_TEXTS[w.language];
  const { month, indicators, byKind, news } = snapshot;
  const when = w.monthOfYear(month);
  const year = month.slice(0, 4);
  const measures = indicators.flatMap((one) => (one.type === "measure" ? [one] : []));
  const money = indicators.flatMap((one) => (one.type === "money" ? [one] : []));
  yield* part("figures", snapshot, w);
  yield tableOr(
    t.noMeasures,
    t.measures,
    [
      left(t.result, 40),
      right(capital(w.month(month)), 11),
      right(t.monthBefore, 13),
      right(t.toDate(year), 12),
      right(t.inStrategy, 12),
      right(t.target, 14),
    ],
    measures.map((measure) => measureRow(measure, w)),
    { hasRowHeads: true },
  );
  if (measures.some(({ isDistinct }) => isDistinct)) yield { type: "note", text: t.distinct };
  if (money.some(({ currencies }) => currencies.length > 0))
    yield {
      type: "table",
      title: t.money,
      columns: [
        left(t.result, 37),
        right(capital(w.month(month)), 21),
        right(t.monthBefore, 21),
        right(t.toDate(year), 21),
      ],
      rows: money.flatMap((indicator) => moneyRows(indicator, w)),
      hasRowHeads: true,
    };
  yield tableOr(
    t.noNews(when),
    t.news(when),
    [left(t.since, 14), left(t.milestone, 42), left(t.state, 18), left(t.document, 26)],
    news.map((one) => [w.day(one.since), w.pick(one.name), w.pick(one.state), one.document ?? NONE]),
  );
  yield tableOr(
    t.noRecords(when),
    t.byKind(when),
    [left(t.kind, 70), right(t.recordsColumn, 30)],
    byKind.map(({ kind, records }) => [KIND_NAMES[w.language][kind], w.figure(records)]),
    { hasRowHeads: true },
  );
}

function* instrumentSection(snapshot: MonthlySnapshot, w: Writing): Iterable<Block> {
  const t = MONTHLY_TEXTS[w.language];
  const { month, instruments, names, cutOffOn } = snapshot;
  const signed = instruments.filter(({ signedOn }) => signedOn?.startsWith(month));
  yield* part("instruments", snapshot, w);
  yield { type: "heading", level: 2, text: t.signed };
  yield instrumentTable(signed, t.noneSigned(w.monthOfYear(month)), names, w);
  yield { type: "heading", level: 2, text: t.soon };
  yield instrumentTable(endingSoon(instruments, cutOffOn), t.noneSoon(w.longDay(cutOffOn)), names, w);
}

function* bodySection(snapshot: MonthlySnapshot, w: Writing): Iterable<Block> {
  const when = w.monthOfYear(snapshot.month);
  yield* part("bodies", snapshot, w);
  yield sessionTable(snapshot.sessions, when, w);
  const ofMonth = snapshot.decisions.filter(({ decidedOn }) => monthOf(decidedOn) === snapshot.month);
  yield decisionTable(ofMonth, decisionWords(when, w), snapshot, w);
}

/** Days ahead within which what falls due is named. */
const AHEAD_DAYS = 60;

/** Entities that a row names; the others are counted. */
const MOST_MISSING = 8;

function missingText(ids: readonly string[], names: Names, w: Writing): string {
  const shown = ids.slice(0, MOST_MISSING).map((id) => w.short(names.entities, id));
  if (shown.length === ids.length) return shown.join(", ") || NONE;
  return MONTHLY_TEXTS[w.language].more(shown.join(", "), w.number(ids.length - shown.length));
}

function* dueSection(snapshot: MonthlySnapshot, w: Writing): Iterable<Block> {
  const t = MONTHLY_TEXTS[w.language];
  const { due, decisions, cutOffOn, names } = snapshot;
  yield* part("due", snapshot, w);
  yield tableOr(
    t.noReports,
    t.reports,
    [left(t.period, 28), left(t.dueOn, 14), right(t.owed, 12), right(t.received, 12), left(t.missing, 34)],
    due.map(({ periodId, dueOn, owed, received, missingIds }) => [
      capital(w.period(periodId)),
      w.day(dueOn),
      w.figure(owed),
      w.figure(received),
      missingText(missingIds, names, w),
    ]),
    { hasRowHeads: true },
  );
  const open = decisions.filter(
    ({ status, dueOn }) => status === "open" && dueOn !== undefined && dueOn <= addDays(cutOffOn, AHEAD_DAYS),
  );
  yield decisionTable(open, { empty: t.noDecisions, title: t.decisions }, snapshot, w);
}

/** Every figure is the snapshot's; parts without data say so in one line. */
export function* composeMonthlyReport(
  snapshot: MonthlySnapshot,
  language: Language,
  lists: Lists,
): Iterable<Block> {
  const t = MONTHLY_TEXTS[language];
  const w = writingIn(language);
  const when = w.monthOfYear(snapshot.month);
  yield {
    type: "cover",
    title: t.title(when),
    subtitle: STRATEGY[language],
    lines: [OFFICE[language], t.cutOff(w.longDay(snapshot.cutOffOn))],
    logos: t.logos,
  };
  yield { type: "contents", title: t.contents };
  yield* summarySection(snapshot, w);
  yield* figureSection(snapshot, w);
  yield* instrumentSection(snapshot, w);
  yield* bodySection(snapshot, w);
  yield* dueSection(snapshot, w);
  yield* part("changes", snapshot, w);
  yield* changeBlocks(snapshot, lists, w);
  yield* part("method", snapshot, w);
  yield {
    type: "list",
    items: [
      ...t.method(w.longDay(snapshot.cutOffOn), w.longDay(snapshot.consultedOn)),
      ...(snapshot.isDemo ? [t.isDemo] : []),
    ],
  };
  yield* part("records", snapshot, w);
  const { count } = snapshot.listed;
  if (count === 0) yield { type: "paragraph", text: t.noRecords(when) };
  else yield* recordTable(t.listed(w.number(count), when), lists.listed, snapshot.names, w);
}

export const outlineOfMonth = (_snapshot: MonthlySnapshot): Outline =>
  (Object.keys(MONTHLY_PARTS) as (keyof typeof MONTHLY_PARTS)[]).map((id) => ({
    id,
    title: MONTHLY_PARTS[id],
    slots: [
      id === "summary"
        ? {
            key: "introduction",
            kind: "introduction",
            title: { es: "Introducción", en: "Introduction" },
          }
        : {
            key: `comment~${id}`,
            kind: "comment",
            title: { es: "Al comienzo de esta parte", en: "At the beginning of this part" },
          },
    ],
  }));
