/** The web as it is built, in memory, and what its pages weigh. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const WEB = join(import.meta.dirname, "../../web");

type Files = ReadonlyMap<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

export async function builtWeb(): Promise<Files> {
  // Tests have another NODE_ENV, for which libraries bring more.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  const built = await build({ root: WEB, logLevel: "silent", build: { write: false } }).finally(() => {
    process.env.NODE_ENV = before;
  });
  if (!("output" in built)) throw new Error("the web was built more than once, or is being watched");
  return new Map(built.output.map((file) => [file.fileName, file]));
}

const contents = (files: Files, name: string): string | Uint8Array => {
  const file = files.get(name);
  if (!file) throw new Error(`${name} was not built`);
  return file.type === "chunk" ? file.code : file.source;
};

const weight = (files: Files, names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(contents(files, name)).length, 0);

/** The scripts with all that they import at once. */
function withImports(files: Files, names: readonly string[]): Set<string> {
  const all = new Set<string>();
  const visit = (name: string) => {
    const file = files.get(name);
    if (all.has(name) || file?.type !== "chunk") return;
    all.add(name);
    file.imports.forEach(visit);
  };
  names.forEach(visit);
  return all;
}

/** What a page's HTML names, without the slash in front. */
const namedIn = (files: Files, page: string): string[] =>
  [...String(contents(files, page)).matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, name]) => name ?? "",
  );

/** Bytes of a page as it first comes, gzipped: HTML, styles and scripts. */
export function pageBytes(files: Files, page: string): number {
  const named = namedIn(files, page);
  const styles = named.filter((name) => name.endsWith(".css"));
  return weight(files, new Set([page, ...styles, ...withImports(files, named)]));
}

export function scriptOf(files: Files, page: string): string {
  return [...withImports(files, namedIn(files, page))]
    .map((name) => String(contents(files, name)))
    .join("\n");
}

/** Of the scripts, the ones that hold these modules. */
const holding = (files: Files, modules: readonly string[]): string[] =>
  modules.map((module) => {
    const chunk = [...files.values()].find(
      (file) => file.type === "chunk" && file.moduleIds.includes(join(WEB, "src", module)),
    );
    if (!chunk) throw new Error(`no script holds ${module}`);
    return chunk.fileName;
  });

/** What the form of a new record needs besides what the app's page names: nothing that would come later. */
const THE_FORM = ["app/record/EditRecord.tsx"];

/** Bytes of script, gzipped, until the form of a new record stands. */
export const appScriptBytes = (files: Files, language: "es" | "en"): number =>
  weight(
    files,
    withImports(files, [
      ...namedIn(files, "app/index.html"),
      ...holding(files, [...THE_FORM, `i18n/app/${language}.ts`]),
    ]),
  );
