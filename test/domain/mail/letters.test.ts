import { describe, expect, test } from "vitest";
import { daysLeftWords } from "#domain/halfYear/daysLeftWords.ts";
import { decisionLetter } from "#domain/mail/decisionLetter.ts";
import { messageOf } from "#domain/mail/letter.ts";
import { reminderLetter } from "#domain/mail/reminderLetter.ts";

const entity = { es: "Secretaría Distrital de Movilidad", en: "District Secretariat of Mobility" };
const facts = {
  ...{ periodId: "2026-S2", entityId: "sdm", dueOn: "2027-01-20", step: -15, today: "2027-01-05" },
  ...{ status: "not-started" as const, name: "Marta Ríos", entity, appUrl: "https://bitacora.example" },
};

describe("how much time is left", () => {
  test.each([
    ["2027-01-05", "faltan 15 días", "15 days are left"],
    ["2027-01-19", "falta 1 día", "1 day is left"],
    ["2027-01-20", "vence hoy", "it is due today"],
    ["2027-01-21", "venció ayer", "it was due yesterday"],
    ["2027-02-04", "venció hace 15 días", "it was due 15 days ago"],
  ])("on %s: %s", (today, es, en) => {
    expect(daysLeftWords("2027-01-20", today, "es")).toBe(es);
    expect(daysLeftWords("2027-01-20", today, "en")).toBe(en);
  });
});

describe("a reminder", () => {
  test("says what is due, when, how it stands and where to go, in Spanish and then in English", () => {
    const { subject, text, html } = messageOf(reminderLetter(facts));
    expect(subject).toBe("Informe semestral: faltan 15 días");
    expect(text.indexOf("Hola, Marta Ríos:")).toBe(0);
    expect(text).toContain("El informe del segundo semestre de 2026 de Secretaría Distrital de Movilidad");
    expect(text).toContain("vence el 20 de enero de 2027: faltan 15 días.");
    expect(text).toContain("https://bitacora.example/app/informe/sdm/2026-S2");
    expect(text.indexOf("Hello Marta Ríos,")).toBeGreaterThan(text.indexOf("Todavía no se ha empezado"));
    expect(html).toContain('<div lang="es">');
    expect(html).toContain('<div lang="en">');
    expect(html).toContain('href="https://bitacora.example/app/informe/sdm/2026-S2"');
  });

  test("says after the day that it was due, and of a returned one that it is to be corrected", () => {
    const { subject, text } = messageOf(
      reminderLetter({ ...facts, today: "2027-01-23", status: "returned" }),
    );
    expect(subject).toBe("Informe semestral: venció hace 3 días");
    expect(text).toContain("venció el 20 de enero de 2027, hace 3 días.");
    expect(text).toContain("La Consejería lo devolvió con un motivo");
  });
});

describe("a letter about a decision", () => {
  const decision = {
    decision: "returned" as const,
    name: "Marta",
    entity,
    url: "https://bitacora.example/x",
  };

  test("quotes the reasons of a returned report, by section", () => {
    const { text } = messageOf(
      decisionLetter({
        ...{ ...decision, about: { periodId: "2026-S2" }, reason: "Casi está." },
        sectionReasons: { nextSteps: "Diga cuándo." },
      }),
    );
    expect(text).toContain("«Casi está.»");
    expect(text).toContain("Próximos pasos: «Diga cuándo.»");
    expect(text).toContain("Next steps: “Diga cuándo.”");
  });

  test("names no record whose title it was not given", () => {
    const { subject, text } = messageOf(decisionLetter({ ...decision, about: {} }));
    expect(subject).toBe("La Consejería devolvió un registro");
    expect(text).toContain("The Office returned a record of");
  });

  test("cannot break out of its markup or its header", () => {
    const title = 'A <script>alert("x")</script>\r\nBcc: all@example.org & co';
    const { subject, html } = messageOf(decisionLetter({ ...decision, about: { title } }));
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  });
});
