/** People who agreed to be written to, on the Firestore emulator: entered, handed out, and erased without a trace of whom. */
import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { beforeEach, describe, expect, test } from "vitest";
import { addPerson, erasePerson, exportPerson } from "#functions/jobs/people.ts";
import { erasures, people } from "#functions/store/collections.ts";
import { andres, comision, elena, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-people");

const ANA = {
  ...{ name: "Ana Lucía Forero", email: "Ana.Forero@Correo.example", country: "ES", language: "es" },
  ...{ purposes: ["diaspora"], givenOn: "2026-02-20", source: "Formulario en papel, feria de Madrid" },
};

beforeEach(reset);

let requests = 0;
const add = (person: object = {}, actor = andres, requestId = `p-${requests++}`) =>
  addPerson(context, actor, { requestId, person: { ...ANA, ...person } });

/** Everything that the database holds, as one text. */
async function allOf(of: Firestore | DocumentReference): Promise<string> {
  const collections = await of.listCollections();
  const documents = (await Promise.all(collections.map((each) => each.listDocuments()))).flat();
  const texts = documents.map(
    async (ref) => `${ref.path} ${JSON.stringify((await ref.get()).data() ?? null)} ${await allOf(ref)}`,
  );
  return (await Promise.all(texts)).join("\n");
}

describe("a person", () => {
  test("is entered with the purpose, the version of the text, its day, its proof and who entered it", async () => {
    const { personId } = await add();
    expect((await people(db).doc(personId).get()).data()).toEqual({
      ...{ name: "Ana Lucía Forero", email: "ana.forero@correo.example", country: "ES", language: "es" },
      consents: [
        {
          ...{ purpose: "diaspora", textId: "diaspora-1", givenOn: "2026-02-20" },
          ...{ source: ANA.source, recordedAt: NOW, recordedBy: "oficina" },
        },
      ],
      ...{ version: 1, createdAt: NOW, createdBy: "oficina", updatedAt: NOW, updatedBy: "oficina" },
    });
  });

  test("agrees to the latest version of a text, and what was agreed to before stays", async () => {
    const { personId } = await add();
    await db
      .doc("consentTexts/newsletter-2")
      .set({ purpose: "newsletter", version: 2, textEs: "a", textEn: "b" });
    const again = await add({
      email: "ANA.forero@correo.example",
      purposes: ["diaspora", "newsletter"],
      givenOn: "2026-02-28",
    });
    expect(again.personId).toBe(personId);
    const consents = (await people(db).doc(personId).get()).data()?.consents;
    expect(consents?.map(({ textId, givenOn }) => [textId, givenOn])).toEqual([
      ["diaspora-1", "2026-02-20"],
      ["newsletter-2", "2026-02-28"],
    ]);
  });

  test("is entered once by two requests at once", async () => {
    const [one, other] = await Promise.all([add({}, andres, "same"), add({}, andres, "same")]);
    expect(one).toEqual(other);
    expect((await people(db).get()).size).toBe(1);
  });

  test.each([
    ["without a purpose", { purposes: [] }, "purposes"],
    ["without the proof", { source: " " }, "source"],
    ["with half an address", { email: "ana@" }, "email"],
    ["with a day that lies ahead", { givenOn: "2026-03-02" }, "givenOn"],
    ["with a day that does not exist", { givenOn: "2026-02-30" }, "givenOn"],
    ["with a right-to-left mark in the name", { name: "Ana\u202Eoreroff" }, "name"],
  ])("is refused %s", async (_, changes, path) => {
    await expect(add(changes)).rejects.toMatchObject({ details: { problems: [{ path }] } });
    expect((await people(db).get()).size).toBe(0);
  });

  test("is the Office's alone to enter, to hand out and to erase", async () => {
    const { personId } = await add();
    for (const actor of [marta, comision]) {
      await expect(add({}, actor)).rejects.toThrow("office-only");
      await expect(exportPerson(context, actor, { personId })).rejects.toThrow("office-only");
      await expect(erasePerson(context, actor, { personId, requestId: "e1" })).rejects.toThrow("office-only");
    }
  });

  test("is handed out whole, with the texts agreed to", async () => {
    const { personId } = await add();
    const all = await exportPerson(context, andres, { personId });
    expect(all.person).toEqual((await people(db).doc(personId).get()).data());
    expect(all.consentTexts).toEqual([expect.objectContaining({ purpose: "diaspora", version: 1 })]);
  });
});

describe("an erasure", () => {
  test("leaves nothing of the person anywhere in the database, and one trace that says how much was erased", async () => {
    await add({ name: "Otra persona", email: "otra@correo.example", source: "Otro formulario" });
    const { personId } = await add({ purposes: ["diaspora", "newsletter"] });
    const strings = ["Ana Lucía", "Forero", "ana.forero", "feria de Madrid", personId];
    const before = await allOf(db);
    for (const each of strings) expect(before).toContain(each);
    await erasePerson(context, andres, { personId, requestId: "6f1b1c1e-0000-4000-8000-000000000001" });
    const after = await allOf(db);
    for (const each of strings) expect(after).not.toContain(each);
    expect((await erasures(db).get()).docs.map((each) => each.data())).toEqual([
      { erasedAt: NOW, erasedBy: "oficina", documents: 1, consents: 2 },
    ]);
    expect(after).toContain("otra@correo.example");
  });

  test("comes twice and is one", async () => {
    const { personId } = await add();
    const request = { personId, requestId: "6f1b1c1e-0000-4000-8000-000000000002" };
    await Promise.all([erasePerson(context, andres, request), erasePerson(context, andres, request)]);
    await erasePerson(context, andres, request);
    expect((await erasures(db).get()).size).toBe(1);
    await expect(erasePerson(context, elena, request)).rejects.toThrow("request-used");
  });

  test("of nobody is refused", async () => {
    await expect(erasePerson(context, andres, { personId: "none", requestId: "e3" })).rejects.toThrow(
      "not-found",
    );
  });
});
