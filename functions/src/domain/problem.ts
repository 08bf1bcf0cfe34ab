/** What is wrong with something typed in: which field, which rule; the words are the screen's, in its language. */
import type * as z from "zod/mini";

export const PROBLEM_CODES = [
  "missing",
  "too-long",
  "too-many",
  "too-large",
  "too-small",
  "not-whole",
  "not-a-day",
  "no-such-day",
  "not-a-link",
  "not-a-choice",
  "unexpected",
  "in-the-future",
  "too-early",
  "before-start",
  "too-far",
  "late-reason-missing",
  "ground-missing",
  "unknown-reference",
  "retired-reference",
  "other-line",
  "own-entity",
  "twice",
  "unknown-field",
  "overlaps",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One problem of one field. `path` is `title`, `details.signedOn`, `participants.2`. */
export interface Problem {
  readonly path: string;
  readonly code: ProblemCode;
  /** The bound that was passed, where there is one. */
  readonly limit?: number;
  /** Ids of what it overlaps with. */
  readonly others?: readonly string[];
}

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function codeOf(issue: z.core.$ZodIssue, value: unknown, isDay: boolean): ProblemCode {
  if (value === undefined || value === "") return "missing";
  if (isDay) return typeof value === "string" && DAY_SHAPE.test(value) ? "no-such-day" : "not-a-day";
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string" ? "too-long" : issue.origin === "array" ? "too-many" : "too-large";
    case "too_small":
      return issue.origin === "array" || issue.origin === "string" ? "missing" : "too-small";
    case "unrecognized_keys":
      return "unexpected";
    case "invalid_value":
      return "not-a-choice";
    case "invalid_type":
      return issue.expected === "int" || issue.expected === "number" ? "not-whole" : "unexpected";
    case "invalid_format":
      if (typeof value === "string" && !/\S/.test(value)) return "missing";
      return typeof value === "string" && issue.pattern?.includes("https?") ? "not-a-link" : "not-a-choice";
    default:
      return "unexpected";
  }
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** The problems behind a failed parse of `value`, one per field. `isDay` says which paths hold days. */
export function problemsOf(
  error: z.core.$ZodError,
  value: unknown,
  isDay: (path: string) => boolean,
): Problem[] {
  const problems = error.issues.flatMap((issue): Problem[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), code: "unexpected" }));
    const path = issue.path.join(".");
    const code = codeOf(issue, at(value, issue.path), isDay(path));
    return [{ path, code, ...(issue.code === "too_big" && { limit: Number(issue.maximum) }) }];
  });
  return [...new Map(problems.toReversed().map((problem) => [problem.path, problem])).values()].reverse();
}
