/** The words of what an indicator is, how it is explained, and who sees it. */
import { line, oneOf, paragraph } from "#domain/fields.ts";
import { INDICATOR_TYPES } from "#domain/indicator.ts";
import { both, text } from "../../../forms/fieldText.ts";
import { choice, type EditorFields, YES_NO } from "./EditorField.ts";

const TYPES = INDICATOR_TYPES as [(typeof INDICATOR_TYPES)[number], ...(typeof INDICATOR_TYPES)[number][]];

/** What it is. */
export const MEASURE_FIELDS = {
  nameEs: {
    field: paragraph(),
    text: text("Nombre en español", "Name in Spanish", "el nombre en español", "the name in Spanish"),
  },
  nameEn: {
    field: paragraph(),
    text: text("Nombre en inglés", "Name in English", "el nombre en inglés", "the name in English"),
  },
  lineId: {
    field: choice("l"),
    text: text("Línea de acción", "Line of action", "la línea de acción", "the line of action"),
  },
  type: {
    field: oneOf(TYPES),
    text: text("Cómo se mide", "How it is measured", "cómo se mide", "how it is measured", {
      options: {
        count: both(
          "Se cuentan registros, decisiones o informes",
          "Records, decisions or reports are counted",
        ),
        sum: both(
          "Se suma una cantidad o un valor de los registros",
          "A quantity or an amount of records is added up",
        ),
        distinct: both(
          "Se cuentan actores, países o redes, cada uno una sola vez",
          "Partners, countries or networks are counted, each once",
        ),
        milestone: both("Avanza por estados hasta cumplirse", "It moves through states until it is achieved"),
        statistic: both("Se cita una estadística de otra fuente", "A statistic of another source is quoted"),
      },
    }),
  },
  unitEs: {
    field: line(),
    text: text("Unidad en español", "Unit in Spanish", "la unidad en español", "the unit in Spanish", {
      help: both(
        "Sigue al número: «12 reuniones realizadas».",
        "It follows the number, in Spanish: “12 reuniones realizadas”.",
      ),
    }),
  },
  unitEn: {
    field: line(),
    text: text("Unidad en inglés", "Unit in English", "la unidad en inglés", "the unit in English"),
  },
} as const satisfies EditorFields;

/** How it is explained. */
export const WORDS_FIELDS = {
  ruleEs: {
    field: paragraph(),
    text: text(
      "Cómo se cuenta, en español",
      "How it is counted, in Spanish",
      "en español cómo se cuenta",
      "in Spanish how it is counted",
      {
        help: both(
          "En palabras sencillas: qué cuenta, en qué fecha y qué no cuenta. Se lee junto a la cifra.",
          "In plain words: what counts, on which date, and what does not. It is read beside the figure.",
        ),
      },
    ),
  },
  ruleEn: {
    field: paragraph(),
    text: text(
      "Cómo se cuenta, en inglés",
      "How it is counted, in English",
      "en inglés cómo se cuenta",
      "in English how it is counted",
    ),
  },
} as const satisfies EditorFields;

/** Who sees it. */
export const PUBLICATION_FIELDS = {
  public: {
    field: choice("yes", "no"),
    text: text(
      "¿Lo ve la ciudadanía?",
      "Do citizens see it?",
      "si lo ve la ciudadanía",
      "whether citizens see it",
      {
        help: both(
          "La cifra pública solo cuenta registros públicos.",
          "The public figure counts public records alone.",
        ),
        options: YES_NO,
      },
    ),
  },
  active: {
    field: choice("yes", "no"),
    text: text("¿Está en uso?", "Is it in use?", "si está en uso", "whether it is in use", {
      options: {
        yes: both("Sí", "Yes"),
        no: both("No: se deja de contar y de mostrar", "No: it is no longer counted or shown"),
      },
    }),
  },
} as const satisfies EditorFields;
