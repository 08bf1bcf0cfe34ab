/** Random documents for tests on random values: fields as a draft may hold them, and values that no field holds. */
import fc from "fast-check";
import type { Field, Fields } from "#domain/fields.ts";

const text = (max: number) =>
  fc
    .oneof(
      {
        weight: 9,
        arbitrary: fc.string({
          unit: fc.constantFrom("a", "ñ", "é", " ", "\n", "😀", "👩‍🌾"),
          maxLength: 40,
        }),
      },
      { weight: 9, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
      { weight: 1, arbitrary: fc.constantFrom("x", "😀").map((character) => character.repeat(max)) },
    )
    .filter((value) => [...value].length <= max);

const id = () => fc.tuple(letters("Az09", 1, 1), letters("Az09_-", 0, 63)).map((parts) => parts.join(""));
const country = () => letters("ABCXYZ", 2, 2);
const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

/** A value that the field may hold in a draft. */
export function fieldValue({ input, max, options, from }: Field): fc.Arbitrary<unknown> {
  switch (input) {
    case "line":
    case "paragraph":
    case "link":
    case "day":
      return text(max);
    case "count":
    case "amount":
      return fc.oneof(fc.nat({ max: Math.min(max, 2 ** 31 - 1) }), fc.constantFrom(0, max));
    case "choice":
      return options ? fc.constantFrom(...options) : fc.oneof(id(), fc.constant(""));
    case "reference":
      return fc.oneof(id(), fc.constant(""));
    case "choices":
    case "references":
      return fc.array(from === "countries" ? country() : id(), { maxLength: Math.min(max, 12) });
  }
}

/** Any of the fields, each with a value that it may hold in a draft. */
export const draftFields = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValue(field)])), {
    requiredKeys: [],
  });

const scalar = () =>
  fc.oneof(
    fc.string({ unit: "binary" }),
    id(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(
      null,
      "",
      -0,
      2 ** 53,
      "a,b",
      "a\n",
      "😀".repeat(101),
      "x".repeat(4_001),
      "x".repeat(20_001),
    ),
  );

/** Any value that Firestore can hold, though perhaps none of our fields. */
export const anyValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    scalar(),
    fc.array(scalar(), { maxLength: 70 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), scalar(), { maxKeys: 4 }),
    fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    fc.uint8Array({ maxLength: 8 }),
  );

/** What turns a good document into another: good values for its fields, then flaws. */
export interface Changes {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
  readonly flaws: readonly Flaw[];
}

/** A key that gets any value, or none. */
interface Flaw {
  readonly inDetails: boolean;
  readonly key: string;
  readonly value?: unknown;
}

/**
 * Changes to a document with these fields: one half of them none or one flaw, the other half several.
 *
 * @param controls - the keys that no person types
 */
export function documentChanges(
  fields: Fields,
  details: Fields,
  controls: readonly string[],
): fc.Arbitrary<Changes> {
  const keys = (inDetails: boolean, names: readonly string[]) =>
    fc.record(
      {
        inDetails: fc.constant(inDetails),
        key: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...names) },
          fc.stringMatching(/^[a-zA-Z]{1,12}$/),
        ),
        value: anyValue(),
      },
      { requiredKeys: ["inDetails", "key"] },
    );
  const inDocument = keys(false, [...Object.keys(fields), ...controls]);
  const names = Object.keys(details);
  const flaw = names.length > 0 ? fc.oneof(inDocument, keys(true, names)) : inDocument;
  return fc.record({
    fields: draftFields(fields),
    details: draftFields(details),
    flaws: fc.oneof(fc.array(flaw, { maxLength: 1 }), fc.array(flaw, { minLength: 2, maxLength: 6 })),
  });
}

/** The document with the changes; who is involved follows the participants, unless that is the flaw. */
export function withChanges(
  base: Readonly<Record<string, unknown>>,
  { fields, details, flaws }: Changes,
): Record<string, unknown> {
  const document: Record<string, unknown> = { ...base, ...fields };
  if ("participants" in fields) document.involved = [base.entityId, ...(fields.participants as string[])];
  if ("details" in base) document.details = { ...Object(base.details), ...details };
  for (const flaw of flaws) {
    const target = flaw.inDetails ? Object(document.details) : document;
    if ("value" in flaw) target[flaw.key] = flaw.value;
    else delete target[flaw.key];
  }
  return document;
}
