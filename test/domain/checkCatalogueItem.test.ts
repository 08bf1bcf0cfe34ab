/** What the Office may write into a list: who belongs to whom, what is fixed, and what is still needed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE_IDS, type CatalogueId, catalogueItemSchema } from "#domain/catalogue.ts";
import { CATALOGUE_SHAPES, checkCatalogueItem } from "#domain/checkCatalogueItem.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";

const typed = { nameEs: "Nombre nuevo", nameEn: "New name", active: true };
const check = (list: CatalogueId, id: string, changes: object = {}) =>
  checkCatalogueItem(list, id, { ...typed, ...changes }, CATALOGUES);
const problems = (path: string, code: string, more: object = {}) => ({ problems: [{ path, code, ...more }] });

describe("every item that ships", () => {
  test.each(CATALOGUE_IDS)("of %s may be saved as it is, and stays the same", (list) => {
    for (const item of CATALOGUES[list]) {
      const { id, startsOn: _, endsOn: _ends, parentId, number, ...rest } = item;
      const input = {
        ...rest,
        ...(CATALOGUE_SHAPES[list].parent && { parentId }),
        ...(CATALOGUE_SHAPES[list].hasNumber && { number }),
      };
      expect(checkCatalogueItem(list, id, input, CATALOGUES)).toEqual({ item });
    }
  });
});

describe("a new item", () => {
  test.each<[CatalogueId, string, object]>([
    ["entities", "idartes-2", { parentId: "movilidad", shortEs: "ID2" }],
    ["themes", "ocean", {}],
    ["actorTypes", "think-tank", { parentId: "national" }],
    ["periods", "2028-S1", { dueOn: "2028-07-20" }],
  ])("of %s is taken, and is what its schema says", (list, id, changes) => {
    const checked = check(list, id, changes);
    expect(checked).toHaveProperty("item");
    if ("item" in checked) expect(catalogueItemSchema.parse(checked.item)).toEqual(checked.item);
  });

  test("of a half-year has its days by its id", () =>
    expect(check("periods", "2028-S2", { dueOn: "2029-01-20" })).toMatchObject({
      item: { startsOn: "2028-07-01", endsOn: "2028-12-31", dueOn: "2029-01-20", number: 9 },
    }));

  test.each(["lines", "sdgs", "actorCategories"] as const)("of %s is refused: the list is fixed", (list) =>
    expect(check(list, "another")).toEqual(problems("id", "unexpected")),
  );

  test.each(["", "-a", "a b", "../x", "ñ", "x".repeat(65)])("with the id %j is refused", (id) =>
    expect(check("themes", id)).toEqual(problems("id", "not-a-choice")),
  );

  test("of a half-year with another id is refused", () =>
    expect(check("periods", "2028", { dueOn: "2028-07-20" })).toEqual(problems("id", "not-a-choice")));
});

describe("is refused, naming the field:", () => {
  test.each<[string, CatalogueId, string, object, object]>([
    ["no Spanish name", "themes", "x", { nameEs: " " }, problems("nameEs", "missing")],
    ["no English name", "themes", "x", { nameEn: "" }, problems("nameEn", "missing")],
    ["no sector", "entities", "x", {}, problems("parentId", "missing")],
    ["an unknown sector", "entities", "x", { parentId: "none" }, problems("parentId", "unknown-reference")],
    ["no due day", "periods", "2028-S1", {}, problems("dueOn", "missing")],
    ["30 February", "periods", "2028-S1", { dueOn: "2028-02-30" }, problems("dueOn", "no-such-day")],
    [
      "a due day within its half-year",
      "periods",
      "2028-S1",
      { dueOn: "2028-06-30" },
      problems("dueOn", "before-start"),
    ],
    [
      "a name that another has, but for accents and case",
      "populations",
      "x",
      { nameEs: "COMUNIDADES etnicas" },
      problems("nameEs", "twice", { others: ["ethnic-communities"] }),
    ],
  ])("%s", (_, list, id, changes, expected) => expect(check(list, id, changes)).toEqual(expected));
});

describe("retiring", () => {
  const retire = (list: CatalogueId, id: string, lists = CATALOGUES) => {
    const item = lists[list].find((one) => one.id === id);
    const { nameEs = "", nameEn = "", parentId } = item ?? {};
    const input = { nameEs, nameEn, active: false, ...(CATALOGUE_SHAPES[list].parent && { parentId }) };
    return checkCatalogueItem(list, id, input, lists);
  };

  test("a theme keeps it, retired", () =>
    expect(retire("themes", "security")).toMatchObject({ item: { id: "security", active: false } }));

  test("the Office's own entity is refused", () =>
    expect(retire("entities", "secretaria-general")).toEqual(problems("active", "unexpected")));

  test("a sector with entities is refused, and says which", () => {
    const found = retire("sectors", "movilidad");
    const inIt = CATALOGUES.entities.filter((entity) => entity.parentId === "movilidad").map(({ id }) => id);
    expect(found).toEqual(problems("active", "unexpected", { others: inIt }));
  });

  test("a goal of the United Nations is refused", () =>
    expect(retire("sdgs", "sdg-01")).toMatchObject({ problems: [{ path: "active", code: "unexpected" }] }));
});

test("whatever is typed, the answer is an item that its list may hold, or problems", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...CATALOGUE_IDS),
      fc.oneof(fc.string(), fc.constantFrom("security", "2028-S1", "sdm")),
      fc.oneof(fc.anything(), fc.record({ nameEs: fc.string(), nameEn: fc.string(), active: fc.boolean() })),
      (list, id, item) => {
        const checked = checkCatalogueItem(list, id, item, CATALOGUES);
        if ("item" in checked) expect(catalogueItemSchema.parse(checked.item)).toEqual(checked.item);
        else expect(checked.problems.length).toBeGreaterThan(0);
      },
    ),
  ));
