/** The half-year report as people do it: written, returned by section, sent again, approved; the scorecard, the letters. */
import { readFileSync } from "node:fs";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, bogotaDay, daysOf, periodOf } from "#domain/calendar.ts";
import { formatLongDay, formatPeriod } from "#domain/format.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { sendReminders } from "#functions/jobs/sendReminders.ts";
import { mail, obligations, records, reports } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { typedFromDay } from "../../web/src/forms/parse.ts";
import { aRecord } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const ENTITY = "sdmujer";
const NAME = "Secretaría Distrital de la Mujer";
/** The half-year that ended last: its records are all there. */
const [CURRENT_FIRST] = daysOf(periodOf(bogotaDay(new Date())));
const PERIOD = periodOf(addDays(CURRENT_FIRST, -1));
const [FIRST_DAY] = daysOf(PERIOD);
const WORDS = formatPeriod(PERIOD, "es");
const ACHIEVEMENTS = "El memorando con Montevideo ya dio una primera formación para 40 cuidadoras.";
/** Triggers run one after another in the emulator. */
const PATIENCE_MS = 60_000;

let browser: Browser;
let lucia: Page;
let andres: Page;
let admin: Page;

const record = (id: string, changes: object) =>
  records(db, ENTITY)
    .doc(id)
    .set(
      aRecord("interaction", {
        ...{ entityId: ENTITY, involved: [ENTITY], happenedOn: addDays(FIRST_DAY, 40) },
        ...{ submittedAt: new Date(), ...changes },
      }),
    );

beforeAll(async () => {
  await seed({ projectId, examples: false, demo: false, accounts: true });
  await db.recursiveDelete(reports(db, ENTITY));
  await record("half-approved", { state: "approved", title: "Visita de la alcaldesa de Montevideo" });
  await record("half-pending", { state: "submitted", title: "Reunión con ONU Mujeres" });
  await record("half-draft", { state: "draft", title: "Llamada con la red de cuidado" });
  browser = await launch();
  [lucia, andres, admin] = [await newPerson(browser), await newPerson(browser), await newPerson(browser)];
  await signIn(lucia, "mujer");
  await signIn(andres, "oficina");
  await signIn(admin, "admin");
});

afterAll(async () => {
  await Promise.all(
    ["half-approved", "half-pending", "half-draft"].map((id) => records(db, ENTITY).doc(id).delete()),
  );
  await browser?.close();
});

describe("a focal point", () => {
  test("is told above her records which report is owed, and finds all of them under one entry", async () => {
    await lucia.goto(`${base}/app/registros`);
    const banner = lucia.getByRole("complementary", { name: "Informe semestral" });
    await banner.getByText(/(faltan|falta|vence|venció)/).waitFor();
    await look(lucia, "half-year-banner");
    await lucia.getByRole("navigation").getByRole("link", { name: "Informe semestral" }).click();
    await lucia.getByRole("heading", { level: 1, name: "Informe semestral" }).waitFor();
    await look(lucia, "half-year-reports");
  });

  test("finds the report pre-filled, and is told what is missing before she sends it", async () => {
    await lucia.goto(`${base}/app/informe/${ENTITY}/${PERIOD}`);
    await lucia.getByRole("heading", { level: 1, name: `Informe del ${WORDS}` }).waitFor();
    await lucia.getByText("3 registros.").waitFor();
    await lucia.getByRole("link", { name: "Escriba los logros" }).waitFor();
    await lucia.getByText("1 registro del semestre está en borrador").waitFor();
    await lucia.getByText("1 registro aprobado no tiene soportes.").waitFor();
    await look(lucia, "half-year-form");
    await lucia.getByLabel("No: declaro que la entidad no tiene novedades en este semestre").check();
    await lucia.getByRole("link", { name: /no se puede declarar «sin novedades»/ }).waitFor();
    await lucia.getByRole("button", { name: "Enviar a la Consejería" }).click();
    const summary = lucia.getByRole("alert", { name: /por corregir/ });
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await lucia.getByLabel("Sí, y lo cuento abajo").check();
  });

  test("writes it like a draft: it is there again when the page is loaded anew, and in another tab", async () => {
    await lucia.getByLabel("Logros").fill(ACHIEVEMENTS);
    await lucia.getByLabel("Próximos pasos").fill("Abrir la segunda formación.");
    await lucia.getByText(/Guardado en Bitácora a las/).waitFor();
    const stored = async () => (await reports(db, ENTITY).doc(PERIOD).get()).data()?.nextSteps;
    await expect.poll(stored, { timeout: 20_000 }).toBe("Abrir la segunda formación.");
    await lucia.reload();
    await expect.poll(() => lucia.getByLabel("Logros").inputValue(), { timeout: 20_000 }).toBe(ACHIEVEMENTS);
    const other = await lucia.context().newPage();
    await other.goto(`${base}/app/informe/${ENTITY}/${PERIOD}`);
    await other.getByLabel("Dificultades").fill("Los tiempos de firma.");
    await other.getByText(/Guardado en Bitácora a las/).waitFor();
    await other.close();
    await lucia.getByLabel("Dificultades").fill("Faltó traducción.");
    await lucia
      .getByRole("heading", { name: "Otra persona cambió este informe mientras usted escribía" })
      .waitFor();
    await look(lucia, "half-year-clash");
    await lucia.getByRole("button", { name: "Dejar lo de la otra persona" }).click();
    await lucia.getByText(/Guardado en Bitácora/).waitFor();
    expect(await lucia.getByLabel("Dificultades").inputValue()).toBe("Los tiempos de firma.");
  });

  test("reads it as it will be read, and sends it", async () => {
    await lucia.getByRole("button", { name: "Ver como se leerá" }).click();
    await lucia.getByText("Así lo leerá la Consejería").waitFor();
    await look(lucia, "half-year-preview");
    await lucia.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await lucia.getByText("Enviado. La Consejería lo revisará; usted verá aquí la respuesta.").waitFor();
    await look(lucia, "half-year-sent");
  });
});

describe("the Office", () => {
  test("may not approve it while a record waits, and is told which", async () => {
    await expect
      .poll(
        async () => {
          await andres.goto(`${base}/app/informes-semestrales`);
          await andres
            .getByText(/por revisar|Por revisar/)
            .first()
            .waitFor();
          return andres.getByRole("link", { name: NAME }).count();
        },
        { timeout: PATIENCE_MS, interval: 1_000 },
      )
      .toBe(1);
    await look(andres, "half-year-queue");
    await andres.getByRole("link", { name: NAME }).click();
    await andres.getByRole("heading", { name: "Todavía no se puede aprobar" }).waitFor();
    await andres.getByRole("link", { name: "Reunión con ONU Mujeres" }).first().waitFor();
    expect(await andres.getByRole("button", { name: "Aprobar el informe" }).count()).toBe(0);
  });

  test("returns it with a reason on one of its parts", async () => {
    await andres.getByRole("button", { name: "Devolver el informe" }).click();
    await andres.getByText("Escriba qué debe cambiar la entidad, en una parte o en general").waitFor();
    await andres.locator(".section-reason summary", { hasText: "Próximos pasos" }).click();
    await andres.locator("#template-nextSteps").selectOption({ index: 1 });
    await look(andres, "half-year-review");
    await andres.getByRole("button", { name: "Devolver el informe" }).click();
    await andres.getByText("Devuelto. La entidad ya ve los motivos.").waitFor();
  });

  test("gets it back corrected where the entity read why, and approves it once no record waits", async () => {
    await lucia.goto(`${base}/app/informe/${ENTITY}/${PERIOD}`);
    await lucia
      .getByText("La Consejería le pide: «Ponga fecha y responsable a cada próximo paso.»")
      .waitFor();
    await look(lucia, "half-year-returned");
    await lucia
      .getByLabel("Próximos pasos")
      .fill("Abrir la segunda formación en marzo, a cargo de Cooperación.");
    await lucia.getByRole("button", { name: "Volver a enviar" }).click();
    await lucia.getByText("Enviado. La Consejería lo revisará; usted verá aquí la respuesta.").waitFor();
    await records(db, ENTITY).doc("half-pending").update({ state: "approved", version: 2 });
    await andres.reload();
    await andres.getByRole("button", { name: "Aprobar el informe" }).click();
    await andres.getByText("Aprobado. La entidad ya lo ve.").waitFor();
    await look(andres, "half-year-approved");
    await lucia.reload();
    await lucia.getByText(/^Aprobado el/).waitFor();
    expect(await lucia.getByRole("textbox").count()).toBe(0);
  });
});

describe("the scorecard", () => {
  const year = PERIOD.slice(0, 4);

  test("shows how each entity stands, and leads the Office to the report, others to the records alone", async () => {
    await expect
      .poll(
        async () => {
          await andres.goto(`${base}/app/seguimiento?anio=${year}`);
          const row = andres.getByRole("row", { name: new RegExp(NAME) });
          await row.waitFor();
          return row.getByRole("link", { name: "Aprobado" }).count();
        },
        { timeout: PATIENCE_MS, interval: 1_000 },
      )
      .toBe(1);
    await andres
      .getByText(/de \d+( informes|\. Aún)/)
      .first()
      .waitFor();
    await look(andres, "scorecard");
    await andres.getByLabel("Sector").selectOption({ label: "Mujeres" });
    await andres.getByText("1 de 1 entidades.").waitFor();
    const comision = await newPerson(browser);
    await signIn(comision, "comision");
    await comision.goto(andres.url());
    const row = comision.getByRole("row", { name: new RegExp(NAME) });
    await row.getByText("Aprobado").waitFor();
    expect(await row.getByRole("link").count()).toBe(1);
    await row.getByRole("link", { name: NAME }).click();
    await comision.waitForURL(/vistas\?por=tipo&periodo=\d+&entidad=/);
    await comision.context().close();
  });

  test("is handed out as a spreadsheet of what is shown", async () => {
    const [file] = await Promise.all([
      andres.waitForEvent("download"),
      andres.getByRole("button", { name: "Descargar lo que se ve (CSV)" }).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.some((line) => line.startsWith(`${NAME};Mujeres;${PERIOD};Sí;`))).toBe(true);
  });

  test("counts an extension, which moves the entity's due date wherever it is shown", async () => {
    const dueOn = addDays(bogotaDay(new Date()), 20);
    await andres.goto(`${base}/app/seguimiento/plazos/${PERIOD}`);
    await andres.getByRole("button", { name: "Dar una prórroga" }).click();
    await andres.locator("#extension-0-entity").selectOption({ label: "Secretaría Distrital de Movilidad" });
    await andres.getByLabel("Nuevo plazo").fill(typedFromDay(dueOn));
    await andres.getByRole("button", { name: "Guardar los plazos" }).click();
    await andres.getByRole("link", { name: "Escriba el motivo de la prórroga" }).waitFor();
    await andres.getByLabel("Motivo").fill("Cambio de enlace en agosto.");
    await look(andres, "obligation");
    await andres.getByRole("button", { name: "Guardar los plazos" }).click();
    await andres.getByText("Guardado. El seguimiento y los avisos ya usan estos plazos.").waitFor();
    await look(andres, "obligation-saved");
    await andres.goto(`${base}/app/seguimiento?anio=${year}`);
    await andres.getByText(`prórroga al ${typedFromDay(dueOn)}`).waitFor();
    const marta = await newPerson(browser);
    await signIn(marta, "movilidad");
    await marta.goto(`${base}/app/informe/sdm/${PERIOD}`);
    await marta.getByText(`Vence el ${formatLongDay(dueOn, "es")}: faltan 20 días.`).waitFor();
    await marta.getByText("«Cambio de enlace en agosto.»").waitFor();
    await marta.context().close();
  });
});

describe("letters", () => {
  test("told the entity of both decisions, remind who still owes, and are read by administrators alone", async () => {
    const kinds = async () =>
      (await mail(db).where("uid", "==", "mujer").get()).docs.map((letter) => letter.data().kind).toSorted();
    await expect.poll(kinds, { timeout: PATIENCE_MS }).toEqual(["approved", "returned"]);
    const context = jobContext(db, () => new Date(`${addDays(bogotaDay(new Date()), 5)}T15:00:00Z`));
    expect(await sendReminders({ ...context, appUrl: base })).toBeGreaterThanOrEqual(1);
    await admin.goto(`${base}/app/correos`);
    await admin.getByText(`La Consejería devolvió el informe del ${WORDS}`, { exact: true }).waitFor();
    const reminder = admin.getByRole("row", { name: /Informe semestral: faltan 15 días/ });
    await reminder.getByText("Leer").click();
    await reminder.getByText("movilidad@bitacora.example").waitFor();
    await look(admin, "mail");
    await andres.goto(`${base}/app/correos`);
    await andres.getByRole("heading", { name: "No encontramos esta página" }).waitFor();
  });

  test("can be turned off, and their links led elsewhere", async () => {
    await andres.goto(`${base}/app/seguimiento/avisos`);
    await andres.getByLabel(/^Recordatorios del informe semestral/).uncheck();
    await andres.getByLabel(/^Dirección de la aplicación/).fill("bitacora");
    await andres.getByRole("button", { name: "Guardar" }).click();
    await andres.getByRole("link", { name: /Escriba la dirección completa/ }).waitFor();
    await andres.getByLabel(/^Dirección de la aplicación/).fill("https://bitacora.example/");
    await andres.getByRole("button", { name: "Guardar" }).click();
    await andres.getByText("Guardado.", { exact: true }).waitFor();
    await look(andres, "letter-settings");
    await andres.getByLabel(/^Recordatorios del informe semestral/).check();
    await andres.getByRole("button", { name: "Guardar" }).click();
    await expect
      .poll(async () => (await db.doc("config/mail").get()).data(), { timeout: 20_000 })
      .toMatchObject({ reminders: true, appUrl: "https://bitacora.example", version: 2 });
  });

  test("and no page complained", () => expect(complaints).toEqual([]));
});

afterAll(async () => {
  await db.doc("config/mail").delete();
  await obligations(db).doc(PERIOD).update({ terms: {} });
});
