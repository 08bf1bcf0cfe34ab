/** What holds of the annual report in both languages: the same blocks, the same numbers, no code of a machine. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import { annualSnapshotSchema } from "#domain/annualReport/annualSnapshot.ts";
import { type Block, type Cell, cellText } from "#domain/annualReport/block.ts";
import { composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import type { Language } from "#domain/format.ts";
import { annualReport } from "#domain/reports/annualReport.ts";
import type { ListedRecord } from "#domain/reports/listedRecord.ts";
import { emptySnapshot, fullSnapshot } from "./annualSnapshots.ts";
import { headingsOf, paragraphsOf, sectionOf, textsOf } from "./blocks.ts";
import { everyTypeSnapshot } from "./everyTypeSnapshot.ts";

const listed: ListedRecord[] = Array.from({ length: 7 }, (_, index) => ({
  ...{ entityId: "entity-0", recordId: `r${index}`, version: 1, kind: "interaction" },
  ...{ on: `2025-03-0${index + 1}`, title: `Reunión ${index}`, partners: ["UCCI"], countries: ["MX"] },
}));
const lists = { listed: () => listed };
const withList = (snapshot: AnnualSnapshot) => ({
  ...snapshot,
  listed: { count: listed.length, sha256: "0" },
});

const compose = (snapshot: AnnualSnapshot, language: Language): Block[] => [
  ...composeAnnualReport(snapshot, language, lists),
];

async function rowsOf(block: Block): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  if (block.type === "table") for await (const row of block.rows) rows.push([...row]);
  return rows;
}

/** All that does not depend on the language: what stands where, and every number. */
async function structureOf(block: Block): Promise<unknown> {
  switch (block.type) {
    case "heading":
      return [block.type, block.level, block.id];
    case "table": {
      const rows = (await rowsOf(block)).map((row) =>
        row.map((cell) => (typeof cell === "object" && "value" in cell ? cell.value : typeof cell)),
      );
      return [block.type, block.columns.map(({ align, weight }) => [align, weight]), rows];
    }
    case "barChart":
      return [block.type, block.direction, block.bars.map(({ value }) => value)];
    case "map":
      return [block.type, block.values.map(({ country, value }) => [country, value])];
    case "progress":
      return [block.type, block.value, block.target];
    case "keyFigures":
      return [block.type, block.figures.length];
    case "list":
    case "callout":
      return [block.type, block.items.length];
    default:
      return block.type;
  }
}

const structures = (blocks: readonly Block[]) => Promise.all(blocks.map(structureOf));

describe("the annual report in Spanish and in English", () => {
  it.each([
    ["a year without data", emptySnapshot()],
    ["a full year", withList(fullSnapshot())],
    ["results of every type", withList(everyTypeSnapshot())],
  ])("has the same blocks and numbers: %s", async (_name, snapshot) => {
    expect(await structures(compose(snapshot, "en"))).toEqual(await structures(compose(snapshot, "es")));
  });

  it("has no heading, paragraph or column in English that the Spanish one has word for word", () => {
    const snapshot = withList(everyTypeSnapshot());
    const written = new Set(
      [...snapshot.narratives.flatMap(({ text }) => text.split(/\n+/)), "Bogotá, D. C."].map((text) =>
        text.trim(),
      ),
    );
    const wordsOf = (language: Language) =>
      compose(snapshot, language).flatMap((block) => {
        if (block.type === "table") return [block.title, ...block.columns.map(({ title }) => title)];
        if (block.type === "heading" || block.type === "paragraph" || block.type === "note")
          return [block.text];
        return [];
      });
    const spanish = new Set(wordsOf("es"));
    const same = wordsOf("en").filter((text) => spanish.has(text) && !written.has(text));
    // Words that both languages share.
    expect(
      [...new Set(same)].filter((text) => !/^(Total|Sector|Actor|No\.?|\d{4}(-\d{4})?)$/.test(text)),
    ).toEqual([]);
  });

  it("says no code of a machine: neither ids, nor kinds, nor states", () => {
    const snapshot = withList(everyTypeSnapshot());
    for (const language of ["es", "en"] as const) {
      const texts = textsOf(compose(snapshot, language));
      const coded = texts.filter((text) =>
        /\b(entity-\d|sector-\d|in-preparation|not-started|funded-in-part|sdg-\d|l\d-[ra]\d|undefined|NaN)\b/.test(
          text,
        ),
      );
      expect(coded).toEqual([]);
    }
  });

  it("gives every link a place to go to, and every place one name", () => {
    const blocks = compose(withList(everyTypeSnapshot()), "es");
    const ids = blocks.flatMap((block) => (block.type === "heading" && block.id ? [block.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const cells = blocks.flatMap((block): (string | Cell)[] => {
      if (block.type === "list") return [...block.items];
      return block.type === "table" && Symbol.iterator in block.rows ? [...block.rows].flat() : [];
    });
    const links = cells.flatMap((cell) => (typeof cell === "object" && "to" in cell ? [cell.to] : []));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(ids).toContain(link.replace("#", ""));
  });
});

describe("what the Office wrote", () => {
  const outline = annualReport.outlineOf(fullSnapshot());
  const keys = outline.flatMap(({ slots }) => slots.map(({ key }) => key));

  it("stands in the report, in either language, whichever text of the outline it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom("es" as const, "en" as const),
        (key, language) => {
          const texts = { [key]: { es: "Dicho aquí.\n\nY esto.", en: "Said here." } };
          const snapshot = annualSnapshotSchema.parse({ ...fullSnapshot(), texts });
          const said = textsOf(compose(snapshot, language)).join("\n");
          expect(said).toContain(language === "es" ? "Dicho aquí." : "Said here.");
          if (language === "es") expect(said).toContain("Y esto.");
          expect(said).not.toContain(language === "es" ? "Said here." : "Dicho aquí.");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is said in the other language where there is none, with a word on that", () => {
    const texts = { introduction: { es: "Un año de trabajo.", en: "" } };
    const summary = sectionOf(compose({ ...fullSnapshot(), texts }, "en"), "The year on a page");
    expect(textsOf(summary)).toContain("Un año de trabajo.");
    expect(textsOf(summary)).toContain("This text was written in Spanish; there is no English version.");
  });

  it("takes the place of an entity's narrative, says that it was edited, or leaves it out", () => {
    const key = "narrative~entity-0~2025-S1~difficulties";
    const say = (text: object) =>
      textsOf(compose(annualSnapshotSchema.parse({ ...fullSnapshot(), texts: { [key]: text } }), "es"));
    const original = "Dificultades. La firma tardó más de lo previsto.";
    expect(say({ es: "Hubo demoras.", en: "" })).toEqual(
      expect.arrayContaining(["Dificultades. Hubo demoras.", "Texto editado por la Consejería."]),
    );
    expect(say({ es: "Hubo demoras.", en: "" })).not.toContain(original);
    expect(say({ es: "", en: "", omitted: true })).not.toContain(original);
    expect(say({ es: " ", en: "" })).toContain(original);
  });

  it("is asked for where a result is behind, and the report says that it is missing until then", () => {
    const snapshot = fullSnapshot({ year: 2027 });
    const asked = annualReport
      .outlineOf(snapshot)
      .flatMap(({ slots }) => slots)
      .filter(({ isAsked }) => isAsked);
    expect(asked.map(({ key }) => key)).toEqual(["indicator~l1-r1"]);
    const [first] = asked;
    const result = sectionOf(compose(snapshot, "es"), first?.title.es ?? "");
    expect(paragraphsOf(result)[0]).toBe(
      "Situación: Va atrás. La Consejería no ha escrito una explicación de este atraso.",
    );
  });

  it("is a letter in the letter's place, which is a marked placeholder until then", () => {
    const letter = (texts: AnnualSnapshot["texts"]) =>
      compose({ ...fullSnapshot(), texts }, "es").find(({ type }) => type === "letter");
    expect(letter({})).toMatchObject({ isPlaceholder: true });
    expect(letter({ letter: { es: "Queridas y queridos:\nGracias.", en: "" } })).toMatchObject({
      ...{ isPlaceholder: false, paragraphs: ["Queridas y queridos:", "Gracias."] },
    });
  });
});

describe("bad input", () => {
  it("prints a narrative of 20,000 characters whole", () => {
    const text = `${"Texto largo. ".repeat(1538)}Fin.`;
    const narratives = [
      { entityId: "entity-0", periodId: "2025-S1", section: "achievements" as const, text },
    ];
    expect(textsOf(compose({ ...fullSnapshot(), narratives }, "es"))).toContain(`Logros. ${text}`);
  });

  it("prints a title of 200 capital letters without a space as it is", async () => {
    const title = "W".repeat(200);
    const record = listed[0] as ListedRecord;
    const blocks = [
      ...composeAnnualReport(withList(fullSnapshot()), "es", { listed: () => [{ ...record, title }] }),
    ];
    const rows = await rowsOf(blocks.at(-1) as Block);
    expect(rows.flat().map(cellText)).toContain(title);
  });

  it("has every part for an entity without a record: it is named as one that has none", () => {
    const { sectors, ...snapshot } = fullSnapshot();
    const silent = { id: "entity-1", approved: 0, reported: 0, figures: [] };
    const [first, ...rest] = sectors;
    if (!first) throw new Error("no sector");
    const texts = textsOf(
      compose({ ...snapshot, sectors: [{ ...first, entities: [silent] }, ...rest] }, "es"),
    );
    expect(
      texts.some((text) => text.startsWith("Sin registros públicos de 2025: ") && text.includes("IDU")),
    ).toBe(true);
    expect(headingsOf(compose(fullSnapshot(), "es"))).toContain("Lo que cuentan las entidades");
  });
});
