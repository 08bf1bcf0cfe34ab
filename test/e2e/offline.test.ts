/**
 * Without a connection, in two tabs, and after a session ended: nothing is lost, and the screen says what is where; and
 * the list of one's records, which works on what the computer knows.
 */
import { readFileSync } from "node:fs";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { records } from "#functions/store/collections.ts";
import { evidenceOf } from "#functions/store/evidence.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { typedFromDay } from "../../web/src/forms/parse.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { FILES, WICKED } from "../support/files.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const SAVED = /Guardado en Bitácora a las/;
/** Told apart from what other runs may have left. */
const RUN = `prueba ${Date.now()}`;
const MEETING = `Reunión con Quito, ${RUN}`;

const PATIENCE_MS = 40_000;
const db = getFirestore(adminApp());

let browser: Browser;
let marta: Page;

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  browser = await launch();
  marta = await newPerson(browser, { serviceWorkers: "allow" });
  await signIn(marta, "movilidad");
  await marta.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 120_000 });
}, 180_000);

afterAll(() => browser?.close());

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** A meeting with all that it needs. */
async function writeMeeting(page: Page, title: string): Promise<void> {
  await field(page, "Título").fill(title);
  await field(page, "Reunión").check();
  await field(page, "Sí, ya se hizo").check();
  await page
    .getByLabel("Fecha", { exact: true })
    .first()
    .fill(typedFromDay(bogotaDay(new Date())));
  await field(page, "Virtual").check();
  await page.getByLabel("Resultado").fill("Acordaron un plan de trabajo.");
  await page.getByRole("combobox", { name: "Actores internacionales" }).fill("ciudades capitales");
  await page.locator('[role="option"]').first().click();
  await field(page, "Cualquier persona (público)").check();
}

describe("without a connection", () => {
  test("a record is begun, kept when the page is closed, and found again when it is opened anew", async () => {
    await marta.context().setOffline(true);
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByText("Sin conexión. Puede seguir", { exact: false }).waitFor();
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await writeMeeting(marta, MEETING);
    await marta.getByText(/Sin conexión. Lo que escribe está guardado en este equipo/).waitFor();
    const address = marta.url();
    const again = await marta.context().newPage();
    await marta.close();
    marta = again;
    await marta.goto(address);
    await expect.poll(() => field(marta, "Título").inputValue()).toBe(MEETING);
    await look(marta, "offline-form");
  });

  test("it is sent, waits in its place, and goes out by itself when the app is opened with a connection", async () => {
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await marta.getByRole("heading", { name: "Espera la conexión para enviarse" }).waitFor();
    await look(marta, "offline-queued");
    await marta.goto(`${base}/app/registros`);
    await marta.getByText("Un registro espera la conexión para enviarse", { exact: false }).waitFor();
    const context = marta.context();
    await marta.close();
    marta = await context.newPage();
    await marta.context().setOffline(false);
    await marta.goto(`${base}/app/registros`);
    await marta.getByText("Enviado. La Consejería lo revisará:").waitFor();
    await look(marta, "offline-sent");
    await marta.getByRole("link", { name: MEETING }).first().click();
    await marta.getByText("Enviado", { exact: false }).first().waitFor();
  });

  test("a connection that drops while a record is sent sends it once", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await writeMeeting(marta, `Segunda ${MEETING}`);
    await marta.getByText(SAVED).waitFor();
    // The request arrives, its answer does not.
    await marta.context().route("**/call/submitRecord", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await marta.getByRole("heading", { name: "Espera la conexión para enviarse" }).waitFor();
    await marta.context().unroute("**/call/submitRecord");
    await marta.evaluate(() => dispatchEvent(new Event("online")));
    await marta
      .getByText("La Consejería lo revisará; usted verá aquí la respuesta", { exact: false })
      .waitFor();
  });
});

describe("a form without a connection", () => {
  test("offers the records that it may point to, as this computer knows them", async () => {
    const practice = "Integración de energía eléctrica en el transporte público";
    await marta.goto(`${base}/app/registros`);
    await marta.getByRole("link", { name: practice, exact: true }).waitFor();
    await marta.context().setOffline(true);
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Transferencia" }).click();
    const offered = () => marta.locator("#field-details-practiceId option").allTextContents();
    await expect.poll(offered).toContain(practice);
    await marta.context().setOffline(false);
  });
});

describe("files without a connection", () => {
  const NOTE = `Nota con Rosario, ${RUN}`;
  const VISIT = `Visita de Cali, ${RUN}`;

  /** What Bitácora has under the title: its state, and the states of its files by name. */
  async function inBitacora(title: string) {
    const { docs } = await records(db, "sdm").where("title", "==", title).get();
    const [record] = docs;
    if (!record) return undefined;
    const files = (await evidenceOf(record.ref).get()).docs.map((file) => file.data());
    return {
      state: record.data().state,
      files: Object.fromEntries(files.map(({ name, state }) => [name, state])),
    };
  }

  /** Writes a meeting, loses the connection, picks a file and sends. */
  async function sendWithFile(title: string, buffer: Buffer): Promise<void> {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await writeMeeting(marta, title);
    await marta.getByText(SAVED).waitFor();
    await marta.context().setOffline(true);
    await marta
      .getByLabel("Elegir archivos")
      .setInputFiles({ name: "acta.pdf", mimeType: "application/pdf", buffer });
    await marta.locator("li.file").getByText("Está guardado en este equipo y se sube solo").waitFor();
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await marta.getByRole("heading", { name: "Espera la conexión" }).waitFor();
  }

  test("a note and its photo stay on the telephone, and go to Bitácora by themselves once it is back", async () => {
    await marta.goto(`${base}/app/nota`);
    await marta.context().setOffline(true);
    await marta.getByLabel("Qué fue").fill(NOTE);
    await marta
      .getByLabel("Tomar o elegir una foto")
      .setInputFiles({ name: "acta.jpg", mimeType: "image/jpeg", buffer: FILES.jpeg });
    await marta.getByText("Está guardado en este equipo y se sube solo", { exact: false }).waitFor();
    await look(marta, "note-photo-offline");
    await marta.getByRole("button", { name: "Guardar borrador" }).click();
    await marta.getByText("Lo que anotó está guardado en este equipo", { exact: false }).waitFor();
    await marta.getByRole("link", { name: "Ir a mis registros" }).click();
    await marta.getByText("Un archivo espera la conexión para subir", { exact: false }).waitFor();
    await look(marta, "files-waiting");
    expect(await inBitacora(NOTE)).toBeUndefined();
    await marta.context().setOffline(false);
    await expect
      .poll(() => inBitacora(NOTE), { timeout: PATIENCE_MS })
      .toEqual({ state: "draft", files: { "acta.jpg": "ready" } });
    await marta.getByText("Solo en este equipo").waitFor({ state: "detached" });
    await marta.getByRole("link", { name: NOTE, exact: true }).waitFor();
  });

  test("a record that is sent takes its file along", async () => {
    await sendWithFile(VISIT, FILES.pdf);
    // Taken back without a connection it is there to be written on, and its file too.
    await marta.getByRole("button", { name: "Corregir antes de enviar" }).click();
    await expect.poll(() => field(marta, "Título").inputValue()).toBe(VISIT);
    await marta.locator("li.file").getByText("Está guardado en este equipo y se sube solo").waitFor();
    await marta.getByRole("button", { name: "Enviar a la Consejería" }).click();
    await marta.getByRole("heading", { name: "Espera la conexión" }).waitFor();
    await marta.goto(`${base}/app/registros`);
    await marta.context().setOffline(false);
    await expect
      .poll(() => inBitacora(VISIT), { timeout: PATIENCE_MS })
      .toEqual({ state: "submitted", files: { "acta.pdf": "ready" } });
  });

  test("a file that Bitácora does not take keeps its record from being sent, and the person learns why", async () => {
    const title = `Visita de Pasto, ${RUN}`;
    await sendWithFile(title, WICKED.html);
    await marta.context().setOffline(false);
    await marta.getByText("Uno de los soportes no se pudo subir", { exact: false }).waitFor();
    await look(marta, "file-refused-later");
    expect(await inBitacora(title)).toMatchObject({ state: "draft" });
    await marta.getByRole("button", { name: "Corregir antes de enviar" }).click();
    await marta.locator("li.file").getByText("No es un documento: contiene un programa").waitFor();
    expect(await field(marta, "Título").inputValue()).toBe(title);
  });
});

describe("two tabs of one person", () => {
  test("write one draft: each shows what the other writes, and nothing is overwritten", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await field(marta, "Título").fill(`Visita de Lima, ${RUN}`);
    await marta.getByText(SAVED).waitFor();
    const second = await marta.context().newPage();
    await second.goto(marta.url().replace("/nuevo/interaction", ""));
    await expect.poll(() => field(second, "Título").inputValue()).toBe(`Visita de Lima, ${RUN}`);
    await field(second, "Título").fill("De la segunda pestaña");
    await expect.poll(() => field(marta, "Título").inputValue()).toBe("De la segunda pestaña");
    await field(marta, "Sí, ya se hizo").check();
    await expect.poll(() => field(second, "Sí, ya se hizo").isChecked()).toBe(true);
    expect(await field(second, "Título").inputValue()).toBe("De la segunda pestaña");
    await second.close();
    await marta.getByText(SAVED).waitFor();
  });
});

describe("a session that ended", () => {
  test("asks to sign in again, and goes on where the person was", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await marta.context().setOffline(true);
    await field(marta, "Título").fill(`Llamada con Medellín, ${RUN}`);
    await marta.getByText(/Lo que escribe está guardado en este equipo/).waitFor();
    // As when the account was disabled or its password changed: the token can be renewed no more.
    await marta.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("firebaseLocalStorageDb");
          opening.onsuccess = () => {
            const change = opening.result.transaction("firebaseLocalStorage", "readwrite");
            change.objectStore("firebaseLocalStorage").clear();
            change.oncomplete = () => resolve();
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
    await marta.getByText("Su sesión terminó. Vuelva a ingresar", { exact: false }).waitFor();
    await look(marta, "session-ended");
    await marta.context().setOffline(false);
    await marta.getByLabel("Correo electrónico").fill("movilidad@bitacora.example");
    await marta.getByLabel("Contraseña").fill(SAMPLE_PASSWORD);
    await marta.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect.poll(() => field(marta, "Título").inputValue()).toBe(`Llamada con Medellín, ${RUN}`);
    await marta.getByText(SAVED).waitFor();
  });
});

describe("one's own records", () => {
  test("are found by words without accents, and the search stands in the address", async () => {
    await marta.goto(`${base}/app/registros`);
    await marta.getByLabel("Buscar").fill(`reunion quito ${RUN.split(" ")[1]}`);
    await marta.waitForURL(/texto=/);
    await marta.getByText(/^2 de \d+ registros/).waitFor();
    await look(marta, "list-searched");
    await marta.reload();
    await marta.getByText(/^2 de \d+ registros/).waitFor();
  });

  test("are downloaded as a text that Excel in Spanish opens", async () => {
    await marta.getByText("Descargar esta lista").click();
    const downloading = marta.waitForEvent("download");
    await marta.getByRole("button", { name: "Texto (.csv)" }).click();
    const text = readFileSync(await (await downloading).path(), "utf8");
    expect(text.startsWith("\uFEFFTítulo;Tipo;Estado;Entidad;Fecha;")).toBe(true);
    expect(text.trim().split("\r\n")).toHaveLength(3);
    expect(text).toContain(MEETING);
  });

  test("are copied as a new draft, all but the day and the outcome", async () => {
    await marta.getByRole("link", { name: `Copiar «${MEETING}» como borrador nuevo` }).click();
    await expect.poll(() => field(marta, "Título").inputValue()).toBe(MEETING);
    expect(await field(marta, "Fecha").first().inputValue()).toBe("");
    expect(await field(marta, "Virtual").isChecked()).toBe(true);
    await marta.getByText(SAVED).waitFor();
  });
});

describe("leaving", () => {
  test("clears what was copied from Bitácora", async () => {
    await marta.goto(`${base}/app/registros`);
    await marta.getByRole("link", { name: MEETING }).first().waitFor();
    await marta.getByRole("button", { name: "Salir", exact: true }).click();
    await marta.getByLabel("Correo electrónico").waitFor();
    const left = () =>
      marta.evaluate(async () => {
        const { name = "" } =
          (await indexedDB.databases()).find((one) => one.name?.startsWith("bitacora/")) ?? {};
        const database = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
        });
        return new Promise<number>((resolve) => {
          const counting = database.transaction("records").objectStore("records").count();
          counting.onsuccess = () => resolve(counting.result);
        });
      });
    await expect.poll(left).toBe(0);
  });

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
