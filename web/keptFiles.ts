/** Tells the app's service worker, when all is built, which files the app consists of. */
import type { Plugin, Rolldown } from "vite";

/** Of the chunks, those that the module's own one needs, at once or later. */
function reachedFrom(module: string, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || reached.has(chunk)) return;
    reached.add(chunk);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) visit(byName.get(name));
  };
  visit(chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module))));
  return [...reached];
}

/** What is heavier shows the pages of a PDF, which come from the server: of no use without it. */
const HEAVIEST = 400_000;

const bytesOf = (file: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): number =>
  file === undefined ? 0 : file.type === "chunk" ? file.code.length : file.source.length;

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param worker - the service worker's file, where the names `FILES` and `BUILD` get their values
 * @param start - the module that the app begins with
 * @param others - files that are not built
 */
export const keptFiles = (worker: string, start: string, others: readonly string[]): Plugin => ({
  name: "kept-files",
  enforce: "post",
  generateBundle: async (_options, bundle) => {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const reached = reachedFrom(start, chunks);
    const styles = reached.flatMap(({ viteMetadata }) => [
      ...(viteMetadata?.importedCss ?? []),
      ...(viteMetadata?.importedAssets ?? []),
    ]);
    const built = [...reached.map(({ fileName }) => fileName), ...styles]
      .filter((name) => bytesOf(bundle[name]) <= HEAVIEST)
      .map((name) => `/${name}`);
    const files = [...new Set([...built, ...others])].toSorted();
    const chunk = bundle[worker];
    if (chunk?.type !== "chunk" || reached.length === 0)
      throw new Error(`${worker} or ${start} was not built`);
    // Names bear their contents: the same names are the same build, but for the worker's own code.
    const build = await digestOf(JSON.stringify([files, chunk.code]));
    chunk.code = `const FILES=${JSON.stringify(files)},BUILD=${JSON.stringify(build)};${chunk.code}`;
  },
});
