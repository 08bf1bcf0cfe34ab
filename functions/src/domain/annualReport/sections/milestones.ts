/** All milestones on one page: how each stands, and what the year brought with the document that proves it. */
import { inBoth } from "../../reports/bilingual.ts";
import { left, NONE, type Writing } from "../../reports/Writing.ts";
import { isAchieved, isMilestone } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { tableOr } from "../wording.ts";
import { stateName } from "./milestone.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    none: "La estrategia no tiene resultados que sean un hito.",
    reached: (achieved: number, all: number) => `Están logrados ${achieved} de ${all} hitos.`,
    table: (year: number) => `Hitos que se movieron en ${year}`,
    empty: (year: number) => `Ningún hito cambió de estado en ${year}.`,
    columns: ["Fecha", "Hito", "Estado", "Documento"],
  },
  {
    none: "The strategy has no results that are a milestone.",
    reached: (achieved: number, all: number) => `${achieved} of ${all} milestones are achieved.`,
    table: (year: number) => `Milestones that moved in ${year}`,
    empty: (year: number) => `No milestone changed its state in ${year}.`,
    columns: ["Date", "Milestone", "State", "Document"],
  },
);

export function* milestonesSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year } = snapshot;
  yield* partBlocks("milestones", snapshot, w);
  const milestones = snapshot.indicators.filter(isMilestone);
  if (milestones.length === 0) {
    yield { type: "paragraph", text: t.none };
    return;
  }
  yield { type: "paragraph", text: t.reached(milestones.filter(isAchieved).length, milestones.length) };
  const news = milestones
    .flatMap((milestone) => milestone.news.map((one) => ({ milestone, ...one })))
    .filter(({ since }) => since.startsWith(`${year}-`))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const [date = "", name = "", state = "", document = ""] = t.columns;
  yield tableOr(
    t.empty(year),
    t.table(year),
    [left(date, 13), left(name, 42), left(state, 17), left(document, 28)],
    news.map(({ milestone, since, stateId, subject, document: proof }) => [
      w.day(since),
      { text: [w.pick(milestone.name), ...(subject ? [subject] : [])].join("\n"), to: `#${milestone.id}` },
      stateName(milestone, stateId, w),
      proof ?? NONE,
    ]),
  );
}
