/**
 * `node scripts/map/drawWorldMap.ts` draws the world map that screens and reports share:
 * Natural Earth's countries (public domain, by way of the npm package world-atlas), simplified,
 * in the Equal Earth projection, which keeps areas true.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { Polygon, Position } from "geojson";
import { iso31661 } from "iso-3166";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";

export const MAP_FILE = join(import.meta.dirname, "../../functions/src/domain/map/worldMap.ts");

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Countries = ReadonlyMap<string, readonly Polygon[]>;

const WIDTH = 1000;
/** What a corner must weigh to be kept, in square degrees: the higher, the coarser. */
const LEAST_WEIGHT = 0.05;
/** A country of less than this many square units is a dot. */
const LEAST_AREA = 10;
/** An island of less than this many square units is left out, unless its country has no larger one. */
const LEAST_ISLAND = 0.6;
/** The map ends here, in degrees; of Antarctica only the tip of its peninsula is left, as a dot. */
const NORTHERN_END = 84;
const SOUTHERN_END = -64.5;

/** What Natural Earth draws as a country of its own and ISO 3166-1 does not know, by the country that it belongs to there. */
const PART_OF: Readonly<Record<string, string>> = {
  "N. Cyprus": "CY",
  "Cyprus U.N. Buffer Zone": "CY",
  Dhekelia: "CY",
  Akrotiri: "CY",
  Somaliland: "SO",
  Baikonur: "KZ",
  "USNB Guantanamo Bay": "CU",
};

/**
 * Parts that Natural Earth draws with another country than ISO 3166-1 (or, for Crimea, the General Assembly's
 * resolution 68/262) does: from, to, and the box of degrees (west, south, east, north) in which they lie.
 */
const SPLITS: readonly (readonly [
  from: string,
  to: string,
  box: readonly [number, number, number, number],
])[] = [
  ["RU", "UA", [32, 44, 37, 46.5]],
  ["FR", "GF", [-55, 2, -51, 6]],
  ["FR", "GP", [-62, 15.8, -61, 16.6]],
  ["FR", "MQ", [-61.3, 14.3, -60.8, 15]],
  ["FR", "RE", [55, -22, 56, -20]],
  ["FR", "YT", [45, -13.1, 45.4, -12.6]],
  ["NO", "SJ", [9, 74, 35, 81]],
  ["NO", "SJ", [-10, 70, -7, 72]],
  ["NO", "BV", [3, -55, 4, -54]],
  ["NL", "BQ", [-69, 12, -63, 18]],
  ["NZ", "TK", [-173, -10, -171, -8]],
];

/** Places that Natural Earth's countries lack, at their longitude and latitude. */
const PLACES: Readonly<Record<string, Position>> = {
  AQ: [-57, -63.5],
  CC: [96.83, -12.17],
  CX: [105.63, -10.48],
  BV: [3.36, -54.42],
  TK: [-171.85, -9.17],
};

const require = createRequire(import.meta.url);
const atlas = (scale: "10m" | "50m"): Atlas =>
  JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), "utf8"));

const alpha2Of = new Map(iso31661.map(({ numeric, alpha2 }) => [numeric, alpha2]));

const projection = geoEqualEarth()
  // Eleven degrees: Chukotka stays with Asia, and no country is cut at the map's edge.
  .rotate([-11, 0])
  .fitWidth(WIDTH, {
    type: "MultiPoint",
    coordinates: [
      [-168.9, 0],
      [190.9, 0],
      [11, NORTHERN_END],
    ],
  });
const path = geoPath(projection);

/** The polygons of an atlas by country; those of no ISO country under "". */
function countriesOf(topology: Atlas): Countries {
  const countries = new Map<string, Polygon[]>();
  for (const { id, properties, geometry } of feature(topology, topology.objects.countries).features) {
    const given = alpha2Of.get(String(id)) ?? PART_OF[properties.name] ?? "";
    const parts =
      geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : geometry.type === "Polygon"
          ? [geometry.coordinates]
          : [];
    for (const coordinates of parts) {
      const polygon: Polygon = { type: "Polygon", coordinates };
      const code = codeIn(given, geoCentroid(polygon));
      countries.set(code, [...(countries.get(code) ?? []), polygon]);
    }
  }
  return countries;
}

function codeIn(code: string, [longitude = 0, latitude = 0]: Position): string {
  const split = SPLITS.find(
    ([from, , [west, south, east, north]]) =>
      from === code && longitude > west && longitude < east && latitude > south && latitude < north,
  );
  return split?.[1] ?? code;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
/** A number as short as it can be written: `.5`, `-3`. */
const short = (value: number): string => String(rounded(value)).replace(/^(-?)0\./, "$1.");

/** The outlines as one path of lines, each subpath beginning at an absolute point. */
function outline(polygons: readonly Polygon[]): string {
  const largest = Math.max(...polygons.map((polygon) => path.area(polygon)));
  const least = Math.min(LEAST_ISLAND, largest);
  return polygons
    .filter((polygon) => path.area(polygon) >= least)
    .flatMap((polygon) => (path(polygon) ?? "").split("Z"))
    .map(subpath)
    .join("");
}

function subpath(drawn: string): string {
  const points: (readonly [number, number])[] = [];
  for (const point of drawn.replace(/^M/, "").split("L")) {
    const [x = Number.NaN, y = Number.NaN] = point.split(",").map((value) => rounded(Number(value)));
    const last = points.at(-1);
    if (Number.isFinite(x) && Number.isFinite(y) && !(last?.[0] === x && last[1] === y)) points.push([x, y]);
  }
  const [first, ...rest] = points;
  if (!first || rest.length < 2) return "";
  let [x, y] = first;
  const steps = rest.map(([toX, toY]) => {
    const step = [short(toX - x), short(toY - y)];
    [x, y] = [toX, toY];
    return step.join(" ").replace(" -", "-");
  });
  return `M${short(first[0])} ${short(first[1])}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

const areaOf = (polygons: readonly Polygon[]) =>
  polygons.reduce((sum, polygon) => sum + path.area(polygon), 0);

/** The middle of a country's largest part, on the map. */
function middleOf(polygons: readonly Polygon[]): readonly [number, number] {
  const largest = polygons.toSorted((a, b) => geoArea(b) - geoArea(a))[0];
  return largest ? onMap(geoCentroid(largest)) : [Number.NaN, Number.NaN];
}

function onMap([longitude = 0, latitude = 0]: Position): readonly [number, number] {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return [rounded(x), rounded(y)];
}

/** The text of the map's file. */
export function drawWorldMap(): string {
  const fine = countriesOf(atlas("10m"));
  const coarse = countriesOf(simplify(presimplify(atlas("50m")), LEAST_WEIGHT));
  const shapes: Record<string, string> = {};
  const places: Record<string, readonly [number, number]> = {};
  for (const { alpha2 } of iso31661.toSorted((a, b) => (a.alpha2 < b.alpha2 ? -1 : 1))) {
    const polygons = fine.get(alpha2) ?? [];
    const given = PLACES[alpha2];
    if (given) {
      places[alpha2] = onMap(given);
      continue;
    }
    places[alpha2] = middleOf(polygons);
    const drawn = coarse.get(alpha2) ?? [];
    if (areaOf(drawn) >= LEAST_AREA) shapes[alpha2] = outline(drawn);
  }
  const height = Math.ceil(onMap([0, SOUTHERN_END])[1]);
  return `/**
 * The world's countries as outlines, drawn by \`node scripts/map/drawWorldMap.ts\`: change that, not this.
 * Source: Natural Earth 1:50m and 1:10m (public domain, naturalearthdata.com), by way of the npm package
 * world-atlas; Equal Earth projection, simplified. Boundaries follow the source and say nothing about their
 * legal status.
 */

/** The map's size, in the units of its paths. */
export const MAP_SIZE = { width: ${WIDTH}, height: ${height} } as const;

/** SVG paths (M, l and z alone) by ISO 3166-1 alpha-2 code, of all countries large enough to be seen. */
export const COUNTRY_SHAPES: Readonly<Record<string, string>> = ${JSON.stringify(shapes, undefined, 2)};

/** Land that has no ISO 3166-1 code. */
export const OTHER_LAND = ${JSON.stringify(outline(coarse.get("") ?? []))};

/** The middle of each country's largest part, as x and y: where a label or, without a shape, a dot stands. */
export const COUNTRY_PLACES: Readonly<Record<string, readonly [number, number]>> = {
${Object.entries(places)
  .map(([code, [x, y]]) => `  ${code}: [${x}, ${y}],`)
  .join("\n")}
};
`
    .replaceAll(/^ {2}"([A-Z]{2})": /gm, "  $1: ")
    .replaceAll(/"\n};/g, '",\n};');
}

if (import.meta.main) writeFileSync(MAP_FILE, drawWorldMap());
