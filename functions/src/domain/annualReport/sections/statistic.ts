/** A statistic of somebody else's: quoted with who published it and when it was read, never added to what is counted. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualStatistic } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { targetBlocks, targetedOf } from "../targets.ts";
import { ruleNote } from "../wording.ts";

const TEXTS = inBoth(
  {
    none: (year: number) => `Sin información: no hay datos citados hasta ${year}.`,
    table: "Datos citados, como los publicó su fuente",
    columns: ["Periodo", "Dato", "Fuente", "Consulta"],
  },
  {
    none: (year: number) => `No information: no data is quoted until ${year}.`,
    table: "Data quoted as its source published it",
    columns: ["Period", "Number", "Source", "Consulted"],
  },
);

export function* statisticBlocks(
  statistic: AnnualStatistic,
  snapshot: AnnualSnapshot,
  w: Writing,
): Iterable<Block> {
  const t = TEXTS[w.language];
  const { observations, unit } = statistic;
  const latest = observations.at(-1);
  if (!latest) yield { type: "paragraph", text: t.none(snapshot.year) };
  else
    yield {
      type: "keyFigures",
      figures: [{ text: w.quoted(latest.value), label: `${w.pick(unit)}, ${w.period(latest.period)}` }],
    };
  const targeted = targetedOf(statistic, snapshot.year);
  if (targeted) yield* targetBlocks(targeted, snapshot, w);
  yield ruleNote(statistic, w);
  if (!latest) return;
  const [period = "", value = "", source = "", consulted = ""] = t.columns;
  yield {
    type: "table",
    title: t.table,
    columns: [left(period, 20), right(value, 18), left(source, 46), left(consulted, 16)],
    rows: observations.map((one) => [
      capital(w.period(one.period)),
      { text: w.quoted(one.value), value: one.value },
      one.link === undefined ? one.citation : `${one.citation}\n${one.link}`,
      w.day(one.consultedOn),
    ]),
    hasRowHeads: true,
  };
}
