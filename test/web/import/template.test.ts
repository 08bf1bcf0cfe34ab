/** Our template: what is written into it and read again is the same, and its heads say one thing each. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import type { Values } from "../../../web/src/forms/values.ts";
import { choicesOf } from "../../../web/src/import/mapping/choices.ts";
import { codeFinder } from "../../../web/src/import/mapping/codeFinder.ts";
import {
  type ImportField,
  importFieldsOf,
  isCoded,
  isList,
} from "../../../web/src/import/mapping/importFields.ts";
import { codesOf, compileMapping } from "../../../web/src/import/rows/compileMapping.ts";
import { ReadRow } from "../../../web/src/import/rows/readRow.ts";
import { joinTables } from "../../../web/src/import/table/joinTables.ts";
import { tableOf } from "../../../web/src/import/table/tableOf.ts";
import { normal } from "../../../web/src/import/words.ts";
import { openFile } from "../../../web/src/import/workbook/openFile.ts";
import {
  kindOfSheet,
  pathOfTemplateHead,
  sheetNameOf,
  type TemplateRow,
  templateOf,
} from "../../../web/src/import/write/template.ts";
import { writeXlsx } from "../../../web/src/import/write/writeXlsx.ts";
import { bytesOf, desk, SETTING } from "./desk.ts";

const { lookup } = SETTING;
const CODES = codesOf(lookup);

vi.setConfig({ testTimeout: 60_000 });

/** Words with letters, signs and line breaks of all sorts, without a space at an end. */
const words = (max: number) =>
  fc
    .string({
      unit: fc.constantFrom("a", "ñ", "É", " ", ";", ",", "&", "<", '"', "_x0041_", "😀", "1", "="),
      minLength: 1,
      maxLength: Math.min(40, max / 8),
    })
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "" && !text.startsWith("'"));

const aDay = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function aValue(field: ImportField): fc.Arbitrary<Values[string]> {
  const { input, max } = field.field;
  if (isCoded(field.field)) {
    const ids = choicesOf(field, lookup).map(({ id }) => id);
    if (ids.length === 0) return fc.constant("none");
    return isList(field.field)
      ? fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: Math.min(5, max) })
      : fc.constantFrom(...ids);
  }
  if (input === "day") return aDay;
  if (input === "count") return fc.nat({ max: 1_000_000 });
  if (input === "amount") return fc.nat({ max: 2_000_000_000 });
  return words(max);
}

const aRow = (kind: Kind): fc.Arbitrary<TemplateRow> => {
  const fields = importFieldsOf([kind]).filter(
    (field) => !isCoded(field.field) || choicesOf(field, lookup).length > 0,
  );
  return fc
    .record(
      { ...Object.fromEntries(fields.map((field) => [field.path, aValue(field)])), title: words(200) },
      { requiredKeys: ["title"] },
    )
    .map((values): TemplateRow => ({ kind, values: values as Values }));
};

/** What the cells say of the records, in the order of the kinds: before anything is added or left out. */
async function readAgain(kind: Kind, rows: readonly TemplateRow[], language: "es" | "en"): Promise<Values[]> {
  const file = await bytesOf(await writeXlsx(templateOf([kind], lookup, language, rows)));
  const { sheets } = await openFile(file, "plantilla.xlsx");
  const parts = sheets.flatMap((sheet) => {
    const kind = kindOfSheet(sheet.name, KINDS);
    return kind ? [{ kind, table: tableOf(sheet, 1) }] : [];
  });
  const table = joinTables(parts);
  const columns = table.columns.map(({ header }) => ({
    header,
    to: pathOfTemplateHead(header) ?? "nothing",
  }));
  const compiled = compileMapping({ columns, values: [], constants: [] }, table.columns, CODES, {
    ...{ entityId: "sdm", kinds: KINDS, kindFinder: codeFinder([]) },
  });
  return table.rows.map((row) => new ReadRow(row, row.kind, compiled).values);
}

describe("laws", () => {
  test.each(KINDS)("a record of the kind %s that is written into it is read the same", async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow(kind), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("es", "en"),
        async (rows, language) => {
          expect(await readAgain(kind, rows, language as "es" | "en")).toEqual(
            rows.map(({ values }) => values),
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("its heads", () => {
  test("each say one field, whatever the kind", () => {
    const paths = new Map<string, Set<string>>();
    for (const kind of KINDS)
      for (const { path, label } of importFieldsOf([kind]))
        for (const head of [label.es, label.en])
          paths.set(normal(head), (paths.get(normal(head)) ?? new Set()).add(path));
    expect([...paths].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  test("and its sheets one kind, by names that programs allow", () => {
    const names = KINDS.flatMap((kind) => [sheetNameOf(kind, "es"), sheetNameOf(kind, "en")]);
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
    expect(new Set(KINDS.map((kind) => sheetNameOf(kind, "es"))).size).toBe(KINDS.length);
  });

  test("are followed by drop-downs of the catalogues, on a hidden sheet", async () => {
    const { sheets } = await openFile(
      await bytesOf(await writeXlsx(templateOf(SETTING.kinds, lookup, "es"))),
      "a.xlsx",
    );
    expect(sheets.map(({ name }) => name)).toEqual([
      "Léame",
      ...SETTING.kinds.map((kind) => sheetNameOf(kind, "es")),
      "Listas",
    ]);
    const lists = sheets.at(-1);
    expect(lists?.isHidden).toBe(true);
    expect(lists?.rows.flatMap(({ cells }) => cells)).toContain("11. Ciudades y comunidades sostenibles");
  });
});

test("the same template is the same file", async () => {
  const [one, other] = await Promise.all([1, 2].map(async () => bytesOf(await desk().template("es"))));
  expect(one).toEqual(other);
});
