import { describe, expect, test } from "vitest";
import type { CatalogueItem } from "#domain/catalogue.ts";
import { checkRecord } from "#domain/record/checkRecord.ts";
import { KINDS } from "#domain/record/kinds.ts";

const now = new Date("2026-03-01T12:00:00Z");
const period = (id: string, dueOn: string): CatalogueItem => ({
  id,
  nameEs: id,
  nameEn: id,
  active: true,
  dueOn,
});
const context = {
  today: "2026-03-01",
  periods: [
    period("2025-S1", "2025-07-20"),
    period("2025-S2", "2026-01-20"),
    period("2026-S1", "2026-07-20"),
  ],
};

const memorandum = {
  kind: "instrument",
  entityId: "sdm",
  state: "draft",
  version: 3,
  involved: ["sdm"],
  isExample: false,
  createdAt: now,
  createdBy: "movilidad",
  updatedAt: now,
  updatedBy: "movilidad",
  title: "Memorando con la Ciudad de México",
  happenedOn: "2026-02-20",
  partnerIds: ["ciudad-de-mexico"],
  lineId: "l1",
  activityId: "l1-a2",
  programmes: ["pdd-p01"],
  sdgs: ["sdg-11"],
  disclosure: "public",
  details: {
    instrumentKind: "mou",
    scope: "bilateral",
    formality: "signed",
    direction: "demand",
    status: "signed",
    signedOn: "2026-02-20",
    responsible: "Dirección de Planeación",
  },
};

interface Change {
  details?: Record<string, unknown>;
  [field: string]: unknown;
}

/** The problems of the memorandum with these fields changed, as `path code`. */
function problemsWith({ details, ...envelope }: Change): string[] {
  const checked = checkRecord(
    { ...memorandum, ...envelope, details: { ...memorandum.details, ...details } },
    context,
  );
  return "problems" in checked ? checked.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

describe("checking a record", () => {
  test("accepts a complete one, and one whose optional answers were left blank", () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({ summary: "", endsOn: " ", countries: [], details: { validUntil: "" } })).toEqual(
      [],
    );
  });

  test.each<[string, Change, string]>([
    ["a missing title", { title: undefined }, "title missing"],
    ["a title of spaces", { title: "   " }, "title missing"],
    ["a title of 201 letters", { title: "a".repeat(201) }, "title too-long"],
    ["a day that does not exist", { happenedOn: "2026-02-30" }, "happenedOn no-such-day"],
    ["half a date", { happenedOn: "20/2" }, "happenedOn not-a-day"],
    ["tomorrow", { happenedOn: "2026-03-02" }, "happenedOn in-the-future"],
    ["an end before the start", { endsOn: "2026-02-19" }, "endsOn before-start"],
    ["no partner", { partnerIds: [] }, "partnerIds missing"],
    ["no goal of the Agenda", { sdgs: undefined }, "sdgs missing"],
    ["the lead among the participants", { participants: ["sdm"] }, "participants own-entity"],
    ["a participant twice", { participants: ["idu", "idu"] }, "participants twice"],
    [
      "21 participants",
      { participants: Array.from({ length: 21 }, (_, i) => `e${i}`) },
      "participants too-many",
    ],
    [
      "a classified record without its ground in law",
      { disclosure: "classified", exception: "18-a", classifiedOn: "2026-01-20" },
      "legalGround ground-missing",
    ],
    [
      "a signature that lies ahead",
      { details: { signedOn: "2026-03-02" } },
      "details.signedOn in-the-future",
    ],
    ["a signed one without its date", { details: { signedOn: undefined } }, "details.signedOn missing"],
    [
      "an end before the signature",
      { details: { validUntil: "2026-01-01" } },
      "details.validUntil before-start",
    ],
    ["a status nobody knows", { details: { status: "expired" } }, "details.status not-a-choice"],
    ["a field that is not the kind's", { details: { agenda: "x" } }, "details.agenda unexpected"],
    ["a field that is nobody's", { colour: "red" }, "colour unexpected"],
  ])("names the field for %s", (_, change, problem) => {
    expect(problemsWith(change)).toEqual([problem]);
  });

  test("asks a late record of a half-year that has fallen due for its reason, and then accepts it", () => {
    const late = { happenedOn: "2025-05-12", details: { signedOn: "2025-05-12" } };
    expect(problemsWith(late)).toEqual(["lateReason late-reason-missing"]);
    expect(problemsWith({ ...late, lateReason: "Llegó la copia firmada en febrero" })).toEqual([]);
  });

  test("takes a membership of 2009 as it is: the strategy had no half-years then", () => {
    expect(problemsWith({ happenedOn: "2009-06-01", details: { signedOn: "2009-06-01" } })).toEqual([]);
  });

  test("does not ask an unsigned negotiation for its signature", () => {
    expect(problemsWith({ details: { status: "negotiating", signedOn: undefined } })).toEqual([]);
  });

  test("reports every problem at once, each field once", () => {
    const problems = problemsWith({ title: "", disclosure: undefined, details: { responsible: "" } });
    expect(problems).toEqual(["title missing", "disclosure missing", "details.responsible missing"]);
  });

  test.each(KINDS)("asks an empty %s for its title, its day and its disclosure", (kind) => {
    const checked = checkRecord({ kind, details: {} }, context);
    const paths = "problems" in checked ? checked.problems.map(({ path }) => path) : [];
    expect(paths).toEqual(
      expect.arrayContaining(["title", "happenedOn", "disclosure", "lineId", "activityId"]),
    );
  });

  test("refuses a kind that does not exist", () => {
    expect(checkRecord({ kind: "treaty" }, context)).toEqual({
      problems: [{ path: "kind", code: "not-a-choice" }],
    });
  });
});
