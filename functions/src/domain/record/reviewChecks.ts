/** What can be checked of a submitted record without reading it: a record that passes all may be approved with others. */
import type { Catalogues } from "../catalogue.ts";
import type { Indicator } from "../indicator.ts";
import type { Problem } from "../problem.ts";
import { type CheckContext, checkRecord } from "./checkRecord.ts";
import type { DraftRecord } from "./record.ts";
import { referenceProblems } from "./referenceProblems.ts";
import { type Actor, refusalOf } from "./states.ts";

export const REVIEW_CHECKS = [
  "complete",
  "references",
  "evidence",
  "similar",
  "own",
  "strategic",
  "unanswered",
] as const;
export type ReviewCheckId = (typeof REVIEW_CHECKS)[number];

export interface ReviewCheck {
  readonly id: ReviewCheckId;
  readonly passes: boolean;
  /** Of `complete` and `references`: what is wrong. */
  readonly problems?: readonly Problem[];
}

/** What the checks need to know besides the record. */
export interface ReviewFacts extends CheckContext {
  readonly actor: Actor;
  readonly catalogues: Catalogues;
  readonly indicators: readonly Indicator[];
  /** Ids of the partners that exist. */
  readonly partnerIds: ReadonlySet<string>;
  /** Its files that the server has accepted. */
  readonly readyFiles: number;
  /** Whether another record looks like the same thing. */
  readonly hasSimilar: boolean;
  /** Whether its entity has asked or said something that the Office has not answered. */
  readonly isUnanswered: boolean;
}

/**
 * Whether a reviewer will look for a document: what was signed, decided, called strategic or carried out leaves one.
 * A meeting, a campaign or a call for applications may leave none.
 */
export function expectsEvidence(record: DraftRecord): boolean {
  switch (record.kind) {
    case "instrument":
      return record.details.status !== "negotiating" && record.details.formality !== "informal";
    case "project":
      return record.details.status === "running" || record.details.status === "finished";
    case "session":
      return Boolean(record.details.minutesApprovedOn);
    case "milestone":
    case "transfer":
      return true;
    default:
      return false;
  }
}

/** All checks, in the order of `REVIEW_CHECKS`; those that cannot be made of an incomplete record are left out. */
export function reviewChecks(record: DraftRecord, facts: ReviewFacts): ReviewCheck[] {
  const checked = checkRecord(record, facts);
  const problems = "problems" in checked ? checked.problems : [];
  const wrongReferences = "record" in checked ? referenceProblems(checked.record, facts) : [];
  return [
    { id: "complete", passes: problems.length === 0, problems },
    ...("record" in checked
      ? [{ id: "references", passes: wrongReferences.length === 0, problems: wrongReferences } as const]
      : []),
    { id: "evidence", passes: facts.readyFiles > 0 || !expectsEvidence(record) },
    { id: "similar", passes: !facts.hasSimilar },
    { id: "own", passes: refusalOf("approve", record, facts.actor, undefined) === undefined },
    // The Office's word on each instrument is part of its approval: it is never given in passing.
    { id: "strategic", passes: record.kind !== "instrument" },
    { id: "unanswered", passes: !facts.isUnanswered },
  ];
}

export const passesAll = (checks: readonly ReviewCheck[]): boolean => checks.every(({ passes }) => passes);
