/** Opens, searches and leafs through a list of 5,000 records in a browser, and tells its longest task. */
import type { Browser, BrowserContextOptions } from "playwright-core";

const RECORDS = 5_000;

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** @returns milliseconds of the longest task; 0 where none took more than 50 */
export async function longTasksOfList(
  browser: Browser,
  base: string,
  storageState: NonNullable<BrowserContextOptions["storageState"]>,
): Promise<number> {
  const context = await browser.newContext({ storageState, serviceWorkers: "allow", locale: "es-CO" });
  const page = await context.newPage();
  await page.goto(`${base}/app/registros/nuevo`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole("heading", { name: "¿Qué quiere registrar?" }).waitFor();
  // Offline, so that nobody finds that Bitácora has none of them.
  await context.setOffline(true);
  await page.evaluate(fill, RECORDS);
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(`${base}/app/registros`);
  // The system's own example of the entity is among them.
  await page.getByText(/^[\d.]+ registros/).waitFor();
  await page.getByLabel("Buscar").pressSequentially("movilidad 4321", { delay: 60 });
  await page.getByText(/^1 de [\d.]+ registros/).waitFor();
  await page.getByRole("button", { name: "Quitar la búsqueda" }).click();
  await page.getByRole("button", { name: /^Aprobado/ }).click();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.mouse.wheel(0, 4_000);
    await page.getByRole("button", { name: "Siguientes" }).click();
  }
  const tasks = await page.evaluate(() => window.longTasks);
  await context.close();
  return Math.round(Math.max(0, ...tasks));
}

/** Runs in the page: puts made-up rows where the app keeps what it knows of records. */
async function fill(count: number): Promise<void> {
  const { name = "" } = (await indexedDB.databases()).find((one) => one.name?.startsWith("bitacora/")) ?? {};
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const states = ["draft", "submitted", "returned", "approved", "withdrawn"];
  const change = database.transaction("rows", "readwrite");
  const rows = change.objectStore("rows");
  for (let n = 0; n < count; n += 1) {
    const path = `entities/sdm/records/made-up-${n}`;
    const title = `Reunión de movilidad número ${n}`;
    rows.put(
      {
        ...{
          path,
          id: `made-up-${n}`,
          entityId: "sdm",
          kind: "interaction",
          state: states[n % states.length],
        },
        ...{ disclosure: "public", isExample: false, title, participants: [], partnerIds: ["ucci"] },
        happenedOn: `202${4 + (n % 3)}-0${1 + (n % 9)}-1${n % 10}`,
        updatedAt: n,
        text: `${title} con un resumen de algunas palabras que describen lo que se hizo y con quien`.toLowerCase(),
      },
      path,
    );
  }
  await new Promise<void>((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onerror = () => reject(change.error);
  });
  database.close();
}
