/** What may be evidence, and that both rules files say the same. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contentDisposition } from "#domain/contentDisposition.ts";
import {
  EVIDENCE_LIMITS,
  EVIDENCE_TYPE_IDS,
  EVIDENCE_TYPES,
  passesAs,
  typeOfName,
  withExtensionOf,
} from "#domain/evidence.ts";

const rulesFile = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** The texts in the list that follows `before`. */
const listAfter = (rules: string, before: string): string[] => {
  const list = rules.split(before)[1]?.split("]")[0] ?? "";
  return [...list.matchAll(/'([^']+)'/g)].map(([, text]) => text ?? "");
};

describe("the rules of both services", () => {
  const [storage, firestore] = [rulesFile("storage.rules"), rulesFile("firestore.rules")];

  test("take the types of the domain and no others", () => {
    const mimes = EVIDENCE_TYPE_IDS.map((id) => EVIDENCE_TYPES[id].mime);
    expect(listAfter(storage, "request.resource.contentType in [")).toEqual(mimes);
    expect(listAfter(firestore, "d.type in [")).toEqual(EVIDENCE_TYPE_IDS);
  });

  test("take as many bytes as the domain", () => {
    expect(storage).toContain(`request.resource.size <= ${EVIDENCE_LIMITS.bytes}`);
    expect(firestore).toContain(`d.bytes <= ${EVIDENCE_LIMITS.bytes}`);
  });
});

test.each([
  ["Acta.PDF", "pdf"],
  ["foto.JPEG", "jpeg"],
  ["foto.heif", "heic"],
  ["a.pdf.exe", undefined],
  ["a.docm", undefined],
  ["a.svg", undefined],
  ["pdf", undefined],
])("%s promises %s", (name, type) => expect(typeOfName(name)).toBe(type));

test("images pass for one another, and for nothing else", () => {
  expect(passesAs("webp", "jpeg")).toBe(true);
  expect(passesAs("pdf", "pdf")).toBe(true);
  expect(passesAs("pdf", "docx")).toBe(false);
  expect(passesAs("jpeg", "pdf")).toBe(false);
});

test("a name gets the extension of what the file is", () => {
  expect(withExtensionOf("foto.jpg", "webp")).toBe("foto.webp");
  expect(withExtensionOf("foto.JPEG", "jpeg")).toBe("foto.JPEG");
});

test("a file is saved under its name in both spellings of the header, whatever is in it", () => {
  expect(contentDisposition("Reunión (1) 'b' 50%.pdf")).toBe(
    `attachment; filename="Reunion (1) 'b' 50%.pdf"; filename*=UTF-8''Reuni%C3%B3n%20%281%29%20%27b%27%2050%25.pdf`,
  );
  expect(contentDisposition("日本.pdf")).toBe(
    `attachment; filename="__.pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`,
  );
});
