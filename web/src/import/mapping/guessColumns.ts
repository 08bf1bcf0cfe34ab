/** Guesses which column is which field: by its head, and by what it holds. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Codes } from "../rows/compileMapping.ts";
import { likeness, normal } from "../words.ts";
import type { CodeFinder } from "./codeFinder.ts";
import type { ColumnInfo } from "./columnInfo.ts";
import { type ImportField, isCoded, isList } from "./importFields.ts";
import { HEAD_WORDS } from "./synonyms.ts";

type Target = ImportMapping["columns"][number];

/** Words that are looked at of one column. */
const LOOKED_AT = 60;
const ENOUGH = 0.62;

/** How well a head says a name: fully when it is the same, less when only alike. */
function headScore(header: string, names: readonly string[]): number {
  const head = normal(header.replace(/\s\(?\d+\)?$/, ""));
  return Math.max(0, ...names.map((name) => (normal(name) === head ? 1.1 : likeness(head, name))));
}

/** Share of a column's words that are codes of the field for certain. */
function codeShare(info: ColumnInfo, finder: CodeFinder): number {
  const words = info.words.slice(0, LOOKED_AT);
  if (words.length === 0) return 0;
  const known = words.filter(({ text }) => {
    const parts = finder.parts(text);
    return parts.length > 0 && parts.every((part) => finder.sure(part) !== undefined);
  });
  return known.length / words.length;
}

/** From −1 (cannot be) to 1 (is just that). */
function fitOf(info: ColumnInfo, { path, field }: ImportField, codes: Codes): number {
  if (info.filled === 0) return 0;
  const finder = codes.finders.get(path);
  if (isCoded(field) && finder) {
    const share = codeShare(info, finder);
    // Partners are often still unknown; their column is told by its head.
    return field.from === "partners" ? share * 0.8 : share * 2 - 1;
  }
  if (field.input === "day") return info.days * 2 - 1;
  if (field.input === "link") return info.links * 2 - 1;
  if (field.input === "count" || field.input === "amount") return info.days > 0.5 ? -1 : info.numbers * 2 - 1;
  return info.days > 0.5 || info.numbers > 0.8 ? -0.6 : 0;
}

function scoreOf(info: ColumnInfo, field: ImportField, codes: Codes): number {
  const names = [field.label.es, field.label.en, ...(HEAD_WORDS[field.path] ?? [])];
  const head = headScore(info.header, names);
  const fit = fitOf(info, field, codes);
  const weight = isCoded(field.field) || field.field.input === "day" ? 0.35 : 0.25;
  // Without a head that says so, only words that are nearly all codes speak for a field.
  return head < 0.5
    ? isCoded(field.field) && fit > 0.7 && info.words.length > 1
      ? 0.6 * fit + head * 0.3
      : 0
    : head + fit * weight;
}

interface Scored {
  readonly column: number;
  readonly to: string;
  readonly score: number;
}

function scoresOf(
  infos: readonly ColumnInfo[],
  fields: readonly ImportField[],
  codes: Codes,
  kindFinder: CodeFinder,
): Scored[] {
  return infos.flatMap((info, column) => [
    ...fields.map((field) => ({ column, to: field.path, score: scoreOf(info, field, codes) })),
    ...["files", "key", "nothing"].map((to) => ({
      column,
      to,
      score: headScore(info.header, HEAD_WORDS[to] ?? []),
    })),
    {
      ...{ column, to: "kind" },
      score: headScore(info.header, HEAD_WORDS.kind ?? []) * 0.6 + codeShare(info, kindFinder) * 0.6,
    },
  ]);
}

/** One target for each column; a field gets one column, a list of partners or themes as many as are of one name. */
export function guessColumns(
  infos: readonly ColumnInfo[],
  fields: readonly ImportField[],
  codes: Codes,
  kindFinder: CodeFinder,
): Target[] {
  const scores = scoresOf(infos, fields, codes, kindFinder).toSorted((a, b) => b.score - a.score);
  const targets = new Map<number, string>();
  const taken = new Map<string, number>();
  const mayShare = (to: string, column: number) => {
    const other = infos[taken.get(to) ?? -1];
    const field = fields.find(({ path }) => path === to)?.field;
    const stem = (header: string) => normal(header).replace(/ ?\d+$/, "");
    return (
      other !== undefined &&
      field !== undefined &&
      isList(field) &&
      stem(other.header) === stem(infos[column]?.header ?? "")
    );
  };
  for (const { column, to, score } of scores) {
    if (score < ENOUGH || targets.has(column)) continue;
    if (to !== "nothing" && to !== "files" && taken.has(to) && !mayShare(to, column)) continue;
    targets.set(column, to);
    if (!taken.has(to)) taken.set(to, column);
  }
  return infos.map((info, column) => targetOf(info, targets.get(column) ?? "nothing", fields));
}

/** With the order of days where they are texts that can be read in one way only. */
export function targetOf(info: ColumnInfo, to: string, fields: readonly ImportField[]): Target {
  const isDay = fields.find(({ path }) => path === to)?.field.input === "day";
  return { header: info.header, to, ...(isDay && info.monthFirst && { dayOrder: "mdy" as const }) };
}

/** The kind that a sheet's name or head words speak for, if any. */
export function guessKind(
  sheetName: string,
  kindFinder: CodeFinder,
  kinds: readonly Kind[],
): Kind | undefined {
  const found = kindFinder.sure(sheetName) ?? kindFinder.guess(sheetName);
  return kinds.find((kind) => kind === found);
}
