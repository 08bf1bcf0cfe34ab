/** Files that are not read: each is told from the others, so that the screen can say what to do. */
import { describe, expect, test } from "vitest";
import { openFile } from "../../../web/src/import/workbook/openFile.ts";
import { FILE_LIMITS, FILE_PROBLEMS, RefusedFile } from "../../../web/src/import/workbook/Workbook.ts";
import { zipOf } from "../../../web/src/import/write/zipOf.ts";
import { FILES, WICKED } from "../../support/files.ts";
import { bytesOf, excelFile, fileOf, text } from "./desk.ts";

const problemOf = async (file: Uint8Array, name: string): Promise<string> => {
  const error = await openFile(file, name).then(
    () => expect.fail("it was read"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedFile)) throw error;
  return error.problem;
};

const simple = { sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' };

/** The same zip, with its directory saying that the part unpacks to another size. */
async function claiming(name: string, claimed: number): Promise<Uint8Array> {
  const file = await bytesOf(await excelFile({ ...simple, more: { "xl/filler.xml": "x" } }));
  const view = new DataView(file.buffer);
  for (let at = 0; at + 46 < file.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(file.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, claimed, true);
  }
  return file;
}

describe("a file is refused", () => {
  test("when it is empty, or holds nothing but blanks", async () => {
    expect(await problemOf(new Uint8Array(), "a.xlsx")).toBe("empty");
    expect(await problemOf(text(" \n;;\n"), "a.csv")).toBe("no-rows");
    expect(await problemOf(await bytesOf(await excelFile({ sheet: "<sheetData/>" })), "a.xlsx")).toBe(
      "no-rows",
    );
  });

  test("when it is larger than can be taken", async () => {
    expect(await problemOf(new Uint8Array(FILE_LIMITS.bytes + 1), "a.csv")).toBe("too-large");
  });

  test("when it holds macros, whatever it is called", async () => {
    expect(await problemOf(fileOf("libreoffice-macros.xlsm"), "a.xlsm")).toBe("macros");
    const hidden = await bytesOf(await excelFile({ ...simple, more: { "xl/vbaProject.bin": "x" } }));
    expect(await problemOf(hidden, "a.xlsx")).toBe("macros");
  });

  test("when it is of an old Excel, behind a password, or of another program", async () => {
    expect(await problemOf(fileOf("libreoffice.xls"), "a.xls")).toBe("old-excel");
    expect(await problemOf(fileOf("libreoffice.xls"), "a.xlsx")).toBe("old-excel");
    expect(await problemOf(fileOf("libreoffice-with-password.xlsx"), "a.xlsx")).toBe("password");
    expect(await problemOf(fileOf("libreoffice.ods"), "a.ods")).toBe("other-spreadsheet");
    expect(await problemOf(fileOf("libreoffice-page.xls"), "a.xls")).toBe("web-page");
  });

  test("when it is no spreadsheet at all", async () => {
    expect(await problemOf(FILES.pdf, "a.xlsx")).toBe("not-a-sheet");
    expect(await problemOf(FILES.docx, "a.xlsx")).toBe("not-a-sheet");
    expect(await problemOf(FILES.jpeg, "a.csv")).toBe("not-a-sheet");
    expect(await problemOf(await bytesOf(await zipOf([["a.txt", "x"]])), "a.xlsx")).toBe("not-a-sheet");
  });

  test("when it was cut short or is broken", async () => {
    const whole = await bytesOf(await excelFile(simple));
    expect(await problemOf(whole.subarray(0, whole.length - 30), "a.xlsx")).toBe("damaged");
    const broken = whole.slice();
    broken.fill(0xaa, 60, 90);
    expect(await problemOf(broken, "a.xlsx")).toBe("damaged");
  });

  test("when it claims to unpack to more than is ever read, or unpacks to more than it claims", async () => {
    expect(
      await problemOf(await claiming("xl/worksheets/sheet1.xml", FILE_LIMITS.unpacked + 1), "a.xlsx"),
    ).toBe("bomb");
    expect(await problemOf(await claiming("xl/worksheets/sheet1.xml", 10), "a.xlsx")).toBe("bomb");
    expect(await problemOf(await claiming("xl/filler.xml", 0xffffffff), "a.xlsx")).toBe("bomb");
    const spaces = await excelFile({ ...simple, more: { "xl/sharedStrings2.xml": " ".repeat(1000) } });
    expect((await openFile(await bytesOf(spaces), "a.xlsx")).sheets).toHaveLength(1);
  });

  test("for each reason that there is", () => {
    expect(FILE_PROBLEMS.toSorted()).toEqual(
      [
        "bomb",
        "damaged",
        "empty",
        "macros",
        "no-rows",
        "not-a-sheet",
        "old-excel",
        "other-spreadsheet",
        "password",
        "too-large",
        "too-many-cells",
        "web-page",
      ].toSorted(),
    );
  });

  test("when it holds more cells than a computer's memory should", async () => {
    const line = `${"1;".repeat(999)}1\n`;
    expect(await problemOf(text(line.repeat(3_001)), "a.csv")).toBe("too-many-cells");
  });

  test("never with an error of its own: wicked files of all sorts", async () => {
    for (const [name, file] of Object.entries({ ...FILES, ...WICKED })) {
      const outcome = await openFile(new Uint8Array(file), `${name}.xlsx`).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome, name).toBeInstanceOf(RefusedFile);
    }
  });
});
