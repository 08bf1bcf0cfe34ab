/** What could be wrong in a rules file: each condition dropped, inverted or loosened in turn, and each word of a list. */
import { type Allowance, type Expression, parseRules, within } from "./parseRules.ts";

/** A rules file with one thing changed. */
export interface RulesMutant {
  /** 1 for the first line. */
  readonly line: number;
  /** The function or the path whose condition it is. */
  readonly place: string;
  readonly what: string;
  /** The fields that the part that is changed names. */
  readonly fields: readonly string[];
  /** Whether it would let more in, or less. */
  readonly lets: "more" | "less" | "either";
  readonly text: string;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly lets?: "more" | "less";
}

export function mutantsOfRules(text: string): RulesMutant[] {
  const { matches, functions } = parseRules(text);
  const mutants: RulesMutant[] = [];
  const add = (place: string, changes: readonly Change[]) => {
    for (const { start, end, by, lets = "either" } of changes)
      mutants.push({
        line: text.slice(0, start).split("\n").length,
        place,
        lets,
        what: `${text.slice(start, end).replaceAll(/\s+/g, " ")} → ${by.replaceAll(/\s+/g, " ")}`,
        fields: [...text.slice(start, end).matchAll(/\.get\('(\w+)'/g)].flatMap(([, field]) => field ?? []),
        text: text.slice(0, start) + by + text.slice(end),
      });
  };
  const expressionsOf = (expression: Expression) =>
    within(expression).flatMap((one) => [...conditions(text, one), ...words(one)]);
  for (const { path, allowances } of matches)
    for (const allowance of allowances)
      add(path, [...wholes(text, allowance), ...expressionsOf(allowance.condition)]);
  for (const { name, expressions } of functions) add(name, expressions.flatMap(expressionsOf));
  const told = new Set<string>([text]);
  return mutants.filter((mutant) => !told.has(mutant.text) && told.add(mutant.text));
}

/** Methods that could slip under another's condition; elsewhere that condition speaks of a document that is not there. */
const SLIPPING: Readonly<Record<string, readonly string[]>> = {
  read: ["create", "update", "delete"],
  get: ["list"],
  create: ["update"],
  delete: ["update"],
};

/** The condition gone, or more methods under it. */
function wholes(text: string, { methods, start, end, condition }: Allowance): Change[] {
  const others = methods.flatMap((method) => SLIPPING[method] ?? []);
  return [
    { start: condition.start, end: condition.end, by: "true", lets: "more" },
    { start: condition.start, end: condition.end, by: "false", lets: "less" },
    ...others.map((method) => ({
      start,
      end,
      by: `${text.slice(start, end)}, ${method}`,
      lets: "more" as const,
    })),
  ];
}

/** Each side of a conjunction or disjunction dropped and inverted; bounds loosened by one. */
function conditions(text: string, { kind, word, parts }: Expression): Change[] {
  if (kind !== "operation") return [];
  if (word === "&&" || word === "||")
    return parts
      .filter((part) => !(part.kind === "operation" && part.word === word))
      .flatMap(({ start, end }) => [
        word === "&&" ? { start, end, by: "true", lets: "more" } : { start, end, by: "false", lets: "less" },
        { start, end, by: `!(${text.slice(start, end)})` },
      ]);
  const [, bound] = parts;
  if (bound?.kind !== "number" || !/[<>]/.test(word)) return [];
  const by = word.startsWith("<") ? 1 : -1;
  return [{ start: bound.start, end: bound.end, by: String(Number(bound.word) + by), lets: "more" }];
}

/** Lists without one of their members, patterns without one of their choices or with wider bounds, texts longer by one. */
function words({ kind, word, parts }: Expression): Change[] {
  if (kind === "list" && parts.length > 1)
    return parts.map((part, n) => {
      const [before, after] = [parts[n - 1], parts[n + 1]];
      return {
        start: before ? before.end : part.start,
        end: before || !after ? part.end : after.start,
        by: "",
        lets: "less",
      };
    });
  if (kind === "call" && word === "matches") return parts.slice(1).flatMap(choices);
  const [, max] = parts;
  if (kind === "call" && max?.kind === "number" && !["get", "replace"].includes(word))
    return [{ start: max.start, end: max.end, by: String(Number(max.word) + 1), lets: "more" }];
  return [];
}

/** The parts of a pattern that name choices: what stands in round brackets or, without any, all of it. */
function groupsOf(pattern: string): { readonly text: string; readonly at: number }[] {
  if (/\[[^\]]*\|/.test(pattern)) return [];
  if (!/\([^?]/.test(pattern)) return [{ text: pattern, at: 0 }];
  return [...pattern.matchAll(/\((?!\?)([^()]*)\)/g)].map(({ 1: text = "", index }) => ({
    text,
    at: index + 1,
  }));
}

function choices({ word, start, end }: Expression): Change[] {
  const pattern = word.slice(1, -1);
  const fewer = groupsOf(pattern).flatMap(({ text, at }) => {
    const all = text.split("|");
    if (all.length < 2) return [];
    return all.map((_, n) => {
      const others = all.filter((__, other) => other !== n).join("|");
      return pattern.slice(0, at) + others + pattern.slice(at + text.length);
    });
  });
  const wider = [...pattern.matchAll(/,(\d+)\}/g)].map(
    ({ 0: bound, 1: most, index }) =>
      `${pattern.slice(0, index)},${Number(most) + 1}}${pattern.slice(index + bound.length)}`,
  );
  return [
    ...fewer.map((by) => ({ start, end, by: `'${by}'`, lets: "less" as const })),
    ...wider.map((by) => ({ start, end, by: `'${by}'`, lets: "more" as const })),
  ];
}
