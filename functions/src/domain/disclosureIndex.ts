/**
 * The "Índice de información clasificada y reservada": what every public body must list of the information that it does
 * not publish (Ley 1712 de 2014, art. 20). Its columns are those of Decreto 103 de 2015, art. 40.
 */
import { bogotaDay, isDay } from "./calendar.ts";
import { formatDay } from "./format.ts";
import type { DraftRecord } from "./record/record.ts";
import type { Exception } from "./record/restriction.ts";

export const INDEX_COLUMNS = [
  "Nombre o título de la categoría de información",
  "Nombre o título de la información",
  "Idioma",
  "Medio de conservación y/o soporte",
  "Fecha de generación de la información",
  "Nombre del responsable de la producción de la información",
  "Nombre del responsable de la información",
  "Objetivo legítimo de la excepción",
  "Fundamento constitucional o legal",
  "Fundamento jurídico de la excepción",
  "Excepción total o parcial",
  "Fecha de la calificación",
  "Plazo de la clasificación o reserva",
] as const;

/** What each exception protects, in the words of Ley 1712 de 2014, arts. 18 and 19. */
const PURPOSES: Readonly<Record<Exception, string>> = {
  "18-a": "El derecho de toda persona a la intimidad",
  "18-b": "El derecho de toda persona a la vida, la salud o la seguridad",
  "18-c": "Los secretos comerciales, industriales y profesionales",
  "19-a": "La defensa y seguridad nacional",
  "19-b": "La seguridad pública",
  "19-c": "Las relaciones internacionales",
  "19-d": "La prevención, investigación y persecución de los delitos y las faltas disciplinarias",
  "19-e": "El debido proceso y la igualdad de las partes en los procesos judiciales",
  "19-f": "La administración efectiva de la justicia",
  "19-g": "Los derechos de la infancia y la adolescencia",
  "19-h": "La estabilidad macroeconómica y financiera del país",
  "19-i": "La salud pública",
  "19-p": "Las opiniones o puntos de vista de un proceso deliberativo",
};

const articleOf = (exception: Exception): string => {
  const [article, letter] = exception.split("-");
  const place = letter === "p" ? "parágrafo" : `literal ${letter}`;
  return `Ley 1712 de 2014, artículo ${article}, ${place}`;
};

const CATEGORIES = {
  classified: "Registro de internacionalización clasificado",
  reserved: "Registro de internacionalización reservado",
} as const;

/** Whether the record belongs in the index: it has been sent once and is not public. */
export const isIndexed = ({ state, disclosure }: Pick<DraftRecord, "state" | "disclosure">): boolean =>
  state !== "draft" && (disclosure === "classified" || disclosure === "reserved");

/** A day that is half-typed, of a returned record, stays out. */
const shown = (day: string | undefined): string => (day && isDay(day) ? formatDay(day, "es") : "");

/**
 * The record's row, in the order of the columns. Records are withheld whole; what is classified stays so without a term
 * (Ley 1712 de 2014, art. 18, paragraph).
 */
export function indexRowOf(record: DraftRecord, entityName: string): string[] {
  const { title = "", exception, legalGround = "", classifiedOn, reservedUntil, createdAt } = record;
  const isReserved = record.disclosure === "reserved";
  return [
    CATEGORIES[isReserved ? "reserved" : "classified"],
    title,
    "Español",
    "Electrónico",
    formatDay(bogotaDay(createdAt), "es"),
    entityName,
    entityName,
    exception ? PURPOSES[exception] : "",
    exception ? articleOf(exception) : "",
    legalGround,
    "Total",
    shown(classifiedOn),
    isReserved ? shown(reservedUntil) : "Ilimitado (Ley 1712 de 2014, artículo 18, parágrafo)",
  ];
}
