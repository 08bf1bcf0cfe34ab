/** What a form says of its mistakes, and what it would send. */
import "../withoutBrowser.ts";
import { afterEach, describe, expect, test } from "vitest";
import type { Catalogues } from "#domain/catalogue.ts";
import { CATALOGUE_IDS } from "#domain/catalogue.ts";
import { PROBLEM_CODES } from "#domain/problem.ts";
import { type Draft, draftProblems, writtenValues } from "../../../web/src/forms/formCheck.ts";
import { formFieldsOf } from "../../../web/src/forms/formFields.ts";
import { MESSAGES, messageOf } from "../../../web/src/forms/messages.ts";
import type { Values } from "../../../web/src/forms/values.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";

const item = (id: string, rest: object = {}) => ({ id, nameEs: id, nameEn: id, active: true, ...rest });
const catalogues: Catalogues = {
  ...(Object.fromEntries(CATALOGUE_IDS.map((id) => [id, []])) as unknown as Catalogues),
  entities: [item("sdm"), item("idu")],
  lines: [item("l1")],
  activities: [item("l1-a2", { parentId: "l1" })],
  programmes: [item("pdd-p06")],
  sdgs: [item("sdg-11")],
  instrumentKinds: [item("mou")],
};
const references = { catalogues, partnerIds: new Set(["ucci"]), indicators: [] };
const context = {
  today: "2026-11-24",
  periods: [item("2024-S1", { startsOn: "2024-01-01", endsOn: "2024-06-30", dueOn: "2024-07-20" })],
};

const COMPLETE: Values = {
  title: "Memorando con Buenos Aires",
  "details.instrumentKind": "mou",
  "details.status": "signed",
  "details.signedOn": "2026-09-01",
  "details.formality": "signed",
  "details.scope": "bilateral",
  "details.direction": "mutual",
  "details.responsible": "Oficina de Cooperación",
  partnerIds: ["ucci"],
  lineId: "l1",
  activityId: "l1-a2",
  programmes: ["pdd-p06"],
  sdgs: ["sdg-11"],
  disclosure: "public",
};
const RESERVED = {
  ...{ disclosure: "reserved", exception: "19-c", legalGround: "Constitución, artículo 189" },
  ...{ classifiedOn: "2024-02-20", reservedUntil: "2029-02-20" },
};
const draft = (values: Values, unread = {}): Draft => ({
  kind: "instrument",
  entityId: "sdm",
  values,
  unread,
});
const messages = (values: Values, unread = {}) =>
  draftProblems(draft(values, unread), context, references).map((problem) => {
    const field = formFieldsOf("instrument").find(({ path }) => path === problem.path.replace(/\.\d+$/, ""));
    if (!field) throw new Error(problem.path);
    return messageOf(problem, field, values);
  });

afterEach(() => chooseLanguage("es"));

test("a complete memorandum has no problem, and is dated by its signature", () => {
  expect(draftProblems(draft(COMPLETE), context, references)).toEqual([]);
  expect(writtenValues(draft(COMPLETE), context).happenedOn).toBe("2026-09-01");
});

test("an empty form says all that is needed at once, in the form's order", () => {
  const said = messages({});
  expect(said).toContain("Escriba la fecha de firma, por ejemplo 27/2/2024");
  expect(said).toContain("Elija los programas del Plan de Desarrollo");
  expect(said[0]).toBe("Escriba el título");
  expect(said).toHaveLength(14);
});

test.each([
  [{ "details.signedOn": "2024-02-30" }, "El 30 de febrero de 2024 no existe. Revise la fecha de firma"],
  [{ "details.signedOn": "27/2" }, "Escriba la fecha de firma con día, mes y año, por ejemplo 27/2/2024"],
  [{ "details.signedOn": "2027-01-31" }, "El 31 de enero de 2027 todavía no llega. Revise la fecha de firma"],
  [
    { "details.signedOn": "1899-01-31" },
    "Revise la fecha de firma: para este tipo de registro el primer año es 1940",
  ],
  [{ "details.validUntil": "2020-01-01" }, "Revise la fecha de vencimiento: queda antes del inicio"],
  [{ title: "x".repeat(201) }, "Acorte el título: caben 200 caracteres"],
  [{ partnerIds: ["nobody"] }, "Elija de nuevo los actores internacionales: lo que estaba ya no existe"],
  [{ participants: ["sdm"] }, "Quite su propia entidad de las otras entidades: ya es la que registra"],
  [
    { disclosure: "classified", exception: "18-a", classifiedOn: "2024-02-20" },
    "Escriba la norma que permite que no sea público",
  ],
  [
    { ...RESERVED, reservedUntil: "2050-01-01" },
    "Revise el último día de la reserva: la ley permite máximo 15 años",
  ],
  [{ ...RESERVED, exception: "18-a" }, "Elija de nuevo lo que se protege"],
  [
    { "details.signedOn": "2024-03-01" },
    "Escriba por qué se registra ahora: el informe de ese semestre ya venció",
  ],
] as [Values, string][])("says of %j: %s", (change, message) => {
  expect(messages({ ...COMPLETE, ...change })).toEqual([message]);
});

test("asks for the start of the negotiation while there is no signature", () => {
  const { "details.signedOn": _, ...rest } = COMPLETE;
  const negotiating = { ...rest, "details.status": "negotiating" };
  expect(messages(negotiating)).toEqual([
    "Escriba la fecha en que empezó la negociación, por ejemplo 27/2/2024",
  ]);
});

test("does not send what is no longer asked", () => {
  const written = writtenValues(draft({ ...COMPLETE, legalGround: "Ley 1712" }), context);
  expect(written.legalGround).toBeUndefined();
});

describe("messages", () => {
  test.each(PROBLEM_CODES)("%s reads in both languages, without an empty place", (code) => {
    for (const language of ["es", "en"] as const) {
      chooseLanguage(language);
      for (const field of formFieldsOf("project")) {
        const message = messageOf({ path: field.path, code, limit: 5 }, field, {
          [field.path]: "2024-02-30",
        });
        expect(message).not.toMatch(/[{}]|undefined/);
        expect(message.length).toBeGreaterThan(10);
      }
    }
    expect(MESSAGES[code].es).not.toBe(MESSAGES[code].en);
  });
});
