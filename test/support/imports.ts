/** Reads which module imports which, and judges it by the arrows of the architecture. */
import { posix } from "node:path";

/** A source file: its path from the root, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What the modules of one layer may import: layers of ours, and packages. */
interface Layer {
  layers: readonly string[];
  packages: (name: string) => boolean;
}

const CLOUD = /^(firebase-admin|firebase-functions|@google-cloud)(\/|$)/;
const isNode = (name: string) => name.startsWith("node:");
/** Packages that write a format of files; each belongs to the renderer of that format. */
const FORMATS = { pdf: "pdfkit", xlsx: "fflate", docx: "docx" } as const;
const isFormat = (name: string) => /^(pdfkit|fflate|docx)(\/|$)/.test(name);
const isOf = (name: string, format: keyof typeof FORMATS) =>
  name === FORMATS[format] || name.startsWith(`${FORMATS[format]}/`);

/** What only a renderer may import, besides what each may. */
const renderer = (format: keyof typeof FORMATS): Layer => ({
  layers: [format, "output", "domain"],
  packages: (name) => isNode(name) || isOf(name, format),
});

/**
 * `triggers → jobs → {store, renderers} → domain ← web`, with `output` under the renderers; an arrow may also reach past
 * the next layer.
 */
const LAYERS: Record<string, Layer> = {
  domain: { layers: ["domain"], packages: (name) => name === "zod/mini" },
  store: { layers: ["store", "domain"], packages: (name) => !isFormat(name) },
  output: { layers: ["output", "domain"], packages: isNode },
  pdf: renderer("pdf"),
  xlsx: renderer("xlsx"),
  docx: renderer("docx"),
  csv: { layers: ["csv", "output", "domain"], packages: isNode },
  jobs: {
    layers: ["jobs", "store", "pdf", "xlsx", "docx", "csv", "domain"],
    packages: (name) => !isFormat(name),
  },
  triggers: { layers: ["triggers", "jobs", "store", "domain"], packages: (name) => !isFormat(name) },
  index: { layers: ["triggers"], packages: () => false },
  web: {
    layers: ["web", "domain"],
    packages: (name) => !CLOUD.test(name) && !isNode(name) && !/^(pdfkit|docx)(\/|$)/.test(name),
  },
};

/** Imports that go against an arrow, each as "importer → imported". */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const name = layerOf(path);
    if (name === undefined) return [];
    const layer = LAYERS[name];
    if (!layer) return [`${path} is in no layer that is known (${name})`];
    return importsOf(text)
      .filter((specifier) => !isAllowed(layer, path, specifier))
      .map((specifier) => `${path} → ${specifier}`);
  });
}

/** The modules that a text imports or exports from, statically or not. */
export function importsOf(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const statement = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g;
  return [...withoutComments.matchAll(statement)].map((match) => match[1] ?? "");
}

/** `domain`, `store`, … for what lies in functions/src, `web` for web/; nothing elsewhere. */
function layerOf(path: string): string | undefined {
  if (path.startsWith("web/")) return "web";
  const inside = /^functions\/src\/(?:([^/]+)\/|(index)\.ts$|(.+))/.exec(path);
  return inside?.[1] ?? inside?.[2] ?? inside?.[3];
}

function isAllowed(layer: Layer, importer: string, specifier: string): boolean {
  const ours = pathOf(importer, specifier);
  if (ours === undefined) return layer.packages(specifier);
  return layer.layers.includes(layerOf(ours) ?? "none");
}

/** The path that a specifier of ours means; nothing for a package. */
function pathOf(importer: string, specifier: string): string | undefined {
  if (specifier.startsWith("#domain/")) return specifier.replace("#domain/", "functions/src/domain/");
  if (specifier.startsWith("#functions/")) return specifier.replace("#functions/", "functions/src/");
  if (specifier.startsWith(".")) return posix.join(posix.dirname(importer), specifier);
  return undefined;
}
