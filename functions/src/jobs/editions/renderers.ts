/** The renderers by format: each takes a report's data and writes a file. */
import type { Writable } from "node:stream";
import { renderCsv } from "../../csv/renderCsv.ts";
import { renderDocx } from "../../docx/renderDocx.ts";
import type { Blocks, DocumentInfo } from "../../domain/annualReport/block.ts";
import type { FileFormat } from "../../domain/edition.ts";
import { withoutLongLists } from "../../domain/editions/withoutLongLists.ts";
import type { Language } from "../../domain/format.ts";
import { renderPdf } from "../../pdf/renderPdf.ts";
import { renderXlsx } from "../../xlsx/renderXlsx.ts";
import type { FrozenEdition } from "./freeze.ts";

export interface Rendered {
  readonly bytes: number;
  readonly sha256: string;
  readonly pages?: number;
  readonly missingCharacters?: readonly string[];
}

interface Renderer {
  /** Whether the same data make the same bytes. */
  readonly isDeterministic: boolean;
  /** @param onProgress - takes the share that is written, from 0 to 1 */
  render(
    frozen: Pick<FrozenEdition, "data" | "lists">,
    language: Language,
    output: Writable,
    onProgress: (share: number) => Promise<void>,
  ): Promise<Rendered>;
}

type Write = (
  blocks: Blocks,
  info: DocumentInfo,
  output: Writable,
  onStep: (step: { readonly blocks: number }) => Promise<void>,
) => Promise<Rendered>;

/** One that streams holds no list, and makes the same bytes of the same data; one that holds the document does neither. */
const rendererWith = (streams: boolean, write: Write): Renderer => ({
  isDeterministic: streams,
  render: ({ data, lists }, language, output, onProgress) => {
    const composed = data.compose(language, lists);
    const blocks = [...(streams ? composed : withoutLongLists(composed, language, data.listed.count))];
    return write(blocks, data.infoOf(language), output, (step) => onProgress(step.blocks / blocks.length));
  },
});

/** The data themselves are saved as they are frozen, and not rendered. */
const RENDERERS: Readonly<Record<Exclude<FileFormat, "json" | "ndjson">, Renderer>> = {
  pdf: rendererWith(true, renderPdf),
  xlsx: rendererWith(true, renderXlsx),
  docx: rendererWith(false, renderDocx),
  csv: rendererWith(true, renderCsv),
};

/** What can be rendered. */
export type RenderedFormat = keyof typeof RENDERERS;

export const rendererOf = (format: RenderedFormat): Renderer => RENDERERS[format];
