/** Opens a file by what it is, whatever it is called. */
import { readCsv } from "./readCsv.ts";
import { readXlsx } from "./readXlsx.ts";
import { FILE_LIMITS, RefusedFile, type Workbook } from "./Workbook.ts";

const OLD_OFFICE = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/** The stream in which Office keeps a document behind a password, as its directory spells it. */
const ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

const startsAsPage = (text: string): boolean =>
  /^(?:\xEF\xBB\xBF|\s)*<(?:!doctype|html|head|body|table|meta|\?xml|div|style)/i.test(text);

/** Documents and programs' notes that are written as text. */
const OTHER_TEXT = /^(?:%PDF|\{\\rtf|\{"|#!)/;

/** Whether it may hold values: not by its name another file, and without what no text holds. */
function isText(file: Uint8Array, name: string, start: string): boolean {
  if (OTHER_TEXT.test(start)) return false;
  if (/\.(pdf|docx?|pptx?|jpe?g|png|gif|zip|rar|7z|json|xml|html?|numbers)$/i.test(name)) return false;
  const isWide = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff);
  return (
    isWide || !file.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
  );
}

/** Throws `RefusedFile`: nothing of the file has been kept then. */
export async function openFile(file: Uint8Array, name: string): Promise<Workbook> {
  if (file.byteLength === 0) throw new RefusedFile("empty");
  if (file.byteLength > FILE_LIMITS.bytes) throw new RefusedFile("too-large");
  const start = latin1(file.subarray(0, 1024));
  if (/\.(xlsm|xltm|xlam)$/i.test(name)) throw new RefusedFile("macros");
  const workbook = await opened(file, name, start);
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw new RefusedFile("no-rows");
  return workbook;
}

async function opened(file: Uint8Array, name: string, start: string): Promise<Workbook> {
  if (start.startsWith("PK\x03\x04")) return readXlsx(file);
  if (start.startsWith(OLD_OFFICE))
    throw new RefusedFile(latin1(file).includes(ENCRYPTED) ? "password" : "old-excel");
  if (startsAsPage(start)) throw new RefusedFile("web-page");
  // The first record of the Excel files of the nineties.
  const [first, second = 1] = file;
  if (first === 9 && [0, 2, 4, 8].includes(second) && /\.xl[a-z]*$/i.test(name))
    throw new RefusedFile("old-excel");
  if (!isText(file, name, start)) throw new RefusedFile("not-a-sheet");
  return readCsv(file, name);
}
