/** Reads a PDF's objects with qpdf, and its tag tree from them: what is marked on the pages, and what each mark is. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue };
export type Dictionary = { [key: string]: PdfValue };

/** An element of the tree. */
export interface Tag {
  readonly id: string;
  readonly tag: string;
  readonly dictionary: Dictionary;
  readonly kids: Tag[];
  /** Pieces of content: object of the page and number of the mark. */
  readonly marks: { readonly page: string; readonly mark: number }[];
  /** Objects of annotations. */
  readonly annotations: string[];
}

export interface TaggedPdf {
  readonly catalog: Dictionary;
  readonly root: Tag;
  readonly all: readonly Tag[];
  readonly pages: readonly {
    readonly id: string;
    readonly dictionary: Dictionary;
    readonly content: string;
  }[];
  /** The value that a reference leads to, or the value itself. */
  readonly at: (value: PdfValue | undefined) => PdfValue | undefined;
  /** From a key of the parent tree to what it holds. */
  readonly parents: ReadonlyMap<number, PdfValue>;
}

type Objects = Record<string, { value?: PdfValue; stream?: { dict: Dictionary; data?: string } }>;

function objectsOf(bytes: Buffer): Objects {
  const folder = mkdtempSync(join(tmpdir(), "bitacora-tags-"));
  try {
    const file = join(folder, "report.pdf");
    writeFileSync(file, bytes);
    const args = ["--json=2", "--json-stream-data=inline", "--decode-level=generalized", file];
    const json = JSON.parse(execFileSync("qpdf", args, { encoding: "utf8", maxBuffer: 1 << 29 }));
    return json.qpdf[1];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isReference = (value: PdfValue | undefined): value is string =>
  typeof value === "string" && /^\d+ \d+ R$/.test(value);
export const isDictionary = (value: PdfValue | undefined): value is Dictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: PdfValue | undefined): PdfValue[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export function readTags(bytes: Buffer): TaggedPdf {
  const objects = objectsOf(bytes);
  const at = (value: PdfValue | undefined): PdfValue | undefined => {
    if (!isReference(value)) return value;
    const found = objects[`obj:${value}`];
    return found?.value ?? found?.stream?.dict;
  };
  const dictionaryAt = (value: PdfValue | undefined): Dictionary => {
    const found = at(value);
    if (!isDictionary(found)) throw new Error(`no dictionary at ${JSON.stringify(value)}`);
    return found;
  };
  const all: Tag[] = [];
  const tagAt = (reference: string): Tag => {
    const dictionary = dictionaryAt(reference);
    const tag: Tag = {
      id: reference,
      tag: String(dictionary["/S"]),
      dictionary,
      kids: [],
      marks: [],
      annotations: [],
    };
    all.push(tag);
    for (const kid of listOf(dictionary["/K"])) {
      if (typeof kid === "number") tag.marks.push({ page: String(dictionary["/Pg"]), mark: kid });
      else if (isReference(kid)) tag.kids.push(tagAt(kid));
      else if (isDictionary(kid) && kid["/Type"] === "/MCR")
        tag.marks.push({ page: String(kid["/Pg"]), mark: Number(kid["/MCID"]) });
      else if (isDictionary(kid) && kid["/Type"] === "/OBJR") tag.annotations.push(String(kid["/Obj"]));
      else throw new Error(`a kid of ${reference} is nothing that is known: ${JSON.stringify(kid)}`);
    }
    return tag;
  };
  const catalog = dictionaryAt(dictionaryAt(objects.trailer?.value)["/Root"]);
  const tree = dictionaryAt(catalog["/StructTreeRoot"]);
  const numbers = listOf(dictionaryAt(tree["/ParentTree"])["/Nums"]);
  const parents = new Map<number, PdfValue>();
  for (let index = 0; index + 1 < numbers.length; index += 2)
    parents.set(Number(numbers[index]), at(numbers[index + 1]) ?? null);
  const pages = listOf(dictionaryAt(catalog["/Pages"])["/Kids"]).map((id) => {
    const dictionary = dictionaryAt(id);
    const content = objects[`obj:${dictionary["/Contents"]}`]?.stream?.data ?? "";
    return { id: String(id), dictionary, content: Buffer.from(content, "base64").toString("latin1") };
  });
  return { catalog, root: tagAt(String(tree["/K"])), all, pages, at, parents };
}
