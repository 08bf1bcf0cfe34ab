/**
 * What the file says of itself for machines (XMP), and the colours that it means. The same words stand in the
 * information dictionary, as PDF/A asks. pdfkit's own metadata are not escaped, and claim one standard at a time.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Internals, Notation } from "./pdfkitInternals.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? "");

const described = (namespaces: string, inner: string): string =>
  `<rdf:Description rdf:about="" ${namespaces}>${inner}</rdf:Description>`;
const inWords = (tag: string, text: string): string =>
  `<dc:${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${tag}>`;

/** PDF/A knows no `pdfuaid`, and wants to be told what it is. */
const PDFUA_SCHEMA = described(
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  [
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>',
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
  ].join(""),
);

/** The metadata; a tagged file says by which standards it was made. */
export function metadataText(info: Readonly<Record<string, string | Date>>, isTagged: boolean): string {
  const said = (key: string): string => String(info[key] ?? "");
  const made = `${(info.CreationDate as Date).toISOString().split(".")[0]}Z`;
  const standards = [
    described('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', "<pdfuaid:part>1</pdfuaid:part>"),
    described(
      'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    ),
    PDFUA_SCHEMA,
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    described(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      [
        "<dc:format>application/pdf</dc:format>",
        inWords("title", said("Title")),
        inWords("description", said("Subject")),
        `<dc:creator><rdf:Seq><rdf:li>${escaped(said("Author"))}</rdf:li></rdf:Seq></dc:creator>`,
      ].join(""),
    ),
    described(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${made}</xmp:CreateDate><xmp:CreatorTool>${escaped(said("Creator"))}</xmp:CreatorTool>`,
    ),
    described(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${escaped(said("Producer"))}</pdf:Producer>`,
    ),
    ...(isTagged ? standards : []),
    "</rdf:RDF></x:xmpmeta>",
    '<?xpacket end="w"?>',
  ].join("\n");
}

/** Has the document end with these metadata in the place of pdfkit's. */
export function writeMetadataAtEnd(document: Internals, isTagged: boolean): void {
  document.endMetadata = () => {
    const metadata = document.ref({ Type: "Metadata", Subtype: "XML" });
    // In the clear, so that whoever knows no PDF can read it.
    metadata.compress = false;
    metadata.end(Buffer.from(metadataText(document.info, isTagged), "utf8"));
    document._root.data.Metadata = metadata;
  };
}

/** Says that red, green and blue are those of sRGB, on whatever prints or shows them. */
export function addOutputIntent(document: Internals): void {
  const path = join(dirname(createRequire(import.meta.url).resolve("pdfkit")), "data/sRGB_IEC61966_2_1.icc");
  const profile = document.ref({ N: 3 });
  profile.end(readFileSync(path));
  const name = new Notation("(sRGB IEC61966-2.1)");
  const intent = document.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  });
  intent.end();
  document._root.data.OutputIntents = [intent];
}
