/**
 * Every screen of the app, for each role that may open it: axe finds nothing, nothing overflows from 320 px to a desk, what one
 * presses is large enough, and English stands where Spanish did. The table of routes is the list: one without a visit fails.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, bogotaDay } from "#domain/calendar.ts";
import { duplicateIdOf } from "#domain/duplicate.ts";
import type { Role } from "#domain/record/states.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { duplicates, records } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { aDecision, andres, anEdition, aRecord, marta } from "../support/builders.ts";
import { emptyFirestore } from "../support/emptyFirestore.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { axeFinds, complaints, launch, newPerson, overflowOf, signIn } from "./browser.ts";
import "../web/withoutBrowser.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const { ROUTES } = await import("../../web/src/app/routes.ts");

const ARTEFACTS = join(import.meta.dirname, "../artefacts/screens");
const TODAY = bogotaDay(new Date());
const db = getFirestore(adminApp());
const context = jobContext(db, () => new Date());

const MEMO = "/app/registros/sdm/walk-memo";
const PAIR = duplicateIdOf(["entities/sdm/records/walk-memo", "entities/sdm/records/walk-sent"]);

/** Where to see each route; "none" with the reason where there is nothing to see without a long story before. */
const VISITS: Readonly<Record<string, string | { readonly none: string }>> = {
  "/app/registros": "/app/registros",
  "/app/registros/nuevo": "/app/registros/nuevo",
  "/app/registros/todos": "/app/registros/todos",
  "/app/registros/copiar/:entityId/:recordId": "/app/registros/copiar/sdm/walk-memo",
  "/app/registros/nuevo/:newKind/:entityId/:recordId": "/app/registros/nuevo/interaction/sdm/walk-new",
  "/app/registros/:entityId/:recordId": MEMO,
  "/app/nota": "/app/nota",
  "/app/actores": "/app/actores",
  "/app/actores/:partnerId": "/app/actores/c40",
  "/app/actores/:partnerId/editar": "/app/actores/c40/editar",
  "/app/actores/:partnerId/unir/:otherId": "/app/actores/c40/unir/iclei",
  "/app/duplicados": "/app/duplicados",
  "/app/duplicados/:pairId": `/app/duplicados/${PAIR}`,
  "/app/unir/:mergeId": "/app/unir/walk-merge",
  "/app/registros/:entityId/:recordId/modificar": `${MEMO}/modificar`,
  "/app/registros/:entityId/:recordId/historia/:version": `${MEMO}/historia/2`,
  "/app/revision": "/app/revision",
  "/app/revision/varios": "/app/revision/varios",
  "/app/revision/motivos": "/app/revision/motivos",
  "/app/informe": "/app/informe",
  "/app/informe/:entityId/:periodId": "/app/informe/sdm/2026-S1",
  "/app/informes-semestrales": "/app/informes-semestrales",
  "/app/informes-semestrales/:entityId/:periodId": "/app/informes-semestrales/sdm/2026-S1",
  "/app/seguimiento": "/app/seguimiento",
  "/app/seguimiento/avisos": "/app/seguimiento/avisos",
  "/app/seguimiento/plazos/:periodId": "/app/seguimiento/plazos/2026-S1",
  "/app/correos": "/app/correos",
  "/app/contactos": "/app/contactos",
  "/app/vistas": "/app/vistas?por=pais",
  "/app/aprobados": "/app/aprobados",
  "/app/ediciones": "/app/ediciones",
  "/app/informes/:reportId": "/app/informes/annual-2025",
  "/app/informes/:reportId/paginas": "/app/informes/annual-2025/paginas",
  "/app/ediciones/nueva": "/app/ediciones/nueva",
  "/app/ediciones/traer": "/app/ediciones/traer",
  "/app/ediciones/programacion": "/app/ediciones/programacion",
  "/app/ediciones/:editionId": "/app/ediciones/walk-edition",
  "/app/importar": "/app/importar",
  "/app/administracion": "/app/administracion",
  "/app/catalogos": "/app/catalogos",
  "/app/catalogos/:catalogueId": "/app/catalogos/themes",
  "/app/catalogos/:catalogueId/nuevo": "/app/catalogos/themes/nuevo",
  "/app/catalogos/:catalogueId/:itemId": "/app/catalogos/entities/sdm",
  "/app/decisiones": "/app/decisiones",
  "/app/decisiones/:decisionId": "/app/decisiones/walk-decision",
  "/app/operaciones": "/app/operaciones",
  "/app/indicadores": "/app/indicadores",
  "/app/indicadores/nuevo": "/app/indicadores/nuevo",
  "/app/indicadores/:indicatorId": "/app/indicadores/l1-r1",
  "/app/indicadores/:indicatorId/registros": "/app/indicadores/l1-r1/registros",
  "/app/indicadores/:indicatorId/historia": "/app/indicadores/l1-r1/historia",
  "/app/indicadores/:indicatorId/editar": "/app/indicadores/l1-r1/editar",
  "/app/personas": "/app/personas",
  "/app/personas/nueva": "/app/personas/nueva",
  "/app/personas/:uid": "/app/personas/movilidad",
};

const PEOPLE: Readonly<Record<Role, string>> = {
  focal: "movilidad",
  office: "oficina",
  viewer: "comision",
  admin: "admin",
};

const addressOf = (path: string): string | undefined => {
  const visit = VISITS[path];
  return typeof visit === "string" ? visit : undefined;
};

/** A memorandum with a history, a record that waits, a draft, and a pair that looks alike. */
async function prepare(): Promise<void> {
  const now = new Date();
  const draft = (title: string) =>
    aRecord("instrument", {
      ...{ title, happenedOn: TODAY, createdAt: now, updatedAt: now, countries: ["MX", "SG"] },
      details: { signedOn: TODAY, validUntil: addDays(TODAY, 300) },
    });
  for (const id of ["walk-memo", "walk-sent", "walk-draft"])
    await records(db, "sdm")
      .doc(id)
      .set(draft(`Memorando de muestra con un título que ocupa más de una línea, ${id}`));
  const move = async (id: string, what: "submit" | "approve", more: object = {}) => {
    const version = (await records(db, "sdm").doc(id).get()).data()?.version ?? 0;
    const request = { entityId: "sdm", recordId: id, version, requestId: crypto.randomUUID(), ...more };
    await moveRecord(context, what === "submit" ? marta : andres, what, request);
  };
  await move("walk-memo", "submit");
  await move("walk-memo", "approve", { strategic: true, strategicReason: "Abre la cooperación." });
  await move("walk-sent", "submit");
  await duplicates(db)
    .doc(PAIR)
    .set({
      ...{ of: "records", state: "suspected", score: 0.9, foundAt: now },
      members: ["entities/sdm/records/walk-memo", "entities/sdm/records/walk-sent"],
    });
  await db.doc("decisions/walk-decision").set({ ...aDecision({ createdAt: now, updatedAt: now }) });
  await db.doc("editions/walk-edition").set({ ...anEdition({ requestedAt: now, updatedAt: now }) });
  await db.doc("merges/walk-merge").set({
    ...{ state: "proposed", keptEntityId: "sdm", keptRecordId: "walk-memo" },
    ...{ mergedEntityId: "sdm", mergedRecordId: "walk-sent", reason: "Es el mismo memorando." },
    ...{ proposedBy: "oficina", proposedAt: now },
  });
}

let browser: Browser;

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  await emptyFirestore(projectId);
  await seed({ projectId, examples: true, demo: false, accounts: true });
  await prepare();
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await emptyFirestore(projectId);
});

/** Goes there as a link would, and waits until nothing is on its way any more. */
async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  const hasHeading = await page
    .getByRole("heading", { level: 1 })
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    );
  if (!hasHeading) throw new Error(`${address} has no heading: ${await page.locator("body").innerText()}`);
  const isWaiting = () => page.getByText(/^(Cargando|Loading)…$/).count();
  let quiet = 0;
  for (let tries = 0; tries < 200 && quiet < 3; tries += 1) {
    quiet = (await isWaiting()) === 0 ? quiet + 1 : 0;
    await page.waitForTimeout(100);
  }
  if (quiet < 3) throw new Error(`${address} goes on loading: ${await page.locator("main").innerText()}`);
}

/**
 * Controls smaller than 44 px. A check box or radio button is as large as its row; a link within a sentence, a table or a map
 * has its line or its list beside it (WCAG 2.5.5: inline and equivalent).
 */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const LEAST = 43.5;
    const isShown = (box: DOMRect) => box.width > 1 && box.height > 1;
    const isInline = (link: Element) =>
      link.closest("svg, table, dd, p, li, label, .note, .breadcrumb") !== null && link.matches("a");
    return [
      ...document.querySelectorAll(
        "main button, main select, main textarea, main input, main summary, main a, header a, header button",
      ),
    ]
      .filter((control) => control instanceof HTMLElement && control.checkVisibility() && !isInline(control))
      .filter(
        (control) => !control.closest(".visually-hidden") && !control.matches(".skip-link, [type=file]"),
      )
      .flatMap((control) => {
        const row = control.matches("[type=checkbox], [type=radio]")
          ? (control.closest(".choice, .bulk-choice, label") ?? control.parentElement ?? control)
          : control;
        const box = row.getBoundingClientRect();
        return isShown(box) && box.height < LEAST
          ? [`${Math.round(box.height)} px: ${control.outerHTML.slice(0, 120)}`]
          : [];
      });
  });

const titleOf = async (page: Page): Promise<string> =>
  (await page.getByRole("heading", { level: 1 }).first().innerText()).trim();

/** Titles that are names of their own: of a record, a partner, a person, an entity's report. */
const NAMED = ["/app/registros/:entityId/:recordId", "/app/actores/:partnerId", "/app/personas/:uid"];

const WIDTHS = [1280, 640, 390, 320] as const;

test("each route has a visit, and each visit a route", () => {
  expect(Object.keys(VISITS).sort()).toEqual(ROUTES.map(({ path }) => path).sort());
});

describe.each(Object.entries(PEOPLE) as [Role, string][])("for %s", (role, uid) => {
  const open = ROUTES.filter(({ roles }) => !roles || roles.includes(role));
  const spanish = new Map<string, string>();
  let page: Page;

  test("every screen passes axe, keeps within its window, and has targets of 44 px", async () => {
    page = await newPerson(browser);
    await signIn(page, uid);
    const found: string[] = [];
    for (const { path } of open) {
      const address = addressOf(path);
      if (address === undefined) continue;
      await page.setViewportSize({ width: 1280, height: 900 });
      await visit(page, address);
      spanish.set(path, await titleOf(page));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const over = await overflowOf(page);
        if (over > 0) found.push(`${path} at ${width} px: ${over} px too wide`);
        if (width !== 1280 && width !== 390) continue;
        found.push(...(await axeFinds(page)).map((one) => `${path} at ${width} px: ${one}`));
        if (width === 390) found.push(...(await smallTargets(page)).map((one) => `${path}: ${one}`));
        if (role === "office") {
          const name = path.slice(5).replaceAll(/[/:]+/g, "-");
          await page.screenshot({ path: join(ARTEFACTS, `every-${name}-${width}.png`), fullPage: true });
        }
      }
    }
    expect(found).toEqual([]);
  });

  test("in English too nothing is too wide, and no screen keeps its Spanish title", async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor();
    const found: string[] = [];
    for (const { path } of open) {
      const address = addressOf(path);
      if (address === undefined) continue;
      await visit(page, address);
      if ((await overflowOf(page)) > 0) found.push(`${path}: too wide`);
      if (!NAMED.includes(path) && (await titleOf(page)) === spanish.get(path))
        found.push(`${path}: in Spanish`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});

test("whoever asks for less movement gets none", async () => {
  const page = await newPerson(browser);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, "oficina");
  for (const address of ["/app/revision", "/app/vistas?por=pais", "/app/registros/nuevo"]) {
    await visit(page, address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return /[1-9]/.test(transitionDuration) || animationName !== "none";
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(moving, address).toEqual([]);
  }
  await page.context().close();
});

test("with forced colours every screen of the Office still passes axe, and what is chosen still shows", async () => {
  const page = await newPerson(browser);
  await page.emulateMedia({ forcedColors: "active" });
  await signIn(page, "oficina");
  const found: string[] = [];
  for (const path of ["/app/revision", "/app/vistas", "/app/indicadores", "/app/seguimiento"]) {
    await visit(page, addressOf(path) ?? path);
    await page.screenshot({ path: join(ARTEFACTS, `forced-${path.slice(5)}.png`), fullPage: true });
    found.push(...(await axeFinds(page)).map((one) => `${path}: ${one}`));
  }
  expect(found).toEqual([]);
  await page.context().close();
});

test("no page complained", () => expect(complaints).toEqual([]));
