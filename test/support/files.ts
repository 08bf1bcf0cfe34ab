/** Small real files of every kind, and the wicked ones that pose as them. */
import { crc32 } from "node:zlib";

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** A zip of stored parts, its directory at the end. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    // From the crc on, local header and directory entry agree.
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const common = Buffer.concat([latin1("\x14\0\0\0\0\0\0\0\0\0"), sizes]);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    const file = Buffer.concat([latin1("PK\x03\x04"), common, name, content]);
    directory.push(Buffer.concat([latin1("PK\x01\x02\x14\0"), common, Buffer.alloc(10), at, name]));
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entries, latin1("PK\x05\x06"), end]);
}

const office = (main: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({ "[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>", [main]: "<x/>", ...more });

const openDocument = (kind: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<x/>", ...more });

/** A page with nothing on it. */
export const pdf = (padding = 0): Buffer =>
  latin1(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n%${"-".repeat(padding)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

export const FILES = {
  pdf: pdf(),
  jpeg: Buffer.from(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA//9k=",
    "base64",
  ),
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  webp: Buffer.from("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", "base64"),
  heic: Buffer.concat([latin1("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Buffer.alloc(100)]),
  docx: office("word/document.xml"),
  xlsx: office("xl/workbook.xml"),
  pptx: office("ppt/presentation.xml", { "ppt/embeddings/oleObject1.bin": "x" }),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
} as const;

const GREAT = zipOf({ "[Content_Types].xml": "x", "word/document.xml": "y" });
/** Says that it unpacks to four gigabytes. */
const bomb = Buffer.from(GREAT);
bomb.writeUInt32LE(0xffffffff, bomb.indexOf("PK\x01\x02", "latin1") + 24);

export const WICKED = {
  script: latin1("#!/bin/sh\nrm -rf /\n"),
  html: latin1('\n <!DOCTYPE html><script>alert("x")</script>'),
  "html with a byte order mark": latin1("\xEF\xBB\xBF<html>"),
  svg: latin1('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  "program of Windows": latin1("MZ\x90\0\x03\0"),
  "program of Linux": latin1("\x7FELF\x02\x01"),
  "document with macros": office("word/document.xml", { "word/vbaProject.bin": "x" }),
  "workbook with a macro sheet": office("xl/workbook.xml", { "xl/macrosheets/sheet1.xml": "x" }),
  "text with macros": openDocument("text", { "Basic/Standard/Module1.xml": "x" }),
  "document with a program inside": office("word/document.xml", { "word/embeddings/setup.exe": "x" }),
  "zip of anything": zipOf({ "a.txt": "x" }),
  "zip that claims four gigabytes": bomb,
  "program archive": zipOf({ "META-INF/MANIFEST.MF": "x", "A.class": "x" }),
  "old office document": latin1("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
  film: latin1("\0\0\0\x18ftypisom\0\0\0\0"),
  gif: latin1("GIF89a"),
  text: latin1("Acta de la reunión"),
  zeros: Buffer.alloc(64),
} as const;
