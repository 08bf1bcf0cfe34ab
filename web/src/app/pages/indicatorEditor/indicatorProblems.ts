/** What is wrong with the editor's answers: the domain's own check, by the fields that are asked, in their order. */
import { checkIndicator, type IndicatorContext } from "#domain/checkIndicator.ts";
import type { Problem } from "#domain/problem.ts";
import { definitionFromValues } from "./definitionFromValues.ts";
import { type IndicatorValues, isMoney, whereOf } from "./IndicatorValues.ts";
import { editorFieldAt, INDICATOR_FIELDS } from "./indicatorFields.ts";

const missing = (path: string): Problem => ({ path, code: "missing" });

/** What a target leaves unsaid; an entity that was chosen for a part of it is one that gets some. */
function blankInTarget(values: IndicatorValues): Problem[] {
  const { per, currency, byEntity } = values.target;
  if (values.type === "milestone" || per === "none") return [];
  if (per === "") return [missing("target.per")];
  const blanks = Object.entries(byEntity).filter(([, typed]) => typed.trim() === "");
  return [
    ...(isMoney(values) && currency === "" ? [missing("target.currency")] : []),
    ...blanks.map(([entityId]) => missing(`target.byEntity.${entityId}`)),
  ];
}

/** What is unanswered and only the form knows: the parts of conditions and of the target. */
function blankProblems(values: IndicatorValues): Problem[] {
  const conditions = whereOf(values).flatMap(({ field, test, among, least }, index) => {
    const path = `rule.where.${index}`;
    if (field === "") return [missing(`${path}.field`)];
    if (test === "") return [missing(`${path}.test`)];
    if (test === "in" && among.length === 0) return [missing(`${path}.in`)];
    return test === "atLeast" && least.trim() === "" ? [missing(`${path}.atLeast`)] : [];
  });
  return [...conditions, ...blankInTarget(values)];
}

/** The field that is asked, where a problem is told of what lies around it. */
function asked(problem: Problem, values: IndicatorValues): Problem {
  if (problem.path === "observations") {
    const periods = values.observations.map(({ period }) => period.trim());
    const again = periods.findIndex((period, index) => periods.indexOf(period) < index);
    return { ...problem, path: `observations.${Math.max(0, again)}.period` };
  }
  const [whole, index] = /^rule\.where\.(\d+)$/.exec(problem.path) ?? [];
  if (whole === undefined) return problem;
  const isNumber = whereOf(values)[Number(index)]?.test === "atLeast";
  return isNumber ? numberProblem(whole, values, Number(index)) : { ...problem, path: `${whole}.field` };
}

/** A condition is one of several shapes, so that the check can't tell what is wrong with its number. */
function numberProblem(path: string, values: IndicatorValues, index: number): Problem {
  const isNegative = /^\s*[-−]/.test(whereOf(values)[index]?.least ?? "");
  return { path: `${path}.atLeast`, code: isNegative ? "too-small" : "not-whole" };
}

const NAMES = Object.keys(INDICATOR_FIELDS);
/** The parts of a list's items stand together. */
const groupOf = (name: string): string => name.replace(/^(rule\.where|states|observations)\..*/, "$1");

function rankOf({ path }: Problem): number[] {
  const found = editorFieldAt(path);
  if (!found) return [NAMES.length];
  const group = NAMES.findIndex((name) => groupOf(name) === groupOf(found.name));
  return [group, Number(found.n) || 0, NAMES.indexOf(found.name)];
}

function byRank(a: Problem, b: Problem): number {
  const [first, second] = [rankOf(a), rankOf(b)];
  const differs = first.findIndex((rank, index) => rank !== second[index]);
  return differs === -1 ? 0 : (first[differs] ?? 0) - (second[differs] ?? 0);
}

/** One problem a field, in the order of the form; a server's are told in the same way. */
export function asAsked(problems: readonly Problem[], values: IndicatorValues): Problem[] {
  const all = problems.map((problem) => asked(problem, values));
  return all
    .filter(({ path }, index) => all.findIndex((other) => other.path === path) === index)
    .toSorted(byRank);
}

/** What must be corrected before the indicator can be saved. */
export function indicatorProblems(values: IndicatorValues, context: IndicatorContext): Problem[] {
  const blanks = blankProblems(values);
  const checked = checkIndicator(definitionFromValues(values), context);
  const found = "problems" in checked ? checked.problems : [];
  const isTold = ({ path }: Problem) =>
    blanks.some((blank) => blank.path.startsWith(`${path}.`) || blank.path === path);
  return asAsked([...blanks, ...found.filter((problem) => !isTold(problem))], values);
}
