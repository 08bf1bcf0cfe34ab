/** Logging without double work, in a real browser: a quick note, slips forgiven, warnings while typing, two made one. */
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay, formatLongDay } from "#domain/format.ts";
import { dealings, duplicates, operations, partners, records } from "#functions/store/collections.ts";
import { seed } from "../../scripts/seed.ts";
import { aPartner, aRecord } from "../support/builders.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const TODAY = bogotaDay(new Date());
/** Short, so that it does not make titles alike. */
const RUN = Date.now().toString(36).slice(-5);
const CITY = `montevideo-${RUN}`;
/** The Functions emulator serves one event after the other, and a fresh seed leaves a minute of them. */
const PATIENCE_MS = 150_000;
/** The smallest JPEG that a telephone could have taken. */
const PHOTO = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let marta: Page;
let andres: Page;
const db = getFirestore(adminApp(projectId));

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  await partners(db)
    .doc(CITY)
    .set(aPartner({ name: `Intendencia de Montevideo ${RUN}`, country: "UY" }));
  browser = await launch();
  [marta, andres] = [await newPerson(browser), await newPerson(browser)];
  await signIn(marta, "movilidad");
  await signIn(andres, "oficina");
});

afterAll(() => browser?.close());

const combobox = (page: Page, name: string): Locator => page.getByRole("combobox", { name });

/** Writes as the server would; triggers follow. */
const put = (entityId: string, id: string, record: Parameters<typeof aRecord>[1] & object) =>
  records(db, entityId)
    .doc(id)
    .set(
      aRecord("interaction", {
        ...{ entityId, partnerIds: [CITY], happenedOn: TODAY, createdBy: "mujer", updatedBy: "mujer" },
        ...record,
      }),
    );

const kept = async (id: string) => (await records(db, "sdm").doc(id).get()).data();

describe("a quick note between two meetings", () => {
  test("is two touches on the telephone, with today's date, a partner and a photo, and stays a draft", async () => {
    await marta.setViewportSize({ width: 390, height: 800 });
    await marta.goto(`${base}/app/registros`);
    await marta.getByRole("link", { name: "Nota rápida" }).click();
    await marta.getByLabel("Qué fue").fill(`Reunión sobre ciclovías ${RUN}`);
    expect(await marta.getByLabel("Cuándo").inputValue()).toBe(formatDay(TODAY, "es"));
    await combobox(marta, "Con quién").fill(`montvideo ${RUN}`);
    await combobox(marta, "Con quién").press("Enter");
    await marta
      .getByLabel("Tomar o elegir una foto")
      .setInputFiles({ name: "acta.jpg", mimeType: "image/jpeg", buffer: PHOTO });
    await marta.getByText("acta.jpg").waitFor();
    await look(marta, "quick-note");
    await marta.setViewportSize({ width: 390, height: 800 });
    await marta.getByRole("button", { name: "Guardar borrador" }).click({ timeout: PATIENCE_MS });
    await marta.getByRole("heading", { name: "Nota guardada" }).waitFor();
    await look(marta, "quick-note-saved");
    const href = await marta.getByRole("link", { name: "Completar ahora" }).getAttribute("href");
    const draft = await kept(href?.split("/").at(-1) ?? "");
    expect(draft).toMatchObject({
      state: "draft",
      kind: "interaction",
      happenedOn: TODAY,
      partnerIds: [CITY],
    });
    expect(draft?.countries).toEqual(["UY"]);
  });

  test("is completed later in the whole form", async () => {
    await marta.getByRole("link", { name: "Completar ahora" }).click();
    await expect
      .poll(() => marta.getByLabel("Título").inputValue(), { timeout: 20_000 })
      .toBe(`Reunión sobre ciclovías ${RUN}`);
  });
});

describe("a form", () => {
  test("logs a meeting in eleven acts of the person, most of them one touch", async () => {
    let acts = 0;
    const act = async (done: Promise<unknown>) => {
      acts += 1;
      await done;
    };
    await marta.setViewportSize({ width: 1280, height: 900 });
    await marta.goto(`${base}/app/registros/nuevo`);
    await act(marta.getByRole("link", { name: "Reunión, visita o misión" }).click());
    await act(marta.getByLabel("Título").fill(`Reunión de hoy ${RUN}`));
    await act(marta.getByLabel("Reunión", { exact: true }).check());
    await act(marta.getByLabel("Sí, ya se hizo").check());
    await act(marta.getByRole("button", { name: "Hoy" }).first().click());
    await act(marta.getByLabel("Presencial").check());
    await act(marta.getByLabel("Resultado").fill("Se acordó compartir la norma."));
    await act(combobox(marta, "Actores internacionales").fill("montvideo"));
    await act(combobox(marta, "Actores internacionales").press("Enter"));
    await act(marta.getByLabel("Cualquier persona (público)").check());
    await act(marta.getByRole("button", { name: "Enviar a la Consejería" }).click());
    await marta.getByText("Enviado. La Consejería lo revisará").first().waitFor();
    expect(acts).toBe(11);
  });

  test("reads days as people type them and says which, and takes what nobody sees out of pasted text", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    const day = marta.getByLabel("Fecha", { exact: true });
    for (const typed of ["27 feb 2024", "27-02-2024", "martes 27 de febrero de 2024"]) {
      await day.fill(typed);
      await marta.getByText(formatLongDay("2024-02-27", "es")).waitFor();
    }
    // The browser's own calendar; a page that cannot open it would complain.
    await marta.getByRole("button", { name: "Calendario" }).first().click();
    await marta.keyboard.press("Escape");
    const title = marta.getByLabel("Título");
    await title.fill("Reu\u200Bnión\u0000 con\u00A0París\u202E");
    expect(await title.inputValue()).toBe("Reunión con París");
    await marta.getByText("Quitamos 3 caracteres invisibles").waitFor();
    await combobox(marta, "Actores internacionales").fill("union ciudades captales");
    await marta.getByRole("option", { name: /Unión de Ciudades Capitales/ }).waitFor();
    await look(marta, "form-forgiving");
  });

  test("shows what stands for an amount, in the words of its currency", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Proyecto de cooperación" }).click();
    await marta.getByLabel("Recursos en dólares").fill("US$ 1,385,979.50");
    await marta.getByText("Se guarda como 1.385.979,5 dólares").waitFor();
    await marta.getByLabel("Recursos en pesos").fill("dos millones");
    await look(marta, "form-amounts");
  });
});

describe("double work", () => {
  test("is told by the server of what others have approved, sent and planned, and of nothing reserved", async () => {
    await put("sdmujer", `open-${RUN}`, {
      state: "approved",
      title: `Taller de cuidado con Montevideo ${RUN}`,
    });
    await put("idu", `sent-${RUN}`, { state: "submitted", title: "SECRETO" });
    await put("idu", `plan-${RUN}`, { details: { status: "planned" }, title: "SECRETO" });
    await put("idu", `reserved-${RUN}`, { state: "approved", disclosure: "reserved", title: "SECRETO" });
    const told = async () =>
      (await dealings(db).where("partnerIds", "array-contains", CITY).get()).docs
        .map((dealing) => dealing.data())
        .filter(({ entityId }) => entityId !== "sdm")
        .map(({ entityId, isPlanned, open }) => [entityId, isPlanned, open !== undefined].join())
        .toSorted();
    await expect
      .poll(told, { timeout: PATIENCE_MS })
      .toEqual(["idu,false,false", "idu,true,false", "sdmujer,false,true"]);
  });

  test("is warned of while the form is written: which entity, what, when, and a record that looks the same", async () => {
    await marta.goto(`${base}/app/registros/nuevo`);
    await marta.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await marta.getByLabel("Título").fill(`Taller de cuidado, Montevideo ${RUN}`);
    await marta.getByRole("button", { name: "Hoy" }).first().click();
    await combobox(marta, "Actores internacionales").fill(RUN);
    await marta.getByRole("option", { name: /Montevideo/ }).click();
    await marta.getByText("Mujer ya trabaja con").waitFor();
    await marta.getByText("Se parece a un registro que ya existe").waitFor();
    await marta.getByText(/planea con/).waitFor();
    const page = await marta.locator("main").textContent();
    expect(page).not.toContain("SECRETO");
    await look(marta, "double-work");
  });

  test("with a partner of another spelling is met before it is proposed", async () => {
    await combobox(marta, "Actores internacionales").fill(`Yntendencia Montevideo de ${RUN} x`);
    await marta.getByRole("button", { name: /Proponer «Yntendencia/ }).click();
    await marta.getByText("¿Es uno de estos?").waitFor();
    await look(marta, "partner-alike");
  });
});

describe("two records of one thing", () => {
  const title = `Foro de ciudades cuidadoras ${RUN}`;

  test("are shown to the Office side by side, which proposes to merge them", async () => {
    await put("sdm", `one-${RUN}`, { state: "approved", title, createdBy: "movilidad" });
    await put("sdmujer", `two-${RUN}`, { state: "submitted", title: `${title} en Montevideo` });
    const path = `entities/sdm/records/one-${RUN}`;
    await expect
      .poll(async () => (await duplicates(db).where("members", "array-contains", path).get()).size, {
        timeout: PATIENCE_MS,
      })
      .toBeGreaterThan(0);
    await andres.goto(`${base}/app/duplicados`);
    await andres.getByRole("link", { name: title, exact: true }).first().waitFor();
    await look(andres, "duplicates");
    await andres
      .getByRole("link", { name: new RegExp(`^Comparar y unir: .*${title} en Montevideo`) })
      .or(andres.getByRole("link", { name: new RegExp(`^Comparar y unir: ${title} en Montevideo`) }))
      .first()
      .click();
    await andres.getByRole("button", { name: "Proponer" }).click();
    await andres.getByText("Elija cuál de los dos queda").waitFor();
    await andres.getByLabel(`${title} (Secretaría Distrital de Movilidad)`).check();
    await andres.getByLabel("Por qué son lo mismo").fill("Es el mismo foro, el mismo día.");
    await look(andres, "merge-propose");
    await andres.getByRole("button", { name: /^Proponer a Secretaría/ }).click();
    await andres.getByText(/lo confirma o explica por qué no/).waitFor();
  });

  test("are one once the other entity has confirmed", async () => {
    const lucia = await newPerson(browser);
    await signIn(lucia, "mujer");
    await lucia.goto(`${base}/app/registros`);
    await lucia.getByRole("heading", { name: "La Consejería le propone unir registros" }).waitFor();
    await look(lucia, "merge-waiting");
    await lucia.getByRole("link", { name: "Ver y decidir" }).first().click();
    await lucia.getByRole("heading", { name: "¿Son el mismo registro?" }).waitFor();
    await look(lucia, "merge-decide");
    await lucia.getByRole("button", { name: "Sí, es el mismo: unirlos" }).click();
    await lucia.getByText("Hecho. Su entidad es participante").waitFor();
    expect(await kept(`one-${RUN}`)).toMatchObject({ participants: ["sdmujer"], version: 2 });
    expect((await records(db, "sdmujer").doc(`two-${RUN}`).get()).data()).toMatchObject({
      ...{ state: "withdrawn", mergedInto: { entityId: "sdm", recordId: `one-${RUN}` } },
    });
    await lucia.context().close();
  });
});

describe("two entries of the directory for one partner", () => {
  test("are found by the system and merged by the Office; the records follow", async () => {
    const [bid, idb] = [`bid-${RUN}`, `idb-${RUN}`];
    await partners(db)
      .doc(bid)
      .set(aPartner({ name: "Banco Interamericano de Desarrollo", acronym: "BID", country: "US" }));
    await partners(db)
      .doc(idb)
      .set(aPartner({ name: "IDB" }));
    await put("sdm", `bank-${RUN}`, { state: "approved", partnerIds: [idb], title: `Préstamo ${RUN}` });
    await andres.goto(`${base}/app/actores`);
    await andres.getByRole("heading", { name: "Parecen el mismo" }).waitFor();
    await look(andres, "partners");
    await andres
      .getByRole("link", { name: /^Unir (IDB y Banco|Banco.* y IDB)/ })
      .first()
      .click();
    await andres.getByRole("heading", { name: "Unir dos actores" }).waitFor();
    await andres.getByLabel("Banco Interamericano de Desarrollo").check();
    await look(andres, "partners-merge");
    await andres.getByRole("button", { name: "Unir los dos actores" }).click();
    await andres.getByText(/^Hecho\. Los registros siguen/).waitFor();
    await expect
      .poll(async () => (await kept(`bank-${RUN}`))?.partnerIds, { timeout: PATIENCE_MS })
      .toEqual([bid]);
    await expect
      .poll(async () => (await operations(db).where("partnerId", "==", idb).get()).docs[0]?.data().state, {
        timeout: PATIENCE_MS,
      })
      .toBe("done");
    await andres.getByRole("link", { name: "Ver el actor que queda" }).click();
    await andres.getByText("Unido con otro actor").waitFor();
    await look(andres, "partner");
  });

  test("and what the directory says of a partner is corrected, with its history", async () => {
    await andres.getByRole("link", { name: "Modificar" }).click();
    await andres.getByLabel("Nombre", { exact: true }).fill("");
    await andres.getByRole("button", { name: "Guardar" }).click();
    await andres.getByRole("link", { name: "Escriba el nombre del actor" }).waitFor();
    await look(andres, "partner-edit");
    await andres.getByLabel("Nombre", { exact: true }).fill("Banco Interamericano de Desarrollo (BID)");
    await andres.getByRole("button", { name: "Guardar" }).click();
    await andres.getByText(/Antes: Banco Interamericano de Desarrollo/).waitFor();
  });
});

test("no page complains", () => expect(complaints).toEqual([]));
