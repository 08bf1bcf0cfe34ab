/** What citizens read of a record: labels and names, never codes. */
import "../withoutBrowser.ts";
import { afterEach, describe, expect, test } from "vitest";
import { CATALOGUE_IDS } from "#domain/catalogue.ts";
import { codeNamesOf, type EvidenceRow } from "#domain/evidenceList.ts";
import type { Field } from "#domain/fields.ts";
import { PUBLIC_DETAILS, publicFieldsOf } from "#domain/publicFields.ts";
import { DETAILS, KINDS } from "#domain/record/kinds.ts";
import { CATALOGUES } from "../../../scripts/seed/catalogueData.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";
import { publicFacts } from "../../../web/src/public/publicFacts.ts";
import { aRecord } from "../../support/builders.ts";

afterEach(() => chooseLanguage("es"));

const rowOf = (...args: Parameters<typeof aRecord>): EvidenceRow => {
  const record = aRecord(...args);
  return {
    ...{ id: "entities~sdm~records~r1", kind: record.kind, on: "2026-02-20", entityId: "sdm" },
    ...{ entity: "Secretaría Distrital de Movilidad", adds: { "": 1 }, title: record.title ?? "" },
    ...{ participants: [], partners: ["Unión de Ciudades Capitales"], countries: ["MX"] },
    ...publicFieldsOf(record),
  };
};

const told = (row: EvidenceRow) =>
  Object.fromEntries(
    publicFacts(row, codeNamesOf([row], CATALOGUES)).map(({ label, values }) => [label, values.join("; ")]),
  );

describe("the facts of a record", () => {
  test("are told by label and name", () =>
    expect(told(rowOf("instrument"))).toMatchObject({
      "Clase de instrumento": "Memorando de entendimiento",
      Formalidad: "Documento suscrito",
      "Fecha de firma o de ingreso": "20 de febrero de 2026",
      "Actores internacionales": "Unión de Ciudades Capitales",
      Países: "México",
      "Objetivos de Desarrollo Sostenible": "Ciudades y comunidades sostenibles",
    }));

  test("are told in English", () => {
    chooseLanguage("en");
    expect(told(rowOf("instrument"))).toMatchObject({
      "Kind of instrument": "Memorandum of understanding",
      "Sustainable Development Goals": "Sustainable cities and communities",
    });
  });

  test("say amounts in their currency", () => {
    expect(Object.values(told(rowOf("project")))).toContain("US$ 250.000");
    const attraction = { attractionKind: "tourists", quantity: 900, amountCents: 5_00, currency: "EUR" };
    expect(Object.values(told(rowOf("attraction", { details: attraction })))).toContain("€ 5");
  });

  test("never show a code whose name is not known", () => {
    const row = rowOf("instrument");
    const values = publicFacts(row, {}).flatMap((fact) => fact.values);
    expect(values).not.toContain("mou");
    expect(values).not.toContain("sdg-11");
  });

  test.each(KINDS)("have a label for every public field of a record of kind %s", (kind) => {
    const fields: Readonly<Record<string, Field>> = DETAILS[kind];
    for (const name of PUBLIC_DETAILS[kind] as readonly string[]) {
      if (SAID_ELSEWHERE.includes(name)) continue;
      const row = { ...rowOf(kind), fields: {}, details: { [name]: anAnswerTo(fields[name]) } };
      const [fact] = publicFacts(row, codeNamesOf([row], CATALOGUES));
      expect(fact?.values, name).toHaveLength(1);
    }
  });
});

/** Of the page's own indicator, or told together with the amount. */
const SAID_ELSEWHERE = ["indicatorId", "stateId", "currency"];

/** Some complete answer. */
function anAnswerTo(field: Field | undefined): unknown {
  if (field?.options) return field.options[0];
  const catalogue = CATALOGUE_IDS.find((id) => id === field?.from);
  if (catalogue) return CATALOGUES[catalogue][0]?.id;
  if (field?.input === "count" || field?.input === "amount") return 5;
  return field?.input === "day" ? "2026-01-31" : "https://bogota.gov.co";
}
