/** How light the web is: what its pages weigh, what Lighthouse says, and how long a list of 5,000 holds the screen up. */

import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";
import { type Browser, chromium } from "playwright-core";
import { freePorts } from "../../scripts/emulators/ports.ts";
import type { Emulators } from "../../scripts/emulators/startEmulators.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { findBrowser } from "../support/findBrowser.ts";
import { builtWeb, pageBytes } from "./builtWeb.ts";
import { longTasksOfList } from "./longTasksOfList.ts";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
const USER = "movilidad";

declare global {
  interface Window {
    formStoodAt: number;
  }
}

export async function web(emulators?: Emulators): Promise<object> {
  if (!emulators) throw new Error("the web is measured as the emulators serve it");
  const base = `http://${emulators.hosts.hosting}`;
  await seed({ projectId: emulators.projectId, examples: true, demo: false, accounts: true });
  const publicGzipBytes = pageBytes(await builtWeb(), "index.html");
  const { hub: port } = await freePorts();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const state = await signedIn(browser, base);
    const appScriptGzipBytes = await appScript(browser, base, state);
    const longestTaskMs = await longTasksOfList(browser, base, state);
    const scores = await lighthouseScores(base, port);
    console.log(`Public page: ${publicGzipBytes} bytes gzipped, of 30,000`);
    console.log(`Scripts until the form of a new record: ${appScriptGzipBytes} bytes gzipped, of 120,000`);
    console.log(`A list of 5,000 records: the longest task took ${longestTaskMs} ms, of 100`);
    for (const [name, score] of Object.entries(scores)) console.log(`Lighthouse, ${name}: ${score}`);
    return { publicGzipBytes, appScriptGzipBytes, longestTaskMs, lighthouse: scores };
  } finally {
    await browser.close();
  }
}

type SignedIn = Awaited<ReturnType<typeof signedIn>>;

/** What the browser keeps of a focal point who has signed in. */
async function signedIn(browser: Browser, base: string) {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "es-CO" });
  const page = await context.newPage();
  await page.goto(`${base}/app`);
  await page.getByLabel("Correo electrónico").fill(`${USER}@bitacora.example`);
  await page.getByLabel("Contraseña").fill(SAMPLE_PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.getByRole("button", { name: "Salir" }).waitFor({ timeout: 60_000 });
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return state;
}

/**
 * Bytes of every script that a first visit to the form of a new record asks for before its first field stands; what comes
 * after that holds nobody up.
 */
async function appScript(browser: Browser, base: string, storageState: SignedIn): Promise<number> {
  const context = await browser.newContext({ storageState, serviceWorkers: "block", locale: "es-CO" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main form input, main form textarea")) return;
      window.formStoodAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  await page.goto(`${base}/app/registros/nuevo/interaction/sdm/bench-record`);
  await page.getByLabel("Título").fill("Reunión");
  const before = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime < window.formStoodAt)
      .map(({ name }) => name),
  );
  const bodies = await Promise.all(before.flatMap((url) => scripts.get(url) ?? []));
  await context.close();
  return bodies.reduce((sum, script) => sum + gzipSync(script).length, 0);
}

/** Mobile, as Lighthouse does it by default. */
async function lighthouseScores(base: string, port: number) {
  const result = await lighthouse(`${base}/`, { port, output: "json", logLevel: "error" });
  const categories = result?.lhr.categories ?? {};
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  for (const audit of Object.values(result?.lhr.audits ?? {}))
    if (audit.score !== null && audit.score < 0.9)
      console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
  };
}
