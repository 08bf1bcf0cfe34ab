/** The Office composes the annual report: writes its texts, edits an entity's narrative, and looks at the pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { obligations, records, reports } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { aRecord, aReport } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const REPORT = "annual-2025";
const NARRATIVE =
  "Se firmó un memorando con la Ciudad de México.\n\nSe recibieron dos misiones técnicas de cuidado.";

let browser: Browser;
let office: Page;

beforeAll(async () => {
  await seed({ projectId, examples: false, demo: false, accounts: true });
  await db.recursiveDelete(db.doc(`reportTexts/${REPORT}`));
  for (const [index, kind] of (["interaction", "project", "interaction"] as const).entries())
    await records(db, "sdm")
      .doc(`composed-${index}`)
      .set(aRecord(kind, { state: "approved", happenedOn: `2025-0${index + 2}-11` }));
  await obligations(db)
    .doc("2025-S1")
    .set({ periodId: "2025-S1", dueOn: "2025-07-31", entityIds: ["sdm", "sdmujer"] });
  const at = new Date("2025-07-20T15:00:00Z");
  await reports(db, "sdm")
    .doc("2025-S1")
    .set(aReport({ periodId: "2025-S1", state: "approved", submittedAt: at, achievements: NARRATIVE }));
  browser = await launch();
  office = await newPerson(browser);
  await signIn(office, "oficina");
});
afterAll(() => browser?.close());

const part = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Partes del informe" }).getByRole("button", { name }).click();

describe("the Office", () => {
  test("sees the report's parts, writes the letter, and finds it after a reload", async () => {
    await office.goto(`${base}/app/informes/${REPORT}`);
    await office.getByRole("heading", { level: 1, name: "Componer: informe anual 2025" }).waitFor();
    await office.getByRole("heading", { level: 2, name: "Carta de la Consejera" }).waitFor();
    await look(office, "composer");
    await office.getByLabel("Texto en español").fill("Estimadas y estimados:\n\nBogotá se abrió al mundo.");
    await office.getByText("Sin guardar: está en este equipo.").waitFor();
    await office.reload();
    const spanish = office.getByLabel("Texto en español");
    await expect.poll(() => spanish.inputValue()).toContain("Bogotá se abrió al mundo.");
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText(/^Guardado el .* por /).waitFor();
    await spanish.fill("Estimadas y estimados:\n\nBogotá se abrió al mundo en 2025.");
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText(/^Guardado el .* por /).waitFor();
    await office.getByText("Versiones anteriores").click();
    await office.getByText("Versión 1").waitFor();
    await look(office, "composer-letter");
  });

  test("explains what is behind", async () => {
    await part(office, /^Avance por línea/);
    await office.getByText("Va atrás: explique por qué").first().waitFor();
    await look(office, "composer-lines");
  });

  test("edits an entity's narrative beside its original, which stays", async () => {
    await part(office, /^Lo que cuentan las entidades/);
    const folded = office.locator("details.narrative").first();
    await folded.locator("summary").first().click();
    await folded.getByText("Como lo aprobó la Consejería").waitFor();
    const text = folded.getByLabel("Texto en español");
    expect(await text.inputValue()).toBe(NARRATIVE);
    await text.fill("Movilidad firmó un memorando y recibió dos misiones.");
    await folded.getByRole("button", { name: "Guardar" }).click();
    await folded.getByText("Editado", { exact: true }).waitFor();
    await look(office, "composer-narrative");
    const stored = await reports(db, "sdm").doc("2025-S1").get();
    expect(stored.data()?.achievements).toBe(NARRATIVE);
  });

  test("is told when a colleague saved the same text meanwhile, and loses nothing", async () => {
    const colleague = await newPerson(browser);
    await signIn(colleague, "consejera");
    await colleague.goto(`${base}/app/informes/${REPORT}`);
    await part(colleague, /^El año en una página/);
    await part(office, /^El año en una página/);
    await office.getByLabel("Texto en español").fill("Lo que escribe la oficina.");
    await colleague.getByLabel("Texto en español").fill("Lo que escribe la consejera.");
    await colleague.getByRole("button", { name: "Guardar" }).click();
    await colleague.getByText(/^Guardado el .* por /).waitFor();
    await office.getByRole("button", { name: "Guardar" }).click();
    const notice = office.getByRole("alert");
    await notice.getByText("Lo que escribe la consejera.").waitFor();
    expect(await office.getByLabel("Texto en español").inputValue()).toBe("Lo que escribe la oficina.");
    await look(office, "composer-overtaken");
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText(/^Guardado el .* por /).waitFor();
    await colleague.context().close();
  });

  test("looks at the pages as they would be, in both languages", async () => {
    const editionsOfReport = async () =>
      (await db.collection("editions").where("reportId", "==", REPORT).get()).size;
    const before = await editionsOfReport();
    const drawn = office.waitForResponse((response) => response.url().includes("/api/previews/"));
    await office.getByRole("link", { name: "Ver las páginas" }).click();
    const folder = join(import.meta.dirname, "../artefacts/reports");
    mkdirSync(folder, { recursive: true });
    const response = await drawn;
    expect(response.headers()["cache-control"]).toContain("no-store");
    writeFileSync(join(folder, "preview.pdf"), await response.body());
    const sheet = office.locator("canvas[data-page]");
    await sheet.waitFor({ timeout: 60_000 });
    await look(office, "composer-pages");
    const said = () => office.locator(".pdf .visually-hidden").textContent();
    for (let page = 2; page < 8 && !(await said())?.includes("se abrió al mundo en 2025"); page++) {
      await office.getByRole("button", { name: "Página siguiente" }).click();
      await office.locator(`canvas[data-page="${page}"]`).waitFor();
      await expect.poll(said).toContain("VISTA PREVIA");
    }
    expect(await said()).toContain("Bogotá se abrió al mundo en 2025.");
    await look(office, "composer-page-letter");
    await office.getByLabel("Inglés").check();
    await office.locator("canvas[data-page]").waitFor({ timeout: 60_000 });
    await expect.poll(said).toContain("Annual implementation report 2025");
    expect(await editionsOfReport()).toBe(before);
  });
});

test("nobody else composes", async () => {
  const focal = await newPerson(browser);
  await signIn(focal, "movilidad");
  await focal.goto(`${base}/app/informes/${REPORT}`);
  await focal.getByRole("heading", { level: 1 }).waitFor();
  expect(await focal.getByText("Componer").count()).toBe(0);
  await focal.context().close();
});

test("no page complained", () => {
  expect(complaints).toEqual([]);
});
