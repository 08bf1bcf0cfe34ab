/** The report by the project's own renderer, into an output that takes what comes. */
import { Writable } from "node:stream";
import { renderPdf } from "#functions/pdf/renderPdf.ts";
import { reportOf } from "./content.ts";
import type { Made } from "./Outcome.ts";

export async function ours(count: number, tagged: boolean): Promise<Made> {
  const begun = performance.now();
  let firstProgressMs: number | undefined;
  const { blocks, info } = reportOf(count);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const onProgress = () => {
    firstProgressMs ??= performance.now() - begun;
  };
  const { pages, bytes } = await renderPdf(blocks, info, output, onProgress, { tagged });
  return { pages, bytes, ...(firstProgressMs !== undefined && { firstProgressMs }) };
}
