/** What ships with the system: the catalogues, the 14 indicators and the city networks, from `data/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import {
  CATALOGUE_IDS,
  type CatalogueId,
  type CatalogueItem,
  type Catalogues,
  catalogueItemSchema,
} from "#domain/catalogue.ts";
import { type Obligation, obligationSchema } from "#domain/halfYear/obligation.ts";
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { type Partner, partnerSchema } from "#domain/partner.ts";
import { type ConsentText, consentTextSchema } from "#domain/person.ts";
import { type ReturnReason, returnReasonSchema } from "#domain/returnReasons.ts";

/** Each file names the source of its items. */
const fileSchema = z.strictObject({ source: z.string().min(1), items: z.array(z.unknown()) });
const identifiedSchema = z.looseObject({ id: z.string() });

/** Who the shipped documents say made them; their moment is that of the first version of the data. */
export const SEED = { by: "seed", name: "Carga inicial", at: new Date("2026-01-01T05:00:00Z") } as const;

const itemsOf = (name: string): unknown[] =>
  fileSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, "data", `${name}.json`), "utf8"))).items;

const catalogueOf = (id: string): CatalogueItem[] =>
  z.array(catalogueItemSchema).parse(itemsOf(`catalogues/${id}`));

/** The lists of `catalogues/`, as they ship. */
export const CATALOGUES: Catalogues = Object.fromEntries(
  CATALOGUE_IDS.map((id) => [id, catalogueOf(id)]),
) as Record<CatalogueId, CatalogueItem[]>;

/** The results of the strategy's Exhibit 1, in its order. */
export const INDICATORS: readonly Indicator[] = itemsOf("indicators").map((item) => {
  const { id, ...body } = identifiedSchema.parse(item);
  return {
    id,
    ...indicatorSchema.parse({ ...body, version: 1, ruleVersion: 1, updatedAt: SEED.at, updatedBy: SEED.by }),
  };
});

/** The city networks, as partners, by id. */
export const PARTNERS: ReadonlyMap<string, Partner> = new Map(itemsOf("partners").map(partnerOf));

function partnerOf(item: unknown): [string, Partner] {
  const { id, ...fields } = identifiedSchema.parse(item);
  const stamps = {
    version: 1,
    createdAt: SEED.at,
    createdBy: SEED.by,
    updatedAt: SEED.at,
    updatedBy: SEED.by,
  };
  return [id, partnerSchema.parse({ ...fields, state: "active", ...stamps })];
}

/** What people agree to who are written to, by id. */
export const CONSENT_TEXTS: ReadonlyMap<string, ConsentText> = new Map(
  itemsOf("consentTexts").map((item) => {
    const { id, ...text } = identifiedSchema.parse(item);
    return [id, consentTextSchema.parse(text)];
  }),
);

/** Every entity in activity owes a report on each half-year: a proposal, as its day is. */
export const OBLIGATIONS: readonly Obligation[] = CATALOGUES.periods.map(({ id, dueOn }) =>
  obligationSchema.parse({
    periodId: id,
    dueOn,
    entityIds: CATALOGUES.entities.filter(({ active }) => active).map((entity) => entity.id),
  }),
);

/** Why records are most often returned: a proposal, which the Office edits. */
export const RETURN_REASONS: readonly ReturnReason[] = itemsOf("returnReasons").map((item) =>
  returnReasonSchema.parse(item),
);
