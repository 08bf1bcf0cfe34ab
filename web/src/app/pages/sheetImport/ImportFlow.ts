/** The way of a sheet from its file to the rows that can go in: what is known at each step, and what the person says. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { loadByIds, loadMappings, saveMapping } from "../../../data/imports.ts";
import { language } from "../../../i18n/language.ts";
import { DeskClient } from "../../../import/DeskClient.ts";
import type { Chosen, DeskSetting, Guessed, KeptMapping, Opened } from "../../../import/ImportDesk.ts";
import { keyOf } from "../../../import/mapping/codeFinder.ts";
import { mappingIdOf } from "../../../import/mapping/mappingIdOf.ts";
import type { WordQuestion } from "../../../import/mapping/wordQuestions.ts";
import type { CheckedRow } from "../../../import/rows/checkRows.ts";
import { type FileProblem, RefusedFile } from "../../../import/workbook/Workbook.ts";
import type { Faulty } from "../../../import/write/handBack.ts";

export type Step = "choose" | "reading" | "sheet" | "mapping" | "checking" | "looking" | "preview";

/** Rows that are checked and brought at a time. */
export const PART = 5_000;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export class ImportFlow {
  step: Step = "choose";
  refused: { readonly name: string; readonly problem: FileProblem } | undefined;
  error: unknown;
  fileName = "";
  opened: Opened | undefined;
  chosen: Chosen | undefined;
  mapping: ImportMapping = { columns: [], values: [], constants: [] };
  recognised: Guessed["recognised"];
  questions: readonly WordQuestion[] = [];
  rows: readonly CheckedRow[] = [];
  stored: ReadonlyMap<string, DraftRecord> = new Map();
  withHidden = false;
  part = 0;
  progress: Progress = { done: 0, total: 0 };
  readonly setting: DeskSetting;
  readonly #tell: () => void;
  #desk: DeskClient | undefined;
  #kept: readonly KeptMapping[] = [];
  /** What is answered to an older question counts no more. */
  #turn = 0;

  constructor(setting: DeskSetting, tell: () => void) {
    this.setting = setting;
    this.#tell = tell;
  }

  /** Rows that can be taken, in all parts. */
  get taken(): number {
    const { rows = 0, hiddenRows = 0 } = this.chosen ?? {};
    return this.withHidden ? rows : rows - hiddenRows;
  }

  get isTemplate(): boolean {
    return this.opened?.isTemplate ?? false;
  }

  close(): void {
    this.#desk?.close();
    this.#desk = undefined;
  }

  async pickFile(file: File): Promise<void> {
    this.close();
    this.fileName = file.name;
    Object.assign(this, { refused: undefined, withHidden: false, part: 0, rows: [] });
    await this.#trying("choose", async () => {
      this.#goTo("reading");
      const desk = this.#start();
      const [content, kept] = await Promise.all([file.arrayBuffer(), loadMappings(this.setting.entityId)]);
      this.#kept = kept;
      this.opened = await desk.open(new Uint8Array(content), file.name);
      const shown = this.opened.sheets.filter(({ isHidden, rows }) => !isHidden && rows > 1);
      const only = shown.length === 1 ? this.opened.sheets.indexOf(shown[0] as Opened["sheets"][number]) : 0;
      if (!this.isTemplate && shown.length > 1) this.#goTo("sheet");
      else await this.#choose(only);
    });
  }

  chooseSheet(index: number): Promise<void> {
    return this.#trying("choose", () => this.#choose(index));
  }

  /** Looks for the heads in another row. */
  async useHeaderRow(row: number): Promise<void> {
    const sheet = this.opened?.sheets.findIndex(({ name }) => name === this.chosen?.sheets[0]?.name) ?? 0;
    await this.#trying("choose", () => this.#choose(sheet, row));
  }

  /** What every row is, or that a column says it: the columns are guessed anew for it. */
  async useKind(kind: Kind | "column"): Promise<void> {
    const turn = ++this.#turn;
    const { mapping } = await this.#opening().guess([], "", kind === "column" ? undefined : kind);
    if (turn !== this.#turn) return;
    const columns = mapping.columns.map((column) =>
      kind !== "column" && column.to === "kind" ? { ...column, to: "nothing" } : column,
    );
    this.mapping = { ...this.mapping, columns };
    if (kind === "column") {
      const { kind: _, ...rest } = this.mapping;
      this.mapping = rest;
    } else this.mapping = { ...this.mapping, kind };
    this.recognised = undefined;
    await this.#ask();
  }

  async setTarget(header: string, to: string, dayOrder: "dmy" | "mdy"): Promise<void> {
    const column = { header, to, ...(dayOrder === "mdy" && { dayOrder }) };
    const columns = this.mapping.columns.map((one) => (one.header === header ? column : one));
    const { kind, ...rest } = this.mapping;
    const keepsKind = kind !== undefined && !columns.some((one) => one.to === "kind");
    this.mapping = { ...rest, ...(keepsKind && { kind }), columns };
    await this.#ask();
  }

  /** What a word means: codes, none for blank, or a partner to be proposed. */
  answer(
    { to, text }: Pick<WordQuestion, "to" | "text">,
    codes: readonly string[],
    categoryId?: string,
  ): void {
    const from = keyOf(text);
    const others = this.mapping.values.filter((value) => value.to !== to || value.from !== from);
    const propose = categoryId === undefined ? {} : { propose: { categoryId, name: text.slice(0, 200) } };
    this.mapping = { ...this.mapping, values: [...others, { to, from, codes: [...codes], ...propose }] };
    this.questions = this.questions.map((question) =>
      question.to === to && question.text === text
        ? { ...question, state: "answered", codes, ...propose }
        : question,
    );
    this.#tell();
  }

  setConstant(kinds: readonly Kind[], path: string, value: string): void {
    const others = this.mapping.constants.filter((one) => one.path !== path || !kinds.includes(one.kind));
    const own = value === "" ? [] : kinds.map((kind) => ({ kind, path, value }));
    this.mapping = { ...this.mapping, constants: [...others, ...own] };
    this.#tell();
  }

  /** Keeps the mapping for the next sheet with these heads, with the guesses that the person left as they are, and checks the rows. */
  async finishMapping(): Promise<void> {
    const guessed = this.questions.filter(({ state }) => state === "guessed");
    for (const question of guessed) this.answer(question, question.codes);
    await this.#trying("mapping", async () => {
      await this.#check();
      if (this.isTemplate) return;
      const { entityId } = this.setting;
      const id = await mappingIdOf(this.mapping);
      await saveMapping(entityId, id, this.fileName.slice(0, 200), this.mapping);
    });
  }

  async useHidden(withHidden: boolean): Promise<void> {
    Object.assign(this, { withHidden, part: 0 });
    await this.#trying("mapping", () => this.#check());
  }

  async usePart(part: number): Promise<void> {
    this.part = part;
    await this.#trying("mapping", () => this.#check());
  }

  backToMapping(): void {
    this.#goTo("mapping");
  }

  handBack(faulty: readonly Faulty[]): Promise<Blob> {
    return this.#opening().handBack(faulty, language());
  }

  template(): Promise<Blob> {
    return this.#start().template(language());
  }

  #start(): DeskClient {
    this.#desk ??= new DeskClient(this.setting);
    return this.#desk;
  }

  #opening(): DeskClient {
    if (!this.#desk) throw new Error("no file is open");
    return this.#desk;
  }

  #goTo(step: Step): void {
    this.step = step;
    this.#tell();
  }

  /** Does it; a file that cannot be read and any other failure lead back to where one can go on. */
  async #trying(back: Step, act: () => Promise<void>): Promise<void> {
    this.error = undefined;
    try {
      await act();
    } catch (error) {
      if (error instanceof RefusedFile) this.refused = { name: this.fileName, problem: error.problem };
      else {
        console.error(error);
        this.error = error;
      }
      this.#goTo(error instanceof RefusedFile ? "choose" : back);
    }
  }

  async #choose(index: number, headerRow?: number): Promise<void> {
    const desk = this.#opening();
    this.chosen = await desk.choose(index, headerRow);
    const name = this.chosen.sheets[0]?.name ?? "";
    const { mapping, recognised } = await desk.guess(this.#kept, name);
    Object.assign(this, { mapping, recognised });
    const isWhole = mapping.columns.every(({ to }) => to !== "nothing");
    this.questions = await desk.questions(mapping);
    const isClear = this.questions.every(({ state }) => state === "sure" || state === "answered");
    const isKnown = recognised !== undefined && recognised.missing.length === 0;
    if (isClear && (isKnown || (this.isTemplate && isWhole))) await this.#check();
    else this.#goTo("mapping");
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    this.#tell();
    const questions = await this.#opening().questions(this.mapping);
    if (turn !== this.#turn) return;
    this.questions = questions;
    this.#tell();
  }

  async #check(): Promise<void> {
    const from = this.part * PART;
    const total = Math.min(PART, this.taken - from);
    const rows: CheckedRow[] = [];
    this.progress = { done: 0, total };
    this.#goTo("checking");
    const { withHidden } = this;
    await this.#opening().check(this.mapping, { withHidden, from, to: from + PART }, (batch) => {
      rows.push(...batch);
      this.progress = { done: rows.length, total };
      this.#tell();
    });
    const ids = [...new Set(rows.flatMap(({ recordId }) => (recordId === undefined ? [] : [recordId])))];
    this.progress = { done: 0, total: ids.length };
    this.#goTo("looking");
    const found = await loadByIds(this.setting.entityId, ids, (done) => {
      this.progress = { done, total: ids.length };
      this.#tell();
    });
    this.stored = new Map(found.map(({ id, data }) => [id, data]));
    this.rows = rows;
    this.#goTo("preview");
  }
}
