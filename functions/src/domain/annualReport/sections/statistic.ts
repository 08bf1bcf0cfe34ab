/** A statistic of somebody else's: quoted with who published it and when it was read, never added to what is counted. */
import type { AnnualStatistic } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { capital, day, left, periodText, quoted, right, ruleNote } from "../wording.ts";

export function* statisticBlocks(statistic: AnnualStatistic, snapshot: AnnualSnapshot): Iterable<Block> {
  const { observations, unit } = statistic;
  const latest = observations.at(-1);
  if (!latest)
    yield { type: "paragraph", text: `Sin información: no hay datos citados hasta ${snapshot.year}.` };
  else
    yield {
      type: "keyFigures",
      figures: [{ text: quoted(latest.value), label: `${unit}, ${periodText(latest.period)}` }],
    };
  const targeted = targetedOf(statistic, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot);
  yield ruleNote(statistic);
  if (!latest) return;
  yield {
    type: "table",
    title: "Datos citados, como los publicó su fuente",
    columns: [left("Periodo", 20), right("Dato", 18), left("Fuente", 46), left("Consulta", 16)],
    rows: observations.map(({ period, value, citation, link, consultedOn }) => [
      capital(periodText(period)),
      quoted(value),
      link === undefined ? citation : `${citation}\n${link}`,
      day(consultedOn),
    ]),
  };
}
