/** What stands against sending a report, and what to look at before: by content, in words, each with a way there. */
import { bogotaDay, daysOf } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { reportProblems } from "#domain/halfYear/checkReport.ts";
import { requiredSections } from "#domain/halfYear/obligation.ts";
import { SECTION_IDS } from "#domain/halfYearReport.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Problem } from "#domain/problem.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import type { FieldError } from "../../../components/ErrorSummary.tsx";
import type { Stored } from "../../../data/read.ts";
import type { ReportAddress } from "../../../data/reports.ts";
import { language } from "../../../i18n/language.ts";
import type { Said } from "./ReportText.tsx";
import { hasSentRecords, inState, type ReportFacts, withoutEvidence } from "./reportFacts.ts";
import { told } from "./texts.ts";

const lengthOf = (text: string | undefined): number => [...(text ?? "")].length;

/** How many characters a section still takes; negative when it holds too many. */
export const charactersLeft = (text: string | undefined): number => LIMITS.narrative - lengthOf(text);

function wordsOf({ path, code }: Problem): string {
  const section = SECTION_IDS.find((id) => id === path);
  if (!section) return told("declaredBesideRecords");
  if (code === "too-long") return told("tooLong", { section: told(section) });
  return code === "unexpected" ? told("declaredBesideText") : told(`missing_${section}`);
}

/** The problems as the summary shows them: each leads to its control. */
export const errorsOf = (problems: readonly Problem[]): FieldError[] =>
  problems.map((problem) => ({ id: problem.path, message: wordsOf(problem) }));

export function problemsIn(said: Said, facts: ReportFacts, { entityId }: ReportAddress): Problem[] {
  const required = requiredSections(facts.obligation, entityId);
  const tooLong = SECTION_IDS.filter((section) => charactersLeft(said[section]) < 0);
  return [
    ...reportProblems(said, { required, hasRecords: hasSentRecords(facts) }),
    ...tooLong.map((path): Problem => ({ path, code: "too-long", limit: LIMITS.narrative })),
  ];
}

export interface Advice {
  readonly words: string;
  /** The records that it is about. */
  readonly records: readonly Stored<DraftRecord>[];
}

/** None of it keeps the report from being sent. */
export function adviceOn(facts: ReportFacts, periodId: string): Advice[] {
  const about = (
    key: "adviseDrafts" | "adviseReturned" | "adviseSubmitted" | "adviseNoEvidence",
    records: readonly Stored<DraftRecord>[],
  ): Advice[] =>
    records.length === 0
      ? []
      : [{ words: told(records.length === 1 ? `${key}One` : key, { count: records.length }), records }];
  const [, last] = daysOf(periodId);
  return [
    ...about("adviseReturned", inState(facts, "returned")),
    ...about("adviseDrafts", inState(facts, "draft")),
    ...about("adviseSubmitted", inState(facts, "submitted")),
    ...about("adviseNoEvidence", withoutEvidence(facts)),
    ...(bogotaDay(new Date()) <= last
      ? [{ words: told("adviseNotOver", { day: formatLongDay(last, language()) }), records: [] }]
      : []),
  ];
}
