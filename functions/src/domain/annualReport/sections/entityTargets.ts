/** The parts of a target that its source gives to entities, and how far each has come. */
import type { EntityTarget } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import type { Targeted } from "../targets.ts";
import { capital, left, percent, periodText, right, spanOf } from "../wording.ts";

export function* entityTargetBlocks(
  parts: readonly EntityTarget[] | undefined,
  { write }: Pick<Targeted, "write">,
  snapshot: AnnualSnapshot,
): Iterable<Block> {
  if (!parts || parts.length === 0) return;
  yield {
    type: "table",
    title: "Metas de las entidades",
    columns: [
      left("Entidad", 36),
      left("Periodo", 16),
      right("Aprobado", 18),
      right("Meta", 18),
      right("Avance", 12),
    ],
    rows: parts.map(({ entity, period, value, target }) => [
      entity,
      period === "strategy" ? spanOf(snapshot) : capital(periodText(period)),
      write(value),
      write(target),
      percent(value, target),
    ]),
  };
}
