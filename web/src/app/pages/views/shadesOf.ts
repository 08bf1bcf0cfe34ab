/** Which shade a country has on the map: a few steps of whole numbers, as even as they come. */

export interface Shade {
  readonly from: number;
  readonly to: number;
  /** From 1, the lightest. */
  readonly step: number;
}

export const MOST_SHADES = 4;

/** The steps for counts of which the largest is `most`; fewer where there are fewer numbers than steps. */
export function shadesOf(most: number): readonly Shade[] {
  const steps = Math.min(MOST_SHADES, most);
  // Each step reaches further than the one before, since few countries have many records: 1, 2-4, 5-9, 10-16 of 16.
  const ends = Array.from({ length: steps }, (_, n) =>
    n === steps - 1 ? most : Math.max(n + 1, Math.round(most * ((n + 1) / steps) ** 2)),
  );
  return ends.map((to, n) => ({ from: n === 0 ? 1 : (ends[n - 1] ?? 0) + 1, to, step: n + 1 }));
}

export const shadeOf = (count: number, shades: readonly Shade[]): number =>
  shades.find(({ from, to }) => count >= from && count <= to)?.step ?? 0;
