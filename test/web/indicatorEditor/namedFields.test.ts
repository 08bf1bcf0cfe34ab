/** Every field and value that a condition may name has words of its own, those of the forms. */
import "../withoutBrowser.ts";
import { afterEach, describe, expect, test } from "vitest";
import type { Rule } from "#domain/indicator.ts";
import { KINDS } from "#domain/record/kinds.ts";
import { CATALOGUES } from "../../../scripts/seed/catalogueData.ts";
import { namedFieldsOf } from "../../../web/src/app/pages/indicatorEditor/namedFields.ts";
import { chooseLanguage } from "../../../web/src/i18n/language.ts";

const RULES: readonly Rule[] = [
  ...KINDS.map((kind) => ({ source: "records" as const, kind, where: [] })),
  { source: "decisions", where: [] },
  { source: "editions", where: [] },
];

afterEach(() => chooseLanguage("es"));

describe.each(RULES)("$source $kind", (rule) => {
  test.each(["es", "en"] as const)("in %s", (language) => {
    chooseLanguage(language);
    for (const { path, label, options } of namedFieldsOf(rule, CATALOGUES)) {
      expect(label, path).not.toBe(path);
      for (const option of options) expect(option.label, path).not.toBe(option.id);
    }
  });

  test("no two fields read the same", () => {
    const labels = namedFieldsOf(rule, CATALOGUES).map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) < index)).toEqual([]);
  });
});
