/** Documents that differ from a good one in a single point, right and wrong ones alike: the schema tells which. */
import type { Field, Fields } from "#domain/fields.ts";
import type { Document } from "./firestoreClient.ts";
import type { Writable } from "./writables.ts";

/** A document and how it came about. */
export interface Mutant {
  readonly what: string;
  readonly document: Document;
}

/** Of no field's type, or of one field's alone. */
const STRANGE = [null, true, 1.5, "x", ["x"], { a: { b: "x" } }, new Date(0)];

const ASTRAL = "😀"; // one character to a person, two to `String.length`
const BLANKS = [" ", "\u00A0\u2003", "\n", "\u000B", "\uFEFF", "\u0085", "\u200B"];

/** What a control field may be told falsely, beside `STRANGE`. */
const FALSE_CONTROLS: Readonly<Record<string, readonly unknown[]>> = {
  kind: ["instrument", "interaction", "session", "nothing"],
  entityId: ["idu", "sdmujer"],
  periodId: ["2025-S2", "2025-S3"],
  state: ["draft", "submitted", "returned", "approved", "withdrawn", "active", "proposed"],
  involved: [["sdm"], ["idu"], ["sdm", "idu"], ["sdm", "sdm"], ["idu", "sdm"], ["sdm", null], "sdm"],
  isExample: [true, false, "false"],
  nothingToReport: [true, false, "true"],
  version: [-1, 0, 1, 2, 3, 7, 8, 9, 1_000_001, "2"],
  createdBy: ["marta", "andres", "lucia"],
  updatedBy: ["marta", "andres", "lucia"],
  submittedAt: [new Date(0)],
  review: [{}, { strategic: true }],
  from: ["entity", "office", "citizen"],
  recordId: ["discussed", "draft"],
  byName: ["marta", "Elena"],
  proposedFor: ["sdm", "idu", "sdmujer"],
  country: ["CO", "co", "COL", "CO\n", ""],
  aliases: [
    [
      [],
      ["BID"],
      ["BID", "IDB"],
      ["a,b"],
      [""],
      ["a", ""],
      ["a\nb"],
      ["a\r"],
      [null],
      [true],
      [1, "a"],
      [["a"]],
    ],
    [1, 199, 200, 201].map((length) => ["x".repeat(length)]),
    [200, 201].map((length) => [ASTRAL.repeat(length)]),
    [200, 201].map((length) => ["BID", "x".repeat(length)]),
    [19, 20, 21].map((length) => Array(length).fill("x")),
  ].flat(),
};

/** All mutants of a document; of a kind that shares its envelope with others, its details' alone. */
export function mutantsOf({ fields, details }: Writable, base: Document, part: "all" | "details"): Mutant[] {
  const inDetails = details
    ? [...mutantsOfFields(details, Object(base.details)), ...strangers(Object(base.details))].map(
        ({ what, document }) => ({ what: `details: ${what}`, document: { ...base, details: document } }),
      )
    : [];
  if (part === "details") return inDetails;
  const controls = Object.keys({ ...base, ...FALSE_CONTROLS }).filter((key) => !(key in fields));
  return [
    { what: "as it is", document: base },
    { what: "nothing at all", document: {} },
    ...mutantsOfFields(fields, base),
    ...controls.flatMap((key) => changes(base, key, [...STRANGE, ...(FALSE_CONTROLS[key] ?? [])])),
    ...strangers(base),
    ...inDetails,
  ];
}

function mutantsOfFields(fields: Fields, base: Document): Mutant[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    changes(base, key, [...STRANGE, ...edgesOf(field)]),
  );
}

const without = (document: Document, key: string): Document => {
  const { [key]: _, ...rest } = document;
  return rest;
};

function changes(base: Document, key: string, values: readonly unknown[]): Mutant[] {
  return [
    { what: `without ${key}`, document: without(base, key) },
    ...values.map((value) => ({
      what: `${key} = ${show(value)}`,
      document: withValue(base, key, value),
    })),
  ];
}

/** Who is involved follows the entity and the participants, so that these themselves are what is judged. */
function withValue(base: Document, key: string, value: unknown): Document {
  const document: Document = { ...base, [key]: value };
  if (!["entityId", "participants"].includes(key) || !("involved" in base)) return document;
  const { entityId, participants } = document;
  return { ...document, involved: [entityId, ...(Array.isArray(participants) ? participants : [])] };
}

/** The document with keys that no schema knows. */
const strangers = (base: Document): Mutant[] =>
  ["unknown", "Title", "a.b"].map((key) => ({ what: `with ${key}`, document: { ...base, [key]: "x" } }));

/** Values on both sides of what the field may hold. */
function edgesOf({ input, max, options, from }: Field): unknown[] {
  const ids = ["a", "A_-9", "-a", "_a", "a b", "a,b", "a\n", "ñ", "x".repeat(64), "x".repeat(65)];
  switch (input) {
    case "line":
    case "paragraph":
    case "link":
    case "day":
      return [
        ...["x", ASTRAL].flatMap((character) => [character.repeat(max), character.repeat(max + 1)]),
        ...["\n", "é\0", "РNUD", "PNUDР", "a\u202Eb", ...BLANKS],
      ];
    case "count":
    case "amount":
      return [-1, -0, 0, max - 1, max, max + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, "1"];
    case "choice":
    case "reference":
      if (!options) return ids;
      return [...options, ...options.flatMap((option) => [`${option}\n`, option.toUpperCase()])];
    case "choices":
    case "references": {
      const member = from === "countries" ? "CO" : "x".repeat(64);
      const members = from === "countries" ? ["CO", "co", "COL", "C", "CO,US", "CO\n"] : ids;
      return [
        ...members.map((id) => [id]),
        ...[0, 1, max - 1, max, max + 1].map((length) => Array(length).fill(member)),
        ...[
          [""],
          ["", ""],
          [member, ""],
          [member, null],
          [null],
          [true],
          [1],
          [member, 1],
          [[]],
          [{}],
          { 0: member },
        ],
      ];
    }
  }
}

export const show = (value: unknown): string => {
  const text = Object.is(value, -0) ? "-0" : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 60)}… (${text.length})` : text;
};
