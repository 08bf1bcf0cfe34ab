/** The world map: what is kept is what its script draws, and every country has its place on it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { iso31661 } from "iso-3166";
import { expect, test } from "vitest";
import { COUNTRY_PLACES, COUNTRY_SHAPES, MAP_SIZE, OTHER_LAND } from "#domain/map/worldMap.ts";
import { drawWorldMap, MAP_FILE } from "../../../scripts/map/drawWorldMap.ts";

const codes = iso31661.map(({ alpha2 }) => alpha2);

test("is what its script draws", { timeout: 60_000 }, () => {
  const biome = join(import.meta.dirname, "../../../node_modules/.bin/biome");
  const drawn = execFileSync(biome, ["format", "--stdin-file-path=worldMap.ts"], {
    input: drawWorldMap(),
    encoding: "utf8",
  });
  expect(drawn).toBe(readFileSync(MAP_FILE, "utf8"));
});

test("gives every country of ISO 3166-1 a place, and no other", () => {
  expect(Object.keys(COUNTRY_PLACES)).toEqual(codes.toSorted());
  expect(Object.keys(COUNTRY_SHAPES).filter((code) => !codes.includes(code))).toEqual([]);
});

test("has its places within its frame", () => {
  const outside = Object.entries(COUNTRY_PLACES).filter(
    ([, [x, y]]) => !(x >= 0 && x <= MAP_SIZE.width && y >= 0 && y <= MAP_SIZE.height),
  );
  expect(outside).toEqual([]);
});

test("draws with absolute beginnings and relative lines alone, which every renderer of paths reads", () => {
  const strange = Object.entries({ ...COUNTRY_SHAPES, "": OTHER_LAND }).filter(
    ([, path]) => !/^(?:M[\d.]+ [\d.]+l[-\d. ]+z)+$/.test(path),
  );
  expect(strange).toEqual([]);
});

test("shows Crimea with Ukraine, and French Guiana and Svalbard as ISO 3166-1 does", () => {
  expect(COUNTRY_SHAPES.UA?.match(/M/g)?.length).toBeGreaterThan(1);
  expect(Object.keys(COUNTRY_SHAPES)).toEqual(expect.arrayContaining(["GF", "SJ"]));
});

test("is light", () => expect(gzipSync(readFileSync(MAP_FILE)).length).toBeLessThan(40_000));
