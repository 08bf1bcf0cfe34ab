/** The annex: every approved public record of the year, as its rows come. */
import { inBoth } from "../../reports/bilingual.ts";
import type { Lists } from "../../reports/ReportKind.ts";
import { recordTable } from "../../reports/recordTable.ts";
import type { Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    none: (year: number) => `No hay registros públicos aprobados de ${year}.`,
    title: (count: string, year: number) => `${count} registros públicos aprobados de ${year}`,
  },
  {
    none: (year: number) => `There are no approved public records of ${year}.`,
    title: (count: string, year: number) => `${count} approved public records of ${year}`,
  },
);

export function* recordSection(snapshot: AnnualSnapshot, { listed }: Lists, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year } = snapshot;
  yield* partBlocks("records", snapshot, w);
  if (snapshot.listed.count === 0) yield { type: "paragraph", text: t.none(year) };
  else yield* recordTable(t.title(w.number(snapshot.listed.count), year), listed, snapshot.names, w);
}
