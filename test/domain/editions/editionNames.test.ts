/** What editions and their files are called. */
import { expect, test } from "vitest";
import { editionFileName, editionName, signedFileName } from "#domain/editions/editionNames.ts";
import { SAFE_NAME } from "#domain/fileName.ts";
import { anEdition } from "../../support/builders.ts";

const annual = anEdition({ number: 2 });
const monthly = anEdition({ kind: "monthly", month: "2026-02", year: 2026 });
const ofEntity = anEdition({
  ...{ kind: "half-year", periodId: "2026-S1", year: 2026, entityId: "sdm" },
  entityName: "Secretaría Distrital de Movilidad",
});

test("files bear the report, the edition and the language", () => {
  expect(editionFileName(annual, { format: "pdf", language: "es" })).toBe(
    "Informe anual 2025 - Bitácora (edición 2).pdf",
  );
  expect(editionFileName(annual, { format: "xlsx", language: "en" })).toBe(
    "Annual report 2025 - Bitácora (edition 2).xlsx",
  );
  expect(editionFileName(monthly, { format: "json", language: "es" })).toBe(
    "Informe mensual, febrero de 2026 - Bitácora (edición 1, datos).json",
  );
  expect(editionFileName(ofEntity, { format: "pdf", language: "es" })).toBe(
    "Informe semestral 2026-1, Secretaría Distrital de Movilidad - Bitácora (edición 1).pdf",
  );
  expect(signedFileName(annual)).toBe("Informe anual 2025 - Bitácora (edición 2, firmado).pdf");
});

test("editions are called by their report and number", () => {
  expect(editionName(annual, "es")).toBe("Informe anual 2025 (edición 2)");
  expect(editionName(monthly, "en")).toBe("Monthly report, February 2026 (edition 1)");
});

test("a long name of an entity is cut, and what tells editions apart stays", () => {
  const long = { ...ofEntity, number: 12, entityName: 'Instituto "Distrital" de '.repeat(20) };
  const name = editionFileName(long, { format: "pdf", language: "es" });
  expect(name).toMatch(SAFE_NAME);
  expect(name).toMatch(/^Informe semestral 2026-1, Instituto.* - Bitácora \(edición 12\)\.pdf$/);
});
