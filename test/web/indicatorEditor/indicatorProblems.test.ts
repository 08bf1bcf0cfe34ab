/** What the editor says of its mistakes: each at the field that is asked, in the form's order, in words. */
import "../withoutBrowser.ts";
import { afterEach, describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#domain/problem.ts";
import { CATALOGUES, INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import {
  blankCondition,
  blankIndicator,
  type ConditionValues,
  type IndicatorValues,
} from "../../../web/src/app/pages/indicatorEditor/IndicatorValues.ts";
import { INDICATOR_FIELDS } from "../../../web/src/app/pages/indicatorEditor/indicatorFields.ts";
import { indicatorMessage } from "../../../web/src/app/pages/indicatorEditor/indicatorMessage.ts";
import { asAsked, indicatorProblems } from "../../../web/src/app/pages/indicatorEditor/indicatorProblems.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";

const context = { catalogues: CATALOGUES, others: INDICATORS };
const reference = { catalogues: CATALOGUES, indicators: INDICATORS, partners: [], isDemo: false };
const TARGET = blankIndicator(15).target;

const COMPLETE: IndicatorValues = {
  ...blankIndicator(15),
  ...{ lineId: "l1", nameEs: "Reuniones realizadas", nameEn: "Meetings held" },
  ...{ unitEs: "reuniones", unitEn: "meetings", kind: "interaction" },
  ...{
    ruleEs: "Las realizadas.",
    ruleEn: "Those held.",
    targetSourceEs: "Sin meta.",
    targetSourceEn: "None.",
  },
  target: { ...TARGET, per: "none" },
  public: "no",
};

const condition = (part: Partial<ConditionValues>): ConditionValues => ({
  ...blankCondition("new:1"),
  ...part,
});
const where = (...conditions: ConditionValues[]): Pick<IndicatorValues, "where"> => ({
  where: { interaction: conditions },
});
const problemsIn = (part: Partial<IndicatorValues>) => indicatorProblems({ ...COMPLETE, ...part }, context);
const wordsOf = (part: Partial<IndicatorValues>) =>
  problemsIn(part).map((problem) => indicatorMessage(problem, { ...COMPLETE, ...part }, reference));

afterEach(() => chooseLanguage("es"));

test("complete answers have no problem", () => {
  expect(problemsIn({})).toEqual([]);
});

test("a blank form is told all that is missing, in its order", () => {
  const blank = blankIndicator(15);
  expect(
    indicatorProblems(blank, context).map((problem) => indicatorMessage(problem, blank, reference)),
  ).toEqual([
    "Escriba el nombre en español",
    "Escriba el nombre en inglés",
    "Elija la línea de acción",
    "Escriba la unidad en español",
    "Escriba la unidad en inglés",
    "Elija el tipo de registro",
    "Escriba en español cómo se cuenta",
    "Escriba en inglés cómo se cuenta",
    "Elija si tiene meta",
    "Escriba en español de dónde sale la meta",
    "Escriba en inglés de dónde sale la meta",
    "Elija si lo ve la ciudadanía",
  ]);
});

describe("a condition", () => {
  test.each([
    [{}, "rule.where.0.field", "Elija el dato de la condición 1"],
    [{ field: "details.status", test: "in" }, "rule.where.0.in", "Elija los valores de la condición 1"],
    [{ field: "details.status" }, "rule.where.0.test", "Elija qué debe cumplir el dato de la condición 1"],
  ] as const)("%j is told at the part that is blank", (part, path, words) => {
    expect(problemsIn(where(condition(part))).map((problem) => problem.path)).toEqual([path]);
    expect(wordsOf(where(condition(part)))).toEqual([words]);
  });

  test("on a field that the source lacks is told at that field", () => {
    expect(wordsOf(where(condition({ field: "details.quantity", test: "filled" })))).toEqual([
      "Elija de nuevo el dato de la condición 1: lo que estaba no existe en lo que se cuenta",
    ]);
  });

  test("on a field that has one already is told so", () => {
    const held = condition({ field: "details.status", test: "in", among: ["held"] });
    const filled = condition({ field: "details.status", test: "filled" });
    expect(wordsOf(where(held, filled))).toEqual(["Hay dos condiciones sobre el mismo dato: revise la 2"]);
  });

  test("asks for a whole number of zero or more", () => {
    const least = (typed: string): Partial<IndicatorValues> => ({
      kind: "diaspora",
      where: { diaspora: [condition({ field: "details.participantCount", test: "atLeast", least: typed })] },
    });
    expect(problemsIn(least("10"))).toEqual([]);
    expect(wordsOf(least("diez"))).toEqual([
      "Escriba el mínimo de la condición 1 solo con números, por ejemplo 1.385",
    ]);
    expect(wordsOf(least("-1"))).toEqual(["Revise el mínimo de la condición 1: no puede ser menor que cero"]);
  });
});

describe("a target", () => {
  const target = (part: object): Partial<IndicatorValues> => ({
    target: { ...TARGET, per: "strategy", ...part },
  });

  test.each([
    [{ value: "" }, "Escriba la meta"],
    [{ value: "-5" }, "Revise la meta: debe ser mayor que cero"],
    [{ value: "0" }, "Revise la meta: debe ser mayor que cero"],
    [{ value: "5", byYear: { 2025: "-1" } }, "Revise la meta de 2025: debe ser mayor que cero"],
    [{ value: "5", byEntity: { sdm: " " } }, "Escriba la meta de Secretaría Distrital de Movilidad"],
    [
      { value: "5", byEntity: { sdm: "x" } },
      "Escriba la meta de Secretaría Distrital de Movilidad solo con números, por ejemplo 1.385",
    ],
    [
      { value: "5", baselineValue: "5", baselineYear: "2023" },
      "Revise la línea de base: debe ser menor que la meta",
    ],
    [
      { value: "5", baselineValue: "2", baselineYear: "23" },
      "Escriba el año de la línea de base con cuatro cifras, por ejemplo 2023",
    ],
    [{ value: "5", baselineValue: "2" }, "Escriba el año de la línea de base"],
  ])("%j: %s", (part, words) => {
    expect(wordsOf(target(part))).toEqual([words]);
  });

  test("of money says in which currency", () => {
    const money = { type: "sum", sumOf: "money", kind: "project" } as const;
    expect(wordsOf({ ...money, ...target({ value: "100,50" }) })).toEqual(["Elija la moneda de la meta"]);
  });
});

test("observations of one period are told at the second", () => {
  const observation = {
    key: "new:1",
    period: "2025",
    value: "1,5",
    citation: "DANE",
    link: "",
    consultedOn: "1/2/2026",
  };
  const part = { type: "statistic", observations: [observation, { ...observation, key: "new:2" }] } as const;
  expect(problemsIn(part).map(({ path }) => path)).toEqual(["observations.1.period"]);
  expect(
    wordsOf({ ...part, observations: [{ ...observation, consultedOn: "30/2/2026", period: "ayer" }] }),
  ).toEqual([
    "Escriba el periodo de la observación 1 como 2025, 2025-S1 o 2025-03",
    "El 30 de febrero de 2026 no existe. Revise la fecha de consulta de la observación 1",
  ]);
});

test("an overlap names the indicators that count the same, in both languages", () => {
  const held = { source: "decisions" } as const;
  expect(wordsOf(held)[0]).toMatch(
    /^Este indicador cuenta lo mismo que «.*Comisión.*» y «.*Comité.*»\. Cambie lo que cuenta/,
  );
  chooseLanguage("en");
  expect(wordsOf(held)[0]).toMatch(/^This indicator counts the same as “.*” and “.*”\./);
  expect(problemsIn({ ...held, overlapsWith: ["l3-r4", "l4-r3"] })).toEqual([]);
});

test("whatever a server finds has words, at every field, in both languages", () => {
  for (const language of ["es", "en"] as const) {
    chooseLanguage(language);
    for (const name of Object.keys(INDICATOR_FIELDS)) {
      const path = name
        .replace(/^(rule\.where|states|observations)\./, "$1.0.")
        .replace(/by(Year|Entity)$/, "$&.2025");
      for (const code of PROBLEM_CODES) {
        const words = indicatorMessage({ path, code, limit: 5, others: ["l1-r1"] }, COMPLETE, reference);
        expect(words.length, `${path} ${code}`).toBeGreaterThan(5);
        expect(words).not.toMatch(/[{}]/);
      }
    }
  }
});

test("a path that nothing asks is told at the end, rather than not at all", () => {
  const told = asAsked(
    [
      { path: "order", code: "not-whole" },
      { path: "public", code: "missing" },
    ],
    COMPLETE,
  );
  expect(told.map(({ path }) => path)).toEqual(["public", "order"]);
});
