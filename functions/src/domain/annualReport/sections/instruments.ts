/** The instruments of international cooperation, new ones first. */
import { yearOf } from "../../calendar.ts";
import { STRATEGY_YEARS } from "../../catalogue.ts";
import type { AnnualInstrument, AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Column } from "../block.ts";
import { day, INSTRUMENT_STATUS_NAMES, left, SCOPE_NAMES, tableOr } from "../wording.ts";

const COLUMNS: readonly Column[] = [
  left("Instrumento", 34),
  left("Con", 22),
  left("Clase", 17),
  left("Firma", 13),
  left("Hasta", 13),
  left("Estado", 15),
  left("Entidades", 22),
];

const rowOf = (instrument: AnnualInstrument): string[] => [
  instrument.strategic ? `${instrument.title} (estratégico)` : instrument.title,
  instrument.partners.join("; ") || "–",
  `${instrument.kind}, ${SCOPE_NAMES[instrument.scope].toLowerCase()}`,
  day(instrument.signedOn),
  day(instrument.validUntil),
  INSTRUMENT_STATUS_NAMES[instrument.status],
  [instrument.lead, ...instrument.participants].join("; "),
];

export function* instrumentSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, instruments } = snapshot;
  yield { type: "heading", level: 1, text: "Instrumentos de cooperación internacional" };
  if (instruments.length === 0) {
    yield { type: "paragraph", text: "No hay instrumentos públicos aprobados." };
    return;
  }
  yield {
    type: "paragraph",
    text: `Redes, convenios, memorandos, cartas de intención y otros, con el estado que tenían en la fecha de corte. «Estratégico» es una decisión de la Consejería. En «Entidades», la primera es la responsable.`,
  };
  const signedIn = (belongs: (signedYear: number) => boolean) =>
    instruments.filter(({ signedOn }) => signedOn !== undefined && belongs(yearOf(signedOn))).map(rowOf);
  yield { type: "heading", level: 2, text: `Firmados en ${year}` };
  yield tableOr(
    `No hay instrumentos públicos firmados en ${year}.`,
    `Instrumentos firmados en ${year}`,
    COLUMNS,
    signedIn((signed) => signed === year),
  );
  if (year > STRATEGY_YEARS.first) {
    const title = `Firmados antes, desde ${STRATEGY_YEARS.first}`;
    yield { type: "heading", level: 2, text: title };
    yield tableOr(
      `No hay instrumentos públicos firmados desde ${STRATEGY_YEARS.first} y antes de ${year}.`,
      title,
      COLUMNS,
      signedIn((signed) => signed >= STRATEGY_YEARS.first && signed < year),
    );
  }
  const first = Math.min(year, STRATEGY_YEARS.first);
  yield { type: "heading", level: 2, text: `Anteriores a ${first}` };
  yield tableOr(
    `No hay instrumentos públicos anteriores a ${first}.`,
    `Instrumentos anteriores a ${first}`,
    COLUMNS,
    signedIn((signed) => signed < first),
  );
  const unsigned = instruments.filter(({ signedOn }) => signedOn === undefined).map(rowOf);
  if (unsigned.length > 0) {
    yield { type: "heading", level: 2, text: "Sin firmar" };
    yield { type: "table", title: "Instrumentos sin firmar", columns: COLUMNS, rows: unsigned };
  }
}
