/** Who gets in, as people see it: an administrator's screen, a stranger, and someone whose access ends at work. */
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessOf } from "#functions/store/collections.ts";
import { SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { adminApp, projectId } from "../support/emulators.ts";
import { base, complaints, launch, look, newPerson, signIn } from "./browser.ts";

const auth = getAuth(adminApp());
const db = getFirestore(adminApp());
const NEW = "paula@bitacora.example";

let browser: Browser;
let admin: Page;

/** An account that nobody has let in yet. */
async function account(uid: string): Promise<void> {
  await auth.deleteUser(uid).catch((error: { code?: string }) => {
    if (error.code !== "auth/user-not-found") throw error;
  });
  const email = `${uid}@bitacora.example`;
  await auth.createUser({ uid, email, emailVerified: true, password: SAMPLE_PASSWORD });
}

async function enter(page: Page, uid: string): Promise<void> {
  await page.goto(`${base}/app`);
  await page.getByLabel("Correo electrónico").fill(`${uid}@bitacora.example`);
  await page.getByLabel("Contraseña").fill(SAMPLE_PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
}

beforeAll(async () => {
  await seed({ projectId, examples: true, demo: false, accounts: true });
  await db.recursiveDelete(accessOf(db).doc("paula"));
  await account("paula");
  browser = await launch();
  admin = await newPerson(browser);
  await signIn(admin, "admin");
});
afterAll(() => browser?.close());

describe("signing in", () => {
  test("is by email link or by Google, and Google's code is loaded when it is asked for", async () => {
    const visitor = await newPerson(browser);
    const google: string[] = [];
    await visitor.route("https://apis.google.com/**", (route) => {
      google.push(route.request().url());
      return route.abort();
    });
    await visitor.goto(`${base}/app`);
    await visitor.getByRole("button", { name: "Enviarme el enlace" }).waitFor();
    await look(visitor, "sign-in");
    expect(google).toEqual([]);
    await visitor.getByRole("button", { name: "Ingresar con Google" }).click();
    await visitor.getByText("No se pudo abrir la ventana de Google").waitFor();
    expect(google.length).toBeGreaterThan(0);
    await visitor.context().close();
  });

  test("shows a stranger a clear page, and no data", async () => {
    const paula = await newPerson(browser);
    const read: string[] = [];
    paula.on("request", (request) => {
      if (request.url().includes("/documents")) read.push(request.postData() ?? request.url());
    });
    await enter(paula, "paula");
    await paula.getByRole("heading", { name: "Usted todavía no tiene acceso" }).waitFor();
    await look(paula, "stranger");
    expect(read.filter((what) => !what.includes("access/paula"))).toEqual([]);
    await paula.context().close();
  });
});

describe("an administrator", () => {
  test("sees who may come in, and finds people by name, entity and role", async () => {
    await admin.getByRole("link", { name: "Administración" }).click();
    await admin.getByRole("link", { name: "Personas con acceso" }).click();
    await admin.getByRole("link", { name: "Marta Ríos (Movilidad)" }).waitFor();
    await look(admin, "people");
    await admin.getByLabel("Buscar por nombre, correo o entidad").fill("mujer");
    await expect.poll(() => admin.locator("tbody a").allTextContents()).toEqual(["Lucía Peña (Mujer)"]);
    await admin.getByLabel("Buscar por nombre, correo o entidad").fill("");
    await admin.getByLabel("Papel").selectOption({ label: "Consulta" });
    await expect.poll(() => admin.locator("tbody a").allTextContents()).toEqual(["Comisión"]);
  });

  test("is told every problem of the form, and keeps what is typed", async () => {
    await admin.getByRole("link", { name: "Dar acceso a una persona" }).click();
    await admin.getByLabel("Nombre y apellido").fill("Paula Gil");
    await admin.getByLabel(/^Enlace de entidad/).check();
    await admin.getByRole("button", { name: "Dar acceso" }).click();
    const summary = admin.locator(".error-summary");
    await summary.getByRole("link", { name: /Escriba el correo completo/ }).waitFor();
    await summary.getByRole("link", { name: "Elija al menos una entidad" }).waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await look(admin, "person-errors");
    expect(await admin.getByLabel("Nombre y apellido").inputValue()).toBe("Paula Gil");
  });

  test("lets a person in, who then can work", async () => {
    await admin.getByLabel("Correo electrónico").fill(NEW);
    await admin.getByRole("combobox", { name: "Entidades por las que trabaja" }).fill("jard");
    await admin.getByRole("option", { name: /Jardín Botánico/ }).click();
    await look(admin, "person-new");
    await admin.getByRole("button", { name: "Dar acceso" }).click();
    await admin.getByRole("heading", { level: 1, name: "Paula Gil" }).waitFor();
    await look(admin, "person");
    const paula = await newPerson(browser);
    await signIn(paula, "paula");
    await paula.getByRole("heading", { name: "Mis registros" }).waitFor();
    await paula.context().close();
  });

  test("is told that a person is in already", async () => {
    await admin.goto(`${base}/app/personas/nueva`);
    await admin.getByLabel("Correo electrónico").fill(NEW);
    await admin.getByLabel("Nombre y apellido").fill("Paula Gil");
    await admin.getByLabel(/^Consulta/).check();
    await admin.getByRole("button", { name: "Dar acceso" }).click();
    await admin.getByText("Esta persona ya tiene acceso.").waitFor();
  });

  test("is told what a change takes away before it is made, and sees it in the history", async () => {
    await admin.goto(`${base}/app/personas/paula`);
    await admin.getByLabel(/^Consulta/).check();
    await admin.getByLabel(/^Enlace de entidad/).uncheck();
    await admin.getByRole("button", { name: "Guardar el cambio" }).click();
    await admin.getByText("Ya no registrará ni enviará como enlace.").waitFor();
    await admin.getByText(/Ya no trabajará por: Jardín Botánico/).waitFor();
    await look(admin, "person-change-asked");
    await admin.getByRole("button", { name: "Sí, guardar el cambio" }).click();
    await admin.getByText("Hecho. Vale desde este momento.").waitFor();
    await expect.poll(() => admin.locator("tbody th").count(), { timeout: 10_000 }).toBe(2);
    expect((await auth.getUser("paula")).customClaims).toEqual({ roles: ["viewer"], entityIds: [] });
  });

  test("cannot take their own access away", async () => {
    await admin.goto(`${base}/app/personas/admin`);
    await admin.getByText("Usted no puede retirarse el acceso").waitFor();
    await admin.getByLabel(/^Consulta/).check();
    await admin.getByLabel(/^Administración/).uncheck();
    await admin.getByRole("button", { name: "Guardar el cambio" }).click();
    await admin.getByRole("button", { name: "Sí, guardar el cambio" }).click();
    await admin.getByText("Usted no puede quitarse la administración").waitFor();
  });

  test("has the screen alone", async () => {
    const focal = await newPerson(browser);
    await signIn(focal, "movilidad");
    expect(await focal.getByRole("link", { name: "Administración" }).count()).toBe(0);
    await focal.goto(`${base}/app/personas`);
    await focal.getByRole("heading", { name: "No encontramos esta página" }).waitFor();
    await focal.context().close();
  });
});

describe("a person whose access ends while she writes", () => {
  test("gets a clear page at the next save, and her text back when she is let in again", async () => {
    const access = { email: NEW, name: "Paula Gil", roles: ["focal" as const], entityIds: ["jbb"] };
    await accessOf(db)
      .doc("paula")
      .set({ ...access, version: 2, grantedAt: new Date(), grantedBy: "admin" });
    await auth.setCustomUserClaims("paula", { roles: ["focal"], entityIds: ["jbb"] });
    const paula = await newPerson(browser);
    await signIn(paula, "paula");
    await paula.goto(`${base}/app/registros/nuevo`);
    await paula.getByRole("link", { name: "Reunión, visita o misión" }).click();
    await paula.getByLabel("Título").fill("Reunión con la embajada");
    await paula.getByText(/Guardado en Bitácora a las/).waitFor();
    const address = paula.url().replace("/nuevo/interaction", "");

    await admin.goto(`${base}/app/personas/paula`);
    await admin.getByRole("button", { name: "Retirar el acceso de esta persona" }).click();
    await admin.getByText(/Paula Gil saldrá de Bitácora en este momento/).waitFor();
    await look(admin, "person-revoke-asked");
    await admin.getByRole("button", { name: "Sí, retirar el acceso" }).click();
    await admin.getByText("Hoy no tiene acceso.").waitFor();
    await look(admin, "person-revoked");

    await paula.getByLabel("Título").fill("Reunión con la embajada de Francia");
    await paula.getByRole("heading", { name: "Su acceso a Bitácora terminó" }).waitFor();
    await look(paula, "revoked");

    await admin.getByLabel(/^Enlace de entidad/).check();
    await admin.getByRole("combobox", { name: "Entidades por las que trabaja" }).fill("jard");
    await admin.getByRole("option", { name: /Jardín Botánico/ }).click();
    await admin.getByRole("button", { name: "Dar acceso" }).click();
    await admin.getByRole("button", { name: "Retirar el acceso de esta persona" }).waitFor();
    await paula.goto(address);
    await expect
      .poll(() => paula.getByLabel("Título").inputValue(), { timeout: 20_000 })
      .toBe("Reunión con la embajada de Francia");
    await paula.context().close();
  }, 120_000);

  test("stays in the list of those who once had access", async () => {
    await admin.getByRole("button", { name: "Retirar el acceso de esta persona" }).click();
    await admin.getByRole("button", { name: "Sí, retirar el acceso" }).click();
    await admin.getByText("Hoy no tiene acceso.").waitFor();
    await admin.goto(`${base}/app/personas`);
    await admin.getByRole("heading", { name: "Ya no tienen acceso" }).waitFor();
    await admin.getByRole("link", { name: "Paula Gil" }).waitFor();
  });
});

test("no page complained of the policy", () => {
  expect(complaints.filter((complaint) => !complaint.includes("apis.google.com"))).toEqual([]);
});
