/** The renderers by format: each takes a report's data and writes a file. */
import type { Writable } from "node:stream";
import type { FileFormat } from "../../domain/edition.ts";
import type { Language } from "../../domain/format.ts";
import { renderPdf } from "../../pdf/renderPdf.ts";
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

const RENDERERS: Readonly<Partial<Record<FileFormat, Renderer>>> = {
  pdf: {
    isDeterministic: true,
    render: ({ data, lists }, language, output, onProgress) => {
      const blocks = [...data.compose(language, lists)];
      return renderPdf(blocks, data.infoOf(language), output, (progress) =>
        onProgress(progress.blocks / blocks.length),
      );
    },
  },
};

export function rendererOf(format: FileFormat): Renderer {
  const renderer = RENDERERS[format];
  if (!renderer) throw new Error(`there is no renderer for ${format}`);
  return renderer;
}
