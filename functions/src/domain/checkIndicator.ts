/** Whether an indicator makes sense: the one check behind the Office's form and the server's gate. */
import { STRATEGY_YEARS } from "./calendar.ts";
import type { Catalogues } from "./catalogue.ts";
import { type CountableField, countableFieldsOf } from "./countableFields.ts";
import { summableOf } from "./counting/partsOf.ts";
import {
  type Condition,
  type Definition,
  type Dimension,
  definitionSchema,
  type Indicator,
  type Target,
} from "./indicator.ts";
import { type Problem, type ProblemCode, problemsOf } from "./problem.ts";
import { DETAILS } from "./record/kinds.ts";

/** What the check needs to know of the rest. */
export interface IndicatorContext {
  readonly catalogues: Catalogues;
  /** The others, without the one that is checked. */
  readonly others: readonly Indicator[];
}

export type CheckedIndicator =
  | { readonly definition: Definition }
  | { readonly problems: readonly Problem[] };

const at = (path: string, code: ProblemCode): Problem => ({ path, code });
const repeats = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

function conditionProblems(path: string, condition: Condition, fields: readonly CountableField[]): Problem[] {
  const field = fields.find((known) => known.path === condition.field);
  if (!field) return [at(`${path}.field`, "unknown-field")];
  if ("present" in condition) return [];
  if ("atLeast" in condition) return field.isNumber ? [] : [at(`${path}.atLeast`, "unexpected")];
  if (repeats(condition.in)) return [at(`${path}.in`, "twice")];
  return condition.in.every((value) => field.choices?.includes(value))
    ? []
    : [at(`${path}.in`, "not-a-choice")];
}

function ruleProblems({ rule, type }: Definition, { catalogues }: IndicatorContext): Problem[] {
  if (rule.source === "external") return [];
  const fields = countableFieldsOf(rule, catalogues);
  return [
    ...(type === "milestone" && rule.source === "records" && rule.kind !== "milestone"
      ? [at("rule.kind", "not-a-choice")]
      : []),
    ...rule.where.flatMap((condition, index) => [
      ...conditionProblems(`rule.where.${index}`, condition, fields),
      // Two conditions on one field either say the same or exclude each other: neither is meant.
      ...(rule.where.findIndex(({ field }) => field === condition.field) < index
        ? [at(`rule.where.${index}.field`, "twice")]
        : []),
    ]),
  ];
}

/** Dimensions that are details of one kind; all others every record has. */
const DETAIL_DIMENSIONS: readonly Dimension[] = ["instrumentKind", "scope", "formality"];

function dimensionProblems(definition: Definition): Problem[] {
  if (!("dimensions" in definition)) return [];
  const { rule, dimensions } = definition;
  const has = (dimension: Dimension) =>
    rule.source === "records" && (!DETAIL_DIMENSIONS.includes(dimension) || dimension in DETAILS[rule.kind]);
  return [
    ...(repeats(dimensions) ? [at("dimensions", "twice")] : []),
    ...dimensions.flatMap((dimension, index) =>
      has(dimension) ? [] : [at(`dimensions.${index}`, "not-a-choice")],
    ),
  ];
}

function targetProblems(definition: Definition, { catalogues }: IndicatorContext): Problem[] {
  const target: Target | undefined = "target" in definition ? definition.target : undefined;
  if (!target) return [];
  const isMoney = definition.type === "sum" && definition.of === "money";
  const years = Object.keys(target.byYear ?? {}).map(Number);
  return [
    ...(isMoney && !target.currency ? [at("target.currency", "missing")] : []),
    ...(!isMoney && target.currency ? [at("target.currency", "unexpected")] : []),
    ...(target.baseline && target.per !== "strategy" ? [at("target.baseline", "unexpected")] : []),
    ...(target.baseline && target.baseline.value >= target.value
      ? [at("target.baseline.value", "too-large")]
      : []),
    ...(years.some((year) => year < STRATEGY_YEARS.first || year > STRATEGY_YEARS.last)
      ? [at("target.byYear", "not-a-choice")]
      : []),
    ...Object.keys(target.byEntity ?? {}).flatMap((id) =>
      catalogues.entities.some((entity) => entity.id === id)
        ? []
        : [at(`target.byEntity.${id}`, "unknown-reference")],
    ),
  ];
}

function typeProblems(definition: Definition): Problem[] {
  switch (definition.type) {
    case "sum":
      return summableOf(definition.rule.kind).includes(definition.of) ? [] : [at("of", "not-a-choice")];
    case "milestone": {
      const ids = definition.states.map(({ id }) => id);
      return [
        ...(repeats(ids) ? [at("states", "twice")] : []),
        ...(ids.includes(definition.achievedState) ? [] : [at("achievedState", "unknown-reference")]),
      ];
    }
    case "statistic":
      return repeats(definition.observations.map(({ period }) => period))
        ? [at("observations", "twice")]
        : [];
    default:
      return [];
  }
}

const exclude = (a: Condition, b: Condition): boolean =>
  a.field === b.field &&
  (("in" in a && "in" in b && !a.in.some((value) => b.in.includes(value))) ||
    ("present" in a && "present" in b && a.present !== b.present));

const measureOf = (definition: Definition): string =>
  [definition.type, "of" in definition ? definition.of : ""].join();

/** Whether two indicators can measure the same of one and the same source. */
function overlap(a: Definition, b: Definition): boolean {
  if (a.rule.source === "external" || b.rule.source === "external" || a.type === "milestone") return false;
  if (a.rule.source !== b.rule.source || measureOf(a) !== measureOf(b)) return false;
  if (a.rule.source === "records" && b.rule.source === "records" && a.rule.kind !== b.rule.kind) return false;
  const where = b.rule.where;
  return !a.rule.where.some((one) => where.some((other) => exclude(one, other)));
}

function overlapProblems(definition: Definition, { others }: IndicatorContext): Problem[] {
  const meant = definition.overlapsWith ?? [];
  const unknown = meant.filter((id) => !others.some((other) => other.id === id));
  if (unknown.length > 0) return [{ path: "overlapsWith", code: "unknown-reference", others: unknown }];
  const unmeant = others.filter(
    (other) => other.active && overlap(definition, other) && !meant.includes(other.id),
  );
  return unmeant.length > 0
    ? [{ path: "overlapsWith", code: "overlaps", others: unmeant.map(({ id }) => id) }]
    : [];
}

const isDayPath = (path: string): boolean => path.endsWith("consultedOn");

/** Parses what was typed as a definition, and judges it. Problems are in the order of the form. */
export function checkIndicator(input: unknown, context: IndicatorContext): CheckedIndicator {
  const parsed = definitionSchema.safeParse(input);
  if (!parsed.success) return { problems: problemsOf(parsed.error, input, isDayPath) };
  const definition = parsed.data;
  const problems = [
    ...(context.catalogues.lines.some(({ id }) => id === definition.lineId)
      ? []
      : [at("lineId", "unknown-reference")]),
    ...ruleProblems(definition, context),
    ...typeProblems(definition),
    ...dimensionProblems(definition),
    ...targetProblems(definition, context),
    ...(definition.active ? overlapProblems(definition, context) : []),
  ];
  return problems.length > 0 ? { problems } : { definition };
}
