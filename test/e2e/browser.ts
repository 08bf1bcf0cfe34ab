/** A person at a browser: opens the system as Hosting serves it, looks at each screen, and leaves a picture. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { hosts } from "../support/emulators.ts";
import { findBrowser } from "../support/findBrowser.ts";

const ARTEFACTS = join(import.meta.dirname, "../artefacts/screens");
const WIDTHS = [390, 1280] as const;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const base = `http://${hosts.hosting}`;

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });

/** What a page complained of; the tests expect nothing. */
export const complaints: string[] = [];

/**
 * A browser of a person's own: no storage is shared. The service worker, which fetches all of the app at once, is left
 * out but where it is asked for.
 */
export async function newPerson(
  browser: Browser,
  { serviceWorkers = "block" }: { serviceWorkers?: "allow" | "block" } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "es-CO",
    acceptDownloads: true,
    serviceWorkers,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  return page;
}

/** Signs in with a sample account's password. */
export async function signIn(page: Page, uid: string): Promise<void> {
  await page.goto(`${base}/app`);
  await page.getByLabel("Correo electrónico").fill(`${uid}@bitacora.example`);
  await page.getByLabel("Contraseña").fill(SAMPLE_PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.getByRole("button", { name: "Salir" }).waitFor();
}

/** What axe finds wrong with the screen as it stands. */
export async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

/** Pixels by which the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Takes the screen's picture on a phone and a desk, and asserts that axe finds nothing and nothing overflows. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(() => page.getByText(/^(Cargando|Loading)…$/).count(), { timeout: 20_000 }).toBe(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // At the end, so that the bar that sticks to the bottom of the window covers nothing in the picture.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.screenshot({ path: join(ARTEFACTS, `${name}-${width}.png`), fullPage: true });
    expect(await overflowOf(page), `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await axeFinds(page), `${name} at ${width} px`).toEqual([]);
  }
}
