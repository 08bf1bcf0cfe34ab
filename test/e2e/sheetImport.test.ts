/** Bringing in a spreadsheet in a real browser: our template, an entity's own sheet, a long one stopped and gone on with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { seed } from "../../scripts/seed.ts";
import { openFile } from "../../web/src/import/workbook/openFile.ts";
import { textOf, type Workbook } from "../../web/src/import/workbook/Workbook.ts";
import { templateOf } from "../../web/src/import/write/template.ts";
import { writeXlsx } from "../../web/src/import/write/writeXlsx.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { FILES } from "../support/files.ts";
import { bytesOf, fileOf, SETTING } from "../web/import/desk.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const TODAY = bogotaDay(new Date());
const folder = mkdtempSync(join(tmpdir(), "sheets-"));
let browser: Browser;
let marta: Page;

const records = async () =>
  (await getFirestore(adminApp(projectId)).collection("entities/sdm/records").get()).docs.filter(({ id }) =>
    id.startsWith("sheet-"),
  );

beforeAll(async () => {
  await seed({ projectId, examples: false, demo: false, accounts: true });
  browser = await launch();
  marta = await newPerson(browser);
  await signIn(marta, "movilidad");
});

afterAll(async () => {
  await browser?.close();
  // Hundreds that wait for the Office: other tests look at the same queue.
  const db = getFirestore(adminApp(projectId));
  const writer = db.bulkWriter();
  await Promise.all((await records()).map(({ ref }) => db.recursiveDelete(ref, writer)));
  await writer.close();
  rmSync(folder, { recursive: true });
});

const open = async (page: Page) => {
  await page.goto(`${base}/app/importar`);
  await page.getByLabel("Elegir la hoja").waitFor({ state: "attached" });
};
const pick = (page: Page, name: string, content: Uint8Array | string) =>
  page.getByLabel("Elegir la hoja").setInputFiles({
    ...{ name, mimeType: "application/octet-stream" },
    buffer: typeof content === "string" ? Buffer.from(content) : Buffer.from(content),
  });
const preview = (page: Page) =>
  page.getByRole("heading", { name: "Esto es lo que entra" }).waitFor({ timeout: 120_000 });
/** `["2 listas para entrar", "1 por corregir"]` */
const tallies = async (page: Page): Promise<string[]> => {
  await preview(page);
  return (await page.locator(".tallies li").allTextContents()).map((text) =>
    text.replace(/\s+/g, " ").trim(),
  );
};
const bring = async (page: Page, button: RegExp) => {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("heading", { name: "Listo" }).waitFor({ timeout: 120_000 });
};
const saved = async (download: Promise<Download>): Promise<{ name: string; content: Uint8Array }> => {
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { name: file.suggestedFilename(), content: new Uint8Array(readFileSync(path)) };
};
const rowsOf = ({ sheets }: Workbook, sheet = 0): string[][] =>
  sheets[sheet]?.rows.map(({ cells }) => Array.from(cells, textOf)) ?? [];

describe("our template", () => {
  const values = (title: string) => ({
    ...{ title, happenedOn: TODAY, "details.interactionKind": "meeting", "details.status": "held" },
    ...{ "details.channel": "virtual", "details.outcome": "Se acordó un intercambio.", partnerIds: ["ucci"] },
    ...{ lineId: "l1", activityId: "l1-a1", disclosure: "public", countries: ["ES", "FR"] },
  });
  const opportunity = {
    ...{ title: "Becas para jóvenes", happenedOn: TODAY, "details.opportunityKind": "training" },
    ...{
      "details.closesOn": "2027-12-31",
      "details.link": "https://bogota.gov.co/becas",
      "details.audience": "Jóvenes",
    },
    ...{ lineId: "l4", activityId: "l4-a2", disclosure: "public" },
  };
  const filled = async () =>
    bytesOf(
      await writeXlsx(
        templateOf(SETTING.kinds, SETTING.lookup, "es", [
          { kind: "interaction", values: values("Reunión con la UCCI"), files: ["Acta de reunión.pdf"] },
          { kind: "interaction", values: values("Llamada con París") },
          { kind: "opportunity", values: opportunity },
        ]),
      ),
    );

  test("is found from one's records, and downloaded", async () => {
    await marta.goto(`${base}/app/registros`);
    await marta.getByRole("link", { name: "Traer una hoja de cálculo" }).click();
    await marta.getByRole("heading", { name: "Su hoja, tal como la tiene" }).waitFor();
    await look(marta, "import-choose");
    const download = marta.waitForEvent("download");
    await marta.getByRole("button", { name: "Descargar la plantilla" }).click();
    const { name, content } = await saved(download);
    expect(name).toBe("Plantilla de Bitácora.xlsx");
    const workbook = await openFile(content, name);
    expect(workbook.sheets).toHaveLength(12);
    expect(rowsOf(workbook, 1)).toHaveLength(1);
  });

  test("goes in without a question, kinds mixed, with its evidence by file name", async () => {
    await open(marta);
    await pick(marta, "Plantilla.xlsx", await filled());
    expect(await tallies(marta)).toEqual(["2 listas para entrar", "1 por corregir"]);
    await marta.getByText("Falta el archivo «Acta de reunión.pdf». Elíjalo arriba").waitFor();
    await look(marta, "import-preview-files");
    await marta.getByLabel("Elegir los archivos").setInputFiles({
      ...{ name: "acta de reunion.pdf", mimeType: "application/pdf", buffer: FILES.pdf },
    });
    await marta.getByText("Están todos.").waitFor();
    expect(await tallies(marta)).toEqual(["3 listas para entrar"]);
    await bring(marta, /^Traer 3 registros$/);
    await look(marta, "import-done");
    const stored = await records();
    expect(stored.map((one) => one.data().state)).toEqual(["submitted", "submitted", "submitted"]);
    const meeting = stored.find((one) => one.data().title === "Reunión con la UCCI");
    const files = await meeting?.ref.collection("evidence").get();
    expect(files?.docs.map((one) => one.data().state)).toEqual(["ready"]);
  });

  test("a second time brings nothing", async () => {
    await open(marta);
    await pick(marta, "Plantilla.xlsx", await filled());
    expect(await tallies(marta)).toEqual(["0 listas para entrar", "3 ya estaban en Bitácora"]);
    await marta.getByText("Todo lo de esta hoja ya está en Bitácora. No hay nada que traer.").waitFor();
    expect(await records()).toHaveLength(3);
  });
});

describe("an entity's own sheet", () => {
  let corrected: Uint8Array;

  test("is mapped once: what rows, columns and words are is proposed, and what it does not say is asked", async () => {
    await open(marta);
    await pick(marta, "Seguimiento 2026.xlsx", fileOf("libreoffice.xlsx"));
    await marta.getByRole("button", { name: "Seguimiento 2026" }).click();
    await marta.getByRole("heading", { name: "Qué hay en su hoja" }).waitFor();
    expect(await marta.getByLabel("Qué es la columna Fecha reunión").inputValue()).toBe("happenedOn");
    await marta.getByLabel("Qué quiere decir «Ciudad de Ámsterdam» en Actores internacionales").selectOption({
      label: "Proponerlo como actor nuevo: Internacional",
    });
    await look(marta, "import-mapping");
    await marta.getByLabel("Presencial", { exact: true }).check();
    await marta.getByLabel("Sí, ya se hizo").check();
    await marta.getByLabel("Cualquier persona (público)").check();
    await marta.getByLabel("Por qué se registra ahora").fill("La hoja se llevaba por aparte.");
    await marta.getByRole("button", { name: "Revisar las filas" }).click();
    const counts = await tallies(marta);
    expect(counts.at(1)).toMatch(/por corregir$/);
    await marta.getByText("El 31 de febrero de 2026 no existe. Revise la fecha").waitFor();
    await marta.getByText("Dejamos por fuera las filas de totales: 12.").waitFor();
    await marta.getByText("Celdas combinadas cuyo valor repetimos en cada fila: 1.").waitFor();
    await marta.getByLabel("Traer también las filas a las que les falta un archivo, sin él").check();
    await look(marta, "import-preview");
  });

  test("what is right goes in; the rest is handed back with its reasons", async () => {
    const download = marta.waitForEvent("download");
    await marta.getByRole("button", { name: "Descargar las filas por corregir" }).click();
    const { name, content } = await saved(download);
    expect(name).toBe("Seguimiento 2026 (Qué corregir).xlsx");
    const workbook = await openFile(content, name);
    const [heads = [], ...rows] = rowsOf(workbook);
    expect(heads.at(-1)).toBe("Qué corregir");
    const reasons = rows.map((row) => row.at(-1));
    expect(
      reasons.some((reason) => reason?.includes("Fecha reunión: El 31 de febrero de 2026 no existe")),
    ).toBe(true);
    const before = (await records()).length;
    await bring(marta, /^Traer \d+ registros?$/);
    const after = await records();
    expect(after.length).toBeGreaterThan(before);
    const visit = after.find((one) => one.data().title === "Visita de la Ciudad de Ámsterdam");
    expect(visit?.data()).toMatchObject({
      kind: "interaction",
      happenedOn: "2026-03-15",
      state: "submitted",
    });
    const [partnerId = ""] = visit?.data().partnerIds ?? [];
    const partner = await getFirestore(adminApp(projectId)).doc(`partners/${partnerId}`).get();
    expect(partner.data()).toMatchObject({
      name: "Ciudad de Ámsterdam",
      state: "proposed",
      proposedFor: "sdm",
    });
    const dated = heads.indexOf("Fecha reunión");
    corrected = await bytesOf(
      await writeXlsx([
        {
          name: "Seguimiento 2026",
          columns: heads.map((header) => ({ header, style: "plain" as const, width: 20 })),
          rows: rows.map((row) => ({ cells: row.map((cell, n) => (n === dated ? "28/02/2026" : cell)) })),
        },
      ]),
    );
  });

  test("the corrected rows go in without a question, and the mapping is known", async () => {
    await open(marta);
    await pick(marta, "Seguimiento 2026 (Qué corregir).xlsx", corrected);
    expect((await tallies(marta))[0]).toMatch(/^[1-9]\d* listas? para entrar$/);
    await bring(marta, /^Traer \d+ registros?$/);
  });

  test("a head that was renamed is told, mapped anew, and the rest is kept", async () => {
    await open(marta);
    const line = "4;10/02/2026;Nueva reunión con la red;Reunión;UCCI;España;Acordado.;;3";
    await pick(
      marta,
      "renombrada.csv",
      `No.;Fecha de la reunión;Nombre de la actividad;Tipo;Entidad internacional;País;Resultados;Evidencias;Asistentes\n${line}\n`,
    );
    await marta.getByText("La columna «Fecha reunión» ahora se llama «Fecha de la reunión»").waitFor();
    await look(marta, "import-renamed");
    await marta.getByRole("button", { name: "Revisar las filas" }).click();
    expect(await tallies(marta)).toEqual(["1 lista para entrar"]);
  });

  test("a row that changed since it went in is told, and nothing is overwritten", async () => {
    await open(marta);
    const content = Buffer.from(fileOf("libreoffice.xlsx"));
    await pick(marta, "Seguimiento 2026.xlsx", content);
    await marta.getByRole("button", { name: "Seguimiento 2026" }).click();
    expect((await tallies(marta)).some((text) => /ya estaban? en Bitácora$/.test(text))).toBe(true);
    const stored = (await records()).find((one) => one.data().title === "Visita de la Ciudad de Ámsterdam");
    await stored?.ref.update({ summary: "Lo que se añadió en Bitácora." });
    await open(marta);
    await pick(marta, "Seguimiento 2026.xlsx", content);
    await marta.getByRole("button", { name: "Seguimiento 2026" }).click();
    expect((await tallies(marta)).some((text) => /ya estaban? y dicen? otra cosa$/.test(text))).toBe(true);
    await marta.getByText("Cambia: Resumen.").waitFor();
    expect((await stored?.ref.get())?.data()?.summary).toBe("Lo que se añadió en Bitácora.");
  });
});

describe("a long sheet", () => {
  const ROWS = Number(process.env.IMPORT_ROWS ?? 300);
  const HEAD = "Fecha;Título;Actor;Resultado";
  const long = (rows: number) =>
    `${HEAD}\n${Array.from({ length: rows }, (_, n) => `${TODAY};Reunión número ${n + 1};UCCI;Se acordó el paso ${n + 1}.`).join("\n")}\n`;
  const brought = async () => (await records()).filter((one) => /^Reunión número/.test(one.data().title));

  const prepare = async (page: Page, name: string, rows: number) => {
    await open(page);
    await pick(page, name, long(rows));
    await page.getByRole("heading", { name: "Qué hay en su hoja" }).waitFor({ timeout: 60_000 });
    await page.getByLabel("Todas son del mismo tipo").check();
    await page
      .getByLabel("Tipo de registro", { exact: true })
      .selectOption({ label: "Reunión, visita o misión" });
    await page.getByLabel("Qué fue").selectOption({ label: "Reunión" });
    await page.getByLabel("Virtual", { exact: true }).check();
    await page.getByLabel("Sí, ya se hizo").check();
    await page.getByLabel("Cualquier persona (público)").check();
    await page.getByRole("button", { name: "Revisar las filas" }).click();
  };

  test("is brought with its progress, stopped, and gone on with after the page was closed; nothing comes twice", async () => {
    await prepare(marta, "larga.csv", ROWS);
    await preview(marta);
    const started = Date.now();
    await marta.getByRole("button", { name: /^Traer [\d.]+ registros$/ }).click();
    await marta
      .getByText(/^[1-9][\d.]* de [\d.]+, \d+ %$/)
      .first()
      .waitFor({ timeout: 60_000 });
    await look(marta, "import-running");
    await marta.getByRole("button", { name: "Detener" }).click();
    await marta.getByRole("heading", { name: "Se detuvo la importación" }).waitFor({ timeout: 60_000 });
    await look(marta, "import-stopped");
    const some = (await brought()).length;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(ROWS);
    await open(marta);
    await marta.getByRole("heading", { name: "Quedó una hoja sin terminar" }).waitFor();
    await look(marta, "import-unfinished");
    await marta.getByRole("button", { name: "Seguir" }).click();
    await marta.getByRole("heading", { name: "Listo" }).waitFor({ timeout: 600_000 });
    console.log(
      `Import: ${ROWS} rows brought in ${Math.round((Date.now() - started) / 1000)} s, pictures and a stop included`,
    );
    const all = await brought();
    expect(all).toHaveLength(ROWS);
    expect(all.every((one) => one.data().state === "submitted")).toBe(true);
    await marta.goto(`${base}/app/importar`);
    await marta.getByLabel("Elegir la hoja").waitFor({ state: "attached" });
    expect(await marta.getByRole("heading", { name: "Quedó una hoja sin terminar" }).count()).toBe(0);
  }, 900_000);

  test("of 50,000 rows is taken in parts, and the page stays live while it is read and checked", async () => {
    const lucia = await newPerson(browser);
    await signIn(lucia, "mujer");
    await open(lucia);
    await lucia.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { longTasks: seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push(Math.round(entry.duration));
      }).observe({ type: "longtask" });
    });
    const started = Date.now();
    await pick(lucia, "muy larga.csv", long(50_000));
    await lucia.getByRole("heading", { name: "Qué hay en su hoja" }).waitFor({ timeout: 60_000 });
    const read = Date.now() - started;
    await lucia.getByLabel("Todas son del mismo tipo").check();
    await lucia
      .getByLabel("Tipo de registro", { exact: true })
      .selectOption({ label: "Reunión, visita o misión" });
    await lucia.getByLabel("Qué fue").selectOption({ label: "Reunión" });
    await lucia.getByLabel("Virtual", { exact: true }).check();
    await lucia.getByLabel("Sí, ya se hizo").check();
    await lucia.getByLabel("Cualquier persona (público)").check();
    const from = Date.now();
    await lucia.getByRole("button", { name: "Revisar las filas" }).click();
    expect(await tallies(lucia)).toEqual(["5.000 listas para entrar"]);
    const checked = Date.now() - from;
    const longest = await lucia.evaluate(() =>
      Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
    );
    console.log(
      `Import: 50,000 rows read in ${read} ms; 5,000 checked and looked up in ${checked} ms; longest task ${longest} ms`,
    );
    await lucia.getByText("La hoja tiene 50.000 filas. Se traen 5.000 a la vez").waitFor();
    await look(lucia, "import-parts");
    await lucia
      .getByLabel("Parte", { exact: true })
      .selectOption({ label: "Parte 10: de la fila 45.001 a la 50.000" });
    expect(await tallies(lucia)).toEqual(["5.000 listas para entrar"]);
    await lucia.context().close();
  }, 300_000);
});

describe("what is no spreadsheet", () => {
  test.each([
    ["libreoffice-macros.xlsm", /Tiene macros, y por seguridad no las recibimos/],
    ["libreoffice.xls", /Es un Excel antiguo/],
    ["libreoffice-with-password.xlsx", /Tiene contraseña/],
  ])("%s is refused with what to do", async (name, message) => {
    await open(marta);
    await pick(marta, name, fileOf(name));
    await marta.getByText(message).waitFor();
  });

  test("and an empty file, too; another can be chosen at once", async () => {
    await open(marta);
    writeFileSync(join(folder, "vacia.xlsx"), "");
    await pick(marta, "vacia.xlsx", "");
    await marta.getByText("El archivo está vacío.").waitFor();
    await look(marta, "import-refused");
    await pick(marta, "una.csv", "Fecha;Título\n10/02/2026;Una reunión\n");
    await marta.getByRole("heading", { name: "Qué hay en su hoja" }).waitFor();
  });

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
