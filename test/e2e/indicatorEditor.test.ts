/** The Office defines what is counted, in a real browser: nothing is deployed, and no figure is wrong in between. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inStrategy, yearOf } from "#domain/calendar.ts";
import { definitionOf } from "#domain/indicator.ts";
import type { Operation } from "#domain/operation.ts";
import { allRecords, indicators, operations } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { anIndicator, aRecord } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

/** Told apart from what other runs may have left. */
const RUN = Date.now();
const NAME = `Reuniones realizadas ${RUN}`;
/** Background work and the fold of figures follow a save. */
const PATIENCE_MS = 60_000;

const db = getFirestore(adminApp());
let browser: Browser;
let andres: Page;
let home = "";

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  const meetings = [
    { id: "presencial", details: { status: "held", channel: "in-person" } },
    { id: "virtual", details: { status: "held", channel: "virtual" } },
    { id: "planeada", details: { status: "planned", channel: "virtual" } },
  ];
  for (const { id, details } of meetings) {
    const record = aRecord("interaction", { title: `Reunión ${id}`, state: "approved", details });
    await allRecordsOf(record.entityId).doc(`${id}-${RUN}`).set(record);
  }
  browser = await launch();
  andres = await newPerson(browser);
  await signIn(andres, "oficina");
});

afterAll(() => browser?.close());

const allRecordsOf = (entityId: string) => db.collection(`entities/${entityId}/records`);

/** What the indicator must show, from the records themselves. */
async function heldMeetings(...channels: string[]): Promise<number> {
  const { docs } = await allRecords(db)
    .where("kind", "==", "interaction")
    .where("state", "==", "approved")
    .get();
  return docs.filter((found) => {
    const record = found.data();
    return (
      record.kind === "interaction" &&
      !record.isExample &&
      inStrategy(yearOf(record.happenedOn ?? "")) &&
      record.details.status === "held" &&
      (channels.length === 0 || channels.includes(record.details.channel ?? ""))
    );
  }).length;
}

/** The figure on the indicator's own page. */
async function figure(): Promise<number> {
  await andres.goto(`${base}${home}`);
  const words = await andres.locator(".headline .figure").first().textContent();
  return Number(/^[\d.]+/.exec(words ?? "")?.[0]?.replaceAll(".", "") ?? Number.NaN);
}

const save = () => andres.getByRole("button", { name: "Guardar indicador" }).click();
const summary = () => andres.getByRole("alert", { name: /por corregir/ });
const condition = (number: number) => andres.getByRole("group", { name: `Condición ${number}` });

async function addCondition(number: number, field: string, ...values: string[]): Promise<void> {
  await andres.getByRole("button", { name: "Añadir una condición" }).click();
  const chosen = condition(number).getByLabel("Dato", { exact: true });
  await expect.poll(() => chosen.evaluate((select) => select === document.activeElement)).toBe(true);
  await chosen.selectOption({ label: field });
  for (const value of values) await condition(number).getByLabel(value).check();
}

const switchedOver = (version: number) =>
  andres
    .getByText(`Listo: las cifras ya son las de la versión ${version}.`)
    .waitFor({ timeout: PATIENCE_MS });

describe("a new indicator", () => {
  test("is told all that is missing, and led to each field", async () => {
    await andres.goto(`${base}/app/indicadores`);
    await andres.getByRole("link", { name: "Nuevo indicador" }).click();
    await andres.getByRole("heading", { level: 1, name: "Nuevo indicador" }).waitFor();
    await look(andres, "indicator-new");
    await save();
    await summary().waitFor();
    expect(await summary().evaluate((box) => box === document.activeElement)).toBe(true);
    await look(andres, "indicator-errors");
    await summary().getByRole("link", { name: "Elija el tipo de registro" }).click();
    const kind = andres.getByLabel("Tipo de registro");
    expect(await kind.evaluate((select) => select === document.activeElement)).toBe(true);
  });

  test("with a negative target is refused with the target named, and keeps its answers", async () => {
    await andres.getByLabel("Nombre en español").fill(NAME);
    await andres.getByLabel("Nombre en inglés").fill(`Meetings held ${RUN}`);
    await andres.getByLabel("1. Atraer recursos").check();
    await andres.getByLabel("Unidad en español").fill("reuniones");
    await andres.getByLabel("Unidad en inglés").fill("meetings");
    await andres.getByLabel("Tipo de registro").selectOption({ label: "Reunión, visita o misión" });
    await addCondition(1, "¿Ya se hizo?", "Sí, ya se hizo");
    await andres.getByLabel("Cómo se cuenta, en español").fill("Las reuniones ya realizadas y aprobadas.");
    await andres.getByLabel("Cómo se cuenta, en inglés").fill("Meetings held and approved.");
    await andres.getByLabel("Un total para los cuatro años").check();
    await andres.getByLabel("Cuánto", { exact: true }).fill("-40");
    await andres.getByLabel("De dónde sale la meta, en español").fill("Plan de acción.");
    await andres.getByLabel("De dónde sale la meta, en inglés").fill("Action plan.");
    await andres.getByRole("group", { name: "¿Lo ve la ciudadanía?" }).getByLabel("No").check();
    await save();
    await summary().getByRole("link", { name: "Revise la meta: debe ser mayor que cero" }).click();
    const target = andres.getByLabel("Cuánto", { exact: true });
    expect(await target.evaluate((input) => input === document.activeElement)).toBe(true);
    await look(andres, "indicator-negative");
    await andres.reload();
    await expect.poll(() => andres.getByLabel("Nombre en español").inputValue()).toBe(NAME);
    await andres.getByLabel("Cuánto", { exact: true }).fill("40");
    await andres.getByText("Al guardar se contará todo por primera vez.").waitFor();
  });

  test("is counted in sight of the Office, and then shows its figure", async () => {
    await save();
    await andres.getByRole("heading", { level: 1, name: "Historia de la definición" }).waitFor();
    await switchedOver(1);
    await look(andres, "indicator-switched");
    home = new URL(andres.url()).pathname.replace("/historia", "");
    expect(home).toBe(`/app/indicadores/reuniones-realizadas-${RUN}`);
    await expect.poll(figure, { timeout: PATIENCE_MS, interval: 1_000 }).toBe(await heldMeetings());
  });
});

describe("an edit", () => {
  test("of words and target changes at once", async () => {
    await andres.goto(`${base}${home}/editar`);
    await andres.getByText("Todavía no ha cambiado nada.").waitFor();
    await andres.getByLabel("Cuánto", { exact: true }).fill("60");
    await andres.getByText("Cambia de inmediato, sin volver a contar.").waitFor();
    await save();
    await andres.getByText("Guardado: la versión 2 ya está en vigor.").waitFor();
    await andres.getByText("Las cifras de hoy cuentan como dice la versión 1.").waitFor();
  });

  test("of what counts is counted anew, and the figure switches over when that is done", async () => {
    await andres.getByRole("link", { name: "Editar indicador" }).click();
    await addCondition(2, "Cómo se hizo", "Virtual");
    await andres
      .getByText(
        "Se volverá a contar todo con la nueva definición; hasta que termine, las cifras siguen siendo las de la versión 2.",
      )
      .waitFor();
    await look(andres, "indicator-edit");
    await save();
    await switchedOver(3);
    await expect.poll(figure, { timeout: PATIENCE_MS, interval: 1_000 }).toBe(await heldMeetings("virtual"));
  });

  test("on a version that another person has replaced loses neither", async () => {
    await andres.goto(`${base}${home}/editar`);
    await andres.getByLabel("Cuánto", { exact: true }).fill("70");
    const elena = await newPerson(browser);
    await signIn(elena, "consejera");
    await elena.goto(`${base}${home}/editar`);
    await elena.getByLabel("Unidad en español").fill("reuniones virtuales");
    await elena.getByRole("button", { name: "Guardar indicador" }).click();
    await elena.getByText("Guardado: la versión 4 ya está en vigor.").waitFor();
    await elena.context().close();
    await save();
    const changed = andres.getByRole("alert").filter({ hasText: "Otra persona guardó la versión 4" });
    await changed.waitFor();
    expect(await changed.evaluate((box) => box === document.activeElement)).toBe(true);
    await look(andres, "indicator-changed-meanwhile");
    expect(await andres.getByLabel("Cuánto", { exact: true }).inputValue()).toBe("70");
    await andres.getByRole("button", { name: "Dejar lo de la otra persona" }).click();
    await expect.poll(() => andres.getByLabel("Unidad en español").inputValue()).toBe("reuniones virtuales");
    expect(await andres.getByLabel("Cuánto", { exact: true }).inputValue()).toBe("60");
  });

  test("that counts what another indicator counts is refused with that one named, unless it is meant", async () => {
    await andres.goto(`${base}/app/indicadores/l3-r3/editar`);
    const second = condition(1).getByLabel("Comité para la Internacionalización");
    await second.check();
    await save();
    const told = summary().getByRole("link", {
      name: /cuenta lo mismo que «Número de reuniones del Comité para la Internacionalización»/,
    });
    await told.click();
    const meant = andres.getByLabel(/^También cuenta registros de «Número de reuniones del Comité/);
    expect(await meant.evaluate((box) => box === document.activeElement)).toBe(true);
    await look(andres, "indicator-overlaps");
    await meant.check();
    await expect.poll(() => summary().count()).toBe(0);
    await andres.getByRole("button", { name: "Descartar lo que escribí" }).click();
    await andres.getByRole("button", { name: "Sí, descartar" }).click();
    await expect.poll(() => second.isChecked()).toBe(false);
  });
});

describe("what was and what is", () => {
  test("a count is shown as it goes, and that the figures have switched over", async () => {
    const ref = indicators(db).doc(`conteo-${RUN}`);
    const { id: _, ...body } = anIndicator({ id: ref.id, active: false, version: 2, ruleVersion: 1 });
    const next = { version: 2, definition: definitionOf({ ...body, active: false }) };
    await ref.set({ ...body, next });
    const operation: Operation = {
      ...{ kind: "new-version", state: "running", phase: "counting", indicatorId: ref.id, version: 2 },
      ...{ requestedBy: "oficina", requestedAt: new Date(), updatedAt: new Date(), done: 120, total: 500 },
      ...{ entries: 0, tallies: 0, unreadable: [], leaseUntil: new Date(Date.now() + 3_600_000) },
    };
    await operations(db).doc(ref.id).set(operation);
    await andres.goto(`${base}/app/indicadores/${ref.id}/historia`);
    await andres.getByRole("status").getByText("Se está contando con la versión 2.").waitFor();
    await andres.getByText("Contando: 120 de 500 registros, 24 %").waitFor();
    await look(andres, "indicator-counting");
    await operations(db)
      .doc(ref.id)
      .set({ ...operation, done: 480 });
    await andres.getByText("Contando: 480 de 500 registros, 96 %").waitFor();
    await andres.goto(`${base}/app/indicadores/${ref.id}/editar`);
    await andres.getByText("Podrá editarlo cuando termine el conteo.", { exact: false }).waitFor();
    await andres.goto(`${base}/app/indicadores/${ref.id}/historia`);
    await andres.getByText("Contando: 480 de 500 registros, 96 %").waitFor();
    await ref.set({ ...body, ruleVersion: 2 });
    await operations(db)
      .doc(ref.id)
      .set({ ...operation, state: "done", phase: "tidying" });
    await switchedOver(2);
    await Promise.all([ref.delete(), operations(db).doc(ref.id).delete()]);
  });

  test("every version is told with what it changed, to everyone inside", async () => {
    await andres.goto(`${base}${home}/historia`);
    await andres.getByRole("heading", { name: "Versión 4" }).waitFor();
    const third = andres.getByRole("article", { name: "Versión 3" });
    await third.getByRole("rowheader", { name: "Qué cuenta" }).waitFor();
    await third.getByText("Así cuentan las cifras de hoy.").waitFor();
    expect(await third.textContent()).toContain("Cómo se hizo: Virtual");
    await look(andres, "indicator-history");
    const marta = await newPerson(browser);
    await signIn(marta, "movilidad");
    await marta.goto(`${base}${home}/historia`);
    await marta.getByRole("heading", { name: "Versión 4" }).waitFor();
    expect(await marta.getByRole("link", { name: "Editar indicador" }).count()).toBe(0);
    await marta.goto(`${base}${home}/editar`);
    await marta.getByRole("heading", { name: "No encontramos esta página" }).waitFor();
    await marta.context().close();
  });

  test("the Office asks for a recount and reads what it found", async () => {
    await andres.goto(`${base}/app/operaciones`);
    await andres.getByRole("heading", { level: 1, name: "Operaciones" }).waitFor();
    await andres.getByRole("button", { name: "Volver a contar" }).click();
    await andres.getByText("Elija qué se vuelve a contar").waitFor();
    await andres.getByLabel("Lo de una entidad").check();
    await andres
      .getByLabel("Entidad", { exact: true })
      .selectOption({ label: "Secretaría Distrital de Movilidad" });
    await andres.getByRole("button", { name: "Volver a contar" }).click();
    const row = andres
      .getByRole("row", { name: /Recuento pedido.*Secretaría Distrital de Movilidad/ })
      .first();
    await row.getByText("Terminado").waitFor({ timeout: PATIENCE_MS });
    await row.getByText("Todo estaba bien contado.").waitFor();
    await look(andres, "operations");
  });

  test(
    "a record that cannot be read is told with its path",
    async () => {
      const broken = allRecordsOf("idt").doc(`roto-${RUN}`);
      await broken.set({ kind: "practice", state: "approved", title: "Lo demás falta" });
      await expect
        .poll(
          async () => {
            await andres.goto(`${base}/app/operaciones`);
            await andres.getByRole("table").waitFor();
            return andres.getByText(broken.path, { exact: true }).count();
          },
          { timeout: PATIENCE_MS, interval: 2_000 },
        )
        .toBe(1);
      await broken.delete();
    },
    2 * PATIENCE_MS,
  );

  test("an indicator out of use is counted no more, and is still found", async () => {
    await andres.goto(`${base}${home}/editar`);
    await andres.getByLabel("No: se deja de contar y de mostrar").check();
    await andres.getByText("Se dejará de contar y de mostrar de inmediato.").waitFor();
    await save();
    await andres.getByText("Está fuera de uso: no se cuenta ni se muestra.").waitFor();
    await andres.goto(`${base}/app/indicadores`);
    await andres.getByRole("link", { name: NAME }).waitFor();
    await look(andres, "indicators-office");
    expect(
      (
        await indicators(db)
          .doc(home.split("/").at(-1) ?? "")
          .get()
      ).data()?.active,
    ).toBe(false);
  });

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
