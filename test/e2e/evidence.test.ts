/** Evidence in a real browser: sent with progress, through a lost connection, refused, downloaded, removed. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVIDENCE_LIMITS } from "#domain/evidence.ts";
import { seed } from "../../scripts/seed.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { FILES, pdf, WICKED } from "../support/files.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const MEGABYTE = 1024 * 1024;
/** Slow enough to see an upload on its way. */
const SLOW = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: MEGABYTE / 16 };
const FAST = { ...SLOW, latency: 0, uploadThroughput: -1 };

let browser: Browser;
let marta: Page;
let address = "";

const pick = (page: Page, ...files: { name: string; buffer: Buffer }[]) =>
  page
    .getByLabel("Elegir archivos")
    .setInputFiles(files.map((file) => ({ ...file, mimeType: "application/octet-stream" })));

/** A file's line in the list. */
const line = (page: Page, name: string) => page.locator("li.file").filter({ hasText: name });

let connection: CDPSession | undefined;

/** One session for all: conditions of two would add up. */
async function network(page: Page, conditions: typeof SLOW): Promise<void> {
  connection ??= await page.context().newCDPSession(page);
  await connection.send("Network.enable");
  await connection.send("Network.emulateNetworkConditions", conditions);
}

/** Empties what this computer keeps of files that Bitácora does not have. */
const forgetKeptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    for (const name of names.filter((each) => each.startsWith("bitacora/")))
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction("files", "readwrite");
          change.objectStore("files").clear();
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
  });

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  browser = await launch();
  marta = await newPerson(browser);
  marta.on("dialog", (dialog) => void dialog.accept());
  await signIn(marta, "movilidad");
  await marta.goto(`${base}/app/registros/nuevo`);
  await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
  await marta.getByRole("heading", { name: "Soportes" }).waitFor();
});

afterAll(() => browser?.close());

describe("a focal point", () => {
  test("adds a file to a record that has just begun, and the record is saved for it", async () => {
    const loaded: string[] = [];
    marta.on("request", (request) => loaded.push(request.url()));
    await pick(marta, { name: "Acta de reunión.pdf", buffer: FILES.pdf });
    await line(marta, "Acta de reunión.pdf").getByRole("button", { name: "Descargar" }).waitFor();
    // Firebase's library for uploads is loaded with the first file.
    expect(loaded.some((url) => /assets\/.*\.js/.test(url))).toBe(true);
    address = marta.url().replace("/nuevo/interaction", "");
  });

  test("sees it on its way, in words, and may not send the record before it has arrived", async () => {
    await network(marta, SLOW);
    await pick(marta, { name: "Fotos del evento.pdf", buffer: pdf(4 * MEGABYTE) });
    await line(marta, "Fotos del evento.pdf")
      .getByText(/^Subiendo: [\d.,]+ (KB|MB) de 4 MB \([\d.,]+ %\)$/)
      .waitFor();
    expect(await marta.getByRole("button", { name: "Enviar a la Consejería" }).isDisabled()).toBe(true);
    expect(await marta.getByText("Espere a que terminen de subir los soportes").isVisible()).toBe(true);
    await look(marta, "evidence-sending");
  });

  test("goes on where it was when a lost connection comes back", async () => {
    const offsets: number[] = [];
    const watch = (request: { headers(): Record<string, string> }) => {
      const { "x-goog-upload-offset": offset, "x-goog-upload-command": command } = request.headers();
      if (command?.includes("upload") && offset !== undefined) offsets.push(Number(offset));
    };
    await network(marta, { ...SLOW, offline: true });
    await line(marta, "Fotos del evento.pdf")
      .getByText(/^Sin conexión/)
      .waitFor();
    await look(marta, "evidence-offline");
    marta.on("request", watch);
    await network(marta, FAST);
    await line(marta, "Fotos del evento.pdf").getByRole("button", { name: "Descargar" }).waitFor();
    marta.off("request", watch);
    expect(offsets.length).toBeGreaterThan(0);
    expect(Math.min(...offsets)).toBeGreaterThan(0);
  });

  test("is told in plain words why a file is not taken, by the form and by the server", async () => {
    await pick(
      marta,
      { name: "programa.exe", buffer: Buffer.from("MZ") },
      { name: "vacío.docx", buffer: Buffer.alloc(0) },
      { name: "factura.pdf", buffer: WICKED.html },
      { name: "lista.xlsx", buffer: FILES.docx },
    );
    // Nothing of it is sent: the form looks at its size alone.
    const large = join(mkdtempSync(join(tmpdir(), "bitacora-evidence-")), "película.pdf");
    writeFileSync(large, "");
    truncateSync(large, EVIDENCE_LIMITS.bytes + 1);
    await marta.getByLabel("Elegir archivos").setInputFiles(large);
    rmSync(dirname(large), { recursive: true });
    await line(marta, "programa.exe")
      .getByText(/Este tipo de archivo no se recibe/)
      .waitFor();
    await line(marta, "película.pdf")
      .getByText(/Pesa más de 25 MB/)
      .waitFor();
    await line(marta, "vacío.docx")
      .getByText(/está vacío/)
      .waitFor();
    await line(marta, "factura.pdf")
      .getByText(/No es un documento: contiene un programa/)
      .waitFor();
    await line(marta, "lista.xlsx")
      .getByText(/no es del tipo que dice su nombre/)
      .waitFor();
    await look(marta, "evidence-refused");
    for (const name of ["programa.exe", "película.pdf", "vacío.docx", "factura.pdf", "lista.xlsx"]) {
      await line(marta, name).getByRole("button", { name: "Quitar de la lista" }).click();
      await line(marta, name).waitFor({ state: "detached" });
    }
  });

  test("cancels a file on its way, and nothing of it is left", async () => {
    await network(marta, SLOW);
    await pick(marta, { name: "Equivocado.pdf", buffer: pdf(4 * MEGABYTE) });
    await line(marta, "Equivocado.pdf")
      .getByText(/^Subiendo: .*[1-9]\d? %/)
      .waitFor();
    await line(marta, "Equivocado.pdf").getByRole("button", { name: "Cancelar" }).click();
    await line(marta, "Equivocado.pdf").waitFor({ state: "detached" });
    await network(marta, FAST);
    await marta.goto(address);
    await line(marta, "Fotos del evento.pdf").waitFor();
    expect(await line(marta, "Equivocado.pdf").count()).toBe(0);
  });

  test("finds a file that was half-way when its page was closed arrived by itself", async () => {
    await network(marta, SLOW);
    await pick(marta, { name: "Invitación.pdf", buffer: pdf(4 * MEGABYTE) });
    await line(marta, "Invitación.pdf")
      .getByText(/^Subiendo: .*[1-9]\d? %/)
      .waitFor();
    await marta.goto(`${base}/app/registros`);
    await network(marta, FAST);
    await marta.goto(address);
    await line(marta, "Invitación.pdf").getByRole("button", { name: "Descargar" }).waitFor();
    expect(await line(marta, "Invitación.pdf").count()).toBe(1);
  });

  test("picks a file again that another computer left half-way, and it takes the place of the half one", async () => {
    await network(marta, SLOW);
    await pick(marta, { name: "Memorando.pdf", buffer: pdf(4 * MEGABYTE) });
    await line(marta, "Memorando.pdf")
      .getByText(/^Subiendo: .*[1-9]\d? %/)
      .waitFor();
    await marta.goto(`${base}/app/registros`);
    // As on a computer that has kept nothing of it.
    await forgetKeptFiles(marta);
    await network(marta, FAST);
    await marta.goto(address);
    await line(marta, "Memorando.pdf")
      .getByText("No terminó de subir. Elija otra vez el mismo archivo")
      .waitFor();
    await pick(marta, { name: "Memorando.pdf", buffer: pdf(4 * MEGABYTE) });
    await line(marta, "Memorando.pdf").getByRole("button", { name: "Descargar" }).waitFor();
    await expect.poll(() => line(marta, "Memorando.pdf").count()).toBe(1);
    await look(marta, "evidence-ready");
  });

  test("downloads what was uploaded, under its name", async () => {
    const download = marta.waitForEvent("download");
    await line(marta, "Acta de reunión.pdf").getByRole("button", { name: "Descargar" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("Acta de reunión.pdf");
    expect(readFileSync(await file.path())).toEqual(FILES.pdf);
  });

  test("removes a file once asked, by the keyboard alone", async () => {
    await line(marta, "Memorando.pdf").getByRole("button", { name: "Quitar" }).focus();
    await marta.keyboard.press("Enter");
    await marta.getByText("Se borrará «Memorando.pdf» de este registro.").waitFor();
    await line(marta, "Memorando.pdf").getByRole("button", { name: "Sí, quitarlo" }).focus();
    await marta.keyboard.press("Enter");
    await line(marta, "Memorando.pdf").waitFor({ state: "detached" });
    await marta.goto(address);
    await line(marta, "Acta de reunión.pdf").waitFor();
    expect(await line(marta, "Memorando.pdf").count()).toBe(0);
  });
});

describe("others", () => {
  test("from another entity neither see the draft nor get its files", async () => {
    const lucia = await newPerson(browser);
    await signIn(lucia, "mujer");
    await lucia.goto(address);
    await lucia.getByRole("heading", { level: 1 }).waitFor();
    expect(await lucia.getByText("Acta de reunión.pdf").count()).toBe(0);
    await lucia.context().close();
  });

  test("who may read the record download its files, and may not change them", async () => {
    const [, entityId = "", recordId = ""] = /registros\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
    await getFirestore(adminApp())
      .doc(`entities/${entityId}/records/${recordId}`)
      .update({ state: "approved", disclosure: "public", title: "Reunión con soportes" });
    const visitor = await newPerson(browser);
    await signIn(visitor, "comision");
    await visitor.goto(address);
    const download = visitor.waitForEvent("download");
    await line(visitor, "Acta de reunión.pdf").getByRole("button", { name: "Descargar" }).click();
    expect(readFileSync(await (await download).path())).toEqual(FILES.pdf);
    expect(await visitor.getByRole("button", { name: "Quitar" }).count()).toBe(0);
    expect(await visitor.getByLabel("Elegir archivos").count()).toBe(0);
    await look(visitor, "evidence-read");
    await visitor.context().close();
  });

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
