/** A result that is a milestone: its state, and the news that led to it. */
import { formatLongDay } from "../../format.ts";
import { type AnnualMilestone, isAchieved, latestNews } from "../annualIndicator.ts";
import type { Block } from "../block.ts";
import { day, left, ruleNote } from "../wording.ts";

export function* milestoneBlocks(milestone: AnnualMilestone): Iterable<Block> {
  const nameOf = (stateId: string) => milestone.states.find(({ id }) => id === stateId)?.name ?? stateId;
  const latest = latestNews(milestone);
  if (!latest) {
    yield {
      type: "paragraph",
      text: "Sin información: ningún registro aprobado dice todavía en qué estado está.",
    };
    yield ruleNote(milestone);
  } else {
    const verdict = isAchieved(milestone)
      ? "El resultado está logrado."
      : `Se dará por logrado cuando llegue a «${nameOf(milestone.achievedState)}».`;
    yield {
      type: "paragraph",
      text: `Estado: ${nameOf(latest.stateId)}, desde el ${formatLongDay(latest.since, "es")}. ${verdict}`,
    };
    yield ruleNote(milestone);
    yield {
      type: "table",
      title: "Cómo llegó a este estado",
      columns: [left("Desde", 14), left("Estado", 24), left("Cuál", 26), left("Documento", 36)],
      rows: milestone.news.map(({ since, stateId, subject, document }) => [
        day(since),
        nameOf(stateId),
        subject ?? "–",
        document ?? "–",
      ]),
    };
  }
}
