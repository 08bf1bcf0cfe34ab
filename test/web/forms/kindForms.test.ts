/** Each kind's form asks for everything that a record of it holds, once. */
import { describe, expect, test } from "vitest";
import { ENVELOPE } from "#domain/record/envelope.ts";
import { DETAILS, KINDS, USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import { formFieldsOf, formGroupsOf } from "../../../web/src/forms/formFields.ts";

/** What a kind does not ask because another answer says it. */
const NOT_ASKED: Readonly<Record<string, readonly string[]>> = {
  instrument: ["endsOn"],
  opportunity: ["endsOn"],
};

describe.each(KINDS)("the form of %s", (kind) => {
  test("asks for every field of the record, and for none twice", () => {
    const asked = formFieldsOf(kind).map(({ path }) => path);
    const held = [...Object.keys(ENVELOPE), ...Object.keys(DETAILS[kind]).map((name) => `details.${name}`)];
    const expected = held.filter((path) => !NOT_ASKED[kind]?.includes(path));
    expect(asked.toSorted()).toEqual(expected.toSorted());
  });

  test("folds away only what may stay blank", () => {
    const folded = formGroupsOf(kind).filter((group) => group.folded);
    const needed = folded.flatMap(({ fields }) => fields).filter((field) => field.needed);
    expect(needed.map(({ path }) => path)).toEqual([]);
  });

  test("proposes an answer for all that it shows as answered, and nothing that classifies", () => {
    const proposed = formGroupsOf(kind).filter((group) => group.proposed);
    expect(proposed.flatMap(({ fields }) => fields.map(({ path }) => path))).toEqual(
      Object.keys(USUAL_ACTIVITY[kind]),
    );
  });

  test("has words in both languages for each field and fixed choice", () => {
    for (const { path, field, text } of formFieldsOf(kind)) {
      const words = [text.label, text.named, ...Object.values(text.options ?? {})];
      for (const { es, en } of words)
        expect([path, es.length > 0, en.length > 0]).toEqual([path, true, true]);
      expect(Object.keys(text.options ?? {})).toEqual(field.options ? [...field.options] : []);
    }
  });
});
