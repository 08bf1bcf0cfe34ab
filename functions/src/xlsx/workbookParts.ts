/** The parts of a workbook beside its sheets. */
import type { DocumentInfo } from "../domain/annualReport/block.ts";
import { SHEET_NAMESPACES, textCell } from "./sheetXml.ts";
import { STYLE } from "./styles.ts";
import { DECLARATION, escaped } from "./xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet that was written: its name in the workbook, the whole title of its table, the section that it is in. */
export interface SheetEntry {
  readonly name: string;
  readonly title: string;
  readonly section: string;
}

export const COVER = { es: "Portada", en: "Cover" } as const;
const COVER_HEADS = { es: ["Hoja", "Qué tiene"], en: ["Sheet", "What it has"] } as const;

export const contentTypes = (sheets: number): string =>
  [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...Array.from(
      { length: sheets },
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
    "</Types>",
  ].join("");

const relationship = (id: string, type: string, target: string, more = ""): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${more}/>`;
const relationships = (list: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;

export const packageRelationships = (): string =>
  relationships([
    relationship("rId1", `${OFFICE}/officeDocument`, "xl/workbook.xml"),
    relationship("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
  ]);

export const workbookRelationships = (sheets: number): string =>
  relationships([
    ...Array.from({ length: sheets }, (_, index) =>
      relationship(`rId${index + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`),
    ),
    relationship(`rId${sheets + 1}`, `${OFFICE}/styles`, "styles.xml"),
  ]);

export const sheetRelationships = (addresses: readonly string[]): string =>
  relationships(
    addresses.map((address, index) =>
      relationship(`rId${index + 1}`, `${OFFICE}/hyperlink`, address, ' TargetMode="External"'),
    ),
  );

export function coreProperties({ title, subject, author, language, datedOn }: DocumentInfo): string {
  const on = `<dcterms:created xsi:type="dcterms:W3CDTF">${datedOn}T17:00:00Z</dcterms:created>`;
  return [
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject>`,
    `<dc:creator>${escaped(author)}</dc:creator><dc:language>${language === "es" ? "es-CO" : "en"}</dc:language>${on}`,
    "</cp:coreProperties>",
  ].join("");
}

/** A sheet's name within a formula. */
const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The cover first, then each table's sheet with its head on every printed page. */
export function workbookXml(cover: string, sheets: readonly SheetEntry[]): string {
  const names = [cover, ...sheets.map(({ name }) => name)];
  const printed = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">${escaped(quotedName(name))}!$1:$1</definedName>`,
  );
  return [
    `${DECLARATION}<workbook ${SHEET_NAMESPACES}><bookViews><workbookView activeTab="0"/></bookViews><sheets>`,
    ...names.map(
      (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    "</sheets>",
    printed.length === 0 ? "" : `<definedNames>${printed.join("")}</definedNames>`,
    "</workbook>",
  ].join("");
}

/** Title, lines and sources; below them the sheets, each with a way to it. */
export function coverXml(
  info: DocumentInfo,
  lines: readonly string[],
  sheets: readonly SheetEntry[],
): string {
  const rows: string[] = [];
  const links: string[] = [];
  const add = (...cells: readonly [text: string, style: number][]) => {
    const row = rows.length + 1;
    const xml = cells.map(([text, style], index) => textCell(`${"AB"[index]}${row}`, text, style));
    rows.push(`<row r="${row}">${xml.join("")}</row>`);
    return row;
  };
  if (info.mark !== undefined) add([info.mark, STYLE.head]);
  add([info.title, STYLE.title]);
  for (const line of lines) add([line, STYLE.quiet]);
  for (const source of info.sources ?? []) add([source, STYLE.quiet]);
  add(["", STYLE.text]);
  const [name, what] = COVER_HEADS[info.language];
  add([name, STYLE.head], [what, STYLE.head]);
  for (const sheet of sheets) {
    const title = sheet.section === "" ? sheet.title : `${sheet.section} › ${sheet.title}`;
    const row = add([sheet.name, STYLE.link], [title, STYLE.text]);
    links.push(`<hyperlink ref="A${row}" location="${escaped(`${quotedName(sheet.name)}!A1`)}"/>`);
  }
  return [
    `${DECLARATION}<worksheet ${SHEET_NAMESPACES}><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>`,
    '<cols><col min="1" max="1" width="38" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols>',
    `<sheetData>${rows.join("")}</sheetData>`,
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    "</worksheet>",
  ].join("");
}
