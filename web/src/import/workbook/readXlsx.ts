/** Reads an .xlsx as Excel, LibreOffice and other programs write it: values as they were saved, nothing computed. */
import { readSheet } from "./readSheet.ts";
import { scanXml } from "./scanXml.ts";
import { showsDay } from "./serialDay.ts";
import { openZip, type Zip } from "./unzip.ts";
import { FILE_LIMITS, RefusedFile, type Sheet, type Workbook } from "./Workbook.ts";

const MACROS = /vbaproject\.bin$|^xl\/macrosheets\//i;

/** Throws `RefusedFile`. */
export async function readXlsx(file: Uint8Array): Promise<Workbook> {
  const zip = openZip(file);
  if (zip.isEncrypted) throw new RefusedFile("password");
  if (zip.names.some((name) => MACROS.test(name))) throw new RefusedFile("macros");
  const types = (await zip.text("[Content_Types].xml")) ?? "";
  if (types.includes("macroEnabled")) throw new RefusedFile("macros");
  if (zip.names.includes("xl/workbook.bin") || zip.names.includes("content.xml"))
    throw new RefusedFile("other-spreadsheet");
  const main = await mainPart(zip);
  const [workbook, relations, strings, styles] = await partsBeside(zip, main);
  const shared = { strings: stringsOf(strings), dayStyles: dayStylesOf(styles), is1904: is1904(workbook) };
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const { name, isHidden, target } of sheetsOf(workbook, relations)) {
    const xml = await zip.text(target);
    if (xml === undefined) continue;
    const sheet = readSheet(xml, name, isHidden, shared, FILE_LIMITS.cells - cells);
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.length, 0);
    sheets.push(sheet);
  }
  return { format: "xlsx", sheets };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A relation's target, which may be of the root or of the part's folder. */
function resolved(from: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folderOf(from)}${target}`).split("/"))
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  return steps.join("/");
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationsOf(xml: string): Relation[] {
  const found: Relation[] = [];
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === "Relationship")
        found.push({
          id: attribute("Id") ?? "",
          type: (attribute("Type") ?? "").split("/").at(-1) ?? "",
          target: attribute("Target") ?? "",
        });
    },
    close: () => {},
  });
  return found;
}

async function mainPart(zip: Zip): Promise<string> {
  const relations = relationsOf((await zip.text("_rels/.rels")) ?? "");
  const main = relations.find(({ type }) => type === "officeDocument")?.target;
  const path = main === undefined ? "xl/workbook.xml" : resolved("", main);
  if (!zip.names.includes(path)) throw new RefusedFile("not-a-sheet");
  return path;
}

async function partsBeside(
  zip: Zip,
  main: string,
): Promise<[workbook: string, relations: Relation[], strings: string, styles: string]> {
  const relationsPath = `${folderOf(main)}_rels/${main.slice(folderOf(main).length)}.rels`;
  const relations = relationsOf((await zip.text(relationsPath)) ?? "").map((relation) => ({
    ...relation,
    target: resolved(main, relation.target),
  }));
  const part = async (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? "" : ((await zip.text(target)) ?? "");
  };
  const workbook = await zip.text(main);
  if (workbook === undefined || !/<(\w+:)?workbook[\s>]/.test(workbook)) throw new RefusedFile("not-a-sheet");
  return [workbook, relations, await part("sharedStrings"), await part("styles")];
}

const is1904 = (workbook: string): boolean => /\bdate1904=["'](1|true)["']/.test(workbook);

function sheetsOf(workbook: string, relations: readonly Relation[]) {
  const found: { name: string; isHidden: boolean; target: string }[] = [];
  scanXml(workbook, {
    open: (element, attribute) => {
      if (element !== "sheet") return;
      const relation = relations.find(({ id, type }) => type === "worksheet" && id === attribute("id"));
      if (!relation) return;
      const isHidden = /hidden/i.test(attribute("state") ?? "");
      found.push({ name: attribute("name") ?? "", isHidden, target: relation.target });
    },
    close: () => {},
  });
  return found;
}

/** The texts that cells share; of one written in parts, the parts joined, without the readings of Asian scripts. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inReading = false;
  scanXml(xml, {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") inReading = true;
      else if (name === "t") inText = !inReading;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
      else if (name === "si") strings.push(current);
    },
  });
  return strings;
}

/** For each style of a cell, whether it shows its number as a day. */
function dayStylesOf(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attribute("numFmtId") ?? 0);
        styles.push(showsDay(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}
