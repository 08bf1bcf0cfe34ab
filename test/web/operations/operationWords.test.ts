/** What the system did by itself, in words. */
import "../withoutBrowser.ts";
import { expect, test } from "vitest";
import type { Operation } from "#domain/operation.ts";
import { CATALOGUES, INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import { aboutWords, kindWords, resultWords } from "../../../web/src/app/pages/operations/operationWords.ts";
import { NOW } from "../../support/builders.ts";

const reference = { catalogues: CATALOGUES, indicators: INDICATORS, partners: [], isDemo: false };

const operation = (changes: Partial<Operation> = {}): Operation => ({
  ...{ kind: "reconciliation", state: "done", requestedBy: "schedule", requestedAt: NOW, updatedAt: NOW },
  ...{ done: 1, total: 1, entries: 0, tallies: 0, unreadable: [] },
  ...changes,
});

test.each([
  [{ entries: 1 }, "1 registro mal contado, ya corregido."],
  [{ entries: 1200, tallies: 1 }, "1.200 registros mal contados, ya corregidos, 1 acumulado corregido."],
  [{ tallies: 3 }, "3 acumulados corregidos."],
  [{}, "Todo estaba bien contado."],
])("%j: %s", (found, words) => {
  expect(resultWords(operation(found))).toBe(words);
});

test("what a new version's count went through is nothing that it put right", () => {
  expect(resultWords(operation({ kind: "new-version", entries: 500 }))).toBe(
    "Las cifras ya son las de esta versión.",
  );
});

test("a source that cannot be read says that it counts nowhere, until it can be", () => {
  const unreadable = operation({ kind: "unreadable", state: "open", sourcePath: "entities/sdm/records/a" });
  expect(aboutWords(unreadable, reference)).toBe("entities/sdm/records/a");
  expect(resultWords(unreadable)).toMatch(/^No cuenta en ninguna cifra/);
  expect(resultWords({ ...unreadable, state: "done" })).toMatch(/cuenta de nuevo/);
});

test("what is under way has no result yet, what failed says what to do", () => {
  expect(resultWords(operation({ state: "running", entries: 2 }))).toBe("");
  expect(resultWords(operation({ state: "failed" }))).toMatch(/^No se pudo terminar/);
});

test("who asked and what it is about are named", () => {
  expect(kindWords(operation())).toBe("Revisión de la noche");
  expect(kindWords(operation({ requestedBy: "oficina" }))).toBe("Recuento pedido");
  expect(aboutWords(operation(), reference)).toBe("Todas las cifras");
  expect(aboutWords(operation({ entityId: "sdm" }), reference)).toBe("Secretaría Distrital de Movilidad");
  expect(aboutWords(operation({ indicatorId: "l4-r2", version: 3 }), reference)).toBe(
    "Número de reuniones del Comité para la Internacionalización (versión 3)",
  );
});
