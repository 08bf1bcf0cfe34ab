/** The instruments of international cooperation: new ones, those in force, those that end soon and those that ended. */
import { addDays, type Day, yearOf } from "../../calendar.ts";
import { inBoth } from "../../reports/bilingual.ts";
import type { Names } from "../../reports/names.ts";
import type { ReportInstrument } from "../../reports/snapshotParts.ts";
import { left, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Column, Row } from "../block.ts";
import { joined, SHARED, tableOr } from "../wording.ts";
import { partBlocks } from "./part.ts";

/** Days before its end from which on an instrument is said to end soon. */
const SOON_DAYS = 90;

const TEXTS = inBoth(
  {
    columns: ["Instrumento", "Con", "Firma", "Hasta", "Estado", "Entidades"],
    strategic: ". Estratégico",
    count: (count: string) => (count === "1" ? "Un instrumento" : `${count} instrumentos`),
    none: "No hay instrumentos públicos aprobados.",
    about:
      "Redes, convenios, memorandos, cartas de intención y otros, con el estado que tenían en la fecha de corte. «Estratégico» es una decisión de la Consejería. En «Entidades», la primera es la responsable; las siglas están en la lista de entidades.",
    new: (year: number) => `Nuevos en ${year}`,
    noneNew: (year: number) => `No hay instrumentos públicos firmados en ${year}.`,
    inForce: "Vigentes de años anteriores",
    noneInForce: "No hay instrumentos públicos vigentes que se firmaran en años anteriores.",
    soon: (day: string) => `Vencen en los ${SOON_DAYS} días siguientes al ${day}`,
    noneSoon: (day: string) => `Ninguno vence en los ${SOON_DAYS} días siguientes al ${day}.`,
    ended: "Terminados o vencidos",
    noneEnded: "No hay instrumentos públicos terminados ni vencidos de años anteriores.",
    unsigned: "En negociación",
    noneUnsigned: "No hay instrumentos públicos en negociación.",
  },
  {
    columns: ["Instrument", "With", "Signed", "Until", "State", "Entities"],
    strategic: ". Strategic",
    count: (count: string) => (count === "1" ? "One instrument" : `${count} instruments`),
    none: "There are no approved public instruments.",
    about:
      "Networks, agreements, memoranda, letters of intent and others, as they stood on the cut-off day. “Strategic” is the Office's decision. Under “Entities” the first one is responsible; their acronyms are in the list of entities. Titles are as the entities wrote them, in Spanish.",
    new: (year: number) => `New in ${year}`,
    noneNew: (year: number) => `No public instruments were signed in ${year}.`,
    inForce: "In force since earlier years",
    noneInForce: "No public instruments signed in earlier years are in force.",
    soon: (day: string) => `Ending within ${SOON_DAYS} days after ${day}`,
    noneSoon: (day: string) => `None ends within ${SOON_DAYS} days after ${day}.`,
    ended: "Ended or expired",
    noneEnded: "No public instruments of earlier years have ended or expired.",
    unsigned: "In negotiation",
    noneUnsigned: "No public instruments are in negotiation.",
  },
);

function columns(w: Writing): Column[] {
  const [title = "", partners = "", signed = "", until = "", status = "", entities = ""] =
    TEXTS[w.language].columns;
  return [
    left(title, 30),
    left(partners, 19),
    left(signed, 12.2),
    left(until, 12.2),
    left(status, 12),
    left(entities, 14.6),
  ];
}

function rowOf(instrument: ReportInstrument, names: Names, w: Writing): Row {
  const shared = SHARED[w.language];
  const kind = w.name(names.instrumentKinds, instrument.kindId);
  const scope = shared.scopes[instrument.scope].toLowerCase();
  const strategic = instrument.strategic ? TEXTS[w.language].strategic : "";
  return [
    `${instrument.title}\n${kind}, ${scope}${strategic}`,
    joined(instrument.partners),
    w.day(instrument.signedOn),
    w.day(instrument.validUntil),
    shared.instrumentStatuses[instrument.status],
    [instrument.entityId, ...instrument.participantIds].map((id) => w.short(names.entities, id)).join("; "),
  ];
}

/** A table of instruments, titled with how many there are; or a line that says that there are none. */
export const instrumentTable = (
  instruments: readonly ReportInstrument[],
  empty: string,
  names: Names,
  w: Writing,
): Block =>
  tableOr(
    empty,
    TEXTS[w.language].count(w.number(instruments.length)),
    columns(w),
    instruments.map((instrument) => rowOf(instrument, names, w)),
    { isList: true },
  );

const HAS_ENDED: readonly ReportInstrument["status"][] = ["ended", "expired"];

const hasEnded = ({ status }: ReportInstrument): boolean => HAS_ENDED.includes(status);

/** Those in force that end within the days after the cut-off. */
export const endingSoon = (instruments: readonly ReportInstrument[], cutOffOn: Day): ReportInstrument[] =>
  instruments.filter(
    ({ signedOn, validUntil, status }) =>
      signedOn !== undefined &&
      !HAS_ENDED.includes(status) &&
      validUntil !== undefined &&
      validUntil >= cutOffOn &&
      validUntil <= addDays(cutOffOn, SOON_DAYS),
  );

/** Every instrument stands in one of the lists; those that end soon stand in a list of their own besides. */
export function partition({
  year,
  cutOffOn,
  instruments,
}: Pick<AnnualSnapshot, "year" | "cutOffOn" | "instruments">) {
  const signed = instruments.filter(({ signedOn }) => signedOn !== undefined);
  const isNew = ({ signedOn = "" }: ReportInstrument) => yearOf(signedOn) === year;
  const earlier = signed.filter((instrument) => !isNew(instrument));
  return {
    new: signed.filter(isNew),
    inForce: earlier.filter((instrument) => !hasEnded(instrument)),
    ended: earlier.filter(hasEnded),
    unsigned: instruments.filter(({ signedOn }) => signedOn === undefined),
    soon: endingSoon(instruments, cutOffOn),
  };
}

export function* instrumentSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, cutOffOn, instruments, names } = snapshot;
  yield* partBlocks("instruments", snapshot, w);
  if (instruments.length === 0) {
    yield { type: "paragraph", text: t.none };
    return;
  }
  yield { type: "paragraph", text: t.about };
  const lists = partition(snapshot);
  const cutOff = w.longDay(cutOffOn);
  const parts = [
    [t.new(year), lists.new, t.noneNew(year)],
    [t.inForce, lists.inForce, t.noneInForce],
    [t.soon(cutOff), lists.soon, t.noneSoon(cutOff)],
    [t.ended, lists.ended, t.noneEnded],
    [t.unsigned, lists.unsigned, t.noneUnsigned],
  ] as const;
  for (const [heading, listed, empty] of parts) {
    yield { type: "heading", level: 2, text: heading };
    yield instrumentTable(listed, empty, names, w);
  }
}
