/** Reports at the browser: asked for, watched, signed, published, and downloaded by a citizen; on a phone and a desk. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editions } from "#functions/store/editions.ts";
import { seed } from "../../scripts/seed.ts";
import { anEdition } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { pdf } from "../support/files.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
let browser: Browser;
let office: Page;

beforeAll(async () => {
  await emptyFirestore(projectId);
  await seed({ projectId, examples: true, demo: false, accounts: true });
  const failed = anEdition({ kind: "monthly", reportId: "monthly-2026-01", month: "2026-01", year: 2026 });
  await editions(db)
    .doc("monthly-2026-01-1")
    .set({
      ...failed,
      ...{ state: "failed", requestedBy: "schedule", cutOffOn: "2026-01-31" },
      error: "No se pudo guardar el informe en el almacenamiento de archivos. Pida otra edición más tarde.",
    });
  browser = await launch();
  office = await newPerson(browser);
  await signIn(office, "oficina");
}, 300_000);

afterAll(async () => {
  await browser.close();
  await emptyFirestore(projectId);
});

/** Today as a person types it, in Bogotá. */
const typedToday = (): string => {
  const [year, month, day] = new Date(Date.now() - 5 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-")
    .map(Number);
  return `${day}/${month}/${year}`;
};

const anAttachment = { name: "Informe firmado.pdf", mimeType: "application/pdf", buffer: pdf() };

describe("the Office", () => {
  test("sees what could not be made by itself, and asks for an annual report", async () => {
    await office.goto(`${base}/app/ediciones`);
    await office.getByText("Un informe que se hace solo no se pudo hacer").waitFor();
    await office.getByRole("link", { name: "Pedir un informe" }).click();
    await office.getByRole("button", { name: "Hacer el informe" }).click();
    await office.getByText("Elija qué informe").waitFor();
    await office.getByLabel("Anual de implementación").check();
    await office.getByLabel("Año").selectOption("2025");
    await look(office, "editions-ask");
    await office.getByRole("button", { name: "Hacer el informe" }).click();
    await office.getByRole("heading", { level: 1, name: "Informe anual 2025" }).waitFor();
  });

  test("watches it being made, and finds its files in both languages", async () => {
    await office.getByRole("heading", { name: "Archivos" }).waitFor({ timeout: 120_000 });
    for (const name of ["PDF, español", "PDF, inglés", "Excel, español", "Word, inglés"])
      await office.getByRole("button", { name: `Descargar: ${name}` }).waitFor();
    await look(office, "edition-made");
    const [download] = await Promise.all([
      office.waitForEvent("download"),
      office.getByRole("button", { name: "Descargar: PDF, inglés" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Annual report 2025 - Bitácora (edition 1).pdf");
  }, 180_000);

  test("attaches the signed copy, and is told what is missing", async () => {
    await office.getByRole("button", { name: "Adjuntar", exact: true }).click();
    await office.getByText("Escriba quién firma").waitFor();
    await office.getByLabel("Quién firma").fill("Elena Duarte");
    await office.getByLabel("Fecha de la firma").fill(typedToday());
    await office.getByLabel("Copia firmada").setInputFiles(anAttachment);
    await look(office, "edition-sign");
    await office.getByRole("button", { name: "Adjuntar", exact: true }).click();
    await office.getByText(/^Firmado por Elena Duarte el/).waitFor();
  });

  test("publishes it after one question, and it never changes again", async () => {
    await office.getByRole("button", { name: "Publicar esta edición" }).click();
    await office.getByText(/La ciudadanía podrá descargar/).waitFor();
    await look(office, "edition-publish");
    await office.getByRole("button", { name: "Sí, publicar" }).click();
    await office.getByText("Esta edición es pública").waitFor();
    expect(await office.getByText("Cambiar la copia firmada").count()).toBe(0);
    await look(office, "edition-published");
  });

  test("asks again with nothing new, and is led to the edition that there is", async () => {
    await office.goto(`${base}/app/ediciones/nueva`);
    await office.getByLabel("Anual de implementación").check();
    await office.getByLabel("Año").selectOption("2025");
    await office.getByRole("button", { name: "Hacer el informe" }).click();
    await office.getByText("Nada ha cambiado desde la edición anterior").waitFor({ timeout: 60_000 });
    await office.getByRole("link", { name: "Abrir la edición 1" }).click();
    await office.getByText("Esta edición es pública").waitFor();
  }, 90_000);

  test("brings in a month's report of before, and sets when reports are made", async () => {
    await office.goto(`${base}/app/ediciones/traer`);
    await office.getByLabel("Mes").selectOption("2025-03");
    await office.getByLabel("Quién firma").fill("Elena Duarte");
    await office.getByLabel("Fecha que lleva el informe").fill("2/4/2025");
    await office.getByLabel("Copia firmada").setInputFiles(anAttachment);
    await look(office, "edition-bring");
    await office.getByRole("button", { name: "Traer el informe" }).click();
    await office.getByRole("heading", { level: 1, name: "Informe mensual, marzo de 2025" }).waitFor();
    await office.goto(`${base}/app/ediciones/programacion`);
    await office.getByLabel("En una fecha fija de cada año").check();
    await office.getByLabel("Día y mes").fill("31/2");
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText("Escriba el día y el mes, por ejemplo 1/3").waitFor();
    await office.getByLabel("Día y mes").fill("1/3");
    await look(office, "editions-schedule");
    await office.getByRole("button", { name: "Guardar" }).click();
    await office.getByText("Guardado.").waitFor();
  });

  test("reads the list of all of them, each with where it stands", async () => {
    await office.goto(`${base}/app/ediciones`);
    await office.getByRole("row", { name: /Informe anual 2025\s*Edición 1.*Publicado/ }).waitFor();
    await office
      .getByRole("row", { name: /Informe mensual, marzo de 2025.*Firmado, por publicar/ })
      .waitFor();
    await look(office, "editions");
  });
});

describe("a focal point", () => {
  test("finds the half-year reports of its own entity alone", async () => {
    const half = {
      kind: "half-year",
      entityId: "sdm",
      periodId: "2025-S2",
      reportId: "half-year-2025-S2-sdm",
    } as const;
    await editions(db)
      .doc("half-year-2025-S2-sdm-1")
      .set(anEdition({ ...half, entityName: "Secretaría Distrital de Movilidad", requestedBy: "approval" }));
    const focal = await newPerson(browser);
    await signIn(focal, "movilidad");
    await focal.goto(`${base}/app/ediciones`);
    await focal.getByRole("link", { name: /Informe semestral 2025-2/ }).click();
    await focal.getByRole("heading", { level: 1, name: /Informe semestral 2025-2/ }).waitFor();
    const other = await newPerson(browser);
    await signIn(other, "mujer");
    await other.goto(`${base}/app/ediciones`);
    await other.getByText(/Todavía no hay informes semestrales/).waitFor();
  });
});

describe("a citizen", () => {
  test("downloads the published report without signing in", async () => {
    const citizen = await newPerson(browser);
    await citizen.goto(base);
    await citizen.getByRole("heading", { name: "Informes publicados" }).waitFor();
    await look(citizen, "public-reports");
    const [download] = await Promise.all([
      citizen.waitForEvent("download"),
      citizen.getByRole("link", { name: /^PDF, / }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Informe anual 2025 - Bitácora (edición 1).pdf");
  });
});

test("nothing complained", () => expect(complaints).toEqual([]));
