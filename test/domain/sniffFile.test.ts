/** What a file is by its content: each kind that may come, each that poses as one, and none but the first cut anywhere. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVIDENCE_TYPE_IDS, type EvidenceType } from "#domain/evidence.ts";
import { SNIFFED_BYTES, sniffFile } from "#domain/sniffFile.ts";
import { FILES, pdf, WICKED, zipOf } from "../support/files.ts";

const sniff = (file: Uint8Array) =>
  sniffFile({
    head: file.subarray(0, SNIFFED_BYTES),
    tail: file.subarray(-SNIFFED_BYTES),
    bytes: file.length,
  });

describe("a file", () => {
  test.each(EVIDENCE_TYPE_IDS)("of type %s is known for what it is", (type) =>
    expect(sniff(FILES[type])).toEqual({ type }),
  );

  test.each<[keyof typeof WICKED, string]>([
    ["script", "active-content"],
    ["html", "active-content"],
    ["html with a byte order mark", "active-content"],
    ["svg", "active-content"],
    ["program of Windows", "active-content"],
    ["program of Linux", "active-content"],
    ["document with macros", "macros"],
    ["workbook with a macro sheet", "macros"],
    ["text with macros", "macros"],
    ["document with a program inside", "macros"],
    ["zip of anything", "type-not-allowed"],
    ["zip that claims four gigabytes", "type-not-allowed"],
    ["program archive", "type-not-allowed"],
    ["old office document", "type-not-allowed"],
    ["film", "type-not-allowed"],
    ["gif", "type-not-allowed"],
    ["text", "type-not-allowed"],
    ["zeros", "type-not-allowed"],
  ])("that is a %s is refused: %s", (name, problem) => expect(sniff(WICKED[name])).toEqual({ problem }));

  test("without content is empty", () => expect(sniff(new Uint8Array())).toEqual({ problem: "empty" }));

  test.each(EVIDENCE_TYPE_IDS.filter((type) => type !== "heic"))(
    "of type %s that lacks its last half is no such file",
    (type: EvidenceType) => {
      const whole = FILES[type];
      expect(sniff(whole.subarray(0, whole.length / 2))).toEqual({ problem: "cut-short" });
    },
  );

  test("larger than both ends is known all the same", () => {
    expect(sniff(pdf(3 * SNIFFED_BYTES))).toEqual({ type: "pdf" });
    const padded = zipOf({
      "[Content_Types].xml": "x",
      "word/media/photo.jpeg": "x".repeat(3 * SNIFFED_BYTES),
      "word/document.xml": "y",
    });
    expect(sniff(padded)).toEqual({ type: "docx" });
  });

  test("whose directory is walked for ever, or lies elsewhere, is refused", () => {
    const many = zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, ""])));
    expect(sniff(many)).toEqual({ problem: "type-not-allowed" });
    const astray = Buffer.from(FILES.docx);
    astray.writeUInt32LE(7, astray.length - 6);
    expect(sniff(astray)).toEqual({ problem: "type-not-allowed" });
  });

  test("of any bytes, and any zip with some bytes changed, gets an answer", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
    fc.assert(fc.property(bytes, (file) => void sniff(file)));
    const changes = fc.array(fc.tuple(fc.nat(FILES.docx.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(changes, (changed) => {
        const file = Buffer.from(FILES.docx);
        for (const [at, byte] of changed) file[at] = byte;
        void sniff(file);
      }),
      { numRuns: 2000 },
    );
  });
});
