/** International actors: the city's one directory, so that nobody works twice with the same partner unknowingly. */
import * as z from "zod/mini";
import { COUNTRY_PATTERN, codeOf, codesOf, idSchema, optional, plainName, shapesOf } from "./fields.ts";
import { stamps } from "./stamps.ts";

/**
 * A focal point proposes; a proposal becomes active when the Office approves a record that names it. A merged one is a
 * signpost: it stays, so that whoever still names it is led to the partner that it became.
 */
export const PARTNER_STATES = ["proposed", "active", "merged"] as const;

export const PARTNER_FIELDS = {
  name: plainName(),
  acronym: optional(plainName(40)),
  /** One of the six categories of the strategy's Table 1. */
  categoryId: codeOf("actorCategories"),
  actorTypeId: optional(codeOf("actorTypes")),
  networkIds: optional(codesOf("partners", 20)),
} as const;

const fields = shapesOf(PARTNER_FIELDS);

/** A partner; `country` is absent for multilateral ones. */
export const partnerSchema = z.strictObject({
  ...fields.complete,
  country: z.exactOptional(z.string().check(z.regex(COUNTRY_PATTERN))),
  /** Other names it goes by: "BID", "IDB"; each of one line, which is how security rules can tell them apart. */
  aliases: z.array(plainName().draft.check(z.minLength(1))).check(z.maxLength(20)),
  state: z.enum(PARTNER_STATES),
  /** The entity whose focal point proposed it; absent for the catalogue's own. */
  proposedFor: z.exactOptional(idSchema),
  /** Of a merged one alone. */
  mergedInto: z.exactOptional(idSchema),
  ...stamps,
});
export type Partner = z.infer<typeof partnerSchema>;

/** What the Office edits of a partner. */
export const partnerInputSchema = z.strictObject({
  ...fields.complete,
  country: partnerSchema.shape.country,
  aliases: partnerSchema.shape.aliases,
});
export type PartnerInput = z.infer<typeof partnerInputSchema>;

/** The partner that an id stands for, however often what it names was merged. */
export function currentPartnerId(
  id: string,
  partnerOf: (id: string) => Pick<Partner, "mergedInto"> | undefined,
): string {
  const seen = new Set([id]);
  for (let at = id; ; ) {
    const next = partnerOf(at)?.mergedInto;
    if (next === undefined || seen.has(next)) return at;
    seen.add(next);
    at = next;
  }
}
