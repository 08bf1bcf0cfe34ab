/** The records that a person may list, as this computer knows them: lists and search work on them, offline too. */
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../data/read.ts";
import type { LocalDatabase } from "./localDatabase.ts";
import { type MirrorRow, rowOf } from "./MirrorRow.ts";
import { isIn, type Scope } from "./scopesOf.ts";
import { type MirrorPart, type RecordSource, type Span, syncScope } from "./syncScope.ts";

/** So many rows are taken out at a time, so that the screen never waits. */
const BATCH = 400;
/** Listening screens ask for news no sooner than this after the last time. */
const FRESH_MS = 15_000;

const markOf = (scope: Scope): string => `mark ${scope.of} ${"entityId" in scope ? scope.entityId : ""}`;

export class Mirror implements MirrorPart {
  /** Changes with every change of the rows, so that a screen knows whether to look again. */
  revision = 0;
  /** When Bitácora was last asked with success, since the app was opened. */
  syncedAt: Date | undefined;
  #rows = new Map<string, MirrorRow>();
  #isClosed = false;
  readonly #marks = new Map<string, number>();
  #running: Promise<void> | undefined;
  readonly #database: LocalDatabase;
  readonly #scopes: readonly Scope[];
  readonly #source: RecordSource;
  readonly #listeners = new Set<() => void>();

  private constructor(database: LocalDatabase, scopes: readonly Scope[], source: RecordSource) {
    this.#database = database;
    this.#scopes = scopes;
    this.#source = source;
  }

  /** Takes out what is kept; what the person may not list any more is forgotten. */
  static async open(
    database: LocalDatabase,
    scopes: readonly Scope[],
    source: RecordSource,
  ): Promise<Mirror> {
    const mirror = new Mirror(database, scopes, source);
    const others: string[] = [];
    let range: IDBKeyRange | undefined;
    for (;;) {
      const rows = await database.getAll("rows", range, BATCH);
      for (const row of rows) {
        if (scopes.some((scope) => isIn(scope, row))) mirror.#rows.set(row.path, row);
        else others.push(row.path);
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      range = IDBKeyRange.lowerBound(last.path, true);
    }
    for (const scope of scopes) {
      const mark = await database.get("start", markOf(scope));
      if (typeof mark === "number") mirror.#marks.set(markOf(scope), mark);
    }
    await mirror.remove(others);
    return mirror;
  }

  get rows(): readonly MirrorRow[] {
    return [...this.#rows.values()];
  }

  /** The whole record as it is known here. */
  record(path: string): Promise<Stored<DraftRecord> | undefined> {
    return this.#database.get("records", path);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks Bitácora for what changed; `always` even if that was a moment ago. Throws when it cannot be reached. */
  sync({ always = false } = {}): Promise<void> {
    if (!always && this.syncedAt && Date.now() - this.syncedAt.getTime() < FRESH_MS) return Promise.resolve();
    this.#running ??= this.#syncAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  within(scope: Scope, { from = -Infinity, before = Infinity }: Span): readonly MirrorRow[] {
    return this.rows
      .filter((row) => isIn(scope, row) && row.updatedAt >= from && row.updatedAt < before)
      .sort((a, b) => a.updatedAt - b.updatedAt);
  }

  mark(scope: Scope): number | undefined {
    return this.#marks.get(markOf(scope));
  }

  async reached(scope: Scope, at: number): Promise<void> {
    if (this.#isClosed) return;
    this.#marks.set(markOf(scope), at);
    await this.#database.put("start", at, markOf(scope));
  }

  /** Takes over a record that was read by itself. */
  async know(record: Stored<DraftRecord>): Promise<void> {
    const row = rowOf(record);
    if (this.#scopes.some((scope) => isIn(scope, row))) await this.put([record]);
  }

  /** What is still on its way when the person leaves is not kept any more. */
  close(): void {
    this.#isClosed = true;
  }

  async put(records: readonly Stored<DraftRecord>[]): Promise<void> {
    if (this.#isClosed) return;
    const change = this.#database.transaction(["rows", "records"], "readwrite");
    for (const record of records) {
      const row = rowOf(record);
      this.#rows.set(row.path, row);
      void change.objectStore("rows").put(row, row.path);
      void change.objectStore("records").put(record, row.path);
    }
    await change.done;
    if (records.length > 0) this.#tell();
  }

  async remove(paths: readonly string[]): Promise<void> {
    if (paths.length === 0 || this.#isClosed) return;
    const change = this.#database.transaction(["rows", "records"], "readwrite");
    for (const path of paths) {
      this.#rows.delete(path);
      void change.objectStore("rows").delete(path);
      void change.objectStore("records").delete(path);
    }
    await change.done;
    this.#tell();
  }

  async #syncAll(): Promise<void> {
    for (const scope of this.#scopes) await syncScope(scope, this, this.#source);
    this.syncedAt = new Date();
    this.#tell();
  }

  #tell(): void {
    this.revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
