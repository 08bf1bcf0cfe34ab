/** The world with the countries that have a value: what is filled, in which shade, and what the shades mean. */
import type { CountryValue } from "../annualReport/block.ts";
import { COUNTRY_PLACES, COUNTRY_SHAPES, OTHER_LAND } from "../map/worldMap.ts";

/** 0 for land without a value; the higher, the darker. */
export type Shade = 0 | 1 | 2 | 3;

export interface MapShapes {
  /** Outlines as SVG paths, in the units of the map. */
  readonly areas: readonly { readonly path: string; readonly shade: Shade }[];
  /** Countries with a value that are too small for an outline. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly shade: Shade }[];
  /** The values that each shade stands for, lightest first; shades that no country has are left out. */
  readonly shades: readonly { readonly shade: Shade; readonly from: number; readonly to: number }[];
}

/** The shades of so many steps: the highest values always have the darkest. */
const SHADES: readonly (readonly Shade[])[] = [[], [3], [1, 3], [1, 2, 3]];
const MOST_STEPS = 3;

/** The lowest value of each shade: every different value its own while there are few, else thirds of them. */
function stepsOf(values: readonly number[]): number[] {
  const different = [...new Set(values)].sort((a, b) => a - b);
  if (different.length <= MOST_STEPS) return different;
  const third = different.length / MOST_STEPS;
  return [0, 1, 2].map((index) => different[Math.floor(index * third)] ?? 0);
}

/** @param values - zero and less is no value; countries that ISO 3166-1 does not know are not drawn */
export function mapShapes(values: readonly CountryValue[]): MapShapes {
  const known = new Map(
    values.filter(({ value }) => value > 0).map(({ country, value }) => [country, value]),
  );
  const steps = stepsOf([...known.values()]);
  const ofSteps = SHADES[steps.length] ?? [];
  const shadeOf = (value: number | undefined): Shade =>
    value === undefined ? 0 : (ofSteps[steps.findLastIndex((step) => step <= value)] ?? 0);
  const areas = Object.entries(COUNTRY_SHAPES).map(([country, path]) => ({
    path,
    shade: shadeOf(known.get(country)),
  }));
  const dots = [...known].flatMap(([country, value]) => {
    const place = COUNTRY_SHAPES[country] === undefined ? COUNTRY_PLACES[country] : undefined;
    return place ? [{ x: place[0], y: place[1], shade: shadeOf(value) }] : [];
  });
  const shades = ofSteps.map((shade) => {
    const own = [...known.values()].filter((value) => shadeOf(value) === shade);
    return { shade, from: Math.min(...own), to: Math.max(...own) };
  });
  return { areas: [{ path: OTHER_LAND, shade: 0 }, ...areas], dots, shades };
}
