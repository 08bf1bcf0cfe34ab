/**
 * Where a file is read, understood and checked: in a worker, so that the page stays live. It knows no screen, no network
 * and no clock.
 */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import type { CheckContext } from "#domain/record/checkRecord.ts";
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import { KIND_FORMS } from "../forms/kindForms.ts";
import type { Language } from "../i18n/language.ts";
import type { Lookup } from "./mapping/choices.ts";
import { type CodeFinder, codeFinder } from "./mapping/codeFinder.ts";
import { type ColumnInfo, columnInfosOf } from "./mapping/columnInfo.ts";
import { guessColumns, guessKind } from "./mapping/guessColumns.ts";
import { importFieldsOf } from "./mapping/importFields.ts";
import { adapted, recognise } from "./mapping/recognise.ts";
import { HEAD_WORDS, KIND_WORDS } from "./mapping/synonyms.ts";
import { type WordQuestion, wordQuestionsOf } from "./mapping/wordQuestions.ts";
import { type CheckedRow, checkRows } from "./rows/checkRows.ts";
import { type Codes, codesOf, compileMapping } from "./rows/compileMapping.ts";
import { proposedPartnerId } from "./rows/proposedPartnerId.ts";
import { joinTables } from "./table/joinTables.ts";
import type { Table } from "./table/Table.ts";
import { headerRowOf, tableOf } from "./table/tableOf.ts";
import { normal } from "./words.ts";
import { openFile } from "./workbook/openFile.ts";
import { RefusedFile, type Workbook } from "./workbook/Workbook.ts";
import { type Faulty, handBack } from "./write/handBack.ts";
import { isTemplate, kindOfSheet, pathOfTemplateHead, templateOf } from "./write/template.ts";
import { writeXlsx } from "./write/writeXlsx.ts";

export interface DeskSetting {
  readonly lookup: Lookup;
  readonly entityId: string;
  /** Those that the person may log. */
  readonly kinds: readonly Kind[];
  readonly context: CheckContext;
}

export interface Opened {
  readonly format: Workbook["format"];
  readonly isTemplate: boolean;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly rows: number }[];
}

/** What a sheet holds, without its rows. */
export interface Chosen {
  readonly sheets: Table["sheets"];
  readonly columns: readonly ColumnInfo[];
  readonly rows: number;
  readonly hiddenRows: number;
  readonly leftOut: Table["leftOut"];
  readonly filledFromMerges: number;
}

export interface KeptMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly mapping: ImportMapping;
}

export interface Guessed {
  readonly mapping: ImportMapping;
  readonly recognised?: {
    readonly kept: KeptMapping;
    readonly missing: readonly string[];
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
}

export interface CheckOptions {
  readonly withHidden: boolean;
  /** Which rows, of those that are taken: from one to before the other. */
  readonly from: number;
  readonly to: number;
}

export class ImportDesk {
  readonly #setting: DeskSetting;
  readonly #codes: Codes;
  readonly #kindFinder: CodeFinder;
  readonly #heads: ReadonlySet<string>;
  #workbook: Workbook | undefined;
  #table: Table | undefined;
  #infos: readonly ColumnInfo[] = [];

  constructor(setting: DeskSetting) {
    this.#setting = setting;
    this.#codes = codesOf(setting.lookup);
    this.#kindFinder = codeFinder(
      KINDS.map((kind) => ({ id: kind, label: KIND_FORMS[kind].name, names: KIND_WORDS[kind] })),
    );
    const labels = [...this.#codes.fields.values()].flatMap(({ label }) => [label.es, label.en]);
    this.#heads = new Set([...labels, ...Object.values(HEAD_WORDS).flat()].map(normal));
  }

  /** Throws `RefusedFile`. */
  async open(file: Uint8Array, name: string): Promise<Opened> {
    this.#workbook = await openFile(file, name);
    const { format, sheets } = this.#workbook;
    return {
      ...{ format, isTemplate: isTemplate(this.#workbook) },
      sheets: sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows: rows.length })),
    };
  }

  /** The table of one sheet, its heads looked for unless their row is given; of the template, that of all its sheets. */
  choose(sheet: number, headerRow?: number): Chosen {
    const workbook = this.#opened();
    this.#table = isTemplate(workbook) ? this.#templateTable(workbook) : this.#sheetTable(sheet, headerRow);
    const { sheets, rows, leftOut, filledFromMerges } = this.#table;
    if (rows.length === 0) throw new RefusedFile("no-rows");
    this.#infos = columnInfosOf(this.#table);
    const hiddenRows = rows.filter(({ isHidden }) => isHidden).length;
    return { ...{ sheets, columns: this.#infos, rows: rows.length, hiddenRows, leftOut, filledFromMerges } };
  }

  /** The kept mapping of these heads, or a guess; `kind` where the person said what every row is. */
  guess(kept: readonly KeptMapping[], sheetName: string, kind?: Kind): Guessed {
    const headers = this.#infos.map(({ header }) => header);
    const table = this.#chosen();
    if (table.rows.some((row) => row.kind !== undefined)) return this.#templateMapping();
    const recognised = kind ? undefined : recognise(headers, kept);
    if (recognised) return { mapping: adapted(recognised, headers), recognised };
    const every = kind ?? guessKind(sheetName, this.#kindFinder, this.#setting.kinds);
    const fields = importFieldsOf(every ? [every] : this.#setting.kinds);
    const columns = guessColumns(this.#infos, fields, this.#codes, this.#kindFinder);
    const saysKind = columns.some(({ to }) => to === "kind");
    return {
      mapping: { ...(every && !saysKind && { kind: every }), columns, values: [], constants: [] },
    };
  }

  /** The words of coded columns, with what they mean or seem to. */
  questions(mapping: ImportMapping): WordQuestion[] {
    return wordQuestionsOf(this.#infos, this.#compiled(mapping), this.#kindFinder);
  }

  /** How many rows there are to take. */
  #taken(withHidden: boolean) {
    return this.#chosen()
      .rows.map((row, index) => ({ row, index }))
      .filter(({ row }) => withHidden || !row.isHidden);
  }

  async check(
    mapping: ImportMapping,
    { withHidden, from, to }: CheckOptions,
    tell: (rows: readonly CheckedRow[]) => void,
  ): Promise<void> {
    const { lookup, entityId, context } = this.#setting;
    const proposed = mapping.values.flatMap(({ propose }) =>
      propose ? [proposedPartnerId(entityId, propose.name)] : [],
    );
    const partnerIds = new Set([...lookup.partners.map(({ id }) => id), ...proposed]);
    const references = { catalogues: lookup.catalogues, indicators: lookup.indicators, partnerIds };
    const rows = this.#taken(withHidden).slice(from, to);
    await checkRows(rows, this.#compiled(mapping), { entityId, context, references, lookup }, tell);
  }

  handBack(faulty: readonly Faulty[], language: Language): Promise<Blob> {
    const { lookup } = this.#setting;
    return handBack(faulty, { workbook: this.#opened(), table: this.#chosen(), lookup, language });
  }

  template(language: Language): Promise<Blob> {
    const { kinds, lookup } = this.#setting;
    return writeXlsx(templateOf(kinds, lookup, language));
  }

  #opened(): Workbook {
    if (!this.#workbook) throw new Error("no file has been opened");
    return this.#workbook;
  }

  #chosen(): Table {
    if (!this.#table) throw new Error("no sheet has been chosen");
    return this.#table;
  }

  #compiled(mapping: ImportMapping) {
    const { entityId, kinds } = this.#setting;
    return compileMapping(mapping, this.#chosen().columns, this.#codes, {
      ...{ entityId, kinds, kindFinder: this.#kindFinder },
    });
  }

  #sheetTable(index: number, headerRow: number | undefined): Table {
    const sheet = this.#opened().sheets[index];
    if (!sheet) throw new Error(`no sheet ${index}`);
    return tableOf(sheet, headerRow ?? headerRowOf(sheet, (text) => this.#heads.has(text)));
  }

  #templateTable({ sheets }: Workbook): Table {
    const parts = sheets.flatMap((sheet) => {
      const kind = kindOfSheet(sheet.name, this.#setting.kinds);
      const table = kind && tableOf(sheet, 1);
      return kind && table && table.rows.length > 0 ? [{ kind, table }] : [];
    });
    return joinTables(parts);
  }

  /** The template's heads are known; one that was renamed is guessed, and told. */
  #templateMapping(): Guessed {
    const fields = importFieldsOf(this.#setting.kinds);
    const known = this.#infos.map(({ header }) => pathOfTemplateHead(header));
    const free = fields.filter(({ path }) => !known.includes(path));
    const guessed = guessColumns(this.#infos, free, this.#codes, this.#kindFinder);
    const columns = this.#infos.map(({ header }, n) => {
      const own = guessed[n]?.to === "kind" || guessed[n]?.to === "key" ? "nothing" : guessed[n]?.to;
      return { header, to: known[n] ?? own ?? "nothing" };
    });
    return { mapping: { columns, values: [], constants: [] } };
  }
}
