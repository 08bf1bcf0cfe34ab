/** What each sector and entity contributed: records, and the results that they count in. */
import { inBoth } from "../../reports/bilingual.ts";
import type { Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { type Contribution, figureTables } from "./figureTables.ts";
import { partBlocks } from "./part.ts";

type Sector = AnnualSnapshot["sectors"][number];

const TEXTS = inBoth(
  {
    none: (year: number) => `Ninguna entidad tiene registros públicos de ${year}.`,
    about: (count: string, year: number) =>
      `La ciudad tiene ${count} registros públicos aprobados de ${year}. Un registro cuenta una vez para la ciudad, y una vez para cada entidad y cada sector que tomó parte; por eso las filas no suman el total. `,
    sums: "Las cantidades y el dinero son de la entidad responsable. ",
    reported: "«En revisión» son los enviados que la Consejería todavía no ha decidido: no cuentan.",
    bySector: "Por sector",
    byEntity: "Por entidad",
    sector: "Sector",
    entity: "Entidad",
    ofSectors: "por sector",
    ofEntities: "por entidad",
    best: (name: string, year: number, most: string) =>
      `${name} es el sector con más registros aprobados de ${year}: ${most}`,
    bestOf: (names: string, year: number, most: string) =>
      `${names} son los sectores con más registros aprobados de ${year}: ${most} cada uno`,
    alt: (bars: string) => `Barras por sector: ${bars}.`,
    silent: (year: number, names: string) => `Sin registros públicos de ${year}: ${names}.`,
  },
  {
    none: (year: number) => `No entity has public records of ${year}.`,
    about: (count: string, year: number) =>
      `The city has ${count} approved public records of ${year}. A record counts once for the city, and once for each entity and each sector that took part; so the rows do not add up to the total. `,
    sums: "Quantities and money are the responsible entity's. ",
    reported: "“Under review” are those sent that the Office has not decided yet: they do not count.",
    bySector: "By sector",
    byEntity: "By entity",
    sector: "Sector",
    entity: "Entity",
    ofSectors: "by sector",
    ofEntities: "by entity",
    best: (name: string, year: number, most: string) =>
      `${name} is the sector with most approved records of ${year}: ${most}`,
    bestOf: (names: string, year: number, most: string) =>
      `${names} are the sectors with most approved records of ${year}: ${most} each`,
    alt: (bars: string) => `Bars by sector: ${bars}.`,
    silent: (year: number, names: string) => `Without public records of ${year}: ${names}.`,
  },
);

const hasPart = ({ approved, reported, figures }: Contribution): boolean =>
  approved > 0 || reported > 0 || figures.some(({ value }) => value !== 0);

/** `Secretaría Distrital de Movilidad (SDM)`: other tables name entities by their short name. */
function withShort(id: string, { names }: AnnualSnapshot, w: Writing): string {
  const [name, short] = [w.name(names.entities, id), w.short(names.entities, id)];
  return short === name ? name : `${name} (${short})`;
}

function chartOf(sectors: readonly Sector[], { year, names }: AnnualSnapshot, w: Writing): Block {
  const t = TEXTS[w.language];
  const most = Math.max(...sectors.map(({ approved }) => approved));
  const named = sectors.map(({ id, approved }) => ({ approved, name: w.name(names.sectors, id) }));
  const best = named.filter(({ approved }) => approved === most).map(({ name }) => name);
  const say = best.length === 1 ? t.best : t.bestOf;
  const inOrder = named.filter(({ approved }) => approved > 0).toSorted((a, b) => b.approved - a.approved);
  return {
    type: "barChart",
    direction: "across",
    title: say(w.listed(best), year, w.number(most)),
    alt: t.alt(inOrder.map(({ name, approved }) => `${name}, ${approved}`).join("; ")),
    bars: inOrder.map(({ name, approved }) => ({ label: name, value: approved, text: w.number(approved) })),
  };
}

export function* contributionSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, indicators, names } = snapshot;
  const sectors = snapshot.sectors.filter(hasPart);
  yield* partBlocks("contributions", snapshot, w);
  if (sectors.length === 0) {
    yield { type: "paragraph", text: t.none(year) };
    return;
  }
  const hasSums = indicators.some(({ type }) => type === "quantity" || type === "money");
  yield {
    type: "paragraph",
    text: `${t.about(w.number(snapshot.approvedRecords), year)}${hasSums ? t.sums : ""}${t.reported}`,
  };
  yield { type: "heading", level: 2, text: t.bySector };
  if (sectors.some(({ approved }) => approved > 0)) yield chartOf(sectors, snapshot, w);
  yield* figureTables(
    { first: t.sector, by: t.ofSectors, year },
    sectors.map((sector) => ({ ...sector, label: w.name(names.sectors, sector.id) })),
    indicators,
    w,
  );
  yield { type: "heading", level: 2, text: t.byEntity };
  yield* figureTables(
    { first: t.entity, by: t.ofEntities, year },
    sectors.flatMap(({ entities }) =>
      entities.filter(hasPart).map((entity) => ({ ...entity, label: withShort(entity.id, snapshot, w) })),
    ),
    indicators,
    w,
  );
  const silent = snapshot.sectors.flatMap(({ entities }) => entities).filter((entity) => !hasPart(entity));
  if (silent.length > 0)
    yield {
      type: "note",
      text: t.silent(year, w.listed(silent.map(({ id }) => w.short(names.entities, id)))),
    };
}
