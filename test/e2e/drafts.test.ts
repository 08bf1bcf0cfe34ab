/** Drafts in a real browser: every kind has its form, and nothing that is written gets lost. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KINDS, OFFICE_KINDS } from "#domain/record/kinds.ts";
import { seed } from "../../scripts/seed.ts";
import { KIND_FORMS } from "../../web/src/forms/kindForms.ts";
import { projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const NO_CONNECTION =
  "Sin conexión. Lo que escribe está guardado en este equipo y se enviará solo cuando vuelva la conexión.";

let browser: Browser;
let marta: Page;

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  browser = await launch();
  marta = await newPerson(browser);
  await signIn(marta, "movilidad");
});

afterAll(() => browser?.close());

/** Opens a form that nobody has written in yet, and returns its address once it is saved. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${base}/app/registros/nuevo`);
  await page.getByRole("link", { name: "Reunión, visita o misión" }).click();
  await page.getByLabel("Título").fill(title);
  await page.getByText(/Guardado en Bitácora a las/).waitFor();
  return page.url().replace("/nuevo/interaction", "");
}

describe("forms", () => {
  test("a focal point finds all kinds but the Office's own", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    const kinds = KINDS.filter((kind) => !OFFICE_KINDS.includes(kind));
    await marta.getByRole("link", { name: KIND_FORMS.instrument.name.es }).waitFor();
    const offered = await marta.locator(".kinds a").allTextContents();
    expect(offered.toSorted()).toEqual(kinds.map((kind) => KIND_FORMS[kind].name.es).toSorted());
  });

  test("every kind opens its form, in the Office too", async () => {
    const andres = await newPerson(browser);
    await signIn(andres, "oficina");
    for (const kind of KINDS) {
      await andres.goto(`${base}/app/registros/nuevo`);
      await andres.getByRole("link", { name: KIND_FORMS[kind].name.es }).click();
      await andres.getByRole("heading", { level: 1, name: KIND_FORMS[kind].name.es }).waitFor();
      await look(andres, `form-${kind}`);
    }
    await andres.context().close();
  }, 180_000);
});

describe("nothing is lost", () => {
  test("a draft is there again after the page is loaded anew, and on another computer", async () => {
    const address = await begin(marta, "Reunión con la embajada");
    await marta.goto(address);
    await expect.poll(() => marta.getByLabel("Título").inputValue()).toBe("Reunión con la embajada");
    const elsewhere = await newPerson(browser);
    await signIn(elsewhere, "movilidad");
    await elsewhere.goto(address);
    await expect.poll(() => elsewhere.getByLabel("Título").inputValue()).toBe("Reunión con la embajada");
    await elsewhere.context().close();
  });

  test("what is written without a connection is sent when it is back, and the form says so", async () => {
    const address = await begin(marta, "Llamada con París");
    await marta.context().setOffline(true);
    await marta.getByLabel("Título").fill("Llamada con París y Lyon");
    await marta.getByText(NO_CONNECTION).waitFor();
    await look(marta, "form-offline");
    await marta.context().setOffline(false);
    await marta.getByText(/Guardado en Bitácora a las/).waitFor();
    await marta.goto(address);
    await expect.poll(() => marta.getByLabel("Título").inputValue()).toBe("Llamada con París y Lyon");
  });

  test("a computer that cannot keep what is written says so, until it can", async () => {
    await begin(marta, "Disco lleno");
    await marta.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      addEventListener("space-made", () => {
        IDBObjectStore.prototype.put = put;
      });
    });
    await marta.getByLabel("Título").fill("Disco lleno, todavía");
    const told = marta.getByText(/Este equipo no pudo guardar lo que escribe/);
    await told.waitFor();
    await look(marta, "storage-refused");
    await marta.evaluate(() => dispatchEvent(new Event("space-made")));
    await marta.getByLabel("Título").fill("Disco con espacio");
    await told.waitFor({ state: "hidden" });
    await marta.getByText(/Guardado en Bitácora a las/).waitFor();
  });

  test("of two people on one draft the second is told, sees both texts and chooses", async () => {
    const address = await begin(marta, "Visita de Quito");
    const colleague = await newPerson(browser);
    await signIn(colleague, "movilidad");
    await colleague.goto(address);
    await marta.goto(address);
    await colleague.getByLabel("Título").fill("Visita de la alcaldía de Quito");
    await colleague.getByLabel("Visita", { exact: true }).check();
    await colleague.getByText(/Guardado en Bitácora a las/).waitFor();
    await marta.getByLabel("Título").fill("Visita técnica de Quito");
    await marta.getByRole("heading", { name: /Otra persona cambió este borrador/ }).waitFor();
    await marta.getByText("Visita de la alcaldía de Quito").waitFor();
    await look(marta, "form-clash");
    expect(await marta.getByLabel("Visita", { exact: true }).isChecked()).toBe(true);
    await marta.getByRole("button", { name: "Dejar lo mío" }).click();
    await marta.getByText(/Guardado en Bitácora a las/).waitFor();
    await colleague.reload();
    await expect.poll(() => colleague.getByLabel("Título").inputValue()).toBe("Visita técnica de Quito");
    await colleague.context().close();
  });

  test("a draft is deleted only after it is asked once more", async () => {
    await begin(marta, "Borrador que sobra");
    await marta.getByRole("button", { name: "Borrar este borrador" }).click();
    await marta.getByText("Se borrará todo lo que escribió en este borrador.").waitFor();
    await marta.getByRole("button", { name: "Sí, borrar el borrador" }).click();
    await marta.getByRole("heading", { name: "Mis registros" }).waitFor();
    expect(await marta.getByRole("link", { name: "Borrador que sobra" }).count()).toBe(0);
  });

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
