/** Views of approved public records in a real browser: numbers that agree with their lists, links, the map, the months. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kind } from "#domain/record/kinds.ts";
import { records } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { aRecord } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const db = getFirestore(adminApp());
const RUN = Date.now();
const SECRET = `Memorando reservado ${RUN}`;

/** Kind, entity, countries, partner, day: told apart from other runs by a country of their own. */
const RECORDS: readonly (readonly [Kind, string, readonly string[], string, string])[] = [
  ["interaction", "sdm", ["FJ", "KI"], "c40", "2025-02-10"],
  ["interaction", "sdm", ["FJ"], "c40", "2025-02-20"],
  ["interaction", "sdmujer", ["FJ"], "iclei", "2025-05-05"],
  ["transfer", "sdm", ["KI"], "iclei", "2025-05-09"],
  ["instrument", "idu", ["FJ"], "ucci", "2009-03-01"],
];

/** A busy machine takes its time to read and draw. */
const SOON = { timeout: 20_000 };

let browser: Browser;
let viewer: Page;

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  const state = { state: "approved", disclosure: "public" };
  await Promise.all(
    RECORDS.map(([kind, entityId, countries, partner, happenedOn], n) =>
      records(db, entityId)
        .doc(`view-${n}`)
        .set(
          aRecord(kind, {
            ...{ entityId, countries, partnerIds: [partner], happenedOn, ...state },
            title: `Registro ${n + 1} de ${RUN}`,
          }),
        ),
    ),
  );
  await records(db, "sdm")
    .doc("view-secret")
    .set(
      aRecord("instrument", {
        ...{ title: SECRET, countries: ["NR"], state: "approved", disclosure: "reserved" },
        ...{
          exception: "19-c",
          legalGround: "Prueba",
          classifiedOn: "2026-01-02",
          reservedUntil: "2030-01-01",
        },
      }),
    );
  browser = await launch();
  viewer = await newPerson(browser);
  await signIn(viewer, "comision");
});

afterAll(() => browser?.close());

const count = async (): Promise<number> => {
  const words = await viewer.locator(".view-state [role=status]").first().innerText();
  return Number(words.split(" ")[0]);
};
const row = (name: string) =>
  viewer
    .locator(".chart")
    .first()
    .getByRole("row", { name: new RegExp(`^${name}`) });

test("the world by country: a map, and beside it a table whose names open what they count", async () => {
  await viewer.goto(`${base}/app/vistas?por=pais`);
  await viewer.getByRole("figure", { name: "Mapa del mundo: registros por país" }).waitFor();
  const cells = (await row("Fiyi").innerText()).split(/\s+/);
  expect(cells[1]).toBe("4");
  await look(viewer, "views-country");
  await viewer.setViewportSize({ width: 1280, height: 900 });
  await row("Fiyi").getByRole("link", { name: "Fiyi" }).click();
  await expect.poll(count, SOON).toBe(4);
  expect(new URL(viewer.url()).search).toBe("?por=pais&pais=FJ");
  await viewer.getByRole("heading", { name: "Los 4 registros de esta vista" }).waitFor();
  expect(await viewer.getByRole("link", { name: new RegExp(`Registro \\d de ${RUN}`) }).count()).toBe(4);
});

test("the map is reached with the keyboard, and Enter opens a country, however small", async () => {
  await viewer.goto(`${base}/app/vistas?por=pais`);
  const kiribati = viewer.locator(".world-map a", { has: viewer.getByText(/^Ver solo Kiribati/) });
  await kiribati.focus();
  await viewer.keyboard.press("Enter");
  await expect.poll(count, SOON).toBe(2);
  await viewer.getByRole("heading", { name: "Los 2 registros de esta vista" }).waitFor();
});

test("a view is its link: whoever opens it sees the same, filtered by period and kind too", async () => {
  const address = "/app/vistas?por=actor&periodo=2025-S1&pais=FJ&tipo=interaction";
  await viewer.goto(`${base}${address}`);
  await expect.poll(count, SOON).toBe(3);
  expect((await row("C40").innerText()).split(/\s+/)).toContain("2");
  await viewer.getByText("Febrero de 2025 fue el mes con más registros: 2").first().waitFor();
  await look(viewer, "views-partner");
  await viewer.setViewportSize({ width: 1280, height: 900 });
  await viewer.getByRole("button", { name: "Quitar todos los filtros" }).click();
  await expect.poll(() => new URL(viewer.url()).search, SOON).toBe("?por=actor");
  await viewer.getByText(/anterior(es)? a 2024 no se dibuja/).waitFor();
});

test("nothing reserved is counted or listed", async () => {
  await viewer.goto(`${base}/app/vistas?por=pais&pais=NR`);
  await viewer.getByText("Ningún registro público aprobado cumple estos filtros.").waitFor();
  expect(await viewer.getByText(SECRET).count()).toBe(0);
});

test("with forced colours the map still parts countries with records from the others", async () => {
  await viewer.goto(`${base}/app/vistas?por=pais`);
  await viewer.emulateMedia({ forcedColors: "active" });
  const fill = (selector: string) =>
    viewer
      .locator(selector)
      .first()
      .evaluate((path) => getComputedStyle(path).fill);
  await viewer.locator(".country").first().waitFor();
  expect(await fill(".country")).not.toBe(await fill(".land"));
  await look(viewer, "views-forced-colours");
  await viewer.emulateMedia({ forcedColors: "none" });
});

test("no page complained", () => expect(complaints).toEqual([]));
