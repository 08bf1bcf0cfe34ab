/** The Office's day at the queue: by keyboard alone, with what changed, a discussion, several at once, and its own reasons. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, bogotaDay } from "#domain/calendar.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Move } from "#domain/record/states.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { records } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { andres, aRecord, marta } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const context = jobContext(db, () => new Date());
const TODAY = bogotaDay(new Date());
/** Told apart from what other runs may have left. */
const RUN = Date.now();
const named = (title: string) => `${title} ${RUN}`;
const CORRECTED = named("Memorando corregido");
const VISIT = named("Visita técnica a Lima");
const EASY = ["Mesa con Quito", "Mesa con Santiago", "Mesa con Rosario"].map(named);
const INCOMPLETE = named("Transferencia sin soporte");

/** A busy machine takes its time to read and draw. */
const SOON = { timeout: 20_000 };

let browser: Browser;
let office: Page;
let entity: Page;

const idOf = (title: string) => `review-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
const refOf = (title: string) => records(db, "sdm").doc(idOf(title));
const stateOf = async (title: string) => (await refOf(title).get()).data()?.state;

async function make(title: string, move: Move, actor: NamedActor, more: object = {}): Promise<void> {
  const version = (await refOf(title).get()).data()?.version ?? 0;
  const request = { version, requestId: crypto.randomUUID(), ...more };
  await moveRecord(context, actor, move, { entityId: "sdm", recordId: idOf(title), ...request });
}

async function submitted(kind: Kind, title: string, changes: object = {}): Promise<void> {
  const now = new Date();
  const draft = { title, happenedOn: TODAY, createdAt: now, updatedAt: now, ...changes };
  await refOf(title).set(aRecord(kind, draft));
  await make(title, "submit", marta);
}

/** A memorandum that was returned, corrected and sent again. */
async function submittedAgain(): Promise<void> {
  await submitted("instrument", CORRECTED, { details: { signedOn: TODAY } });
  await make(CORRECTED, "return", andres, { reason: "Precise hasta cuándo vale y los países" });
  const saved = { version: 4, updatedAt: new Date(), updatedBy: "movilidad" };
  const corrected = { countries: ["MX", "PE"], "details.validUntil": addDays(TODAY, 400) };
  await db.doc(refOf(CORRECTED).path).update({ ...corrected, ...saved });
  await make(CORRECTED, "submit", marta);
}

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  await submittedAgain();
  await submitted("interaction", VISIT, {
    countries: ["PE"],
    partnerIds: ["c40"],
    happenedOn: addDays(TODAY, -1),
  });
  // Of different partners, so that none of them is suspected to be another one told twice.
  for (const [index, partner] of ["cglu", "iclei", "metropolis"].entries())
    await submitted("interaction", EASY[index] ?? "", {
      ...{ partnerIds: [partner], happenedOn: addDays(TODAY, -2 - index) },
    });
  await submitted("transfer", INCOMPLETE, { details: { transferKind: "practice", recipients: "Lima" } });
  browser = await launch();
  [office, entity] = [await newPerson(browser), await newPerson(browser)];
  await signIn(office, "oficina");
});

afterAll(() => browser?.close());

const focused = () => office.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => office.keyboard.press(key)), Promise.resolve());
const openRecord = () => office.locator("#queue-record-title");

/** Goes on with `j` until the record is open. */
async function goTo(title: string): Promise<void> {
  for (let step = 0; step < 40 && (await openRecord().textContent()) !== title; step += 1) {
    const before = await openRecord().textContent();
    await press("j");
    await expect.poll(() => openRecord().textContent(), SOON).not.toBe(before);
  }
  expect(await openRecord().textContent()).toBe(title);
}

describe("the queue, from the keyboard", () => {
  test("shows the list beside the first record, and what changed since it was sent before", async () => {
    await office.goto(`${base}/app/revision`);
    await openRecord().waitFor();
    await goTo(CORRECTED);
    await press("l", "Enter");
    await expect.poll(focused, SOON).toBe(CORRECTED);
    const since = office.getByRole("region", { name: "Qué cambió desde el envío anterior" });
    await since.locator("tbody tr").first().waitFor();
    const rows = await since.locator("tbody tr").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Países México México Perú$/),
        expect.stringMatching(/^Vigente hasta Sin respuesta \d+ de \w+ de \d{4}$/),
      ]),
    );
    await since.getByText("«Precise hasta cuándo vale y los países»").waitFor();
    await look(office, "review-queue");
    await office.setViewportSize({ width: 1280, height: 900 });
  });

  test("its keys are told by ?, never heard while one types, and can be switched off", async () => {
    await openRecord().focus();
    await press("?");
    const help = office.getByRole("dialog", { name: "Atajos de teclado" });
    await help.waitFor();
    await look(office, "review-shortcuts");
    await office.setViewportSize({ width: 1280, height: 900 });
    await press("Escape");
    await help.waitFor({ state: "hidden" });
    await press("m");
    await office.keyboard.type("ajkd?");
    expect(await office.getByLabel("Mensaje").inputValue()).toBe("ajkd?");
    expect(await openRecord().textContent()).toBe(CORRECTED);
    await office.getByLabel("Mensaje").fill("");
    await press("Escape");
    expect(await focused()).toBe(CORRECTED);
    await office.getByRole("button", { name: "Atajos de teclado" }).click();
    await help.getByLabel("Usar atajos de una sola tecla").uncheck();
    await press("Escape");
    await openRecord().focus();
    await press("j");
    expect(await openRecord().textContent()).toBe(CORRECTED);
    await office.getByRole("button", { name: "Atajos de teclado" }).click();
    await help.getByLabel("Usar atajos de una sola tecla").check();
    await press("Escape");
  });

  test("approves an instrument with the strategic word, and the next one comes with the focus on it", async () => {
    await openRecord().focus();
    await press("a", "ArrowDown");
    await expect.poll(() => office.getByLabel("No", { exact: true }).isChecked(), SOON).toBe(true);
    await press("Enter");
    await office.getByText(`Aprobado: «${CORRECTED}».`).waitFor();
    await expect.poll(focused, SOON).toBe(await openRecord().textContent());
    expect(await openRecord().textContent()).not.toBe(CORRECTED);
    expect(await stateOf(CORRECTED)).toBe("approved");
  });

  test("returns one with a usual reason, adjusted, without the mouse", async () => {
    await goTo(VISIT);
    await office.getByLabel("Motivo frecuente").waitFor();
    await press("d");
    await office.keyboard.type("Falta");
    await press("Tab");
    const reason = office.getByLabel("Qué debe corregir la entidad");
    expect(await reason.inputValue()).toMatch(/^Adjunte el documento que lo demuestra/);
    await press("Control+End");
    await office.keyboard.type(" También las fotos.");
    await press("Control+Enter");
    await office.getByText(`Devuelto: «${VISIT}».`).waitFor();
    expect((await refOf(VISIT).get()).data()?.review?.reason).toMatch(/También las fotos\.$/);
  });
});

describe("the discussion on a record", () => {
  test("the entity asks, the queue says that it waits, and the Office answers", async () => {
    await signIn(entity, "movilidad");
    await entity.goto(`${base}/app/registros/sdm/${idOf(INCOMPLETE)}`);
    await entity.getByLabel("Mensaje").fill("El acta se firma mañana.\n¿La esperamos?");
    await entity.getByRole("button", { name: "Enviar mensaje" }).click();
    await entity.getByText("Mensaje enviado.").waitFor();
    await look(entity, "review-discussion-entity");
    await office.goto(`${base}/app/revision?registro=sdm/${idOf(INCOMPLETE)}`);
    const mine = office.locator(".queue-list li", { hasText: INCOMPLETE });
    await mine.getByText("Espera respuesta").waitFor();
    await office.getByText("¿La esperamos?").waitFor();
    await office.getByLabel("Mensaje").fill("Sí, hasta el viernes.");
    await office.getByRole("button", { name: "Enviar mensaje" }).click();
    await expect.poll(() => mine.getByText("Espera respuesta").count(), SOON).toBe(0);
  });
});

describe("several at once", () => {
  test("those that pass all checks are approved together, and each of the others says why it is not", async () => {
    await office.goto(`${base}/app/revision/varios`);
    const failing = office.getByRole("row", { name: new RegExp(INCOMPLETE) });
    await failing.getByText("No tiene soporte, y por su tipo se espera uno").waitFor();
    for (const box of await office.getByRole("checkbox").all()) await box.uncheck();
    for (const title of EASY) await office.getByLabel(`Aprobar «${title}»`).check();
    await look(office, "review-bulk");
    // Meanwhile somebody returns one of them: it alone is not approved, and that is told.
    await make(EASY[1] ?? "", "return", andres, { reason: "Falta el acta" });
    await office.getByRole("button", { name: "Aprobar 3 registros" }).click();
    await office.getByText("Se aprobaron 2 registros.").waitFor();
    await office.getByText("No se aprobó 1:").waitFor();
    await look(office, "review-bulk-result");
    expect(await Promise.all(EASY.map(stateOf))).toEqual(["approved", "returned", "approved"]);
  });
});

describe("the reasons for returning", () => {
  test("are the Office's to edit, checked field by field, and offered at once", async () => {
    await office.goto(`${base}/app/revision/motivos`);
    await office.getByRole("button", { name: "Agregar un motivo" }).click();
    await office.getByLabel("Nombre en la lista, en español").last().fill(named("Otro motivo"));
    await office.getByRole("button", { name: "Guardar los motivos" }).click();
    await office.getByRole("alert", { name: /corregir/ }).waitFor();
    await look(office, "review-reasons-errors");
    await office.getByLabel("Nombre en la lista, en inglés").last().fill("Another reason");
    await office.getByLabel("Lo que leerá la entidad, en español").last().fill("Revise el registro.");
    await office.getByLabel("Lo que leerá la entidad, en inglés").last().fill("Check the record.");
    await office.getByRole("button", { name: "Guardar los motivos" }).click();
    await office.getByText("Guardado. Valen desde este momento.").waitFor();
    await look(office, "review-reasons");
    await office.goto(`${base}/app/revision?registro=sdm/${idOf(INCOMPLETE)}`);
    await office.getByLabel("Motivo frecuente").selectOption({ label: named("Otro motivo") });
    expect(await office.getByLabel("Qué debe corregir la entidad").inputValue()).toBe("Revise el registro.");
  });
});

test("no page complained", () => expect(complaints).toEqual([]));
