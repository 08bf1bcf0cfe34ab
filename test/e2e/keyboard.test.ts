/** The main job without a mouse: sign in, log a meeting, send it, approve it; each stop of the Tab key is seen. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { typedFromDay } from "../../web/src/forms/parse.ts";
import { projectId } from "../support/emulators.ts";
import { base, complaints, launch, newPerson } from "./browser.ts";

const TITLE = `Reunión con Quito por teclado ${Date.now()}`;
/** More stops than any of these pages has before what is wanted. */
const MOST_STOPS = 160;

let browser: Browser;

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  browser = await launch();
});

afterAll(() => browser?.close());

/** What has the focus: its name as it is read out, and whether it shows. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return { name: "", isSeen: true };
    const labels = "labels" in at ? [...((at.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const named =
      at.getAttribute("aria-label") ?? (labels.map((label) => label.textContent).join(" ") || at.textContent);
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom, width, height } = at.getBoundingClientRect();
    const isInWindow = bottom > 0 && top < innerHeight && width > 0 && height > 0;
    const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return {
      name: (named ?? "").replace(/\s+/g, " ").trim(),
      isSeen: at === document.body || (isInWindow && hasOutline),
    };
  });

/** Stops whose focus did not show, by name. */
const unseen: string[] = [];

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (found: string) => (typeof name === "string" ? found === name : name.test(found));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at.isSeen) unseen.push(at.name);
    if (isIt(at.name)) return;
  }
  throw new Error(`no stop of the Tab key is called ${name}`);
}

/** Chooses of radio buttons, where Tab reaches the first or the chosen one and arrows the others. */
async function choose(page: Page, first: string, wanted: string): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press("Space");
  for (let step = 0; step < 10 && (await focused(page)).name !== wanted; step += 1)
    await page.keyboard.press("ArrowDown");
  expect((await focused(page)).name).toBe(wanted);
}

async function signInByKeys(page: Page, uid: string): Promise<void> {
  await page.goto(`${base}/app`);
  await page.getByLabel("Correo electrónico").waitFor();
  await tabTo(page, /^Correo electrónico/);
  await page.keyboard.type(`${uid}@bitacora.example`);
  await tabTo(page, /^Contraseña/);
  await page.keyboard.type(SAMPLE_PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Salir" }).waitFor();
}

test("the skip link comes first, and leads past the navigation", async () => {
  const page = await newPerson(browser);
  await signInByKeys(page, "movilidad");
  await page.getByRole("heading", { name: "Mis registros" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Mis registros" }).waitFor();
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe("Ir al contenido");
  await page.keyboard.press("Enter");
  await tabTo(page, "Nuevo registro");
  await page.context().close();
});

test("a focal point signs in, logs a meeting and sends it", async () => {
  const page = await newPerson(browser);
  await signInByKeys(page, "movilidad");
  await page.getByRole("heading", { name: "Mis registros" }).waitFor();
  await tabTo(page, "Nuevo registro");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "¿Qué quiere registrar?" }).waitFor();
  await tabTo(page, "Reunión, visita o misión");
  await page.keyboard.press("Enter");
  await page.getByLabel("Título").waitFor();
  await tabTo(page, /^Título/);
  await page.keyboard.type(TITLE);
  await choose(page, "Reunión", "Reunión");
  await choose(page, "No, está planeada", "Sí, ya se hizo");
  await tabTo(page, /^Fecha/);
  await page.keyboard.type(typedFromDay(bogotaDay(new Date())));
  await choose(page, "Presencial", "Virtual");
  await tabTo(page, /^Resultado/);
  await page.keyboard.type("Se acordó un intercambio técnico.");
  await tabTo(page, /^Actores internacionales/);
  await page.keyboard.type("metropolis");
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page
    .getByRole("button", { name: /^Quitar / })
    .first()
    .waitFor();
  await choose(page, "Cualquier persona (público)", "Cualquier persona (público)");
  await page.getByText(/Guardado en Bitácora a las/).waitFor();
  await tabTo(page, "Enviar a la Consejería");
  await page.keyboard.press("Enter");
  await page.getByText("Enviado. La Consejería lo revisará; usted verá aquí la respuesta.").waitFor();
  await page.context().close();
});

test("the Office finds it in its queue and approves it", async () => {
  const page = await newPerson(browser);
  await signInByKeys(page, "oficina");
  await page.locator("#queue-record-title").waitFor();
  const title = () => page.locator("#queue-record-title").textContent();
  for (let step = 0; step < 60 && (await title()) !== TITLE; step += 1) {
    const before = await title();
    await page.keyboard.press("j");
    await expect.poll(title, { timeout: 20_000 }).not.toBe(before);
  }
  await page.keyboard.press("a");
  expect((await focused(page)).name).toBe("Aprobar");
  await page.keyboard.press("Enter");
  await page.getByText(`Aprobado: «${TITLE}».`).waitFor();
  await page.context().close();
});

test("wherever the Tab key stopped, the focus showed", () => expect([...new Set(unseen)]).toEqual([]));

test("no page complained", () => expect(complaints).toEqual([]));
