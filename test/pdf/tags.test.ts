/**
 * The tag tree and the claims of the file, read from its objects: what PDF/UA-1 and PDF/A-3a ask that can be seen there.
 * veraPDF, which checks all of both, is not to be had from the registries that the tests install from.
 */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block } from "#domain/annualReport/block.ts";
import { annualReportInfo, composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { renderCsv } from "#functions/csv/renderCsv.ts";
import { renderPdf } from "#functions/pdf/renderPdf.ts";
import { everyTypeSnapshot } from "../domain/annualReport/everyTypeSnapshot.ts";
import { INFO, written } from "../support/written.ts";
import { onPdf } from "./readPdf.ts";
import { isDictionary, readTags, type Tag, type TaggedPdf } from "./readTags.ts";

const cover: Block = {
  type: "cover",
  title: "Prueba & más",
  subtitle: "Prueba",
  lines: ["a"],
  logos: ["Logo"],
};
const columns = [
  { title: "Fila", weight: 3, align: "left" },
  { title: "Cifra", weight: 1, align: "right" },
] as const;
const figure = (value: number) => ({ text: String(value).replace(".", ","), value });
const BLOCKS: Block[] = [
  cover,
  { type: "contents", title: "Contenido" },
  {
    type: "letter",
    title: "Carta",
    paragraphs: ["Aquí va la carta"],
    signature: ["Nombre"],
    isPlaceholder: true,
  },
  { type: "heading", level: 1, text: "Uno", id: "uno" },
  { type: "paragraph", text: "palabra ".repeat(2_000) },
  { type: "callout", title: "Atención", items: ["uno", "dos"] },
  {
    type: "list",
    items: ["texto", { text: "al cuadro", to: "#cuadro" }, { text: "afuera", to: "https://example.org/(a)" }],
  },
  { type: "heading", level: 2, text: "Dos" },
  { type: "keyFigures", figures: [{ text: "1", label: "uno" }] },
  { type: "progress", value: 1, target: 2, text: "1 de 2" },
  {
    type: "periodChart",
    title: "Crece",
    alt: "Crece de 1 a 2",
    periods: [{ label: "S1", reached: { value: 1, text: "1" } }],
  },
  {
    type: "barChart",
    direction: "across",
    title: "Barras",
    alt: "Una barra",
    bars: [{ label: "a", value: 1, text: "1" }],
  },
  {
    type: "map",
    title: "Mapa",
    alt: "México, 2; Andorra, 1",
    values: [
      { country: "MX", value: 2, text: "2" },
      { country: "AD", value: 1, text: "1" },
    ],
  },
  { type: "heading", level: 3, text: "Tres" },
  {
    type: "table",
    id: "cuadro",
    title: "Cuadro",
    columns,
    hasRowHeads: true,
    rows: [
      ...Array.from({ length: 80 }, (_, index) => [`Fila ${index}`, figure(index + 0.5)]),
      ["larga ".repeat(3_000), figure(1)],
      [{ text: "enlace", to: "#uno" }, ""],
    ],
  },
];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "/Document": ["/P", "/H1", "/H2", "/H3", "/TOC", "/Sect", "/L", "/Table", "/Figure"],
  "/TOC": ["/Caption", "/TOCI"],
  "/TOCI": ["/Link"],
  "/Sect": ["/P", "/L"],
  "/L": ["/LI"],
  "/LI": ["/Lbl", "/LBody"],
  "/LBody": ["/Link"],
  "/Table": ["/Caption", "/THead", "/TBody"],
  "/THead": ["/TR"],
  "/TBody": ["/TR"],
  "/TR": ["/TH", "/TD"],
  "/TH": ["/Link"],
  "/TD": ["/Link"],
};

describe.each([
  ["all kinds of blocks", BLOCKS, INFO],
  ["an annual report", [...composeAnnualReport(everyTypeSnapshot())], annualReportInfo(everyTypeSnapshot())],
])("the tags of %s", (_, blocks, info) => {
  let bytes: Buffer;
  let pdf: TaggedPdf;

  beforeAll(async () => {
    ({ bytes } = await written((output) => renderPdf(blocks, info, output)));
    pdf = readTags(bytes);
  });

  const named = (tag: string): Tag[] => pdf.all.filter((element) => element.tag === tag);

  it("stand where the standard lets them", () => {
    for (const { tag, kids } of pdf.all)
      for (const kid of kids) expect(ALLOWED[tag] ?? [], `${kid.tag} in ${tag}`).toContain(kid.tag);
  });

  it("have all content of all pages in them, each piece once, or it is an artifact", () => {
    const held = new Map<string, number>();
    for (const { marks } of pdf.all)
      for (const { page, mark } of marks) held.set(`${page}/${mark}`, (held.get(`${page}/${mark}`) ?? 0) + 1);
    for (const { id, content } of pdf.pages) {
      // Texts cannot be taken for operators once they are out of the way.
      const plain = content.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, "()");
      let depth = 0;
      for (const [token, mark] of plain.matchAll(
        /<<\/MCID (\d+)>>BDC|\bBDC\b|\bEMC\b|\bT[Jj]\b|\bf\b|\bb\*|\bS\b|\bDo\b/g,
      )) {
        if (token.endsWith("BDC")) {
          depth += 1;
          if (mark !== undefined) expect(held.get(`${id}/${mark}`), `mark ${mark} of ${id}`).toBe(1);
        } else if (token === "EMC") depth -= 1;
        else expect(depth, `${token} on ${id}`).toBe(1);
        expect(depth).toBeLessThan(2);
      }
      expect(depth).toBe(0);
    }
    const marked = pdf.pages.reduce(
      (sum, { content }) => sum + (content.match(/\/MCID \d+/g)?.length ?? 0),
      0,
    );
    expect(held.size).toBe(marked);
  });

  it("are found from their content: the parent tree leads back to each", () => {
    for (const { id, marks } of pdf.all)
      for (const { page, mark } of marks) {
        const key = pdf.pages.find((each) => each.id === page)?.dictionary["/StructParents"];
        const owners = pdf.parents.get(Number(key));
        expect(Array.isArray(owners) ? owners[mark] : undefined).toBe(id);
      }
    for (const { dictionary, kids, id } of pdf.all) {
      for (const kid of kids) expect(kid.dictionary["/P"]).toBe(id);
      expect(pdf.at(dictionary["/P"])).toBeTruthy();
    }
  });

  it("have tables with heads that say what they head, and as many cells in each row", () => {
    expect(named("/Table").length).toBeGreaterThan(0);
    for (const table of named("/Table")) {
      expect(table.kids.map(({ tag }) => tag)).toEqual(["/Caption", "/THead", "/TBody"]);
      const [, head, body] = table.kids;
      const width = head?.kids[0]?.kids.length;
      for (const { kids } of [...(head?.kids ?? []), ...(body?.kids ?? [])])
        expect(kids).toHaveLength(width ?? 0);
      for (const { tag } of head?.kids.flatMap(({ kids }) => kids) ?? []) expect(tag).toBe("/TH");
    }
    for (const { dictionary } of named("/TH")) {
      const attributes = dictionary["/A"];
      expect(isDictionary(attributes) && attributes["/Scope"]).toMatch(/^\/(Column|Row)$/);
    }
  });

  it("describe every chart and map in words, and give each its place", () => {
    expect(named("/Figure").length).toBeGreaterThan(0);
    for (const { dictionary } of named("/Figure")) {
      expect(String(dictionary["/Alt"])).toMatch(/^u:.{4,}/);
      const attributes = dictionary["/A"];
      expect(isDictionary(attributes) && attributes["/BBox"]).toHaveLength(4);
    }
  });

  it("have headings that skip no level", () => {
    const levels = pdf.all.filter(({ tag }) => /^\/H\d$/.test(tag)).map(({ tag }) => Number(tag.slice(2)));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  it("hold every link with its annotation, its words, and a place that exists", () => {
    const annotations = pdf.pages.flatMap(({ dictionary }) => {
      const list = pdf.at(dictionary["/Annots"]);
      if (Array.isArray(list)) expect(dictionary["/Tabs"]).toBe("/S");
      return Array.isArray(list) ? list : [];
    });
    expect(
      named("/Link")
        .flatMap((link) => link.annotations)
        .sort(),
    ).toEqual(annotations.map(String).sort());
    const names = JSON.stringify(pdf.at(pdf.catalog["/Names"]));
    for (const link of named("/Link")) {
      expect(link.annotations.length).toBeGreaterThan(0);
      for (const annotation of link.annotations) {
        const dictionary = pdf.at(annotation);
        if (!isDictionary(dictionary)) throw new Error("no annotation");
        expect(String(dictionary["/Contents"])).toMatch(/^u:.+/);
        expect(dictionary["/F"]).toBe(4);
        expect(pdf.parents.get(Number(dictionary["/StructParent"]))).toEqual(link.dictionary);
        if (dictionary["/Dest"]) expect(names).toContain(JSON.stringify(dictionary["/Dest"]));
        else expect(pdf.at(dictionary["/A"])).toMatchObject({ "/S": "/URI" });
      }
    }
  });

  it("say language, title and standards, in the information and in the metadata alike", () => {
    expect(pdf.catalog["/Lang"]).toBe("u:es-CO");
    expect(pdf.at(pdf.catalog["/MarkInfo"])).toEqual({ "/Marked": true });
    expect(pdf.at(pdf.catalog["/ViewerPreferences"])).toEqual({ "/DisplayDocTitle": true });
    const metadata = bytes.toString("utf8");
    for (const said of [
      "<pdfuaid:part>1</pdfuaid:part>",
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
      `<rdf:li xml:lang="x-default">${info.title.replaceAll("&", "&amp;")}</rdf:li>`,
    ])
      expect(metadata).toContain(said);
    expect(onPdf(bytes, "pdfinfo", "FILE")).toContain(info.title);
    const intents = pdf.at(pdf.catalog["/OutputIntents"]);
    expect(Array.isArray(intents) && intents).toHaveLength(1);
  });

  it("go with the figures as CSV, those that the CSV file itself has", async () => {
    const { bytes: csv } = await written((output) => renderCsv(blocks, info, output));
    const [file] = pdf.at(pdf.catalog["/AF"]) as string[];
    const specification = pdf.at(file);
    if (!isDictionary(specification)) throw new Error("no file");
    expect(specification).toMatchObject({ "/AFRelationship": "/Data", "/UF": "u:cifras.csv" });
    const embedded = pdf.at((specification["/EF"] as { "/F": string })["/F"]);
    expect(embedded).toMatchObject({ "/Subtype": "/text/csv" });
    const parameters = isDictionary(embedded) ? embedded["/Params"] : undefined;
    if (!isDictionary(parameters)) throw new Error("no parameters");
    expect(parameters["/CheckSum"]).toContain(createHash("md5").update(csv).digest("hex"));
    expect(parameters["/ModDate"]).toBeTruthy();
    expect(onPdf(bytes, "pdfdetach", "-list", "FILE")).toContain("cifras.csv");
  });
});

it("a file without tags says nothing of standards", async () => {
  const { bytes } = await written((output) => renderPdf(BLOCKS, INFO, output, () => {}, { tagged: false }));
  expect(onPdf(bytes, "qpdf", "--check", "FILE")).toMatch(/No syntax or stream encoding errors/);
  expect(onPdf(bytes, "pdfinfo", "FILE")).toMatch(/Tagged: +no/);
  expect(bytes.toString("latin1")).not.toMatch(/pdfuaid|pdfaid/);
});

it("a link that leads nowhere fails, and says where it should have led", async () => {
  const blocks: Block[] = [cover, { type: "list", items: [{ text: "a", to: "#nada" }] }];
  await expect(written((output) => renderPdf(blocks, INFO, output))).rejects.toThrow('the id "nada"');
  const twice: Block[] = [
    cover,
    ...["a", "b"].map((text) => ({ type: "heading", level: 1, text, id: "x" }) as const),
    cover,
  ];
  await expect(written((output) => renderPdf(twice, INFO, output))).rejects.toThrow('the id "x"');
});
