/** Who must report on a half-year, what, and by when: data of the Office's, and the denominator of completeness. */
import * as z from "zod/mini";
import { type Day, daysOf } from "../calendar.ts";
import type { CatalogueItem } from "../catalogue.ts";
import { idSchema } from "../fields.ts";
import { PERIOD_PATTERN, type ReportSection, SECTION_IDS } from "../halfYearReport.ts";
import { entryTrail } from "../historyEntry.ts";
import { LIMITS } from "../limits.ts";
import type { Problem } from "../problem.ts";

const sectionsSchema = z.array(z.enum(SECTION_IDS)).check(z.maxLength(SECTION_IDS.length));

/** More time for one entity. */
const extensionInput = {
  dueOn: z.iso.date(),
  /** Everyone who is in may read it. */
  reason: z.string().check(z.maxLength(LIMITS.line), z.regex(/\S/)),
};
export const extensionSchema = z.strictObject({
  ...extensionInput,
  by: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
  at: z.date(),
});
export type Extension = z.infer<typeof extensionSchema>;

const termsOf = <E extends z.ZodMiniType>(extension: E) =>
  z.strictObject({
    /** In the place of the half-year's own. */
    sections: z.exactOptional(sectionsSchema),
    extension: z.exactOptional(extension),
  });

const body = {
  dueOn: z.iso.date(),
  entityIds: z.array(idSchema).check(z.maxLength(200)),
};

/** `obligations/{periodId}`. What was never edited has no version, sections or terms of its own. */
export const obligationSchema = z.strictObject({
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  ...body,
  /** What every entity must write. */
  sections: z.exactOptional(sectionsSchema),
  /** What holds for one entity alone, by its id. */
  terms: z.exactOptional(z.record(idSchema, termsOf(extensionSchema))),
  version: z.exactOptional(z.int().check(z.gte(1))),
  updatedAt: z.exactOptional(z.date()),
  updatedBy: z.exactOptional(idSchema),
});
export type Obligation = z.infer<typeof obligationSchema>;

/** What the Office asks for; who granted an extension, and when, is the server's to say. */
export const obligationInputSchema = z.strictObject({
  ...body,
  sections: sectionsSchema,
  terms: z.record(idSchema, termsOf(z.strictObject(extensionInput))),
});
export type ObligationInput = z.infer<typeof obligationInputSchema>;

/** `obligations/{periodId}/history/{version}`. */
export const obligationEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.literal("change"),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
});

const DEFAULT_SECTIONS: readonly ReportSection[] = ["achievements"];

export const mustReport = ({ entityIds }: Obligation, entityId: string): boolean =>
  entityIds.includes(entityId);

export const extensionOf = (obligation: Pick<Obligation, "terms">, entityId: string): Extension | undefined =>
  obligation.terms?.[entityId]?.extension;

/** The day by which the entity must report, its extension counted. */
export const dueOnOf = (obligation: Pick<Obligation, "terms" | "dueOn">, entityId: string): Day =>
  extensionOf(obligation, entityId)?.dueOn ?? obligation.dueOn;

/** The sections that every entity must write where its own terms say nothing else. */
export const commonSections = (obligation: Pick<Obligation, "sections"> | undefined) =>
  obligation?.sections ?? DEFAULT_SECTIONS;

/** The sections that the entity must write. */
export const requiredSections = (
  obligation: Pick<Obligation, "terms" | "sections"> | undefined,
  entityId: string,
): readonly ReportSection[] => obligation?.terms?.[entityId]?.sections ?? commonSections(obligation);

/** What is wrong with an obligation that the Office wants saved. */
export function obligationProblems(
  input: ObligationInput,
  periodId: string,
  entities: readonly CatalogueItem[],
): Problem[] {
  const known = new Set(entities.map(({ id }) => id));
  const [, last] = daysOf(periodId);
  const named = [...input.entityIds, ...Object.keys(input.terms)];
  return [
    ...(input.dueOn <= last ? [{ path: "dueOn", code: "too-early" } as const] : []),
    ...(new Set(input.entityIds).size < input.entityIds.length
      ? [{ path: "entityIds", code: "twice" } as const]
      : []),
    ...[...new Set(named)]
      .filter((id) => !known.has(id))
      .map((id): Problem => ({ path: `terms.${id}`, code: "unknown-reference" })),
    ...Object.entries(input.terms).flatMap(([id, { extension }]): Problem[] =>
      extension && extension.dueOn <= input.dueOn
        ? [{ path: `terms.${id}.extension.dueOn`, code: "before-start" }]
        : [],
    ),
  ];
}
