/**
 * People who are not users: residents abroad who are in the network, subscribers of the newsletter. They stand apart from
 * records, hold only what their purpose needs, and are there because they agreed (Ley 1581 de 2012, arts. 4 and 9).
 */
import * as z from "zod/mini";
import { type Day, isDay } from "./calendar.ts";
import { COUNTRY_PATTERN, idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { stamps } from "./stamps.ts";

/** What somebody may be written to for; each has a consent text of its own. */
export const PURPOSES = ["diaspora", "newsletter"] as const;
export type Purpose = (typeof PURPOSES)[number];

const line = z.string().check(z.trim(), z.maxLength(LIMITS.line), z.regex(/^\P{C}+$/u));

/** `consentTexts/{textId}`: what people are asked to agree to. A text is never changed: a new version is a new one. */
export const consentTextSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  version: z.int().check(z.gte(1)),
  textEs: z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph)),
  textEn: z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph)),
});
export type ConsentText = z.infer<typeof consentTextSchema>;

const consentSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** The text that was agreed to, its version in it: `newsletter-1`. */
  textId: idSchema,
  /** The day on which they agreed. */
  givenOn: z.iso.date(),
  /** Where the proof of it is: "Formulario en papel, feria de Madrid". */
  source: line,
  /** When the Office entered it. */
  recordedAt: z.date(),
  recordedBy: idSchema,
});
export type Consent = z.infer<typeof consentSchema>;

const typed = {
  name: line,
  email: z
    .string()
    .check(
      z.trim(),
      z.toLowerCase(),
      z.maxLength(LIMITS.line),
      z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/),
    ),
  /** Where they live. */
  country: z.exactOptional(z.string().check(z.regex(COUNTRY_PATTERN))),
  language: z.enum(["es", "en"]),
};

/** `people/{personId}`, the Office's alone. There is no history of it: that would outlive an erasure. */
export const personSchema = z.strictObject({
  ...typed,
  consents: z.array(consentSchema).check(z.minLength(1), z.maxLength(PURPOSES.length)),
  ...stamps,
});
export type Person = z.infer<typeof personSchema>;

/** What the Office types of a person, with the consent that it has a proof of. */
export const personInputSchema = z.strictObject({
  ...typed,
  purposes: z.array(z.enum(PURPOSES)).check(z.minLength(1), z.maxLength(PURPOSES.length)),
  givenOn: z.string().check(z.refine(isDay)),
  source: line,
});
export type PersonInput = z.infer<typeof personInputSchema>;

/**
 * `erasures/{erasureId}`: that somebody was erased, and nothing of whom. Its id is random. A hash of the address would be
 * personal data still: whoever has a list of addresses finds the one that was erased by trying each.
 */
export const erasureSchema = z.strictObject({
  erasedAt: z.date(),
  erasedBy: idSchema,
  /** Documents and consents that are no more. */
  documents: z.int().check(z.gte(1)),
  consents: z.int().check(z.gte(0)),
});
export type Erasure = z.infer<typeof erasureSchema>;

export type CheckedPerson = { readonly person: PersonInput } | { readonly problems: readonly Problem[] };

/** The one check behind the form and the server: every field that is missing or wrong. */
export function checkPerson(input: Readonly<Record<string, unknown>>, today: Day): CheckedPerson {
  const parsed = personInputSchema.safeParse(input);
  if (!parsed.success) {
    const paths = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "")));
    return {
      problems: [...paths].map((path) => ({ path, code: input[path] ? "not-a-choice" : "missing" })),
    };
  }
  if (parsed.data.givenOn > today) return { problems: [{ path: "givenOn", code: "in-the-future" }] };
  return { person: parsed.data };
}

/** The text of a purpose that people agree to now: its latest version. */
export const currentTextOf = <T extends ConsentText>(texts: readonly T[], purpose: Purpose): T | undefined =>
  texts.filter((text) => text.purpose === purpose).toSorted((a, b) => b.version - a.version)[0];
