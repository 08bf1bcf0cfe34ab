/** A definition in words: what its history shows. */
import "../withoutBrowser.ts";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type Definition, definitionOf } from "#domain/indicator.ts";
import { CATALOGUES, INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import {
  changedNames,
  definitionLabel,
  definitionNames,
  definitionWords,
} from "../../../web/src/app/pages/indicatorEditor/definitionWords.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";
import { anIndicator } from "../../support/builders.ts";
import { anyDefinition } from "./anyDefinition.ts";

const reference = { catalogues: CATALOGUES, indicators: INDICATORS, partners: [], isDemo: false };
const meetings = definitionOf(anIndicator({ id: "meetings" }));

afterEach(() => chooseLanguage("es"));

test("says what is counted, condition by condition, in the words of the forms", () => {
  const definition = definitionOf(
    anIndicator({
      id: "projects",
      rule: {
        source: "records",
        kind: "project",
        where: [
          { field: "details.status", in: ["running", "finished"] },
          { field: "details.amountUsdCents", atLeast: 1_000_050 },
          { field: "details.beneficiaries", present: true },
          { field: "fileNumber", present: false },
        ],
      },
    }),
  );
  expect(definitionWords("rule", definition, reference)).toEqual([
    "Proyecto de cooperación",
    "En qué va: En ejecución o Terminado",
    "Recursos en dólares: al menos 10.000,5",
    "A quiénes beneficia: tiene algo escrito",
    "Número de expediente o radicado: en blanco",
  ]);
});

test("lets an answer follow a question", () => {
  const where = [{ field: "details.status", in: ["held"] }];
  const held: Definition = {
    ...meetings,
    rule: { source: "records", kind: "interaction", where },
  } as Definition;
  expect(definitionWords("rule", held, reference)).toContain("¿Ya se hizo? Sí, ya se hizo");
});

test("tells a target with what its source allots", () => {
  const target = { per: "strategy", value: 1200, byYear: { "2025": 300 }, byEntity: { sdm: 10 } } as const;
  const definition: Definition = { ...meetings, target } as Definition;
  expect(definitionWords("target", definition, reference)).toEqual([
    "1.200 entre 2024 y 2027",
    "2025: 300",
    "Secretaría Distrital de Movilidad: 10",
  ]);
});

test("names what changed, and nothing else", () => {
  expect(changedNames(meetings, meetings)).toEqual([]);
  const target = { per: "year", value: 5 } as const;
  const changed: Definition = { ...meetings, public: false, nameEs: "Otras", target } as Definition;
  expect(changedNames(meetings, changed)).toEqual(["nameEs", "target", "public"]);
  expect(changedNames(changed, meetings)).toEqual(["nameEs", "target", "public"]);
});

test("has words for every field of every definition, in both languages", () => {
  fc.assert(
    fc.property(anyDefinition, fc.constantFrom("es", "en"), (definition, language) => {
      chooseLanguage(language);
      for (const name of definitionNames(definition)) {
        expect(definitionLabel(name, definition)).not.toBe(name);
        for (const words of definitionWords(name, definition, reference))
          expect(words).not.toMatch(/undefined|\[object/);
      }
    }),
  );
});
