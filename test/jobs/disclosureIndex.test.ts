/** The index of classified and reserved information, on the Firestore emulator. */
import { beforeEach, describe, expect, test } from "vitest";
import { INDEX_COLUMNS } from "#domain/disclosureIndex.ts";
import { disclosureIndex } from "#functions/jobs/disclosureIndex.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { records } from "#functions/store/collections.ts";
import { andres, aRecord, comision, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-disclosure-index");

const RESERVED = {
  ...{ disclosure: "reserved", exception: "19-c", legalGround: "Constitución, art. 189; num. 2" },
  ...{ classifiedOn: "2026-02-20", reservedUntil: "2031-02-20" },
};
const CLASSIFIED = {
  ...{ disclosure: "classified", exception: "18-a", legalGround: "Ley 1581 de 2012" },
  classifiedOn: "2026-02-21",
};

async function indexFor(actor: NamedActor): Promise<string> {
  let text = "";
  for await (const line of await disclosureIndex(context, actor)) text += line;
  return text;
}

beforeEach(async () => {
  await reset();
  const add = (id: string, changes: object) =>
    records(db, "sdm")
      .doc(id)
      .set(aRecord("interaction", { title: `Reunión ${id}`, ...changes }));
  await add("reserved", { state: "approved", ...RESERVED });
  await add("classified", { state: "submitted", ...CLASSIFIED });
  await add("withdrawn", { state: "withdrawn", ...RESERVED });
  await add("draft", { ...RESERVED });
  await add("open", { state: "approved" });
});

describe("the index", () => {
  test("begins with the mark and the columns of the decree, and has a row for each record that was sent and is not public", async () => {
    const lines = (await indexFor(andres)).split("\r\n");
    expect(lines[0]).toBe(`\uFEFF${INDEX_COLUMNS.join(";")}`);
    expect(lines.slice(1).map((line) => line.split(";")[1])).toEqual([
      "Reunión classified",
      "Reunión reserved",
      "Reunión withdrawn",
      undefined,
    ]);
  });

  test("says of each what is protected, by which rule, since when and until when", async () => {
    const entity = "Secretaría Distrital de Movilidad";
    const text = await indexFor(andres);
    expect(text).toContain(
      [
        ...[
          "Registro de internacionalización reservado",
          "Reunión reserved",
          "Español",
          "Electrónico",
          "1/3/2026",
        ],
        ...[
          entity,
          entity,
          "Las relaciones internacionales",
          '"Ley 1712 de 2014, artículo 19, literal c"'.replaceAll('"', ""),
        ],
        ...['"Constitución, art. 189; num. 2"', "Total", "20/2/2026", "20/2/2031"],
      ].join(";"),
    );
    expect(text).toContain(
      "Ley 1581 de 2012;Total;21/2/2026;Ilimitado (Ley 1712 de 2014, artículo 18, parágrafo)",
    );
  });

  test("is the Office's and the administrators' alone", async () => {
    for (const actor of [marta, comision]) await expect(indexFor(actor)).rejects.toThrow("not-yours");
    const admin: NamedActor = { uid: "admin", name: "Admin", roles: ["admin"], entityIds: [] };
    expect(await indexFor(admin)).toBe(await indexFor(andres));
  });
});
