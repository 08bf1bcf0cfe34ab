/** A mapping, looked up once for all rows of a table. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import { choicesOf, type Lookup } from "../mapping/choices.ts";
import { type CodeFinder, codeFinder, keyOf } from "../mapping/codeFinder.ts";
import { type ImportField, importFieldsOf, isCoded } from "../mapping/importFields.ts";
import type { Row, Table } from "../table/Table.ts";
import { normal } from "../words.ts";
import { proposedPartnerId } from "./proposedPartnerId.ts";
import { textOfCell } from "./readCell.ts";

/** Fields and the codes of their words: the same for every mapping. */
export interface Codes {
  readonly fields: ReadonlyMap<string, ImportField>;
  /** For words of any kind of record; a word that two kinds use is known all the same. */
  readonly finders: ReadonlyMap<string, CodeFinder>;
  /** For words of one kind: some fields have other choices in each, of which two may go by one name. */
  readonly finderOf: (path: string, kind: Kind) => CodeFinder | undefined;
}

export function codesOf(lookup: Lookup): Codes {
  const fields = new Map(importFieldsOf(KINDS).map((field) => [field.path, field]));
  const own = new Map<string, CodeFinder>();
  for (const kind of KINDS)
    for (const field of importFieldsOf([kind]))
      if (field.field.options) own.set(`${kind} ${field.path}`, codeFinder(choicesOf(field, lookup)));
  const coded = [...fields.values()].filter(({ field }) => isCoded(field));
  const finders = new Map(
    coded.map((field): [string, CodeFinder] => {
      const all = codeFinder(choicesOf(field, lookup));
      const ofKinds = field.kinds.flatMap((kind) => own.get(`${kind} ${field.path}`) ?? []);
      const sure = (text: string) =>
        all.sure(text) ?? ofKinds.map((finder) => finder.sure(text)).find((code) => code !== undefined);
      return [field.path, { ...all, sure }];
    }),
  );
  return { fields, finders, finderOf: (path, kind) => own.get(`${kind} ${path}`) ?? finders.get(path) };
}

export interface CompiledMapping {
  readonly mapping: ImportMapping;
  readonly codes: Codes;
  /** What each of the table's columns is. */
  readonly targets: readonly (ImportMapping["columns"][number] | undefined)[];
  /** The codes that a word means in a record of the kind; `undefined` where it is not known. */
  readonly codesFor: (path: string, word: string, kind?: Kind) => readonly string[] | undefined;
  /** What the row is, the word that says it, and where. */
  readonly kindOf: (row: Row) => { readonly kind?: Kind; readonly column?: number; readonly word: string };
}

export interface Loggable {
  readonly entityId: string;
  /** Those that the person may log. */
  readonly kinds: readonly Kind[];
  readonly kindFinder: CodeFinder;
}

export function compileMapping(
  mapping: ImportMapping,
  columns: Table["columns"],
  codes: Codes,
  { entityId, kinds, kindFinder }: Loggable,
): CompiledMapping {
  const byHeader = new Map(mapping.columns.map((column) => [normal(column.header), column]));
  const targets = columns.map(({ header }) => byHeader.get(normal(header)));
  const meanings = new Map(mapping.values.map((value) => [`${value.to} ${value.from}`, value]));
  const kindColumn = targets.findIndex((target) => target?.to === "kind");
  return {
    ...{ mapping, codes, targets },
    codesFor: (path, word, kind) => {
      const meant = meanings.get(`${path} ${keyOf(word)}`);
      if (meant?.propose) return [proposedPartnerId(entityId, meant.propose.name)];
      if (meant) return meant.codes;
      const finder = kind ? codes.finderOf(path, kind) : codes.finders.get(path);
      const code = finder?.sure(word);
      return code === undefined ? undefined : [code];
    },
    kindOf: (row) => {
      if (row.kind) return { kind: row.kind, word: "" };
      const word = kindColumn < 0 ? "" : textOfCell(row.cells[kindColumn], true);
      const meant =
        word === "" ? mapping.kind : (meanings.get(`kind ${keyOf(word)}`)?.codes[0] ?? kindFinder.sure(word));
      const kind = kinds.find((known) => known === meant);
      return { ...(kind && { kind }), ...(kindColumn >= 0 && { column: kindColumn }), word };
    },
  };
}
