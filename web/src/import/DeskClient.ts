/** Asks the desk that runs in a worker. */
import type { DeskSetting, ImportDesk } from "./ImportDesk.ts";
import type { DeskMethod, FromWorker, ToWorker } from "./importWorker.ts";
import type { CheckedRow } from "./rows/checkRows.ts";
import { RefusedFile } from "./workbook/Workbook.ts";

type Answer<M extends DeskMethod> = Promise<Awaited<ReturnType<ImportDesk[M]>>>;

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly rows?: (rows: readonly CheckedRow[]) => void;
}

/** Each method answers as the desk's own; a file that is refused rejects with `RefusedFile`. */
export class DeskClient {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #next = 0;

  constructor(setting: DeskSetting) {
    this.#worker = new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => {
      for (const { reject } of this.#asked.values()) reject(new Error(event.message));
      this.#asked.clear();
    });
    this.#worker.postMessage({ setting } satisfies ToWorker);
  }

  open = (...args: Parameters<ImportDesk["open"]>): Answer<"open"> => this.#ask("open", args);
  choose = (...args: Parameters<ImportDesk["choose"]>): Answer<"choose"> => this.#ask("choose", args);
  guess = (...args: Parameters<ImportDesk["guess"]>): Answer<"guess"> => this.#ask("guess", args);
  questions = (...args: Parameters<ImportDesk["questions"]>): Answer<"questions"> =>
    this.#ask("questions", args);
  handBack = (...args: Parameters<ImportDesk["handBack"]>): Answer<"handBack"> => this.#ask("handBack", args);
  template = (...args: Parameters<ImportDesk["template"]>): Answer<"template"> => this.#ask("template", args);
  check = (
    mapping: Parameters<ImportDesk["check"]>[0],
    options: Parameters<ImportDesk["check"]>[1],
    rows: (rows: readonly CheckedRow[]) => void,
  ): Answer<"check"> => this.#ask("check", [mapping, options], rows);

  close(): void {
    this.#worker.terminate();
  }

  #ask<M extends DeskMethod>(method: M, args: readonly unknown[], rows?: Asked["rows"]): Answer<M> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve: resolve as Asked["resolve"], reject, ...(rows && { rows }) });
      this.#worker.postMessage({ id, method, args } satisfies ToWorker);
    });
  }

  #hear(message: FromWorker): void {
    const asked = this.#asked.get(message.id);
    if (!asked) return;
    if ("rows" in message) {
      asked.rows?.(message.rows);
      return;
    }
    this.#asked.delete(message.id);
    if ("answer" in message) asked.resolve(message.answer);
    else asked.reject("refused" in message ? new RefusedFile(message.refused) : new Error(message.failed));
  }
}
