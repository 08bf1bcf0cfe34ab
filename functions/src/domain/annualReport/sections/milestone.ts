/** A result that is a milestone: its state, and the news that led to it. */
import { inBoth } from "../../reports/bilingual.ts";
import { left, NONE, type Writing } from "../../reports/Writing.ts";
import { type AnnualMilestone, isAchieved, latestNews } from "../annualIndicator.ts";
import type { Block } from "../block.ts";
import { ruleNote } from "../wording.ts";

const TEXTS = inBoth(
  {
    none: "Sin información: ningún registro aprobado dice todavía en qué estado está.",
    achieved: "El resultado está logrado.",
    willBe: (state: string) => `Se dará por logrado cuando llegue a «${state}».`,
    state: (state: string, day: string, verdict: string) => `Estado: ${state}, desde el ${day}. ${verdict}`,
    table: "Cómo llegó a este estado",
    columns: ["Desde", "Estado", "Cuál", "Documento"],
  },
  {
    none: "No information: no approved record says yet what state it is in.",
    achieved: "The result is achieved.",
    willBe: (state: string) => `It is achieved once it reaches “${state}”.`,
    state: (state: string, day: string, verdict: string) => `State: ${state}, since ${day}. ${verdict}`,
    table: "How it came to this state",
    columns: ["Since", "State", "Which", "Document"],
  },
);

export const stateName = (milestone: AnnualMilestone, stateId: string, w: Writing): string => {
  const state = milestone.states.find(({ id }) => id === stateId);
  return state ? w.pick(state.name) : stateId;
};

export function* milestoneBlocks(milestone: AnnualMilestone, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const latest = latestNews(milestone);
  if (!latest) {
    yield { type: "paragraph", text: t.none };
    yield ruleNote(milestone, w);
    return;
  }
  const verdict = isAchieved(milestone)
    ? t.achieved
    : t.willBe(stateName(milestone, milestone.achievedState, w));
  const text = t.state(stateName(milestone, latest.stateId, w), w.longDay(latest.since), verdict);
  yield { type: "paragraph", text };
  yield ruleNote(milestone, w);
  const [since = "", state = "", which = "", document = ""] = t.columns;
  yield {
    type: "table",
    title: t.table,
    columns: [left(since, 14), left(state, 24), left(which, 26), left(document, 36)],
    rows: milestone.news.map((news) => [
      w.day(news.since),
      stateName(milestone, news.stateId, w),
      news.subject ?? NONE,
      news.document ?? NONE,
    ]),
  };
}
