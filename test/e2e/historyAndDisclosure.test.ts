/** History, restricted records and contacts as the Office and an entity see them, in a real browser. */
import { readFileSync } from "node:fs";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, bogotaDay } from "#domain/calendar.ts";
import type { Move } from "#domain/record/states.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { records } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { typedFromDay } from "../../web/src/forms/parse.ts";
import { andres, aRecord, marta } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const context = jobContext(db, () => new Date());
const TODAY = bogotaDay(new Date());
const ID = `history-${Date.now()}`;
const URL = `/app/registros/sdm/${ID}`;
const ref = records(db, "sdm").doc(ID);
const PERSON = { name: `Ana Forero ${Date.now()}`, email: `ana.${Date.now()}@correo.example` };

let browser: Browser;
let office: Page;
let entity: Page;

const versionNow = async () => (await ref.get()).data()?.version ?? 0;
const make = async (move: Move, actor: NamedActor, more: object = {}) =>
  moveRecord(context, actor, move, {
    ...{ entityId: "sdm", recordId: ID, version: await versionNow(), requestId: crypto.randomUUID() },
    ...more,
  });

/** A reserved memorandum that was sent, returned, corrected twice, sent again and approved as strategic. */
async function liveRecord(): Promise<void> {
  const now = new Date();
  const draft = aRecord("instrument", {
    ...{ title: "Memorando con Montevideo", happenedOn: TODAY, createdAt: now, updatedAt: now },
    ...{ disclosure: "reserved", exception: "19-c", legalGround: "Constitución, artículo 189" },
    ...{ classifiedOn: addDays(TODAY, -1), reservedUntil: addDays(TODAY, 900), lateReason: "Prueba." },
    details: { signedOn: TODAY },
  });
  await ref.set(draft);
  await make("submit", marta);
  await make("return", andres, { reason: "Precise quién firma y hasta cuándo" });
  const saved = { updatedAt: new Date(), updatedBy: "movilidad" };
  await db.doc(ref.path).update({ title: "Memorando con Montevideo, por el alcalde", version: 4, ...saved });
  await db.doc(ref.path).update({ "details.validUntil": addDays(TODAY, 400), version: 5, ...saved });
  await make("submit", marta);
  await make("approve", andres, { strategic: true, strategicReason: "Prioriza la movilidad." });
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), "utf8");

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  await liveRecord();
  browser = await launch();
  [office, entity] = [await newPerson(browser), await newPerson(browser)];
  await signIn(office, "oficina");
  await signIn(entity, "movilidad");
});

afterAll(() => browser?.close());

describe("the history of a record", () => {
  test("tells each version in the reader's words, both values of every answer that changed, the latest first", async () => {
    await office.goto(`${base}${URL}`);
    const entries = office.locator(".history > li");
    await entries.first().waitFor();
    expect(await entries.locator("strong").allTextContents()).toEqual([
      "Aprobado",
      "Enviado",
      "Corregido",
      "Devuelto",
      "Enviado",
    ]);
    const edit = entries.nth(2);
    await edit.getByText("Guardado 2 veces").waitFor();
    await edit.getByText("Cambiaron 2 datos").click();
    const changes = await edit.locator(".history-changes").innerText();
    expect(changes).toMatch(
      /Título\s+Antes:\s+Memorando con Montevideo\s+Ahora:\s+Memorando con Montevideo, por el alcalde/,
    );
    expect(changes).toMatch(/Vigente hasta\s+Antes:\s+Sin respuesta\s+Ahora:\s+\d+ de \w+ de \d{4}/i);
    await entries.first().getByText("Cambiaron 2 datos").click();
    await look(office, "history");
  });

  test("opens any earlier version whole, for its entity too", async () => {
    await entity.goto(`${base}${URL}`);
    await entity.getByRole("link", { name: /Ver el registro como quedó: Devuelto/ }).click();
    await entity.getByText("Así quedó el registro en la versión 3").waitFor();
    expect(await entity.getByText("por el alcalde").count()).toBe(0);
    await entity.getByText("Las relaciones internacionales (art. 19 c)").waitFor();
    await look(entity, "history-version");
  });

  test("is kept when the record is withdrawn, and the Office restores it with a reason", async () => {
    await office.goto(`${base}${URL}`);
    await office.getByText("Retirar este registro").click();
    await office.getByLabel("Motivo del retiro").fill("Parecía un duplicado");
    await office.getByRole("button", { name: "Retirar", exact: true }).click();
    await office.getByText("La Consejería retiró este registro: «Parecía un duplicado».").waitFor();
    expect(await office.locator(".history > li").count()).toBe(6);
    await office.getByText("Restaurar este registro").click();
    await office.getByRole("button", { name: "Restaurar", exact: true }).click();
    await office.getByText("Escriba por qué se restaura").waitFor();
    await look(office, "history-withdrawn");
    await office.getByLabel("Motivo para restaurarlo").fill("No era un duplicado");
    await office.getByRole("button", { name: "Restaurar", exact: true }).click();
    await office.locator(".history strong", { hasText: "Restaurado" }).waitFor();
    expect((await ref.get()).data()).toMatchObject({ state: "approved", review: { strategic: true } });
  });
});

describe("what is not public", () => {
  test("asks why, since when and until when, and only then", async () => {
    await entity.goto(`${base}/app/registros/nuevo/interaction/sdm/form-${Date.now()}`);
    await entity.getByLabel(/protege intereses públicos \(reservado\)/).check();
    await entity.getByLabel("Último día de la reserva").waitFor();
    await look(entity, "disclosure-form");
    await entity.getByLabel(/protege derechos de personas \(clasificado\)/).check();
    expect(await entity.getByLabel("Último día de la reserva").count()).toBe(0);
    await entity.getByLabel("Fecha de la calificación").waitFor();
    await entity.getByLabel("Cualquier persona (público)").check();
    expect(await entity.getByLabel("Fecha de la calificación").count()).toBe(0);
  });

  test("is listed in the index that the Office downloads", async () => {
    await office.goto(`${base}/app/ediciones`);
    await office.getByRole("heading", { name: "Información clasificada y reservada" }).waitFor();
    await look(office, "disclosure-index");
    const waiting = office.waitForEvent("download", { timeout: 60_000 });
    const answered = office.waitForResponse(/disclosure-index/, { timeout: 60_000 });
    await office.getByRole("button", { name: "Descargar el índice" }).click();
    const answer = await answered;
    expect([answer.status(), await answer.headerValue("content-type")]).toEqual([
      200,
      "text/csv; charset=utf-8",
    ]);
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`Índice de información clasificada y reservada ${TODAY}.csv`);
    const text = await textOf(download);
    expect(text.startsWith("\uFEFFNombre o título de la categoría de información;")).toBe(true);
    expect(text).toContain("Memorando con Montevideo, por el alcalde;Español;Electrónico;");
  });

  test("is listed for nobody else", async () => {
    const ask = (headers: Record<string, string>) => fetch(`${base}/api/disclosure-index`, { headers });
    expect((await ask({})).status).toBe(401);
    await entity.goto(`${base}/app/registros`);
    expect(await entity.getByText("Descargar el índice").count()).toBe(0);
  });
});

describe("contacts", () => {
  test("are added with their consent, once all of it is there", async () => {
    await office.goto(`${base}/app/contactos`);
    await office.getByText("Agregar una persona").click();
    await office.getByRole("button", { name: "Agregar", exact: true }).click();
    await office.getByRole("alert", { name: /6 respuestas por corregir/ }).waitFor();
    await look(office, "contacts-errors");
    await office.getByLabel("Nombre y apellido").fill(PERSON.name);
    await office.getByLabel("Correo electrónico").fill(PERSON.email);
    await office.getByLabel("País donde vive").selectOption("ES");
    await office.getByLabel("Español", { exact: true }).check();
    await office.getByLabel("Red de bogotanos en el exterior").check();
    await office.getByText("Lo que aceptó:").waitFor();
    await office.getByLabel("Día en que aceptó").fill(typedFromDay(TODAY));
    await office.getByLabel("Dónde está la prueba").fill("Formulario en papel, feria de Madrid");
    await office.getByRole("button", { name: "Agregar", exact: true }).click();
    await office.getByText(`${PERSON.name} quedó en los contactos.`).waitFor();
    await office.getByRole("rowheader", { name: PERSON.name }).waitFor();
    await look(office, "contacts");
  });

  test("are handed out whole", async () => {
    const waiting = office.waitForEvent("download");
    await office.getByRole("button", { name: `Descargar todo lo que hay sobre ${PERSON.name}` }).click();
    const all = JSON.parse(await textOf(await waiting));
    expect(all.person).toMatchObject({ ...PERSON, consents: [{ textId: "diaspora-1", givenOn: TODAY }] });
    expect(all.consentTexts[0].textEs).toContain("Autorizo");
  });

  test("are erased after one question, and are gone", async () => {
    await office.getByRole("button", { name: `Borrar a ${PERSON.name}` }).click();
    await office.getByText(`Se borrará todo lo que hay sobre ${PERSON.name}.`).waitFor();
    await look(office, "contacts-erase");
    await office.getByRole("button", { name: "Sí, borrar" }).click();
    await office.getByText("Se borró todo lo que había sobre esa persona.").waitFor();
    expect(await office.getByText(PERSON.email).count()).toBe(0);
    expect((await db.collection("people").where("email", "==", PERSON.email).get()).size).toBe(0);
  });

  test("are nobody else's to see", async () => {
    await entity.goto(`${base}/app/contactos`);
    await entity.getByRole("heading", { level: 1 }).waitFor();
    expect(await entity.getByText("Agregar una persona").count()).toBe(0);
  });
});

test("no page complained", () => expect(complaints).toEqual([]));
