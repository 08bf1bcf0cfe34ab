/** The generated city: the same on every run, of every kind, state and entity, and valid to the last record. */
import { describe, expect, test } from "vitest";
import { bogotaDay } from "#domain/calendar.ts";
import { checkIndicator } from "#domain/checkIndicator.ts";
import { counterOf, countersOf } from "#domain/counting/counter.ts";
import { creditsOf } from "#domain/counting/creditsOf.ts";
import { decisionSchema } from "#domain/decision.ts";
import { reportProblems } from "#domain/halfYear/checkReport.ts";
import { REPORT_STATUSES, reportSchema, reportStatusOf } from "#domain/halfYearReport.ts";
import { historyEntrySchema } from "#domain/historyEntry.ts";
import { definitionOf } from "#domain/indicator.ts";
import { checkRecord } from "#domain/record/checkRecord.ts";
import { KINDS } from "#domain/record/kinds.ts";
import { draftRecordSchema } from "#domain/record/record.ts";
import { referenceProblems } from "#domain/record/referenceProblems.ts";
import { MOVES, type Move, refusalOf, STATES } from "#domain/record/states.ts";
import { demoCity } from "../../scripts/demo/demoCity.ts";
import { DEMO_INDICATORS } from "../../scripts/demo/demoIndicators.ts";
import { DEMO_PARTNERS } from "../../scripts/demo/demoPartners.ts";
import { documentsOf } from "../../scripts/demo/loadDemo.ts";
import { CATALOGUES, INDICATORS, PARTNERS } from "../../scripts/seed/catalogueData.ts";

const TODAY = "2026-11-24";
const city = demoCity("bitacora", TODAY);
const records = city.entities.flatMap(({ id, records }) =>
  records.map((item) => ({ ...item, path: `${id}/${item.id}` })),
);
const reports = city.entities.flatMap((entity) => entity.reports);
const sent = records.filter(({ record }) => record.state !== "draft");
const partnerIds = new Set([...DEMO_PARTNERS.keys(), ...PARTNERS.keys()]);

describe("the generated city", () => {
  test("is the same for the same seed and day, and another for another seed", () => {
    expect(demoCity("bitacora", TODAY)).toEqual(city);
    expect(demoCity("other", TODAY)).not.toEqual(city);
  });

  test("has records of every kind, in every state, of every active entity", () => {
    expect(new Set(records.map(({ record }) => record.kind))).toEqual(new Set(KINDS));
    expect(new Set(records.map(({ record }) => record.state))).toEqual(new Set(STATES));
    const active = CATALOGUES.entities.filter((entity) => entity.active).map(({ id }) => id);
    expect(records.filter(({ record }) => !active.includes(record.entityId))).toEqual([]);
    expect(new Set(records.map(({ record }) => record.entityId))).toEqual(new Set(active));
    expect(records.length).toBeGreaterThan(600);
    expect(records.length).toBeLessThan(1000);
  });

  test("gives each document a path of its own", () => {
    const paths = documentsOf(city).map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("has drafts that a client could have written", () =>
    expect(
      records.filter(
        ({ record }) => record.state === "draft" && !draftRecordSchema.safeParse(record).success,
      ),
    ).toEqual([]));

  test("sent to the Office only what was complete and made sense on the day that it was sent", () => {
    const problems = sent.flatMap(({ path, record }) => {
      const today = record.submittedAt ? bogotaDay(record.submittedAt) : "never";
      const checked = checkRecord(record, { today, periods: CATALOGUES.periods });
      const found =
        "problems" in checked
          ? checked.problems
          : referenceProblems(checked.record, { catalogues: CATALOGUES, partnerIds, indicators: INDICATORS });
      return found.map((problem) => ({ ...problem, path: `${path}: ${problem.path}` }));
    });
    expect(sent.length).toBeGreaterThan(500);
    expect(problems).toEqual([]);
  });

  test("names the partner that is still proposed in no approved record", () => {
    const proposed = [...DEMO_PARTNERS].filter(([, { state }]) => state === "proposed").map(([id]) => id);
    expect(proposed).toHaveLength(1);
    expect(
      records.filter(
        ({ record }) => record.state === "approved" && record.partnerIds?.some((id) => proposed.includes(id)),
      ),
    ).toEqual([]);
  });

  test("keeps a trail in which each move was allowed, by someone else than the author, and nothing lies ahead", () => {
    const now = new Date(`${TODAY}T05:00:00Z`);
    for (const { record, history, path } of sent) {
      expect(history.at(-1), path).toMatchObject({
        version: record.version,
        to: record.state,
        after: record,
      });
      history.forEach((entry, index) => {
        historyEntrySchema.parse(entry);
        expect(MOVES[entry.action as Move].from, path).toContain(entry.from);
        expect(entry.at.getTime(), path).toBeLessThan(now.getTime());
        expect(entry.at.getTime(), path).toBeGreaterThan(
          (history[index - 1]?.at ?? record.createdAt).getTime(),
        );
        const before = history[index - 1]?.after;
        if (entry.action === "approve" && before)
          expect(
            refusalOf(
              "approve",
              draftRecordSchema.parse(before),
              { uid: entry.by, roles: ["office"], entityIds: [] },
              undefined,
            ),
            path,
          ).toBeUndefined();
      });
    }
    expect(records.filter(({ record, history }) => record.state === "draft" && history.length > 0)).toEqual(
      [],
    );
  });

  test("moves every indicator but the monthly reports, which it does not make", () => {
    const sources = [
      ...records.map(({ path, record }) => ({ from: "records" as const, path, data: record })),
      ...[...city.decisions].map(([path, data]) => ({ from: "decisions" as const, path, data })),
    ];
    const all = [...INDICATORS, ...DEMO_INDICATORS];
    const credited = new Set(
      sources.flatMap((source) => creditsOf(source, countersOf(all))).map(({ counterId }) => counterId),
    );
    const counted = all.filter(({ type }) => type !== "statistic");
    expect(counted.filter((each) => !credited.has(counterOf(each))).map(({ id }) => id)).toEqual(["l3-r6"]);
  });

  test("has indicators besides the strategy's that make sense beside it", () => {
    for (const indicator of DEMO_INDICATORS) {
      const others = [...INDICATORS, ...DEMO_INDICATORS].filter(({ id }) => id !== indicator.id);
      const definition = definitionOf(indicator);
      expect(checkIndicator(definition, { catalogues: CATALOGUES, others })).toEqual({ definition });
    }
  });

  test("has strategic instruments, yet fewer than the target", () => {
    const credits = records.flatMap(({ path, record }) =>
      creditsOf({ from: "records", path, data: record }, countersOf(INDICATORS)),
    );
    const strategic = credits.filter(
      ({ counterId, standing, day }) => counterId === "l1-r1@1" && standing === "approved" && day >= "2024",
    );
    expect(strategic.length).toBeGreaterThan(15);
    expect(strategic.length).toBeLessThan(50);
  });

  test("has decisions of approved sessions whose minutes are approved", () => {
    expect(city.decisions.size).toBeGreaterThan(15);
    for (const decision of city.decisions.values()) {
      decisionSchema.parse(decision);
      const session = records.find(
        ({ path }) => path === `${decision.sessionEntityId}/${decision.sessionId}`,
      )?.record;
      expect(session).toMatchObject({ kind: "session", state: "approved", happenedOn: decision.decidedOn });
      expect(session?.kind === "session" && session.details.minutesApprovedOn).toBeTruthy();
    }
  });
});

describe("its half-year reports", () => {
  test("stand in every way that a report can, in the half-years that have ended", () => {
    expect(new Set(reports.map(({ periodId }) => periodId))).toEqual(
      new Set(["2025-S1", "2025-S2", "2026-S1"]),
    );
    const owed = city.entities.flatMap((entity) =>
      CATALOGUES.periods.slice(2, 5).map(({ id, dueOn = "" }) => {
        const report = entity.reports.find(({ periodId }) => periodId === id)?.report;
        return reportStatusOf(report, report?.submittedAt && bogotaDay(report.submittedAt), dueOn);
      }),
    );
    expect(new Set(owed)).toEqual(new Set(REPORT_STATUSES));
  });

  test("are complete once sent, and none is approved while a record of its half-year is pending", () => {
    for (const { id, records: own, reports: told } of city.entities)
      for (const { periodId, report } of told.filter(({ report }) => report.state !== "draft")) {
        const period = CATALOGUES.periods.find((known) => known.id === periodId);
        const sent = own.filter(
          ({ record: { state, happenedOn = "" } }) =>
            (state === "submitted" || state === "returned" || state === "approved") &&
            happenedOn >= (period?.startsOn ?? "") &&
            happenedOn <= (period?.endsOn ?? ""),
        );
        const pending = sent.filter(({ record }) => record.state !== "approved");
        const context = { required: ["achievements" as const], hasRecords: sent.length > 0 };
        expect(reportProblems(reportSchema.parse(report), context), `${id} ${periodId}`).toEqual([]);
        if (report.state === "approved") expect(pending, `${id} ${periodId}`).toEqual([]);
      }
  });
});
