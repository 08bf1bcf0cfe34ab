/** The words of what an indicator counts, goes through or quotes. */
import { codesOf, count, day, line, link, optional, paragraph } from "#domain/fields.ts";
import { both, text } from "../../../forms/fieldText.ts";
import { choice, type EditorField, type EditorFields } from "./EditorField.ts";

/** What it counts. */
export const COUNTED_FIELDS = {
  "rule.source": {
    field: choice("records", "decisions", "editions"),
    text: text(
      "De dónde salen los datos",
      "Where the data come from",
      "de dónde salen los datos",
      "where the data come from",
      {
        options: {
          records: both(
            "Registros de las entidades o de la Consejería",
            "Records of the entities or the Office",
          ),
          decisions: both(
            "Decisiones de la Comisión o del Comité",
            "Decisions of the Commission or the Committee",
          ),
          editions: both("Informes publicados", "Published reports"),
        },
      },
    ),
  },
  "rule.kind": {
    field: choice("k"),
    text: text("Tipo de registro", "Kind of record", "el tipo de registro", "the kind of record"),
  },
  of: {
    field: choice("o"),
    text: text("Qué se suma", "What is added up", "qué se suma", "what is added up"),
  },
  "rule.where.field": {
    field: choice("f"),
    text: text("Dato", "Field", "el dato de la condición {n}", "the field of condition {n}"),
  },
  "rule.where.test": {
    field: choice("t"),
    text: text(
      "Qué debe cumplir",
      "What it must meet",
      "qué debe cumplir el dato de la condición {n}",
      "what the field of condition {n} must meet",
      {
        options: {
          in: both("Es alguno de estos valores", "It is one of these values"),
          atLeast: both("Es al menos esta cantidad", "It is at least this much"),
          filled: both("Tiene algo escrito", "It is filled in"),
          blank: both("Está en blanco", "It is blank"),
        },
      },
    ),
  },
  "rule.where.in": {
    field: codesOf("values", 50),
    text: text(
      "Valores que cuentan",
      "Values that count",
      "los valores de la condición {n}",
      "the values of condition {n}",
      { help: both("Basta con que sea uno de ellos.", "One of them is enough.") },
    ),
  },
  "rule.where.atLeast": {
    field: count(),
    text: text(
      "Cuánto como mínimo",
      "At least",
      "el mínimo de la condición {n}",
      "the least of condition {n}",
    ),
  },
  overlapsWith: {
    field: codesOf("indicators"),
    text: text(
      "Registros que también cuentan en otro indicador",
      "Records that count in another indicator too",
      "las coincidencias con otros indicadores",
      "the overlaps with other indicators",
      {
        help: both(
          "Marque los que deben contar en los dos. Las cifras de dos indicadores nunca se suman.",
          "Tick those that are meant to count in both. Figures of two indicators are never added up.",
        ),
      },
    ),
  },
  dimensions: {
    field: codesOf("dimensions"),
    text: text("Cómo se desglosa, además", "How else it is broken down", "los desgloses", "the breakdowns", {
      help: both(
        "Por mes, semestre, año, entidad y sector se desglosa siempre.",
        "By month, half-year, year, entity and sector it always is.",
      ),
    }),
  },
} as const satisfies EditorFields;

/** What a distinct count is of. */
export const DISTINCT_FIELD: EditorField = {
  field: choice("d"),
  text: text(
    "Qué se cuenta una sola vez",
    "What is counted once",
    "qué se cuenta una sola vez",
    "what is counted once",
  ),
};

/** What it goes through, or quotes. */
export const TOLD_FIELDS = {
  "states.nameEs": {
    field: paragraph(),
    text: text(
      "Nombre en español",
      "Name in Spanish",
      "el nombre en español del estado {n}",
      "the Spanish name of state {n}",
    ),
  },
  "states.nameEn": {
    field: paragraph(),
    text: text(
      "Nombre en inglés",
      "Name in English",
      "el nombre en inglés del estado {n}",
      "the English name of state {n}",
    ),
  },
  achievedState: {
    field: choice("s"),
    text: text(
      "Se cumple al llegar a",
      "Achieved on reaching",
      "el estado en que se cumple",
      "the state in which it is achieved",
    ),
  },
  "observations.period": {
    field: line(7),
    text: text("Periodo", "Period", "el periodo de la observación {n}", "the period of observation {n}", {
      help: both(
        "Un año (2025), un semestre (2025-S1) o un mes (2025-03).",
        "A year (2025), a half-year (2025-S1) or a month (2025-03).",
      ),
    }),
  },
  "observations.value": {
    field: count(),
    text: text("Valor", "Value", "el valor de la observación {n}", "the value of observation {n}", {
      help: both("Por ejemplo: 1.385.979,5", "Written as in Colombia, for example: 1.385.979,5"),
    }),
  },
  "observations.citation": {
    field: paragraph(),
    text: text("Fuente", "Source", "la fuente de la observación {n}", "the source of observation {n}", {
      help: both("Quién la publicó, dónde y cuándo.", "Who published it, where and when."),
    }),
  },
  "observations.link": {
    field: optional(link()),
    text: text(
      "Enlace a la fuente",
      "Link to the source",
      "el enlace de la observación {n}",
      "the link of observation {n}",
    ),
  },
  "observations.consultedOn": {
    field: day(),
    text: text(
      "Fecha de consulta",
      "Consulted on",
      "la fecha de consulta de la observación {n}",
      "the date on which observation {n} was consulted",
    ),
  },
} as const satisfies EditorFields;
