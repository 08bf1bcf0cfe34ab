/** The system's main job as people do it, in a real browser against all emulators. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { typedFromDay } from "../../web/src/forms/parse.ts";
import { hosts, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const TODAY = bogotaDay(new Date());
const YEAR = TODAY.slice(0, 4);
/** Told apart from what other runs may have left, by a number that no line break parts. */
const FILE = `SDM-${Date.now()}`;
const TITLE = `Memorando con la Ciudad de Buenos Aires, ${FILE}`;
const REASON = "Precise en el título quién firma";
const FIXED = `${TITLE}, firmado por ambos secretarios`;
/** Figures follow an approval through triggers, a coalesced fold and a cache. */
const PATIENCE_MS = 90_000;

let browser: Browser;
let marta: Page;
let andres: Page;
let recordUrl = "";
let before = { app: 0, published: 0 };
let pdf = "";

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  browser = await launch();
  [marta, andres] = [await newPerson(browser), await newPerson(browser)];
});

afterAll(() => browser?.close());

/** The "50 instruments" figure that a page shows: `12` of "12 de 50, 24 %". */
async function strategicInstruments(page: Page): Promise<number> {
  const words = await page.locator('[data-indicator="l1-r1"] .figure').textContent();
  const value = /^([\d.]+) de 50\b/.exec(words ?? "")?.[1];
  if (value === undefined) throw new Error(`no figure in "${words}"`);
  return Number(value);
}

const inApp = async (): Promise<number> => {
  await andres.goto(`${base}/app/indicadores`);
  return strategicInstruments(andres);
};

/** As a newcomer sees it, without the cache of an earlier visit. */
async function onPublicPage(): Promise<number> {
  const page = await newPerson(browser);
  try {
    await page.goto(base);
    return await strategicInstruments(page);
  } finally {
    await page.context().close();
  }
}

const pick = async (page: Page, field: string, typed: string) => {
  await page.getByRole("combobox", { name: field }).fill(typed);
  // Only the list of suggestions says its role aloud; a select's options have it too.
  await page.locator('[role="option"]').first().click();
};

describe("from a signed memorandum to the annual report", () => {
  test("a citizen reads the figures without an account, in Spanish and English", async () => {
    const citizen = await newPerson(browser);
    await citizen.goto(base);
    await citizen.locator('[data-indicator="l1-r1"]').waitFor({ timeout: PATIENCE_MS });
    await look(citizen, "public");
    await citizen.getByRole("button", { name: "English" }).click();
    await citizen.getByRole("heading", { level: 1, name: /How Bogotá/ }).waitFor();
    expect(await citizen.locator("html").getAttribute("lang")).toBe("en");
    await look(citizen, "public-en");
    await citizen.context().close();
  });

  test("a focal point is told all that is missing, and led to each field", async () => {
    await marta.goto(`${base}/app`);
    await look(marta, "sign-in");
    await signIn(marta, "movilidad");
    await marta.getByRole("heading", { name: "Mis registros" }).waitFor();
    await marta.getByRole("link", { name: "Nuevo registro" }).click();
    await marta.getByRole("heading", { name: "¿Qué quiere registrar?" }).waitFor();
    await look(marta, "new-record");
    await marta.getByRole("link", { name: "Instrumento de cooperación" }).click();
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    const summary = marta.getByRole("alert", { name: /respuestas por corregir/ });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await look(marta, "form-errors");
    await summary.getByRole("link", { name: "Escriba la fecha de firma, por ejemplo 27/2/2024" }).click();
    const signedOn = marta.getByLabel("Fecha de firma o de ingreso");
    expect(await signedOn.evaluate((input) => input === document.activeElement)).toBe(true);
    await signedOn.fill("30/2/2024");
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await summary
      .getByRole("link", { name: "El 30 de febrero de 2024 no existe. Revise la fecha de firma" })
      .waitFor();
  });

  test("she logs a memorandum with a partner that the directory lacks, and submits it", async () => {
    await signIn(andres, "oficina");
    before = { app: await inApp(), published: await onPublicPage() };
    await marta.getByLabel("Título").fill(TITLE);
    await marta.getByLabel("Clase de instrumento").selectOption({ label: "Memorando de entendimiento" });
    await marta.getByLabel("Suscrito", { exact: true }).check();
    await marta.getByLabel("Fecha de firma o de ingreso").fill(typedFromDay(TODAY));
    await marta.getByLabel("Documento suscrito").check();
    await marta.getByLabel("Bilateral: la ciudad y un actor").check();
    await marta.getByLabel("Ambas partes dan y reciben").check();
    await marta.getByLabel("Dependencia responsable").fill("Oficina Asesora de Cooperación");
    await marta.getByRole("combobox", { name: "Actores internacionales" }).fill("Ciudad de Buenos Aires");
    await marta.getByRole("button", { name: /Proponer «Ciudad de Buenos Aires»/ }).click();
    await marta.getByLabel("Categoría").selectOption({ index: 1 });
    await marta.getByRole("button", { name: "Proponer y añadir" }).click();
    await marta.getByRole("button", { name: "Quitar Ciudad de Buenos Aires" }).waitFor();
    await pick(marta, "Países", "argentina");
    await pick(marta, "Programas del Plan", "movilidad segura");
    await pick(marta, "Objetivos de Desarrollo", "ciudades");
    await marta.getByLabel("Cualquier persona (público)").check();
    await marta.getByText(/Guardado en Bitácora a las/).waitFor();
    await look(marta, "form-filled");
    recordUrl = marta.url().replace("/nuevo/instrument", "");
    await strangerIsRefused();
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await marta.getByText("Enviado. La Consejería lo revisará; usted verá aquí la respuesta.").waitFor();
    await look(marta, "record-submitted");
  });

  test("the Office returns it with a reason", async () => {
    await andres.goto(`${base}/app/revision`);
    await andres.getByRole("link", { name: TITLE }).waitFor();
    await look(andres, "queue");
    await andres.getByRole("link", { name: TITLE }).click();
    await andres.getByRole("heading", { name: "Revisión" }).waitFor();
    await look(andres, "review");
    await andres.getByRole("button", { name: "Devolver con este motivo" }).click();
    await andres.getByText("Escriba qué debe corregir la entidad").waitFor();
    await andres.getByLabel("Qué debe corregir la entidad").fill(REASON);
    await andres.getByRole("button", { name: "Devolver con este motivo" }).click();
    await andres.getByText("Devuelto").first().waitFor();
  });

  test("she reads why, corrects it and submits again", async () => {
    await marta.goto(`${base}/app/registros`);
    await marta.getByRole("link", { name: TITLE, exact: true }).waitFor();
    await look(marta, "my-records");
    await marta.getByRole("link", { name: TITLE, exact: true }).click();
    await marta
      .getByText(`La Consejería le pide un cambio: «${REASON}». Corrija y vuelva a enviar.`)
      .waitFor();
    await look(marta, "form-returned");
    await marta.getByLabel("Título").fill(FIXED);
    await marta.getByRole("button", { name: "Volver a enviar" }).click();
    await marta.getByText("Enviado. La Consejería lo revisará; usted verá aquí la respuesta.").waitFor();
  });

  test("the Office approves it as strategic, and it is locked", async () => {
    await andres.goto(recordUrl);
    await andres.getByRole("button", { name: "Aprobar" }).click();
    await andres.getByText("Elija si es estratégico o no").waitFor();
    await andres.getByLabel("Sí, es estratégico").check();
    await andres.getByLabel("Por qué es estratégico").fill("Abre la cooperación en movilidad activa");
    await andres.getByRole("button", { name: "Aprobar" }).click();
    await andres.getByText("Instrumento estratégico.").waitFor();
    await look(andres, "record-approved");
    await marta.goto(recordUrl);
    await marta.getByRole("link", { name: "Proponer una modificación" }).waitFor();
    // What is left to write in is the discussion.
    expect(await marta.getByRole("textbox").count()).toBe(await marta.getByLabel("Mensaje").count());
  });

  test("the indicator goes up by one in the app and on the public page", async () => {
    await expect.poll(inApp, { timeout: PATIENCE_MS, interval: 1_000 }).toBe(before.app + 1);
    await andres.getByRole("heading", { name: "Indicadores", exact: true }).waitFor();
    await look(andres, "indicators");
    await expect.poll(onPublicPage, { timeout: PATIENCE_MS, interval: 2_000 }).toBe(before.published + 1);
  });

  test("the Office generates the annual report, downloads it, and it holds the same figure", async () => {
    await andres.goto(`${base}/app/ediciones/nueva`);
    await andres.getByLabel("Anual de implementación").check();
    await andres.getByLabel("Año").selectOption(YEAR);
    await andres.getByRole("button", { name: "Hacer el informe" }).click();
    const download = andres.getByRole("button", { name: "Descargar: PDF, español" });
    await download.waitFor({ timeout: PATIENCE_MS });
    const [file] = await Promise.all([andres.waitForEvent("download"), download.click()]);
    const folder = join(import.meta.dirname, "../artefacts");
    mkdirSync(folder, { recursive: true });
    pdf = join(folder, `annual-report-${YEAR}.pdf`);
    await file.saveAs(pdf);
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    expect(text).toContain(`${before.published + 1} de 50`);
    expect(text).toContain(FILE);
  });

  test("a change is proposed as an amendment, by the same form, and decided", async () => {
    await marta.getByRole("link", { name: "Proponer una modificación" }).click();
    await marta.getByRole("heading", { level: 1, name: "Proponer una modificación" }).waitFor();
    await marta.getByLabel("Desde qué día vale el cambio").fill(typedFromDay(TODAY));
    await marta.getByLabel("Por qué cambia").fill("Las partes le dieron un plazo");
    await marta.getByLabel("Vigente hasta").fill("31/12/2027");
    await look(marta, "amend");
    await marta.getByRole("button", { name: "Proponer a la Consejería" }).click();
    await marta.getByRole("heading", { name: "Por decidir" }).waitFor();
    await andres.goto(recordUrl);
    await andres.getByRole("button", { name: "Aprobar la modificación" }).click();
    await andres.getByText("31 de diciembre de 2027").first().waitFor();
    await andres.getByRole("heading", { name: "Aprobada" }).waitFor();
  });

  test("no page complained, of its own code or of the Content-Security-Policy", () => {
    expect(complaints).toEqual([]);
  });
});

describe("who may come in", () => {
  test("a person without a role is told so, after signing in by link", async () => {
    const stranger = await newPerson(browser);
    await stranger.goto(`${base}/app`);
    await stranger.getByLabel("Correo electrónico").fill("alguien@example.org");
    await stranger.getByRole("button", { name: "Enviarme el enlace" }).click();
    await stranger.getByText("En el emulador el correo no sale: abra este enlace.").waitFor();
    await look(stranger, "link-sent");
    await stranger.getByRole("link", { name: "Entrar con este enlace" }).click();
    await stranger.getByLabel("Correo electrónico").waitFor();
    await stranger.getByRole("button", { name: "Ingresar" }).click();
    await stranger.getByRole("heading", { name: "Usted todavía no tiene acceso" }).waitFor();
    await look(stranger, "stranger");
    await stranger.context().close();
  });
});

/** A focal point of another entity neither reads nor changes the draft: by the app, nor by Firestore itself. */
async function strangerIsRefused(): Promise<void> {
  const lucia = await newPerson(browser);
  await signIn(lucia, "mujer");
  await lucia.goto(recordUrl);
  await lucia.getByRole("heading", { name: "Usted no tiene acceso a este registro" }).waitFor();
  await look(lucia, "refused");
  await lucia.context().close();

  const signedInAs = await fetch(
    `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        email: "mujer@bitacora.example",
        password: SAMPLE_PASSWORD,
        returnSecureToken: true,
      }),
    },
  );
  const { idToken }: { idToken: string } = await signedInAs.json();
  const path = new URL(recordUrl).pathname.replace("/app/registros/", "").split("/");
  const document = `http://${hosts.firestore}/v1/projects/${projectId}/databases/(default)/documents/entities/${path[0]}/records/${path[1]}`;
  const headers = { authorization: `Bearer ${idToken}`, "content-type": "application/json" };
  const body = JSON.stringify({ fields: { title: { stringValue: "Cambiado" } } });
  expect((await fetch(document, { headers })).status).toBe(403);
  const change = `${document}?updateMask.fieldPaths=title`;
  expect((await fetch(change, { method: "PATCH", headers, body })).status).toBe(403);
}
