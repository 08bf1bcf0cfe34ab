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
  readonly finders: ReadonlyMap<string, CodeFinder>;
  /** Whether a code is one of this kind's: some fields have other choices in each kind. */
  readonly fits: (path: string, kind: Kind, code: string) => boolean;
}

export function codesOf(lookup: Lookup): Codes {
  const fields = new Map(importFieldsOf(KINDS).map((field) => [field.path, field]));
  const coded = [...fields.values()].filter(({ field }) => isCoded(field));
  const ofKind = new Map(
    KINDS.flatMap((kind) =>
      importFieldsOf([kind]).map(({ path, field }) => [`${kind} ${path}`, field.options] as const),
    ),
  );
  return {
    fields,
    finders: new Map(coded.map((field) => [field.path, codeFinder(choicesOf(field, lookup))])),
    fits: (path, kind, code) =>
      ofKind.has(`${kind} ${path}`) && (ofKind.get(`${kind} ${path}`)?.includes(code) ?? true),
  };
}

export interface CompiledMapping {
  readonly mapping: ImportMapping;
  readonly codes: Codes;
  /** What each of the table's columns is. */
  readonly targets: readonly (ImportMapping["columns"][number] | undefined)[];
  /** The codes that a word means; `undefined` where it is not known. */
  readonly codesFor: (path: string, word: string) => readonly string[] | undefined;
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
    codesFor: (path, word) => {
      const meant = meanings.get(`${path} ${keyOf(word)}`);
      if (meant?.propose) return [proposedPartnerId(entityId, meant.propose.name)];
      if (meant) return meant.codes;
      const code = codes.finders.get(path)?.sure(word);
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
