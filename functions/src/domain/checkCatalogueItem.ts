/** Whether an item of a list may be saved as it was typed: the one check behind its form and the server's gate. */
import * as z from "zod/mini";

import {
  type CatalogueId,
  type CatalogueItem,
  type Catalogues,
  catalogueItemSchema,
  OFFICE_ENTITY_ID,
} from "./catalogue.ts";
import { ID_PATTERN } from "./fields.ts";
import { PERIOD_PATTERN } from "./halfYearReport.ts";
import { type Problem, problemsOf } from "./problem.ts";

/** What a list's items hold beside their two names. */
interface Shape {
  /** The list that an item belongs to an item of. */
  readonly parent?: CatalogueId;
  readonly hasShort?: boolean;
  readonly hasNumber?: boolean;
  /** Half-years: their days follow from their id, and each has the day on which its reports fall due. */
  readonly isPeriod?: boolean;
  /** Exhibits of the strategy, or goals of the United Nations, which code and reports go by: their words may change, no more. */
  readonly isFixed?: boolean;
}

export const CATALOGUE_SHAPES: Readonly<Record<CatalogueId, Shape>> = {
  sectors: {},
  entities: { parent: "sectors", hasShort: true },
  lines: { hasShort: true, hasNumber: true, isFixed: true },
  activities: { parent: "lines", hasNumber: true },
  programmes: { hasNumber: true },
  sdgs: { hasNumber: true, isFixed: true },
  themes: {},
  populations: {},
  actorCategories: { isFixed: true },
  actorTypes: { parent: "actorCategories" },
  instrumentKinds: {},
  modalities: {},
  attractionKinds: {},
  opportunityKinds: {},
  periods: { isPeriod: true },
};

/** What a person types of an item; the rest stays or follows. */
export const catalogueInputSchema = z.strictObject({
  nameEs: catalogueItemSchema.shape.nameEs.check(z.regex(/\S/)),
  nameEn: catalogueItemSchema.shape.nameEn.check(z.regex(/\S/)),
  shortEs: catalogueItemSchema.shape.shortEs,
  shortEn: catalogueItemSchema.shape.shortEn,
  parentId: catalogueItemSchema.shape.parentId,
  number: z.exactOptional(z.int().check(z.gte(1), z.lte(999))),
  active: z.boolean(),
  dueOn: catalogueItemSchema.shape.dueOn,
});
export type CatalogueInput = z.infer<typeof catalogueInputSchema>;

export type CheckedItem = { readonly item: CatalogueItem } | { readonly problems: readonly Problem[] };

/** Accents and case make no other name. */
const plain = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

/** First and last day of `2025-S1`. */
const daysOf = (periodId: string) => {
  const [year, half] = periodId.split("-");
  return half === "S1"
    ? { startsOn: `${year}-01-01`, endsOn: `${year}-06-30` }
    : { startsOn: `${year}-07-01`, endsOn: `${year}-12-31` };
};

/**
 * The item as it will stand in its list, or what is wrong with it, in the order of the form. `id` says what is wrong
 * with a new item's id, or that its list takes no new ones (`unexpected`); `active`, that the item is still needed,
 * by the `others` where there are some.
 */
export function checkCatalogueItem(
  catalogueId: CatalogueId,
  itemId: string,
  typed: unknown,
  catalogues: Catalogues,
): CheckedItem {
  const shape = CATALOGUE_SHAPES[catalogueId];
  const parsed = catalogueInputSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsOf(parsed.error, typed, (path) => path === "dueOn") };
  const input = parsed.data;
  const before = catalogues[catalogueId].find(({ id }) => id === itemId);
  const days = shape.isPeriod && PERIOD_PATTERN.test(itemId) ? daysOf(itemId) : undefined;
  const problems = [
    ...(before ? [] : newIdProblems(itemId, shape)),
    ...nameProblems(catalogueId, itemId, input, catalogues),
    ...parentProblems(shape, input, before, catalogues),
    ...(shape.isPeriod && !input.dueOn ? [{ path: "dueOn", code: "missing" } as const] : []),
    ...(days && input.dueOn && input.dueOn <= days.endsOn
      ? [{ path: "dueOn", code: "before-start" } as const]
      : []),
    ...(before?.active !== false && !input.active ? neededProblems(catalogueId, itemId, catalogues) : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    item: catalogueItemSchema.parse({
      ...(shape.parent === undefined && before?.parentId !== undefined && { parentId: before.parentId }),
      ...(shape.parent !== undefined && { parentId: input.parentId }),
      ...(shape.hasShort && input.shortEs && { shortEs: input.shortEs.trim() }),
      ...(shape.hasShort && input.shortEn && { shortEn: input.shortEn.trim() }),
      ...(shape.hasNumber && input.number !== undefined && { number: input.number }),
      ...(shape.isPeriod && { number: before?.number ?? catalogues.periods.length + 1, dueOn: input.dueOn }),
      ...days,
      ...{ id: itemId, nameEs: input.nameEs.trim(), nameEn: input.nameEn.trim(), active: input.active },
    }),
  };
}

function newIdProblems(itemId: string, shape: Shape): Problem[] {
  if (shape.isFixed) return [{ path: "id", code: "unexpected" }];
  const pattern = shape.isPeriod ? PERIOD_PATTERN : ID_PATTERN;
  return pattern.test(itemId) ? [] : [{ path: "id", code: "not-a-choice" }];
}

/** Two items of one parent that read the same are one too many. */
function nameProblems(
  catalogueId: CatalogueId,
  itemId: string,
  { nameEs, nameEn, parentId }: CatalogueInput,
  catalogues: Catalogues,
): Problem[] {
  const others = catalogues[catalogueId].filter(
    (item) => item.id !== itemId && (item.parentId ?? "") === (parentId ?? item.parentId ?? ""),
  );
  const twice = (path: "nameEs" | "nameEn", name: string): Problem[] => {
    const same = others.filter((item) => plain(item[path]) === plain(name));
    return same.length > 0 ? [{ path, code: "twice", others: same.map(({ id }) => id) }] : [];
  };
  return [...twice("nameEs", nameEs), ...twice("nameEn", nameEn)];
}

function parentProblems(
  { parent }: Shape,
  { parentId }: CatalogueInput,
  before: CatalogueItem | undefined,
  catalogues: Catalogues,
): Problem[] {
  if (parent === undefined) return [];
  if (parentId === undefined) return [{ path: "parentId", code: "missing" }];
  const found = catalogues[parent].find(({ id }) => id === parentId);
  if (!found) return [{ path: "parentId", code: "unknown-reference" }];
  const stays = before?.parentId === parentId;
  return found.active || stays ? [] : [{ path: "parentId", code: "retired-reference" }];
}

/** Who would be left without what is retired. */
function neededProblems(catalogueId: CatalogueId, itemId: string, catalogues: Catalogues): Problem[] {
  const isNeeded =
    CATALOGUE_SHAPES[catalogueId].isFixed || (catalogueId === "entities" && itemId === OFFICE_ENTITY_ID);
  if (isNeeded) return [{ path: "active", code: "unexpected" }];
  const others = (Object.keys(CATALOGUE_SHAPES) as CatalogueId[])
    .filter((id) => CATALOGUE_SHAPES[id].parent === catalogueId)
    .flatMap((id) => catalogues[id].filter((item) => item.active && item.parentId === itemId));
  return others.length > 0
    ? [{ path: "active", code: "unexpected", others: others.map(({ id }) => id) }]
    : [];
}
