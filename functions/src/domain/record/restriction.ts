/** Why, since when and until when a record is not public: what Ley 1712 de 2014 asks of every exception. */
import { type Day, yearOf } from "../calendar.ts";
import type { Problem } from "../problem.ts";
import type { DISCLOSURES } from "./envelope.ts";

/**
 * The exceptions that the law lists: harm to the rights of persons (art. 18 a-c; classified), harm to public interests
 * (art. 19 a-i and, for opinions in a deliberation, its paragraph; reserved).
 */
export const EXCEPTIONS = [
  "18-a",
  "18-b",
  "18-c",
  "19-a",
  "19-b",
  "19-c",
  "19-d",
  "19-e",
  "19-f",
  "19-g",
  "19-h",
  "19-i",
  "19-p",
] as const;
export type Exception = (typeof EXCEPTIONS)[number];

/** Years that a reserve may last (Ley 1712 de 2014, art. 22). */
export const MOST_YEARS = 15;

/** The article that a kind of exception rests on. */
const ARTICLE = { classified: "18-", reserved: "19-" } as const;

interface Restricted {
  readonly disclosure: (typeof DISCLOSURES)[number];
  readonly legalGround?: string;
  readonly exception?: Exception;
  readonly classifiedOn?: Day;
  readonly reservedUntil?: Day;
}

const yearsAfter = (day: Day, years: number): Day => `${yearOf(day) + years}${day.slice(4)}`;

function termProblem({ classifiedOn = "", reservedUntil }: Restricted): Problem | undefined {
  const path = "reservedUntil";
  if (!reservedUntil) return { path, code: "missing" };
  if (classifiedOn === "") return undefined;
  if (reservedUntil <= classifiedOn) return { path, code: "before-start" };
  return reservedUntil > yearsAfter(classifiedOn, MOST_YEARS)
    ? { path, code: "too-far", limit: MOST_YEARS }
    : undefined;
}

/**
 * What is wrong with the exception of a record that is not public, in the form's order. A reserve ends within 15 years
 * (art. 22); what is classified stays so without a term (art. 18, paragraph), and has none to give.
 */
export function restrictionProblems(record: Restricted, today: Day): Problem[] {
  const { disclosure, legalGround, exception, classifiedOn } = record;
  if (disclosure === "public") return [];
  const problems: (Problem | undefined | false)[] = [
    exception === undefined
      ? { path: "exception", code: "missing" }
      : !exception.startsWith(ARTICLE[disclosure]) && { path: "exception", code: "not-a-choice" },
    !legalGround && { path: "legalGround", code: "ground-missing" },
    !classifiedOn
      ? { path: "classifiedOn", code: "missing" }
      : classifiedOn > today && { path: "classifiedOn", code: "in-the-future" },
    disclosure === "reserved" && termProblem(record),
  ];
  return problems.filter((problem): problem is Problem => typeof problem === "object");
}
