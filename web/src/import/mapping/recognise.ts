/** Finds the mapping that was made for a sheet with these heads, also when one or the other was renamed since. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { likeness, normal } from "../words.ts";

export interface Recognised<Kept> {
  readonly kept: Kept;
  /** Heads that the mapping knows and the sheet lacks, of columns that were used. */
  readonly missing: readonly string[];
  /** Of these, the ones that now seem to go by another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Of the used columns of a mapping, how many must be there again. */
const MOST_OF_THEM = 0.6;

const usedHeads = ({ columns }: ImportMapping): string[] =>
  columns.filter(({ to }) => to !== "nothing").map(({ header }) => header);

/** The kept mapping that fits best; `undefined` when none is of this sheet. */
export function recognise<Kept extends { readonly mapping: ImportMapping }>(
  headers: readonly string[],
  kept: readonly Kept[],
): Recognised<Kept> | undefined {
  const here = new Set(headers.map(normal));
  const share = ({ mapping }: Kept) => {
    const used = usedHeads(mapping);
    return used.length === 0 ? 0 : used.filter((head) => here.has(normal(head))).length / used.length;
  };
  const [best] = kept.filter((one) => share(one) >= MOST_OF_THEM).toSorted((a, b) => share(b) - share(a));
  if (!best) return undefined;
  const known = new Set(best.mapping.columns.map(({ header }) => normal(header)));
  const missing = usedHeads(best.mapping).filter((head) => !here.has(normal(head)));
  return {
    kept: best,
    missing,
    renamed: renamedOf(
      missing,
      headers.filter((head) => !known.has(normal(head))),
    ),
  };
}

const ALIKE = 0.45;

function renamedOf(missing: readonly string[], fresh: readonly string[]): { from: string; to: string }[] {
  const left = [...fresh];
  return missing.flatMap((from) => {
    const [best] = left
      .map((to) => ({ to, score: likeness(from, to) }))
      .toSorted((a, b) => b.score - a.score);
    const isOnly = missing.length === 1 && fresh.length === 1;
    if (!best || (best.score < ALIKE && !isOnly)) return [];
    left.splice(left.indexOf(best.to), 1);
    return [{ from, to: best.to }];
  });
}

/** The mapping with the new heads in the place of the old; what the sheet lacks is left out, what is new is nothing yet. */
export function adapted(
  { kept, renamed }: Recognised<{ readonly mapping: ImportMapping }>,
  headers: readonly string[],
): ImportMapping {
  const { mapping } = kept;
  const before = new Map(mapping.columns.map((column) => [normal(column.header), column]));
  const former = new Map(renamed.map(({ from, to }) => [normal(to), normal(from)]));
  return {
    ...mapping,
    columns: headers.map((header) => {
      const known = before.get(normal(header)) ?? before.get(former.get(normal(header)) ?? "");
      return known ? { ...known, header } : { header, to: "nothing" };
    }),
  };
}
