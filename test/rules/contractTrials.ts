/** Documents that the rules must judge as the schemas do: examples, their mutants, and changes of either. */
import type { Document, FirestoreClient } from "./firestoreClient.ts";
import { mutantsOf, show } from "./mutants.ts";
import type { Trial } from "./trial.ts";
import { nextOf, returnedOf, storedOf, WRITABLES, type Writable } from "./writables.ts";

interface Exception {
  readonly why: string;
  readonly applies: (document: Document) => boolean;
}

const RULES_ARE_STRICTER: readonly Exception[] = [
  {
    why: "negative zero is a double to Firestore and a whole number to zod; no form yields it",
    applies: (document) => [document, Object(document.details)].some(holdsNegativeZero),
  },
  {
    why: "to zod an instant or bytes without content are an empty map",
    applies: ({ details }) => details instanceof Date || details instanceof Uint8Array,
  },
];
const SCHEMAS_ARE_STRICTER: readonly Exception[] = [];

function holdsNegativeZero(fields: object): boolean {
  return Object.values(fields).some((value) => Object.is(value, -0));
}

/** One write by the collection's author. */
export interface Write {
  readonly writable: Writable;
  readonly what: string;
  /** What stands there before; nothing when the document is created. */
  readonly prior?: Document;
  readonly document: Document;
}

/** The write as a trial: the schema tells whether it is allowed. */
export function contractTrial(write: Write): Trial {
  const { writable, what, prior, document } = write;
  return {
    what: `${writable.name}, ${prior ? "updated" : "created"}, ${what}: ${show(document)}`,
    place: writable.name,
    allowed: isExpected(write),
    attempt: (client) => attempt(client, write),
  };
}

function isExpected({ writable, prior, document }: Write): boolean {
  const taken = prior ? writable.acceptsUpdate(prior, document) : writable.acceptsCreate(document);
  const exceptions = taken ? RULES_ARE_STRICTER : SCHEMAS_ARE_STRICTER;
  return exceptions.some(({ applies }) => applies(document)) ? !taken : taken;
}

/** What stands at a client's path, so that it is only put there again once a write has changed it. */
const standing = new WeakMap<FirestoreClient, { path: string; document: Document }>();

/** To be called when the client's documents are deleted. */
export const forgetStanding = (client: FirestoreClient) => standing.delete(client);

async function attempt(client: FirestoreClient, { writable, prior, document }: Write): Promise<boolean> {
  const { path, author, beside } = writable;
  const there = standing.get(client);
  if (beside && there?.path !== path) await client.seed(beside);
  if (there && (there.path !== path || !prior)) await client.remove(there.path);
  if (prior && (there?.path !== path || there.document !== prior)) await client.seed({ [path]: prior });
  const taken = await client.as(author)[prior ? "update" : "create"](path, document);
  const left = taken ? document : prior;
  if (left) standing.set(client, { path, document: left });
  else standing.delete(client);
  return taken;
}

export const examplesOf = ({ minimal, usual, fullest }: Writable) => [
  { what: "the smallest", document: minimal },
  { what: "a usual one", document: usual },
  { what: "the fullest", document: fullest },
];

/** All kinds of record have the same envelope: one of them stands for it. */
const partOf = ({ name, details }: Writable) => (details && name !== "interaction" ? "details" : "all");

/** A record of the kind with what another kind asks for. */
const withStrangersDetails = ({ name, usual, details }: Writable) =>
  WRITABLES.filter((other) => details && other.details && other.name !== name).map((other) => ({
    what: `with the details of ${other.name}`,
    document: { ...usual, details: Object(other.usual.details) },
  }));

export const creationTrials = (writable: Writable): Trial[] =>
  [
    ...examplesOf(writable),
    ...withStrangersDetails(writable),
    ...mutantsOf(writable, writable.usual, partOf(writable)),
  ].map((mutant) => contractTrial({ writable, ...mutant }));

export function updateTrials(writable: Writable): Trial[] {
  const created = storedOf(writable.minimal);
  const returned = returnedOf(writable.usual);
  return [
    ...examplesOf(writable).map(({ what, document }) => ({
      what,
      prior: created,
      document: nextOf(writable, { ...storedOf(document), version: created.version }),
    })),
    ...mutantsOf(writable, nextOf(writable, returned), partOf(writable)).map((mutant) => ({
      prior: returned,
      ...mutant,
    })),
  ].map((write) => contractTrial({ writable, ...write }));
}

/** All but the random ones. */
export const CONTRACT: readonly Trial[] = WRITABLES.flatMap((writable) => [
  ...creationTrials(writable),
  ...updateTrials(writable),
]);

/** Small documents, each field in it on both sides of what it may hold: enough to see each condition true and false. */
export const BRIEF_CONTRACT: readonly Trial[] = WRITABLES.flatMap((writable) =>
  mutantsOf(writable, writable.minimal, partOf(writable)).map((mutant) =>
    contractTrial({ writable, ...mutant }),
  ),
);
