/** An entity's half-year report: from its snapshot to blocks. */
import type { Block, DocumentInfo } from "../../annualReport/block.ts";
import { narrativeBlocks, narrativeKeyOf, SECTION_NAMES } from "../../annualReport/sections/narratives.ts";
import { SHARED, tableOr } from "../../annualReport/wording.ts";
import type { Language } from "../../format.ts";
import { changeBlocks } from "../changes/changeBlocks.ts";
import { KIND_NAMES } from "../kindNames.ts";
import type { Outline } from "../outline.ts";
import type { Lists } from "../ReportKind.ts";
import { recordTable } from "../recordTable.ts";
import { textBlocks } from "../textBlocks.ts";
import { STRATEGY } from "../titles.ts";
import { capital, left, right, type Writing, writingIn } from "../Writing.ts";
import type { HalfYearSnapshot } from "./halfYearSnapshot.ts";
import { HALF_YEAR_PARTS, HALF_YEAR_TEXTS } from "./texts.ts";

export function halfYearReportInfo(snapshot: HalfYearSnapshot, language: Language): DocumentInfo {
  const t = HALF_YEAR_TEXTS[language];
  const w = writingIn(language);
  const title = t.title(w.period(snapshot.periodId));
  const entity = w.name(snapshot.names.entities, snapshot.entityId);
  return {
    ...{ title: `${title}. ${entity}`, language },
    ...{ runningHead: `${title} · ${w.short(snapshot.names.entities, snapshot.entityId)}` },
    ...{ subject: STRATEGY[language], author: entity },
    ...(snapshot.isDemo && { mark: t.mark }),
    datedOn: snapshot.cutOffOn,
    sources: t.sources(w.longDay(snapshot.cutOffOn), w.longDay(snapshot.consultedOn)),
  };
}

const heading = (id: keyof typeof HALF_YEAR_PARTS, w: Writing): Block => ({
  ...{ type: "heading", level: 1, text: w.pick(HALF_YEAR_PARTS[id]), id },
});

function* summarySection(snapshot: HalfYearSnapshot, w: Writing): Iterable<Block> {
  const t = HALF_YEAR_TEXTS[w.language];
  const { submittedOn, dueOn, approvedOn, approvedRecords, evidenceCount, nothingToReport } = snapshot;
  yield heading("summary", w);
  yield* textBlocks(snapshot.texts, "introduction", w);
  const isLate = submittedOn !== undefined && dueOn !== undefined && submittedOn > dueOn;
  yield {
    type: "paragraph",
    text: [
      ...(dueOn ? [t.due(w.longDay(dueOn))] : []),
      ...(submittedOn ? [t.submitted(w.longDay(submittedOn), isLate)] : []),
      ...(approvedOn ? [t.approved(w.longDay(approvedOn))] : []),
    ].join(" "),
  };
  if (nothingToReport) yield { type: "paragraph", text: t.nothingToReport };
  yield {
    type: "keyFigures",
    figures: [
      { text: w.number(approvedRecords), label: t.records },
      { text: w.number(evidenceCount), label: t.evidence },
    ],
  };
}

function* narrativeSection(snapshot: HalfYearSnapshot, w: Writing): Iterable<Block> {
  const t = HALF_YEAR_TEXTS[w.language];
  const { narratives, entityId, periodId, texts } = snapshot;
  const keyed = narratives.map((narrative) => ({ ...narrative, entityId, periodId }));
  const told = keyed.filter((narrative) => !texts[narrativeKeyOf(narrative)]?.omitted);
  yield heading("narrative", w);
  if (told.length === 0) yield { type: "paragraph", text: t.noNarrative };
  for (const narrative of told) {
    yield { type: "heading", level: 2, text: SECTION_NAMES[w.language][narrative.section] };
    yield* narrativeBlocks(narrative, snapshot, w);
  }
}

function* figureSection({ figures, byKind }: HalfYearSnapshot, w: Writing): Iterable<Block> {
  const t = HALF_YEAR_TEXTS[w.language];
  yield heading("figures", w);
  yield tableOr(
    t.noFigures,
    t.figures,
    [left(t.result, 60), left(t.unit, 20), right(t.value, 20)],
    figures.map(({ name, unit, currency, value }) => [
      w.pick(name),
      currency ? capital(SHARED[w.language].currencies[currency]) : w.pick(unit),
      currency ? w.amount(value, currency) : w.figure(value),
    ]),
    { hasRowHeads: true },
  );
  yield { type: "note", text: t.figuresNote };
  yield tableOr(
    t.noRecords,
    t.byKind,
    [left(t.kind, 70), right(t.recordsColumn, 30)],
    byKind.map(({ kind, records }) => [KIND_NAMES[w.language][kind], w.figure(records)]),
    { hasRowHeads: true },
  );
}

/** Every figure is the snapshot's; parts without data say so in one line. */
export function* composeHalfYearReport(
  snapshot: HalfYearSnapshot,
  language: Language,
  lists: Lists,
): Iterable<Block> {
  const t = HALF_YEAR_TEXTS[language];
  const w = writingIn(language);
  yield {
    type: "cover",
    title: t.title(w.period(snapshot.periodId)),
    subtitle: w.name(snapshot.names.entities, snapshot.entityId),
    lines: [STRATEGY[language], t.cutOff(w.longDay(snapshot.cutOffOn))],
    logos: t.logos,
  };
  yield { type: "contents", title: t.contents };
  yield* summarySection(snapshot, w);
  yield* narrativeSection(snapshot, w);
  yield* figureSection(snapshot, w);
  yield heading("records", w);
  const { count } = snapshot.listed;
  if (count === 0) yield { type: "paragraph", text: t.noRecords };
  else yield* recordTable(t.listed(w.number(count)), lists.listed, snapshot.names, w, { hasEvidence: true });
  yield heading("changes", w);
  yield* changeBlocks(snapshot, lists, w);
  yield heading("method", w);
  yield {
    type: "list",
    items: [
      ...t.method(w.longDay(snapshot.cutOffOn), w.longDay(snapshot.consultedOn)),
      ...(snapshot.isDemo ? [t.isDemo] : []),
    ],
  };
}

export const outlineOfHalfYear = ({ narratives, entityId, periodId }: HalfYearSnapshot): Outline =>
  (Object.keys(HALF_YEAR_PARTS) as (keyof typeof HALF_YEAR_PARTS)[]).map((id) => ({
    id,
    title: HALF_YEAR_PARTS[id],
    slots: [
      ...(id === "summary"
        ? [
            {
              key: "introduction",
              kind: "introduction" as const,
              title: { es: "Introducción", en: "Introduction" },
            },
          ]
        : []),
      ...(id === "narrative"
        ? narratives.map(({ section, text }) => ({
            key: narrativeKeyOf({ entityId, periodId, section }),
            kind: "narrative" as const,
            title: { es: SECTION_NAMES.es[section], en: SECTION_NAMES.en[section] },
            original: text,
          }))
        : []),
    ],
  }));
