/** Which entries of the directory look like one partner. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikeTo, LOOKS_ALIKE, lookAlikes, partnerSimilarity } from "#domain/similarity/partnerSimilarity.ts";
import partners from "../../../scripts/seed/data/partners.json" with { type: "json" };

const named = (name: string, acronym?: string, ...aliases: string[]) => ({
  ...{ name, aliases, ...(acronym !== undefined && { acronym }) },
});
/** Of few words, so that some are alike. */
const anyName = fc
  .array(
    fc.constantFrom("banco", "interamericano", "desarrollo", "de", "bid", "idb", "ciudad", "lima", "limma"),
    {
      maxLength: 4,
    },
  )
  .map((words) => words.join(" "));
const anyNamed = fc.record({ name: anyName, aliases: fc.array(anyName, { maxLength: 2 }) });

describe("two partners", () => {
  test.each([
    ["an acronym and the name it is of", named("BID"), named("Banco Interamericano de Desarrollo")],
    ["acronyms of two languages", named("BID"), named("IDB")],
    [
      "a name and an acronym of another language",
      named("IDB"),
      named("Banco Interamericano de Desarrollo", "BID"),
    ],
    ["the same name without accents and with a slip", named("Ciudad de México"), named("Cuidad de Mexico")],
    ["the same words in another order", named("Alcaldía de Lima"), named("Lima, Alcaldía")],
    ["an alias", named("UCLG"), named("Ciudades y Gobiernos Locales Unidos", "CGLU", "UCLG")],
  ])("look alike by %s", (_, a, b) => expect(partnerSimilarity(a, b)).toBeGreaterThanOrEqual(LOOKS_ALIKE));

  test.each([
    ["cities", named("Ciudad de Montevideo"), named("Ciudad de Montería")],
    ["embassies", named("Embajada de Francia"), named("Embajada de Finlandia")],
    ["short acronyms", named("BID"), named("BM")],
  ])("do not where they are two %s", (_, a, b) => expect(partnerSimilarity(a, b)).toBeLessThan(LOOKS_ALIKE));

  test("are alike in the same measure in both directions, between 0 and 1", () =>
    fc.assert(
      fc.property(anyNamed, anyNamed, (a, b) => {
        const score = partnerSimilarity(a, b);
        expect(partnerSimilarity(b, a)).toBe(score);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    ));
});

describe("the directory", () => {
  const directory = partners.items.map((data) => ({ id: data.id, data }));

  test("that ships has no look-alikes", () =>
    expect(lookAlikes(directory).map(({ one, other }) => `${one.id} ${other.id}`)).toEqual([]));

  test("offers what is there already, the likeliest first", () =>
    expect(alikeTo(named("Iclei gobiernos locales por la sustentabilidad"), directory)[0]?.id).toBe("iclei"));

  test("offers nothing for a new name", () =>
    expect(alikeTo(named("Universidad de Oslo"), directory)).toEqual([]));

  test("shows exactly the pairs that look alike when each is compared with each", () =>
    fc.assert(
      fc.property(fc.array(anyNamed, { maxLength: 12 }), (all) => {
        const partners = all.map((data, n) => ({ id: `p${n}`, data }));
        const pairs = partners.flatMap((one, n) =>
          partners.slice(n + 1).map((other) => [one, other] as const),
        );
        const expected = pairs.filter(
          ([one, other]) => partnerSimilarity(one.data, other.data) >= LOOKS_ALIKE,
        );
        expect(
          lookAlikes(partners)
            .map(({ one, other }) => `${one.id} ${other.id}`)
            .toSorted(),
        ).toEqual(expected.map(([one, other]) => `${one.id} ${other.id}`).toSorted());
      }),
    ));

  test("of a thousand partners is looked through in a moment", () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      id: `p${n}`,
      data: named(`Ciudad de ${(n * 7919).toString(36)} ${(n * 104729).toString(36)}`, `C${n}`),
    }));
    const started = performance.now();
    lookAlikes(many);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
