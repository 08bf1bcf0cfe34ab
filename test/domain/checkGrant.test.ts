/** What an administrator may choose for a person. */
import { expect, test } from "vitest";
import type { Claims } from "#domain/access.ts";
import { checkGrant, tidyClaims } from "#domain/checkGrant.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";

const { entities } = CATALOGUES;
const all = entities.filter(({ active }) => active).map(({ id }) => id);
const focal = (entityIds: string[]): Claims => ({ roles: ["focal"], entityIds });

test("takes a focal point of as many entities as the city has", () => {
  expect(checkGrant(focal(all), entities)).toEqual([]);
});

test("takes no more than Firebase holds of one account: 1,000 bytes of claims", () => {
  const known = entities.slice(0, 20).map((entity, n) => ({
    ...entity,
    id: `${"e".repeat(50)}-${n}`,
    active: true,
  }));
  const ids = known.map(({ id }) => id);
  const problems = [{ path: "entityIds", code: "too-many" }];
  expect(checkGrant(focal(ids), known)).toEqual(problems);
  expect(checkGrant(focal(ids.slice(0, 17)), known)).toEqual([]);
});

test("takes no entity that is retired", () => {
  const retired = entities.map((entity) => ({ ...entity, active: entity.id !== "sdm" }));
  expect(checkGrant(focal(["sdm"]), retired)).toEqual([{ path: "entityIds", code: "retired-reference" }]);
});

test("puts roles and entities in one order, each once", () => {
  expect(tidyClaims({ roles: ["admin", "focal", "admin"], entityIds: ["sdm", "idt", "sdm"] })).toEqual({
    roles: ["focal", "admin"],
    entityIds: ["idt", "sdm"],
  });
});
