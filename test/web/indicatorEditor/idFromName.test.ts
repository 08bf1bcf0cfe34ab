/** Ids made of names are ids, and nobody else's. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ID_PATTERN } from "#domain/fields.ts";
import { idFromName } from "../../../web/src/app/pages/indicatorEditor/idFromName.ts";

test("is the name in kebab-case ASCII", () => {
  expect(idFromName("Reuniones con la Unión Europea, ¡y más!", new Set())).toBe(
    "reuniones-con-la-union-europea-y-mas",
  );
  expect(idFromName("¿?", new Set())).toBe("indicador");
});

test("is cut between words", () => {
  const id = idFromName("Participar en instrumentos estratégicos de cooperación internacional", new Set());
  expect(id).toBe("participar-en-instrumentos-estrategicos-de");
});

test("is always an id, and never one that is taken", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 4 }), (names) => {
      const taken = new Set<string>();
      for (const name of names) {
        const id = idFromName(name, taken);
        expect(id).toMatch(ID_PATTERN);
        expect(taken).not.toContain(id);
        taken.add(id);
      }
    }),
  );
});
