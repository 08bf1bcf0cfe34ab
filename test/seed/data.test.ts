/** The shipped data: counts of the strategy, references that lead somewhere, targets as the strategy gives them. */
import { describe, expect, test } from "vitest";
import { ID_PATTERN } from "#domain/fields.ts";
import { CATALOGUES, INDICATORS, OBLIGATIONS, PARTNERS } from "../../scripts/seed/catalogueData.ts";

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const strangersAmong = (named: readonly (string | undefined)[], known: readonly { id: string }[]) =>
  named.filter((id) => id !== undefined && !ids(known).includes(id));
const parents = (items: readonly { parentId?: string }[]) => items.map(({ parentId }) => parentId ?? "none");

describe("the catalogues", () => {
  test.each([
    ["sectors", 15],
    ["entities", 60],
    ["lines", 4],
    ["activities", 12],
    ["programmes", 39],
    ["sdgs", 17],
    ["actorCategories", 6],
    ["periods", 8],
  ] as const)("hold all %s: %i", (id, count) => expect(CATALOGUES[id]).toHaveLength(count));

  test.each(Object.entries(CATALOGUES))("name each of the %s once", (_, items) => {
    expect(new Set(ids(items)).size).toBe(items.length);
    expect(ids(items).filter((id) => !ID_PATTERN.test(id))).toEqual([]);
  });

  test.each([
    ["entities", "sectors"],
    ["activities", "lines"],
    ["actorTypes", "actorCategories"],
  ] as const)("give all %s a parent among the %s", (children, among) =>
    expect(strangersAmong(parents(CATALOGUES[children]), CATALOGUES[among])).toEqual([]),
  );

  test("put each programme under one of the Plan's five objectives", () =>
    expect(new Set(parents(CATALOGUES.programmes))).toEqual(
      new Set(["pdd-o1", "pdd-o2", "pdd-o3", "pdd-o4", "pdd-o5"]),
    ));

  test("have a sector for every entity and an entity in every sector", () =>
    expect(new Set(parents(CATALOGUES.entities))).toEqual(new Set(ids(CATALOGUES.sectors))));

  test("leave no gap between half-years, and let reports fall due after their end", () => {
    const { periods } = CATALOGUES;
    expect(
      periods.filter(({ startsOn = "", endsOn = "", dueOn = "" }) => !(startsOn < endsOn && endsOn < dueOn)),
    ).toEqual([]);
    const nextDay = (day: string) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(periods.slice(1).map(({ startsOn }) => startsOn)).toEqual(
      periods.slice(0, -1).map(({ endsOn }) => nextDay(endsOn ?? "")),
    );
  });
});

describe("the indicators", () => {
  test("are the 14 results of the strategy's Exhibit 1, by line", () =>
    expect(ids(INDICATORS)).toEqual([
      "l1-r1",
      ...["l2-r1", "l2-r2", "l2-r3"],
      ...["l3-r1", "l3-r2", "l3-r3", "l3-r4", "l3-r5", "l3-r6"],
      ...["l4-r1", "l4-r2", "l4-r3", "l4-r4"],
    ]));

  test("have the targets that the strategy gives, and no others", () => {
    const targets = INDICATORS.flatMap((indicator) =>
      indicator.type === "count" && indicator.target ? [[indicator.id, indicator.target]] : [],
    );
    expect(Object.fromEntries(targets)).toEqual({
      "l1-r1": { per: "strategy", value: 50 },
      "l3-r6": { per: "year", value: 12 },
      "l4-r2": { per: "year", value: 2, atLeast: true },
    });
  });

  test("belong to lines that exist", () =>
    expect(
      strangersAmong(
        INDICATORS.map(({ lineId }) => lineId),
        CATALOGUES.lines,
      ),
    ).toEqual([]));

  test("are achieved, if they are milestones, in one of their states", () =>
    expect(
      INDICATORS.filter((indicator) => indicator.type === "milestone").filter(
        ({ states, achievedState }) => strangersAmong([achievedState], states).length > 0,
      ),
    ).toEqual([]));
});

describe("the networks and obligations", () => {
  test("name categories and types of actors that exist", () => {
    const partners = [...PARTNERS.values()];
    expect(partners).toHaveLength(8);
    expect(
      strangersAmong(
        partners.map(({ categoryId }) => categoryId),
        CATALOGUES.actorCategories,
      ),
    ).toEqual([]);
    expect(
      strangersAmong(
        partners.map(({ actorTypeId }) => actorTypeId),
        CATALOGUES.actorTypes,
      ),
    ).toEqual([]);
  });

  test("ask a report of every active entity for each half-year, and of no other", () => {
    expect(OBLIGATIONS).toHaveLength(8);
    const active = ids(CATALOGUES.entities.filter((entity) => entity.active));
    expect(OBLIGATIONS.filter(({ entityIds }) => entityIds.join() !== active.join())).toEqual([]);
    expect(active).not.toContain("agata");
  });
});
