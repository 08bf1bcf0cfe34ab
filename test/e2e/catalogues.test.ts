/** The Office edits the lists, and follows decisions with the entities that answer for them, in a browser. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisions } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { aDecision } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const TEXT = "Presentar el plan de cooperación en acción climática.";

let browser: Browser;
let office: Page;
let focal: Page;

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  const decision = decisions(db).doc("followed");
  await db.recursiveDelete(decision);
  const taken = aDecision({ number: "7", text: TEXT, responsibleEntityId: "sdm", dueOn: "2026-06-30" });
  await decision.set(taken);
  await decision
    .collection("history")
    .doc("1")
    .set({
      ...{ version: 1, covers: 1, scope: "decisions", action: "enter", requestId: "r", at: taken.createdAt },
      ...{ by: "oficina", byName: "Andrés Soto", before: {}, after: { ...taken } },
    });
  browser = await launch();
  office = await newPerson(browser);
  focal = await newPerson(browser);
  await signIn(office, "oficina");
  await signIn(focal, "movilidad");
});
afterAll(async () => {
  await db.recursiveDelete(decisions(db).doc("followed"));
  await browser?.close();
  expect(complaints).toEqual([]);
});

describe("the lists", () => {
  test("are reached from Administración, and a new theme is offered by the forms at once", async () => {
    const name = `Océanos ${Date.now()}`;
    await office.getByRole("link", { name: "Administración" }).click();
    await look(office, "administration");
    await office.getByRole("link", { name: "Listas" }).click();
    await office.getByRole("heading", { name: "La ciudad" }).waitFor();
    await look(office, "catalogues");
    await office.getByRole("link", { name: "Temas" }).click();
    await office.getByRole("link", { name: "Añadir a esta lista" }).click();
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByRole("alert").getByText("Escriba el nombre en español").waitFor();
    await look(office, "catalogue-item-problems");
    await office.getByLabel("Código").fill(`oceanos-${Date.now()}`);
    await office.getByLabel("Nombre en español").fill(name);
    await office.getByLabel("Nombre en inglés").fill(name.replace("Océanos", "Oceans"));
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText("Guardado. Los formularios ya lo muestran así.").waitFor();
    await office.getByRole("link", { name }).waitFor();
    await office.getByText(`Añadió «${name}»`).waitFor();
    await look(office, "catalogue-themes");
  });

  test("an item is retired, and the trail says what it was before", async () => {
    const id = `prueba-${Date.now()}`;
    const add = async () => {
      await office.goto(`${base}/app/catalogos/populations/nuevo`);
      await office.getByLabel("Código").fill(id);
      await office.getByLabel("Nombre en español").fill(`Grupo ${id}`);
      await office.getByLabel("Nombre en inglés").fill(`Group ${id}`);
      await office.getByRole("button", { name: "Guardar" }).click();
    };
    await add();
    await office.getByRole("link", { name: `Grupo ${id}` }).click();
    await office.getByLabel("No: se retira").check();
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText(`Cambió «Grupo ${id}»: uso (antes: sí)`).waitFor();
    await add();
    await office.getByRole("alert").getByText("Ese código ya existe en la lista").waitFor();
  });

  test("a sector with entities is not retired: the form names them", async () => {
    await office.goto(`${base}/app/catalogos/sectors/movilidad`);
    await office.getByLabel("No: se retira").check();
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByRole("alert").getByText("Secretaría Distrital de Movilidad").waitFor();
    await look(office, "catalogue-item-needed");
  });

  test("a focal point finds no such page", async () => {
    await focal.goto(`${base}/app/catalogos/themes`);
    await focal.getByRole("heading", { name: "No encontramos esta página" }).waitFor();
  });
});

test("a decision: its entity tells of progress, the Office closes it, and both read the trail", async () => {
  await focal.getByRole("link", { name: "Decisiones" }).click();
  await focal.getByRole("link", { name: TEXT }).waitFor();
  await look(focal, "decisions");
  await focal.getByRole("link", { name: TEXT }).click();
  await focal.getByRole("button", { name: "Guardar el avance" }).click();
  await focal.getByText("Escriba al menos una frase").waitFor();
  await focal
    .getByLabel("Qué se hizo desde el último avance")
    .fill("El plan está en consulta con las redes.");
  await focal.getByRole("button", { name: "Guardar el avance" }).click();
  await focal.getByRole("listitem").getByText("El plan está en consulta con las redes.").waitFor();
  await look(focal, "decision-focal");
  expect(await focal.getByRole("button", { name: "Cerrar" }).count()).toBe(0);

  await office.goto(`${base}/app/decisiones/followed`);
  await office.getByLabel("Cómo se cumplió").fill("La Comisión recibió el plan.");
  await office.getByRole("button", { name: "Cerrar", exact: true }).click();
  await office.getByText("● Cerrada").waitFor();
  await office.getByRole("button", { name: "Abrir de nuevo" }).waitFor();
  await look(office, "decision-closed");
});
