/** From a figure to what is behind it, in a real browser: the list's count is the figure, for each person who looks. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import { internalFigures, publishedSummary, records } from "#functions/store/collections.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";
import { seed } from "../../scripts/seed.ts";
import { aRecord, aStrategicInstrument } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

/** Figures follow a burst of records through triggers and a coalesced fold. */
const PATIENCE_MS = 150_000;
/** One more than a page of the list holds. */
const SHARED = 51;
const RESTRICTED_TITLE = "Memorando reservado sobre seguridad vial";
const WAITING_TITLE = "Alianza que la Consejería no ha decidido";

let browser: Browser;
let andres: Page;
let marta: Page;

const supply = (changes: { readonly [field: string]: unknown }) =>
  aRecord("instrument", {
    entityId: "idrd",
    state: "approved",
    details: { direction: "supply" },
    ...changes,
  });

/** What stands behind the figures, besides what other tests leave. */
const RECORDS: Readonly<Record<string, DraftRecord>> = {
  "figures-public": aStrategicInstrument({ title: "Memorando con Lyon", countries: ["FR"] }),
  "figures-shared": aStrategicInstrument({ entityId: "idu", participants: ["sdm"], countries: ["FR", "MX"] }),
  "figures-restricted": aStrategicInstrument({
    ...{ title: RESTRICTED_TITLE, disclosure: "reserved", legalGround: "Ley 1712 de 2014, artículo 19" },
  }),
  "figures-waiting": supply({ title: WAITING_TITLE, state: "submitted" }),
  ...Object.fromEntries(
    // Of one entity each: a tally of one would take them one by one.
    CATALOGUES.entities
      .slice(0, SHARED)
      .map(({ id }) => [`figures-supply-${id}`, supply({ entityId: id, title: `Alianza de ${id}` })]),
  ),
};

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  const db = getFirestore(adminApp());
  await Promise.all(
    Object.entries(RECORDS).map(([id, record]) => records(db, record.entityId).doc(id).set(record)),
  );
  browser = await launch();
  [andres, marta] = [await newPerson(browser), await newPerson(browser)];
  await signIn(andres, "oficina");
  await signIn(marta, "movilidad");
});

afterAll(async () => {
  await browser?.close();
  // Nothing of ours waits in the Office's queue, where other tests look.
  await records(getFirestore(adminApp()), "idrd").doc("figures-waiting").delete();
});

const figureOf = async (indicatorId: string) =>
  (await internalFigures(getFirestore(adminApp())).get())
    .data()
    ?.figures.find((figure) => figure.indicatorId === indicatorId);

/** Whether all that was written is counted, in the app's figures and in the published ones. */
async function settled(): Promise<boolean> {
  const [strategic, supplied] = [await figureOf("l1-r1"), await figureOf("l2-r3")];
  const published = (await publishedSummary(getFirestore(adminApp())).get()).data()?.indicators;
  const citizens = published?.find(({ id }) => id === "l2-r3")?.figure.value ?? 0;
  return (
    (strategic?.byEntity.sdm ?? 0) >= 3 &&
    (supplied?.value ?? 0) >= SHARED &&
    (supplied?.reported ?? 0) >= 1 &&
    citizens >= SHARED
  );
}

const number = (text: string | null): number => Number(/[\d.]+/.exec(text ?? "")?.[0].replaceAll(".", ""));

/** Opens the whole list, and asserts that the figure, the count that is said and the rows are one number. */
async function listOf(page: Page, row = ".data-table tbody tr"): Promise<number> {
  await page.locator("#list").waitFor();
  const figure = number(await page.locator(".headline-figure strong").textContent());
  const more = page.getByRole("button", { name: "Mostrar más" });
  while ((await more.count()) > 0) {
    const shown = await page.locator(row).count();
    await more.click();
    await expect.poll(() => page.locator(row).count()).toBeGreaterThan(shown);
  }
  expect(number(await page.locator("#list").textContent())).toBe(figure);
  expect(await page.locator(row).count()).toBe(figure);
  return figure;
}

/** The documents of figures that a page of the app reads. */
async function figuresReadBy(page: Page): Promise<string[]> {
  const read: string[] = [];
  const note = (request: { postData(): string | null }) => {
    for (const [path] of (request.postData() ?? "").matchAll(/(entities\/\w+\/)?figures\/\w+/g))
      read.push(path);
  };
  page.on("request", note);
  await page.goto(`${base}/app/indicadores`);
  await page.locator('[data-indicator="l1-r1"]').waitFor();
  page.off("request", note);
  return read.toSorted();
}

test("what is written reaches the figures", async () => {
  await expect.poll(settled, { timeout: PATIENCE_MS, interval: 1_000 }).toBe(true);
}, 180_000);

describe("the Office", () => {
  test("reads one document for all indicators, and opens a figure of more than a page", async () => {
    expect(await figuresReadBy(andres)).toEqual(["figures/internal"]);
    const link = andres.locator('[data-indicator="l2-r3"] .figure-link').first();
    const shown = number(await link.textContent());
    await link.click();
    await andres.getByRole("heading", { level: 1 }).waitFor();
    await look(andres, "figure-list");
    expect(await listOf(andres)).toBe(shown);
    expect(shown).toBeGreaterThanOrEqual(SHARED);
  });

  test("finds an indicator's rule, source, version and breakdowns on its page", async () => {
    await andres.goto(`${base}/app/indicadores`);
    await andres.getByRole("link", { name: /^Participar en 50 instrumentos/ }).click();
    await andres.getByRole("heading", { name: "De qué se compone" }).waitFor();
    await andres.getByRole("heading", { name: "Cómo se cuenta" }).waitFor();
    await andres.getByText("50 entre 2024 y 2027").waitFor();
    await andres.getByText(/^Versión \d+, desde el/).waitFor();
    await andres.getByRole("link", { name: "Historia de la definición" }).waitFor();
    await look(andres, "indicator");
  });

  test("opens every figure of the page, and each list has the count of its figure", async () => {
    const figures = andres.locator("main .figure-link:visible");
    const count = await figures.count();
    expect(count).toBeGreaterThan(10);
    for (let index = 0; index < count; index += 1) {
      const shown = number(await figures.nth(index).textContent());
      await figures.nth(index).click();
      expect(await listOf(andres)).toBe(shown);
      await andres.goBack();
      await andres.getByRole("heading", { name: "De qué se compone" }).waitFor();
    }
  }, 180_000);

  test("sends a list as a link: its address says which figure it is", async () => {
    await andres.getByRole("link", { name: /^\d+ instrumentos estratégicos, Francia/ }).click();
    const shown = await listOf(andres);
    const address = andres.url();
    await andres.goto(`${base}/app/indicadores`);
    await andres.goto(address);
    expect(await listOf(andres)).toBe(shown);
    await andres.getByText("Aprobados, entre 2024 y 2027. País: Francia.", { exact: true }).waitFor();
    await andres.goto(`${base}/app/indicadores/l1-r1/registros?time=nunca`);
    await andres.getByRole("heading", { name: "No encontramos esta página" }).waitFor();
  });
});

describe("a focal point", () => {
  test("reads the open figures and those of its own entity, restricted records included", async () => {
    expect(await figuresReadBy(marta)).toEqual(["entities/sdm/figures/current", "figures/open"]);
    const item = marta.locator('[data-indicator="l1-r1"]');
    const own = item.locator(".own-figure .figure-link").first();
    const shown = number(await own.textContent());
    await look(marta, "indicators-focal");
    await own.click();
    expect(await listOf(marta)).toBe(shown);
    await marta.getByRole("link", { name: RESTRICTED_TITLE }).waitFor();
    await look(marta, "figure-own");
  });

  test("counts only public records in the city's figure", async () => {
    await marta.goto(`${base}/app/indicadores`);
    await marta.locator('[data-indicator="l1-r1"] .figure .figure-link').click();
    await listOf(marta);
    expect(await marta.getByText(RESTRICTED_TITLE).count()).toBe(0);
  });

  test("learns of what others have sent only who, with whom, and in which month", async () => {
    await marta.goto(`${base}/app/indicadores/l2-r3/registros?standing=reported&time=strategy`);
    await listOf(marta);
    await marta.getByText("Registro de otra entidad, aún sin aprobar").first().waitFor();
    expect(await marta.getByText(WAITING_TITLE).count()).toBe(0);
    await look(marta, "figure-reported");
  });
});

test("a viewer reads the open figures alone", async () => {
  const viewer = await newPerson(browser);
  await signIn(viewer, "comision");
  await viewer.goto(`${base}/app/indicadores`);
  await viewer.locator('[data-indicator="l1-r1"]').waitFor();
  expect(await figuresReadBy(viewer)).toEqual(["figures/open"]);
  await viewer.context().close();
});

describe("a citizen", () => {
  let citizen: Page;
  beforeAll(async () => {
    citizen = await newPerson(browser);
    await citizen.goto(base);
  });
  afterAll(() => citizen.context().close());

  const ITEM = ".records > li";

  test("opens a figure and reads the public records behind it, all of them", async () => {
    const link = citizen.locator('[data-indicator="l2-r3"] .figure-link').first();
    const shown = number(await link.textContent());
    await link.click();
    expect(await listOf(citizen, ITEM)).toBe(shown);
    await citizen.goto(`${base}/registros?indicador=l1-r1`);
    await listOf(citizen, ITEM);
    expect(await citizen.getByText(RESTRICTED_TITLE).count()).toBe(0);
    await look(citizen, "records");
  });

  test("reads what is public of a record in words, in Spanish and English", async () => {
    const record = citizen.locator(ITEM).filter({ hasText: "Memorando con Lyon" });
    await record.getByText("Más datos").click();
    await record.getByText("Documento suscrito").waitFor();
    await record.getByText("Francia").waitFor();
    await citizen.getByRole("button", { name: "English" }).click();
    await record.getByText("Signed document").waitFor();
    await record.getByText("France").waitFor();
    await look(citizen, "records-en");
    await citizen.getByRole("button", { name: "Español" }).click();
  });

  test("opens the figures of a chart's table, one half-year at a time", async () => {
    await citizen.goto(base);
    await citizen.getByText("Ver estos datos en una tabla").click();
    const figures = citizen.locator(".chart tbody .figure-link");
    await figures.first().waitFor();
    const amounts = (await figures.allTextContents()).map(number);
    const index = amounts.findIndex((amount) => amount > 0);
    await figures.nth(index).click();
    expect(await listOf(citizen, ITEM)).toBe(amounts[index]);
  });

  test("is told when there is no such figure", async () => {
    await citizen.goto(`${base}/registros?indicador=nada`);
    await citizen.getByRole("heading", { name: "No encontramos esta cifra" }).waitFor();
    await look(citizen, "records-none");
  });
});

test("no page complained", () => expect(complaints).toEqual([]));
