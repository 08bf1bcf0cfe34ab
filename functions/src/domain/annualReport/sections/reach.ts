/** For whom and towards what: the populations that the year's records are for, and the SDGs that they serve. */
import { inBoth } from "../../reports/bilingual.ts";
import type { NameList } from "../../reports/names.ts";
import { left, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    populations: "Poblaciones",
    noPopulations: (year: number) => `Ningún registro público aprobado de ${year} nombra una población.`,
    population: "Población",
    sdgs: "Objetivos de Desarrollo Sostenible",
    noSdgs: (year: number) => `Ningún registro público aprobado de ${year} nombra un objetivo.`,
    sdg: "Objetivo",
    sdgNumber: (number: number, name: string) => `ODS ${number}. ${name}`,
    records: "Registros",
    share: "De los registros",
    title: (what: string, year: number) => `Registros por ${what}, ${year}`,
    best: (name: string, records: string) => `Con más registros: ${name}, ${records}`,
    alt: (bars: string) => `Barras: ${bars}.`,
    note: "Un registro cuenta una vez en cada población u objetivo que nombra; las filas no suman el total. Las poblaciones son de las acciones, nunca de personas.",
  },
  {
    populations: "Populations",
    noPopulations: (year: number) => `No approved public record of ${year} names a population.`,
    population: "Population",
    sdgs: "Sustainable Development Goals",
    noSdgs: (year: number) => `No approved public record of ${year} names a goal.`,
    sdg: "Goal",
    sdgNumber: (number: number, name: string) => `SDG ${number}. ${name}`,
    records: "Records",
    share: "Of the records",
    title: (what: string, year: number) => `Records by ${what}, ${year}`,
    best: (name: string, records: string) => `Most records: ${name}, ${records}`,
    alt: (bars: string) => `Bars: ${bars}.`,
    note: "A record counts once in each population or goal that it names; the rows do not add up to the total. Populations are of actions, never of persons.",
  },
);

interface Coded {
  readonly name: string;
  readonly records: number;
}

function* codedBlocks(
  first: string,
  coded: readonly Coded[],
  snapshot: AnnualSnapshot,
  w: Writing,
): Iterable<Block> {
  const t = TEXTS[w.language];
  const inOrder = coded.toSorted((a, b) => b.records - a.records);
  const [most] = inOrder;
  if (!most) return;
  yield {
    type: "barChart",
    direction: "across",
    title: t.best(most.name, w.number(most.records)),
    alt: t.alt(inOrder.map(({ name, records }) => `${name}, ${records}`).join("; ")),
    bars: inOrder.map(({ name, records }) => ({ label: name, value: records, text: w.number(records) })),
  };
  yield {
    type: "table",
    title: t.title(first.toLowerCase(), snapshot.year),
    columns: [left(first, 60), right(t.records, 20), right(t.share, 20)],
    rows: coded.map(({ name, records }) => [
      name,
      w.figure(records),
      w.rate(records, snapshot.approvedRecords),
    ]),
    hasRowHeads: true,
  };
}

export function* reachSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, names, populations, sdgs } = snapshot;
  const named = (list: NameList, coded: AnnualSnapshot["sdgs"]): Coded[] =>
    coded.map(({ id, records }) => ({ records, name: w.name(list, id) }));
  yield* partBlocks("reach", snapshot, w);
  yield { type: "heading", level: 2, text: t.populations };
  if (populations.length === 0) yield { type: "paragraph", text: t.noPopulations(year) };
  yield* codedBlocks(t.population, named(names.populations, populations), snapshot, w);
  yield { type: "heading", level: 2, text: t.sdgs };
  if (sdgs.length === 0) yield { type: "paragraph", text: t.noSdgs(year) };
  const numbered = named(names.sdgs, sdgs).map((goal, index) => ({
    ...goal,
    name: t.sdgNumber(Number(sdgs[index]?.id.split("-")[1]), goal.name),
  }));
  yield* codedBlocks(t.sdg, numbered, snapshot, w);
  if (populations.length + sdgs.length > 0) yield { type: "note", text: t.note };
}
