/** A document for renderers that hold it whole: long lists are left to the files that stream them. */
import type { Block } from "../annualReport/block.ts";
import { formatNumber, type Language } from "../format.ts";

/** Records up to which the lists stay: some hundred pages. */
export const MOST_LISTED = 2_000;

const LEFT_OUT: Readonly<Record<Language, (records: string) => string>> = {
  es: (records) =>
    `El informe lista ${records} registros. Este archivo no los repite: están completos en el PDF y en la hoja de cálculo.`,
  en: (records) =>
    `The report lists ${records} records. This file does not repeat them: the PDF and the spreadsheet have them all.`,
};

/** The same blocks; where the report lists more than `MOST_LISTED` records, a note in the place of each list. */
export function* withoutLongLists(
  blocks: Iterable<Block>,
  language: Language,
  records: number,
): Iterable<Block> {
  for (const block of blocks)
    yield block.type === "table" && block.isList && records > MOST_LISTED
      ? { type: "note", text: LEFT_OUT[language](formatNumber(records, language, 0)) }
      : block;
}
