/** The instruments of international cooperation, new ones first. */
import { STRATEGY_YEARS, yearOf } from "../../calendar.ts";
import type { AnnualInstrument, AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Column } from "../block.ts";
import { day, INSTRUMENT_STATUS_NAMES, left, number, SCOPE_NAMES, tableOr } from "../wording.ts";

const COLUMNS: readonly Column[] = [
  left("Instrumento", 30),
  left("Con", 19),
  left("Firma", 12.2),
  left("Hasta", 12.2),
  left("Estado", 12),
  left("Entidades", 14.6),
];

function rowOf(instrument: AnnualInstrument): string[] {
  const scope = SCOPE_NAMES[instrument.scope].toLowerCase();
  const strategic = instrument.strategic ? ". Estratégico" : "";
  return [
    `${instrument.title}\n${instrument.kind}, ${scope}${strategic}`,
    instrument.partners.join("; ") || "–",
    day(instrument.signedOn),
    day(instrument.validUntil),
    INSTRUMENT_STATUS_NAMES[instrument.status],
    [instrument.lead, ...instrument.participants].join("; "),
  ];
}

/** A list of instruments under its heading. */
function* listOf(heading: string, instruments: readonly AnnualInstrument[], empty: string): Iterable<Block> {
  yield { type: "heading", level: 2, text: heading };
  const title = `${instruments.length === 1 ? "Un instrumento" : `${number(instruments.length)} instrumentos`}`;
  yield tableOr(empty, title, COLUMNS, instruments.map(rowOf));
}

export function* instrumentSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, instruments } = snapshot;
  yield { type: "heading", level: 1, text: "Instrumentos de cooperación internacional" };
  if (instruments.length === 0) {
    yield { type: "paragraph", text: "No hay instrumentos públicos aprobados." };
    return;
  }
  yield {
    type: "paragraph",
    text: `Redes, convenios, memorandos, cartas de intención y otros, con el estado que tenían en la fecha de corte. «Estratégico» es una decisión de la Consejería. En «Entidades», la primera es la responsable; las siglas están en la lista de entidades.`,
  };
  const { first } = STRATEGY_YEARS;
  const start = Math.min(year, first);
  const signedIn = (belongs: (signedYear: number) => boolean) =>
    instruments.filter(({ signedOn }) => signedOn !== undefined && belongs(yearOf(signedOn)));
  yield* listOf(
    `Firmados en ${year}`,
    signedIn((signed) => signed === year),
    `No hay instrumentos públicos firmados en ${year}.`,
  );
  if (year > first)
    yield* listOf(
      year - 1 === first ? `Firmados en ${first}` : `Firmados entre ${first} y ${year - 1}`,
      signedIn((signed) => signed >= first && signed < year),
      `No hay instrumentos públicos firmados desde ${first} y antes de ${year}.`,
    );
  yield* listOf(
    `Anteriores a ${start}`,
    signedIn((signed) => signed < start),
    `No hay instrumentos públicos anteriores a ${start}.`,
  );
  const unsigned = instruments.filter(({ signedOn }) => signedOn === undefined);
  if (unsigned.length > 0) yield* listOf("Sin firmar", unsigned, "");
}
