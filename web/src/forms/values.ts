/** What a form holds: one value by path, blanks absent; and the way between that and a stored record. */
import { ENVELOPE_KEYS } from "#domain/record/record.ts";
import { isBlank } from "./isBlank.ts";

export type Value = string | number | readonly string[];
/** Values by path (`title`, `details.signedOn`); a blank field has none. */
export type Values = Readonly<Record<string, Value>>;

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The values with one changed; a blank one is left out. */
export function withValue(values: Values, path: string, value: Value | undefined): Values {
  const { [path]: _, ...rest } = values;
  return value === undefined || isBlank(value) ? rest : { ...rest, [path]: value };
}

/** What a person typed of a record. */
export function valuesOf(record: { readonly details: object }): Values {
  const envelope = record as Readonly<Record<string, Value | undefined>>;
  const entries = [
    ...ENVELOPE_KEYS.map((key) => [key, envelope[key]] as const),
    ...Object.entries(record.details).map(([key, value]) => [`details.${key}`, value as Value] as const),
  ];
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value))) as Values;
}

/** The typed part of a record, as it is stored. */
export function recordPartOf(values: Values): Record<string, unknown> & { details: Record<string, Value> } {
  const details: Record<string, Value> = {};
  const envelope: Record<string, Value> = {};
  for (const [path, value] of Object.entries(values)) {
    if (path.startsWith("details.")) details[path.slice("details.".length)] = value;
    else envelope[path] = value;
  }
  return { ...envelope, details };
}

/** The paths at which two sets of values differ. */
export const changedPaths = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => !sameValue(before[path], after[path]),
  );

/** Two people's values for the fields that both changed. */
export interface Clash {
  readonly path: string;
  readonly mine: Value | undefined;
  readonly theirs: Value | undefined;
}

/**
 * Joins what two people made of the same `base`: a field that one alone changed is theirs; of a field that both
 * changed, mine stays for now and both are told as a clash.
 */
export function mergeValues(
  base: Values,
  mine: Values,
  theirs: Values,
): { merged: Values; clashes: Clash[] } {
  const myPaths = changedPaths(base, mine);
  const clashes = myPaths
    .filter((path) => !sameValue(base[path], theirs[path]) && !sameValue(mine[path], theirs[path]))
    .map((path) => ({ path, mine: mine[path], theirs: theirs[path] }));
  const merged = myPaths.reduce((values, path) => withValue(values, path, mine[path]), theirs);
  return { merged, clashes };
}
