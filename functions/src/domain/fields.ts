/** The vocabulary of typed-in fields: each says at once how a draft may hold it and what a complete record needs. */
import * as z from "zod/mini";
import { isDay } from "./calendar.ts";
import { LIMITS } from "./limits.ts";
import { MIXED_ALPHABETS, PLAIN_NAME } from "./plainText.ts";

/** How a person enters the field; forms and spreadsheets choose their control by it. */
export type Input =
  | "line"
  | "paragraph"
  | "link"
  | "day"
  | "count"
  | "amount"
  | "choice"
  | "choices"
  | "reference"
  | "references";

/** One field, as a draft may hold it (keys, types, upper bounds) and as a complete record must. */
export interface Field<
  Draft extends z.ZodMiniType = z.ZodMiniType,
  Complete extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly input: Input;
  readonly required: boolean;
  /** Most characters, members or units that the field holds. */
  readonly max: number;
  /** Fixed choices, for fields whose values the code itself distinguishes. */
  readonly options?: readonly string[];
  /** Catalogue or collection that the codes come from, for editable choices and references. */
  readonly from?: string;
  readonly draft: Draft;
  readonly complete: Complete;
}

export type Fields = Readonly<Record<string, Field>>;

/** Ids and codes: letters, digits, `-` and `_`, none at the front; so they are safe in paths and keys. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
export const idSchema = z.string().check(z.regex(ID_PATTERN));
/** ISO 3166-1 alpha-2. */
export const COUNTRY_PATTERN = /^[A-Z]{2}$/;

const emptyOr = (pattern: RegExp) => new RegExp(`^(?:${pattern.source.slice(1, -1)})?$`);
const written = (max: number) => z.string().check(z.maxLength(max), z.regex(/\S/));

const text = (input: "line" | "paragraph", max: number) => ({
  input,
  max,
  required: true,
  draft: z.string().check(z.maxLength(max)),
  complete: written(max),
});

/** One line of text. */
export const line = (max: number = LIMITS.line) => text("line", max);
/** A name that others will take for what it looks like: one line, nothing unseen, no letters of two alphabets side by side. */
export const plainName = (max: number = LIMITS.line) => {
  const name = z.string().check(
    z.maxLength(max),
    z.regex(PLAIN_NAME),
    z.refine((text) => !MIXED_ALPHABETS.test(text)),
  );
  return { input: "line" as const, max, required: true, draft: name, complete: name.check(z.regex(/\S/)) };
};
/** Several sentences. */
export const paragraph = (max: number = LIMITS.paragraph) => text("paragraph", max);

/** A public web address; a draft keeps whatever was typed. */
export const link = () => ({
  input: "link" as const,
  max: LIMITS.link,
  required: true,
  draft: z.string().check(z.maxLength(LIMITS.link)),
  complete: z.string().check(z.maxLength(LIMITS.link), z.regex(/^https?:\/\/[^\s.]+\.\S+$/)),
});

/** A day of Bogotá's calendar, `YYYY-MM-DD`; a draft keeps a half-typed one. */
export const day = () => ({
  input: "day" as const,
  max: LIMITS.draftDay,
  required: true,
  draft: z.string().check(z.maxLength(LIMITS.draftDay)),
  complete: z.string().check(z.refine(isDay)),
});

const whole = (input: "count" | "amount", max: number) => ({
  input,
  max,
  required: true,
  draft: z.int().check(z.gte(0), z.lte(max)),
  complete: z.int().check(z.gte(0), z.lte(max)),
});

/** A whole quantity of zero or more. */
export const count = () => whole("count", LIMITS.count);
/** An amount in minor units (cents) of the currency that the field's name or its neighbour gives. */
export const amount = () => whole("amount", LIMITS.amountCents);

/** One of a fixed set of codes. */
export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) => ({
  input: "choice" as const,
  max: 1,
  required: true,
  options,
  draft: z.enum(options),
  complete: z.enum(options),
});

/** A code of an editable catalogue. */
export const codeOf = (from: string) => ({
  input: "choice" as const,
  max: 1,
  required: true,
  from,
  draft: z.string().check(z.regex(emptyOr(ID_PATTERN))),
  complete: idSchema,
});

/** The id of another document. */
export const referenceTo = (from: string) => ({ ...codeOf(from), input: "reference" as const });

const list = <I extends "choices" | "references">(input: I, from: string, pattern: RegExp, max: number) => {
  const member = z.string().check(z.regex(pattern));
  return {
    input,
    max,
    required: true,
    from,
    draft: z.array(member).check(z.maxLength(max)),
    complete: z.array(member).check(z.minLength(1), z.maxLength(max)),
  };
};

/** Codes of an editable catalogue. */
export const codesOf = (from: string, max: number = LIMITS.list) => list("choices", from, ID_PATTERN, max);
/** Countries by their two-letter code. */
export const countryCodes = () => list("choices", "countries", COUNTRY_PATTERN, LIMITS.list);
/** Ids of other documents. */
export const referencesTo = (from: string, max: number = LIMITS.list) =>
  list("references", from, ID_PATTERN, max);

type Optional<F extends Field> = Omit<F, "required" | "complete"> & {
  readonly required: false;
  readonly complete: z.ZodMiniExactOptional<F["complete"]>;
};

/** A field that a complete record may leave out. */
export const optional = <F extends Field>(field: F): Optional<F> => ({
  ...field,
  required: false,
  complete: z.exactOptional<F["complete"]>(field.complete),
});

type DraftShape<F extends Fields> = { [K in keyof F]: z.ZodMiniExactOptional<F[K]["draft"]> };
type CompleteShape<F extends Fields> = { [K in keyof F]: F[K]["complete"] };

/** Fields as zod shapes: `draft`, where all may be missing, and `complete`. */
export function shapesOf<F extends Fields>(fields: F): { draft: DraftShape<F>; complete: CompleteShape<F> } {
  const entries = Object.entries(fields);
  return {
    draft: Object.fromEntries(
      entries.map(([name, field]) => [name, z.exactOptional(field.draft)]),
    ) as DraftShape<F>,
    complete: Object.fromEntries(entries.map(([name, field]) => [name, field.complete])) as CompleteShape<F>,
  };
}
