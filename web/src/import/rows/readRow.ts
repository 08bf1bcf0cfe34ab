/** Reads the cells of a row into the fields that the mapping says. */
import type { Kind } from "#domain/record/kinds.ts";
import { type Value, type Values, withValue } from "../../forms/values.ts";
import { keyOf } from "../mapping/codeFinder.ts";
import { type ImportField, isCoded, isList } from "../mapping/importFields.ts";
import type { Row } from "../table/Table.ts";
import { type Cell, textOf } from "../workbook/Workbook.ts";
import type { CompiledMapping } from "./compileMapping.ts";
import type { CellProblem } from "./RowDraft.ts";
import { centsOfCell, countOfCell, type DayOrder, dayOfCell, textOfCell } from "./readCell.ts";

/** What the cells say, before anything is added to it or checked. */
export class ReadRow {
  values: Values = {};
  readonly problems: CellProblem[] = [];
  /** Numbers that cannot be read as such, as they are written. */
  readonly unread: Record<string, string> = {};
  readonly files: string[] = [];
  readonly unused: number[] = [];
  /** The column behind each field. */
  readonly from = new Map<string, number>();
  #partners = "";
  #ownKey = "";
  readonly #compiled: CompiledMapping;
  readonly #kind: Kind | undefined;

  constructor(row: Row, kind: Kind | undefined, compiled: CompiledMapping) {
    this.#compiled = compiled;
    this.#kind = kind;
    for (const [column, cell] of row.cells.entries()) {
      const target = compiled.targets[column];
      if (cell === undefined || !target || target.to === "nothing" || target.to === "kind") continue;
      this.#readCell(cell, column, target.to, target.dayOrder ?? "dmy");
    }
  }

  /** Its own number, else title, day and partners as they are written; blank without a title. */
  get key(): string {
    if (this.#ownKey !== "") return `key|${this.#ownKey}`;
    const { title } = this.values;
    const day = this.values.happenedOn ?? this.values["details.signedOn"] ?? "";
    return typeof title === "string" ? `${keyOf(title)}|${day}|${this.#partners}` : "";
  }

  #readCell(cell: Cell, column: number, to: string, order: DayOrder): void {
    const kind = this.#kind;
    const field = this.#compiled.codes.fields.get(to);
    const broken = brokenCell(cell);
    if (broken && kind && field && !field.kinds.includes(kind)) this.unused.push(column);
    else if (broken) {
      this.problems.push({ column, path: to, ...broken });
      this.#note(to, column);
    } else if (to === "files") this.files.push(...fileNamesOf(textOfCell(cell, false)));
    else if (to === "key") this.#ownKey = keyOf(textOfCell(cell, true));
    else {
      if (to === "partnerIds") this.#partners += `;${keyOf(textOfCell(cell, true))}`;
      if (!field) return;
      if (!kind || field.kinds.includes(kind)) this.#readField(field, cell, column, order);
      else if (textOf(cell).trim() !== "") this.unused.push(column);
    }
  }

  #readField(field: ImportField, cell: Cell, column: number, order: DayOrder): void {
    const { path } = field;
    const { input } = field.field;
    if (isCoded(field.field)) this.#readCodes(field, textOfCell(cell, false), column);
    else if (input === "day") this.#add(path, dayOfCell(cell, order), column);
    else if (input === "count" || input === "amount") {
      const number = input === "count" ? countOfCell(cell) : centsOfCell(cell);
      const text = textOfCell(cell, true);
      if (number !== undefined) this.#add(path, number, column);
      else if (text !== "") {
        this.unread[path] = text;
        this.#note(path, column);
      }
    } else this.#add(path, textOfCell(cell, input !== "paragraph"), column);
  }

  #readCodes({ path, field }: ImportField, text: string, column: number): void {
    if (text === "") return;
    const { codes, codesFor } = this.#compiled;
    // A word that was given a meaning as a whole is not taken apart.
    const isWhole = !isList(field) || codesFor(path, text, this.#kind) !== undefined;
    const words = isWhole ? [text] : (codes.finders.get(path)?.parts(text) ?? []);
    const found: string[] = [];
    for (const word of words) {
      const meant = codesFor(path, word, this.#kind);
      if (meant) found.push(...meant);
      else {
        this.problems.push({ column, path, code: "unknown-word", value: word });
        this.#note(path, column);
      }
    }
    if (isList(field) && found.length > 0) this.#add(path, [...new Set(found)], column);
    else if (found[0] !== undefined) this.#add(path, found[0], column);
  }

  #note(path: string, column: number): void {
    if (!this.from.has(path)) this.from.set(path, column);
  }

  #add(path: string, value: Value, column: number): void {
    if (value === "") return;
    const before = this.values[path];
    this.#note(path, column);
    if (before === undefined) this.values = withValue(this.values, path, value);
    else if (Array.isArray(before) && Array.isArray(value))
      this.values = { ...this.values, [path]: [...new Set([...before, ...value])] };
    else if (this.#compiled.codes.fields.get(path)?.field.input === "paragraph")
      this.values = { ...this.values, [path]: `${before}\n${value}` };
    else if (before !== value) this.problems.push({ column, path, code: "two-values", value: String(value) });
  }
}

function brokenCell(cell: Cell): Pick<CellProblem, "code" | "value"> | undefined {
  if (typeof cell !== "object") return undefined;
  if ("formula" in cell) return { code: "no-result" };
  return "error" in cell ? { code: "error-cell", value: cell.error } : undefined;
}

/** File names in one cell, without the folders that they lie in. */
export const fileNamesOf = (text: string): string[] =>
  text
    .split(/[;\n|]|,(?=[^,;]+\.\w{2,5}\s*(?:[,;]|$))/)
    .map((name) => name.split(/[/\\]/).at(-1)?.trim() ?? "")
    .filter((name) => name !== "");
