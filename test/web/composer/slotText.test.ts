/** A text of a report between the form and what is saved. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { begun, same, toSave, withChange } from "../../../web/src/app/pages/composer/slotText.ts";
import { isWritten } from "../../../web/src/app/pages/composer/written.ts";

const original = "Se firmó un memorando.";

test("begins with what is saved, else with the entity's original", () => {
  expect(begun({ original }, undefined)).toEqual({ es: original, en: "" });
  expect(begun({ original }, { es: "Editado.", en: "Edited." })).toEqual({ es: "Editado.", en: "Edited." });
  expect(begun({}, undefined)).toEqual({ es: "", en: "" });
});

test("saves no copy of the original as if it had been edited", () => {
  expect(toSave({ es: ` ${original}\n`, en: "" }, { original })).toEqual({ es: "", en: "" });
  expect(toSave({ es: "Otro.", en: "" }, { original })).toEqual({ es: "Otro.", en: "" });
  expect(isWritten(toSave({ es: original, en: "" }, { original }))).toBe(false);
});

test("saved and opened again it is what was typed", () => {
  const texts = fc.record({ es: fc.string(), en: fc.string() });
  fc.assert(
    fc.property(texts, (typed) => {
      const again = begun({}, toSave(typed, {}));
      expect(same(again, typed)).toBe(true);
    }),
  );
});

test("leaves a narrative out, and takes that back", () => {
  const out = withChange({ es: original, en: "" }, { omitted: true });
  expect(out).toEqual({ es: original, en: "", omitted: true });
  expect(isWritten(toSave(out, { original }))).toBe(true);
  expect(withChange(out, { omitted: undefined })).toEqual({ es: original, en: "" });
  expect(withChange(out, { en: "Said." })).toEqual({ es: original, en: "Said.", omitted: true });
});
