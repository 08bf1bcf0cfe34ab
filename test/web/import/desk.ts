/** A desk for imports as a focal point of Movilidad has it, with the catalogues that ship; and files that Excel would write. */
import "../withoutBrowser.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { KINDS, OFFICE_KINDS } from "#domain/record/kinds.ts";
import { CATALOGUES, INDICATORS, PARTNERS } from "../../../scripts/seed/catalogueData.ts";
import { type CheckOptions, type DeskSetting, ImportDesk } from "../../../web/src/import/ImportDesk.ts";
import type { CheckedRow } from "../../../web/src/import/rows/checkRows.ts";
import { zipOf } from "../../../web/src/import/write/zipOf.ts";

export const SETTING: DeskSetting = {
  lookup: {
    catalogues: CATALOGUES,
    partners: [...PARTNERS].map(([id, data]) => ({ id, path: `partners/${id}`, data })),
    indicators: INDICATORS,
  },
  entityId: "sdm",
  kinds: KINDS.filter((kind) => !OFFICE_KINDS.includes(kind)),
  context: { today: "2026-11-24", periods: CATALOGUES.periods },
};

export const desk = (changes: Partial<DeskSetting> = {}): ImportDesk =>
  new ImportDesk({ ...SETTING, ...changes });

/** A file beside this one. */
export const fileOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "files", name)));

export const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const ALL: CheckOptions = { withHidden: false, from: 0, to: 5_000 };

/** All that a check tells. */
export async function checked(
  desk: ImportDesk,
  mapping: ImportMapping,
  options: Partial<CheckOptions> = {},
): Promise<CheckedRow[]> {
  const rows: CheckedRow[] = [];
  await desk.check(mapping, { ...ALL, ...options }, (batch) => rows.push(...batch));
  return rows;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface ExcelParts {
  readonly sheet: string;
  readonly strings?: readonly string[];
  readonly is1904?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

/** The cell styles of `excelFile`: 0 general, 1 a day, 2 a day of an own format, 3 an amount. */
export const excelFile = ({ sheet, strings = [], is1904 = false, more = {} }: ExcelParts): Promise<Blob> =>
  zipOf([
    [
      "[Content_Types].xml",
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ""} defaultThemeVersion="166925"/><sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-240A]d&quot; de &quot;mmmm&quot; de &quot;yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;$&quot;\\ #,##0.00"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ],
    [
      "xl/sharedStrings.xml",
      `<sst ${MAIN} count="${strings.length}" uniqueCount="${strings.length}">${strings.map((one) => `<si>${one}</si>`).join("")}</sst>`,
    ],
    ["xl/worksheets/sheet1.xml", `<worksheet ${MAIN}>${sheet}</worksheet>`],
    ...Object.entries(more),
  ]);
