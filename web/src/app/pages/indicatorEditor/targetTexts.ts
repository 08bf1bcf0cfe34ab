/** The words of an indicator's target. */
import { count, oneOf, optional, paragraph } from "#domain/fields.ts";
import { CURRENCIES } from "#domain/indicator.ts";
import { both, text } from "../../../forms/fieldText.ts";
import { choice, type EditorFields } from "./EditorField.ts";

/** What is to be reached, by when, on whose word. */
export const TARGET_FIELDS = {
  "target.per": {
    field: choice("none", "strategy", "year", "half-year", "month"),
    text: text("¿Tiene meta?", "Is there a target?", "si tiene meta", "whether there is a target", {
      options: {
        none: both("No", "No"),
        strategy: both(
          "Un total para los cuatro años, 2024 a 2027",
          "A total for the four years, 2024 to 2027",
        ),
        year: both("Una meta para cada año", "A target for each year"),
        "half-year": both("Una meta para cada semestre", "A target for each half-year"),
        month: both("Una meta para cada mes", "A target for each month"),
      },
    }),
  },
  "target.value": {
    field: count(),
    text: text("Cuánto", "How much", "la meta", "the target"),
  },
  "target.currency": {
    field: oneOf(CURRENCIES),
    text: text(
      "Moneda de la meta",
      "Currency of the target",
      "la moneda de la meta",
      "the currency of the target",
      {
        options: {
          COP: both("Pesos colombianos", "Colombian pesos"),
          USD: both("Dólares", "US dollars"),
          EUR: both("Euros", "Euros"),
        },
      },
    ),
  },
  "target.atLeast": {
    field: choice("yes"),
    text: text("Es un mínimo", "It is a minimum", "si es un mínimo", "whether it is a minimum", {
      options: { yes: both("Es un mínimo: «al menos»", "It is a minimum: “at least”") },
    }),
  },
  "target.baseline.value": {
    field: optional(count()),
    text: text("Línea de base", "Baseline", "la línea de base", "the baseline", {
      help: both(
        "Cuánto había antes de la Estrategia, si la meta lo incluye.",
        "How much there was before the Strategy, if the target includes it.",
      ),
    }),
  },
  "target.baseline.year": {
    field: optional(count()),
    text: text(
      "Año de la línea de base",
      "Year of the baseline",
      "el año de la línea de base",
      "the year of the baseline",
    ),
  },
  "target.byYear": {
    field: count(),
    text: text("{n}", "{n}", "la meta de {n}", "the target of {n}"),
  },
  "target.byEntity": {
    field: count(),
    text: text("{n}", "{n}", "la meta de {n}", "the target of {n}"),
  },
  targetSourceEs: {
    field: paragraph(),
    text: text(
      "De dónde sale la meta, en español",
      "Where the target comes from, in Spanish",
      "en español de dónde sale la meta",
      "in Spanish where the target comes from",
      {
        help: both(
          "Documento y parte. Si no hay meta, dígalo: «La Estrategia no fija meta».",
          "Document and part. If there is no target, say so: “La Estrategia no fija meta”.",
        ),
      },
    ),
  },
  targetSourceEn: {
    field: paragraph(),
    text: text(
      "De dónde sale la meta, en inglés",
      "Where the target comes from, in English",
      "en inglés de dónde sale la meta",
      "in English where the target comes from",
    ),
  },
} as const satisfies EditorFields;
