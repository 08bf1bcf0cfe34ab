/** Our own spreadsheet: a sheet for each kind, with drop-downs from the catalogues, and one that says how it is filled in. */
import type { Kind } from "#domain/record/kinds.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import type { Value, Values } from "../../forms/values.ts";
import type { Language } from "../../i18n/language.ts";
import { choicesOf, type Lookup } from "../mapping/choices.ts";
import { type ImportField, importFieldsOf, isCoded, isList } from "../mapping/importFields.ts";
import { normal } from "../words.ts";
import type { Cell, Workbook } from "../workbook/Workbook.ts";
import { DropDowns, LISTS, MARK } from "./DropDowns.ts";
import type { CellStyle, ColumnSpec, RowSpec, SheetSpec } from "./SheetSpec.ts";
import { HELP, HELP_SHEET, SHEET_WORDS, TEMPLATE_FILES } from "./templateTexts.ts";

const STORED_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Rows with formats and drop-downs at the ready. */
const READY_ROWS = 2_000;
/** Names that a program allows for a sheet. */
const SHEET_NAME = 31;

export const sheetNameOf = (kind: Kind, language: Language): string =>
  KIND_FORMS[kind].name[language].replace(/[[\]:*?/\\]/g, " ").slice(0, SHEET_NAME);

/** A record to be written into a template. */
export interface TemplateRow {
  readonly kind: Kind;
  readonly values: Values;
  readonly files?: readonly string[];
}

const STYLE: Readonly<Partial<Record<string, CellStyle>>> = {
  day: "day",
  count: "count",
  amount: "amount",
  paragraph: "long",
  line: "code",
  link: "code",
};
const WIDTH: Readonly<Partial<Record<string, number>>> = {
  day: 14,
  count: 14,
  amount: 18,
  paragraph: 46,
  choice: 24,
};

/** What a cell of a field holds for a value of a record; `label` names a code. */
function cellOf(
  { field }: ImportField,
  value: Value | undefined,
  label: (code: string) => string,
): Cell | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") return field.input === "amount" ? value / 100 : value;
  if (typeof value !== "string") return value.map(label).join("; ");
  if (field.input === "day") return STORED_DAY.test(value) ? { day: value } : value;
  return isCoded(field) ? label(value) : value;
}

/** The columns of a kind's sheet, in the order of its form; the last one names the files. */
export function templateColumns(kind: Kind, dropDowns: DropDowns, language: Language): ColumnSpec[] {
  const words = SHEET_WORDS[language];
  const fields = importFieldsOf([kind]).map((field): ColumnSpec => {
    const { path, label, help, neededBy, isConditional } = field;
    const { input } = field.field;
    const range = isCoded(field.field) ? dropDowns.rangeOf(field) : undefined;
    const isNeeded = neededBy.length > 0 && !isConditional;
    const notes = [help?.[language], isList(field.field) && words.several, input === "day" && words.day];
    const note = notes.filter((one) => typeof one === "string").join(" ");
    return {
      header: isNeeded ? `${label[language]} *` : label[language],
      ...{ isNeeded, style: STYLE[input] ?? "plain", width: path === "title" ? 46 : (WIDTH[input] ?? 28) },
      ...(note !== "" && { note }),
      ...(range !== undefined && { list: { range, isStrict: !isList(field.field) } }),
    };
  });
  return [...fields, { header: words.files, style: "plain", width: 34, note: words.filesNote }];
}

function rowSpec({ kind, values, files = [] }: TemplateRow, lookup: Lookup, language: Language): RowSpec {
  const cells = importFieldsOf([kind]).map((field) => {
    const value = values[field.path];
    if (value === undefined || !isCoded(field.field)) return cellOf(field, value, (code) => code);
    const choices = choicesOf(field, lookup);
    return cellOf(field, value, (code) => choices.find(({ id }) => id === code)?.label[language] ?? code);
  });
  return { cells: [...cells, files.length > 0 ? files.join("; ") : undefined] };
}

/**
 * The sheets of the template. Written and read again, records are the same.
 *
 * @param rows - records that it already holds; none in the one that people download
 */
export function templateOf(
  kinds: readonly Kind[],
  lookup: Lookup,
  language: Language,
  rows: readonly TemplateRow[] = [],
): SheetSpec[] {
  const dropDowns = new DropDowns(lookup, language);
  const sheets = kinds.map(
    (kind): SheetSpec => ({
      name: sheetNameOf(kind, language),
      columns: templateColumns(kind, dropDowns, language),
      readyRows: READY_ROWS,
      rows: rows.filter((row) => row.kind === kind).map((row) => rowSpec(row, lookup, language)),
    }),
  );
  return [helpSheet(language), ...sheets, dropDowns.sheet()];
}

const helpSheet = (language: Language): SheetSpec => {
  const [[left, right] = ["", ""], ...rows] = HELP[language];
  return {
    name: HELP_SHEET[language],
    columns: [
      { header: left, style: "long", width: 34 },
      { header: right, style: "long", width: 90 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
};

/** Whether a file is the template: by its hidden sheet. */
export const isTemplate = ({ sheets }: Workbook): boolean =>
  sheets.some(({ name, rows }) => name === LISTS && rows[0]?.cells[0] === MARK);

/** The kind of a sheet of the template, by its name in either language. */
export const kindOfSheet = (name: string, kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) =>
    (["es", "en"] as const).some((language) => normal(sheetNameOf(kind, language)) === normal(name)),
  );

/** The path of a column of the template by its head in either language; `files` for the files. */
export function pathOfTemplateHead(header: string): string | undefined {
  const head = normal(header);
  if (Object.values(SHEET_WORDS).some(({ files }) => normal(files) === head)) return "files";
  return HEADS.get(head);
}

const HEADS: ReadonlyMap<string, string> = new Map(
  (Object.keys(KIND_FORMS) as Kind[]).flatMap((kind) =>
    importFieldsOf([kind]).flatMap(({ path, label }) => [
      [normal(label.es), path] as const,
      [normal(label.en), path] as const,
    ]),
  ),
);

export const templateFileName = (language: Language): string => TEMPLATE_FILES[language];
