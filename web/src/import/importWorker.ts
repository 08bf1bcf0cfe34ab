/** Runs the desk of an import beside the page: what the page asks, it answers by the number of the question. */
import "../noEval.ts";
import { type DeskSetting, ImportDesk } from "./ImportDesk.ts";
import type { CheckedRow } from "./rows/checkRows.ts";
import { RefusedFile } from "./workbook/Workbook.ts";

export type DeskMethod = "open" | "choose" | "guess" | "questions" | "check" | "handBack" | "template";

export type ToWorker =
  | { readonly setting: DeskSetting }
  | { readonly id: number; readonly method: DeskMethod; readonly args: readonly unknown[] };

export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly rows: readonly CheckedRow[] }
  | { readonly id: number; readonly refused: RefusedFile["problem"] }
  | { readonly id: number; readonly failed: string };

const send = (message: FromWorker): void => self.postMessage(message);

let desk: ImportDesk | undefined;

async function answer(id: number, method: DeskMethod, args: readonly unknown[]): Promise<unknown> {
  if (!desk) throw new Error("the desk has no setting yet");
  const act = desk[method] as (...given: unknown[]) => unknown;
  const tell = (rows: readonly CheckedRow[]) => send({ id, rows });
  return act.apply(desk, method === "check" ? [...args, tell] : [...args]);
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("setting" in data) {
    desk = new ImportDesk(data.setting);
    return;
  }
  const { id, method, args } = data;
  answer(id, method, args).then(
    (result) => send({ id, answer: result }),
    (error: unknown) =>
      send(error instanceof RefusedFile ? { id, refused: error.problem } : { id, failed: String(error) }),
  );
});
