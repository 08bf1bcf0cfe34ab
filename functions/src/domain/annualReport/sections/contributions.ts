/** What each sector and entity contributed: records, and the results that they count in. */
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { listed, number } from "../wording.ts";
import { type Contribution, figureTables } from "./figureTables.ts";

type Sector = AnnualSnapshot["sectors"][number];

const hasPart = ({ approved, reported, figures }: Contribution): boolean =>
  approved > 0 || reported > 0 || figures.some(({ value }) => value !== 0);

/** `Secretaría Distrital de Movilidad (SDM)`: other tables name entities by their short name. */
const withShort = ({ name, short }: Sector["entities"][number]): string =>
  short === undefined || short === name ? name : `${name} (${short})`;

function chartOf(sectors: readonly Sector[], snapshot: AnnualSnapshot): Block {
  const most = Math.max(...sectors.map(({ approved }) => approved));
  const best = sectors.filter(({ approved }) => approved === most).map(({ name }) => name);
  const title =
    best.length === 1
      ? `${best[0]} es el sector con más registros aprobados de ${snapshot.year}: ${number(most)}`
      : `${listed(best)} son los sectores con más registros aprobados de ${snapshot.year}: ${number(most)} cada uno`;
  const inOrder = sectors.filter(({ approved }) => approved > 0).toSorted((a, b) => b.approved - a.approved);
  return {
    type: "barChart",
    direction: "across",
    title,
    alt: `Barras por sector: ${inOrder.map(({ name, approved }) => `${name}, ${approved}`).join("; ")}.`,
    bars: inOrder.map(({ name, approved }) => ({ label: name, value: approved, text: number(approved) })),
  };
}

export function* contributionSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, indicators } = snapshot;
  const sectors = snapshot.sectors.filter(hasPart);
  yield { type: "heading", level: 1, text: "Aporte por sector y entidad" };
  if (sectors.length === 0) {
    yield { type: "paragraph", text: `Ninguna entidad tiene registros públicos de ${year}.` };
    return;
  }
  const hasSums = indicators.some(({ type }) => type === "quantity" || type === "money");
  yield {
    type: "paragraph",
    text: `La ciudad tiene ${number(snapshot.approvedRecords)} registros públicos aprobados de ${year}. Un registro cuenta una vez para la ciudad, y una vez para cada entidad y cada sector que tomó parte; por eso las filas no suman el total. ${hasSums ? "Las cantidades y el dinero son de la entidad responsable. " : ""}«En revisión» son los enviados que la Consejería todavía no ha decidido: no cuentan.`,
  };
  yield { type: "heading", level: 2, text: "Por sector" };
  if (sectors.some(({ approved }) => approved > 0)) yield chartOf(sectors, snapshot);
  yield* figureTables(
    { first: "Sector", by: "por sector", year },
    sectors.map((sector) => ({ ...sector, label: sector.name })),
    indicators,
  );
  yield { type: "heading", level: 2, text: "Por entidad" };
  yield* figureTables(
    { first: "Entidad", by: "por entidad", year },
    sectors.flatMap(({ entities }) =>
      entities.filter(hasPart).map((entity) => ({ ...entity, label: withShort(entity) })),
    ),
    indicators,
  );
  const silent = snapshot.sectors.flatMap(({ entities }) => entities).filter((entity) => !hasPart(entity));
  if (silent.length > 0)
    yield {
      type: "note",
      text: `Sin registros públicos de ${year}: ${listed(silent.map(({ name, short }) => short ?? name))}.`,
    };
}
