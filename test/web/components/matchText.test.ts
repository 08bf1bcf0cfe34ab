/** What a person finds by a few letters. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matching, type Option } from "../../../web/src/components/matchText.ts";

const OPTIONS: readonly Option[] = [
  { id: "bid", label: "Banco Interamericano de Desarrollo", alias: "IDB Inter-American Development Bank" },
  { id: "montevideo", label: "Ciudad de Montevideo" },
  { id: "mexico", label: "Ciudad de México", alias: "CDMX" },
  { id: "iclei", label: "ICLEI, Gobiernos Locales por la Sustentabilidad (ICLEI)" },
  { id: "cglu", label: "Ciudades y Gobiernos Locales Unidos (CGLU)", alias: "UCLG" },
  { id: "japan", label: "Japón" },
];
const found = (typed: string) => matching(OPTIONS, typed, 8).map(({ id }) => id);

describe("typing", () => {
  test.each([
    ["accents and case", "MEXICO", "mexico"],
    ["a letter too few", "montevido", "montevideo"],
    ["a letter too many", "montevvideo", "montevideo"],
    ["two letters swapped", "motnevideo", "montevideo"],
    ["a wrong letter in the beginning of a long word", "interemer", "bid"],
    ["words in another order, one with a slip", "locales gobienros", "iclei"],
    ["an alias", "uclg", "cglu"],
    ["an acronym that nobody has entered", "bid", "bid"],
    ["a slip in a short name", "japom", "japan"],
  ])("finds by %s", (_, typed, id) => expect(found(typed)[0]).toBe(id));

  test("puts what begins with the letters before what holds them", () =>
    expect(found("ciudad")).toEqual(["montevideo", "mexico", "cglu"]));

  test("forgives nothing in words of three letters", () => expect(found("bod")).toEqual([]));

  test("finds nothing for another word", () => expect(found("Helsinki")).toEqual([]));

  test("finds every option by its own label", () =>
    fc.assert(
      fc.property(fc.constantFrom(...OPTIONS), ({ id, label }) => {
        expect(found(label)[0]).toBe(id);
      }),
    ));

  test("of nothing offers the first ones", () => expect(matching(OPTIONS, " ", 2)).toHaveLength(2));
});
