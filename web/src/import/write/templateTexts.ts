/** What the template says by itself, in both languages. */
import type { Language } from "../../i18n/language.ts";

export const HELP_SHEET: Readonly<Record<Language, string>> = { es: "Léame", en: "Read me" };

export const TEMPLATE_FILES: Readonly<Record<Language, string>> = {
  es: "Plantilla de Bitácora.xlsx",
  en: "Bitácora template.xlsx",
};

interface SheetWords {
  readonly files: string;
  readonly filesNote: string;
  readonly several: string;
  readonly day: string;
  readonly whatToCorrect: string;
}

export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  es: {
    files: "Soportes (nombres de los archivos)",
    filesNote:
      "Los nombres de los archivos, separados por punto y coma: acta.pdf; fotos.jpg. Los elegirá al traer la hoja.",
    several: "Si son varios, sepárelos con punto y coma.",
    day: "Día, mes y año: 27/2/2024.",
    whatToCorrect: "Qué corregir",
  },
  en: {
    files: "Evidence (names of the files)",
    filesNote:
      "The names of the files, separated by semicolons: minutes.pdf; photos.jpg. You choose them when you bring the sheet.",
    several: "If there are several, separate them with semicolons.",
    day: "Day, month and year: 27/2/2024.",
    whatToCorrect: "What to correct",
  },
};

/** Two columns; the first row is the heads. */
export const HELP: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  es: [
    ["Cómo se llena", "Qué hacer"],
    [
      "Una hoja por tipo",
      "Cada pestaña es un tipo de registro. Use las que necesite y deje las demás vacías.",
    ],
    ["Una fila por registro", "Escriba desde la fila 2. No cambie los títulos de la primera fila."],
    [
      "Títulos azules con *",
      "Son los datos que todo registro de ese tipo necesita. Los grises son opcionales, o se piden solo en algunos casos.",
    ],
    [
      "Listas",
      "Al elegir la celda aparece una flecha: escoja de la lista. También puede pegar el nombre; se perdonan tildes y mayúsculas.",
    ],
    [
      "Varios en una celda",
      "Separe con punto y coma: UCCI; Metrópolis. Sirve para actores, países, entidades, programas, ODS, temas y grupos.",
    ],
    ["Fechas", "Con día, mes y año: 27/2/2024."],
    ["Valores", "Solo el número, sin signo de pesos: 1.385.979,50."],
    [
      "Soportes",
      "Escriba el nombre de cada archivo, por ejemplo acta.pdf. Al traer la hoja elegirá los archivos y Bitácora los une por el nombre.",
    ],
    ["Línea y actividad", "Si las deja en blanco, se pone la más usual de cada tipo."],
    ["Traerla dos veces", "Puede traer la misma hoja otra vez: lo que ya está no se repite."],
  ],
  en: [
    ["How to fill it in", "What to do"],
    [
      "One sheet for each kind",
      "Each tab is a kind of record. Use those that you need and leave the others empty.",
    ],
    ["One row for each record", "Write from row 2 on. Do not change the heads in the first row."],
    [
      "Blue heads with *",
      "Every record of that kind needs them. Grey ones are optional, or asked only in some cases.",
    ],
    [
      "Lists",
      "Choose the cell and an arrow appears: pick from the list. You may also paste the name; accents and case are forgiven.",
    ],
    [
      "Several in one cell",
      "Separate them with semicolons: UCCI; Metropolis. This goes for partners, countries, entities, programmes, SDGs, themes and groups.",
    ],
    ["Dates", "With day, month and year: 27/2/2024."],
    ["Amounts", "The number alone, without a sign: 1.385.979,50."],
    [
      "Evidence",
      "Write the name of each file, for example minutes.pdf. When you bring the sheet you choose the files, and they are joined by their names.",
    ],
    ["Line and activity", "Left blank, the most usual ones of each kind are taken."],
    ["Bringing it twice", "You may bring the same sheet again: what is there is not repeated."],
  ],
};
