/** What the emulator says of a ruleset: every expression that was evaluated, with the values it took. */

interface Entry {
  readonly sourcePosition: {
    readonly line: number;
    readonly currentOffset: number;
    readonly endOffset: number;
  };
  readonly values?: readonly { readonly value: Readonly<Record<string, unknown>> }[];
  readonly children?: readonly Entry[];
}

interface Report {
  readonly rules: { readonly files: readonly { readonly content: string }[] };
  readonly report?: readonly Entry[];
}

/** An expression of the rules. */
export interface Seen {
  readonly line: number;
  readonly text: string;
  /** Of the values that it took: true, false, and whether there was any other; an expression in error has none. */
  readonly was: { true: boolean; false: boolean; other: boolean };
}

/** Adds what a report says to what others have said, by the expressions' places. */
export function addCoverage(seen: Map<string, Seen>, { rules, report = [] }: Report): void {
  const content = rules.files[0]?.content ?? "";
  const add = ({ sourcePosition: { line, currentOffset, endOffset }, values = [], children = [] }: Entry) => {
    const key = `${currentOffset}-${endOffset}`;
    const text = content.slice(currentOffset, endOffset + 1).replaceAll(/\s+/g, " ");
    const one = seen.get(key) ?? { line, text, was: { true: false, false: false, other: false } };
    for (const { value } of values) {
      const [kind] = Object.keys(value);
      if (kind === "boolValue") one.was[value.boolValue === true ? "true" : "false"] = true;
      else if (kind !== undefined && kind !== "undefined") one.was.other = true;
    }
    seen.set(key, one);
    children.forEach(add);
  };
  report.forEach(add);
}

/** The conditions that were not both true and false, and whatever was never evaluated at all. */
export const uncovered = (seen: ReadonlyMap<string, Seen>): Seen[] =>
  [...seen.values()].filter(({ was }) => !was.other && !(was.true && was.false));
