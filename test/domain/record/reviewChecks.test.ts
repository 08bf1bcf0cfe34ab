/** Which submitted records pass all checks, and which check stops the others. */
import { describe, expect, test } from "vitest";
import type { Kind } from "#domain/record/kinds.ts";
import { passesAll, REVIEW_CHECKS, type ReviewFacts, reviewChecks } from "#domain/record/reviewChecks.ts";
import { CATALOGUES, INDICATORS, PARTNERS } from "../../../scripts/seed/catalogueData.ts";
import { aRecord, elena } from "../../support/builders.ts";

const FACTS: ReviewFacts = {
  ...{ today: "2026-03-01", periods: CATALOGUES.periods, actor: elena },
  ...{ catalogues: CATALOGUES, indicators: INDICATORS, partnerIds: new Set(PARTNERS.keys()) },
  ...{ readyFiles: 1, hasSimilar: false, isUnanswered: false },
};
type Changes = NonNullable<Parameters<typeof aRecord>[1]>;
const submitted = (kind: Kind, changes: Changes = {}) => aRecord(kind, { state: "submitted", ...changes });
const stopping = (record = submitted("interaction"), facts: Partial<ReviewFacts> = {}) =>
  reviewChecks(record, { ...FACTS, ...facts }).flatMap(({ id, passes }) => (passes ? [] : [id]));

test("a complete record of another person's, with its evidence, passes all of them", () => {
  const checks = reviewChecks(submitted("interaction"), FACTS);
  expect(checks.map(({ id }) => id)).toEqual(REVIEW_CHECKS);
  expect(passesAll(checks)).toBe(true);
});

test("each check stops what it is about, and nothing else", () => {
  expect(stopping(submitted("interaction", { title: "" }))).toEqual(["complete"]);
  expect(stopping(submitted("interaction", { partnerIds: ["nobody"] }))).toEqual(["references"]);
  expect(
    stopping(submitted("transfer", { details: { transferKind: "practice", recipients: "Lima" } }), {
      readyFiles: 0,
    }),
  ).toEqual(["evidence"]);
  expect(stopping(undefined, { hasSimilar: true })).toEqual(["similar"]);
  expect(stopping(submitted("interaction", { review: { submittedBy: elena.uid } }))).toEqual(["own"]);
  expect(stopping(submitted("instrument"))).toEqual(["strategic"]);
  expect(stopping(undefined, { isUnanswered: true })).toEqual(["unanswered"]);
});

test("what is wrong with an incomplete record is told field by field", () => {
  const [complete] = reviewChecks(submitted("interaction", { title: "" }), FACTS);
  expect(complete?.problems).toEqual([{ path: "title", code: "missing" }]);
});

describe("evidence is expected", () => {
  const withoutFiles = (kind: Kind, changes?: Changes) =>
    stopping(submitted(kind, changes), { readyFiles: 0 }).includes("evidence");

  test.each<[Kind, Changes]>([
    ["instrument", {}],
    ["project", {}],
    ["session", { entityId: "secretaria-general" }],
    ["milestone", { entityId: "secretaria-general" }],
  ])("of a %s", (kind, changes) => expect(withoutFiles(kind, changes)).toBe(true));

  test.each<[Kind, Changes]>([
    ["interaction", {}],
    ["instrument", { details: { status: "negotiating", signedOn: "" } }],
    ["instrument", { details: { formality: "informal" } }],
    ["project", { details: { status: "proposed" } }],
    ["session", { details: { minutesApprovedOn: "" } }],
  ])("not of a %s %o", (kind, changes) => expect(withoutFiles(kind, changes)).toBe(false));
});
