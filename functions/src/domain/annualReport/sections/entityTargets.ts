/** The parts of a target that its source gives to entities, and how far each has come. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import type { EntityTarget } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, FigureCell } from "../block.ts";
import { spanOf } from "../wording.ts";

const TEXTS = inBoth(
  {
    title: "Metas de las entidades",
    entity: "Entidad",
    period: "Periodo",
    approved: "Aprobado",
    target: "Meta",
    progress: "Avance",
  },
  {
    title: "The entities' targets",
    entity: "Entity",
    period: "Period",
    approved: "Approved",
    target: "Target",
    progress: "Progress",
  },
);

export function* entityTargetBlocks(
  parts: readonly EntityTarget[] | undefined,
  snapshot: AnnualSnapshot,
  write: (value: number) => FigureCell,
  w: Writing,
): Iterable<Block> {
  if (!parts || parts.length === 0) return;
  const t = TEXTS[w.language];
  yield {
    type: "table",
    title: t.title,
    columns: [
      left(t.entity, 36),
      left(t.period, 16),
      right(t.approved, 18),
      right(t.target, 18),
      right(t.progress, 12),
    ],
    rows: parts.map(({ entityId, period, value, target }) => [
      w.name(snapshot.names.entities, entityId),
      period === "strategy" ? spanOf(snapshot) : capital(w.period(period)),
      write(value),
      write(target),
      w.rate(value, target),
    ]),
    hasRowHeads: true,
  };
}
