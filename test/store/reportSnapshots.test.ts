/**
 * The snapshots of the three reports, read from the emulator for the generated city, against what its records say
 * themselves: every figure is that of its list, and nothing restricted or undecided is in it. The reports as they
 * would be printed are left in `test/artefacts/reports`, for people to look at.
 */
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type AnnualMeasure, isMeasure } from "#domain/annualReport/annualIndicator.ts";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import { monthsOf, periodOf } from "#domain/calendar.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { annualReport } from "#domain/reports/annualReport.ts";
import { halfYearReport } from "#domain/reports/halfYearReport.ts";
import { type ListedRecord, listedLine } from "#domain/reports/listedRecord.ts";
import { monthlyReport } from "#domain/reports/monthlyReport.ts";
import type { ReportHead, ReportKind } from "#domain/reports/ReportKind.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { renderPdf } from "#functions/pdf/renderPdf.ts";
import { indicators, records } from "#functions/store/collections.ts";
import { evidenceOf } from "#functions/store/evidence.ts";
import { loadAnnualSnapshot } from "#functions/store/loadAnnualSnapshot.ts";
import { loadHalfYearSnapshot } from "#functions/store/loadHalfYearSnapshot.ts";
import { loadMonthlySnapshot } from "#functions/store/loadMonthlySnapshot.ts";
import { demoCity } from "../../scripts/demo/demoCity.ts";
import { DEMO_INDICATORS } from "../../scripts/demo/demoIndicators.ts";
import { DEMO_SEED, documentsOf } from "../../scripts/demo/loadDemo.ts";
import { NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-report-snapshots");
const YEAR = 2025;
const TODAY = "2026-03-01";
const ARTEFACTS = join(import.meta.dirname, "../artefacts/reports");

const city = demoCity(DEMO_SEED, TODAY);
const all = city.entities.flatMap(({ id, records: own }) =>
  own.map(({ id: recordId, record }) => ({ key: `${id}/${recordId}`, record })),
);
const dayOf = (record: DraftRecord): string =>
  (record.kind === "instrument" && record.details.signedOn) || (record.happenedOn ?? "");
const isPublic = ({ disclosure, state, isExample }: DraftRecord) =>
  disclosure === "public" && state === "approved" && !isExample;
const counted = (belongs: (day: string) => boolean) =>
  all.filter(({ record }) => isPublic(record) && belongs(dayOf(record)));

beforeAll(async () => {
  await reset();
  const writer = db.bulkWriter({ throttling: false });
  const documents = [
    ...documentsOf(city).filter(([path]) => !path.includes("/history/")),
    ...DEMO_INDICATORS.map(({ id, ...body }) => [`indicators/${id}`, body] as const),
  ];
  for (const [path, data] of documents) void writer.set(db.doc(path), data as object);
  await writer.close();
  await db.doc("config/system").set({ isDemo: true });
  await recountAll(context, { addAll: (paths) => rollUp(context, paths) });
}, 300_000);

async function withList<Snapshot>(load: (keep: (record: ListedRecord) => void) => Promise<Snapshot>) {
  const listed: ListedRecord[] = [];
  const snapshot = await load((record) => void listed.push(record));
  return { snapshot, listed };
}
const ofYear = () => withList((keep) => loadAnnualSnapshot(db, { year: YEAR, today: TODAY, keep }));

const keysOf = (listed: readonly ListedRecord[]) =>
  listed.map(({ entityId, recordId }) => `${entityId}/${recordId}`).sort();

/** How many of the records name each value. */
function countsOf(
  found: readonly { record: DraftRecord }[],
  valuesOf: (record: DraftRecord) => readonly string[] | undefined,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { record } of found)
    for (const value of new Set(valuesOf(record) ?? [])) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
const asCounts = (list: readonly { records: number }[], nameOf: (one: never) => string) =>
  Object.fromEntries(list.map((one) => [nameOf(one as never), one.records]));

async function print<Snapshot extends ReportHead>(
  kind: ReportKind<Snapshot>,
  { snapshot, listed }: { snapshot: Snapshot; listed: readonly ListedRecord[] },
  name: string,
): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  for (const language of ["es", "en"] as const) {
    const blocks = kind.compose(snapshot, language, { listed: () => listed });
    const output = createWriteStream(join(ARTEFACTS, `${name}-${language}.pdf`));
    const { missingCharacters } = await renderPdf(blocks, kind.infoOf(snapshot, language), output);
    expect(missingCharacters).toEqual([]);
  }
}

describe("the annual report of the generated city", () => {
  test("counts what it lists, and lists each approved public record of the year once, in the order of days", async () => {
    const { snapshot, listed } = await ofYear();
    const expected = counted((day) => day.startsWith(`${YEAR}-`));
    expect(expected.length).toBeGreaterThan(100);
    expect(keysOf(listed)).toEqual(expected.map(({ key }) => key).sort());
    expect(snapshot.approvedRecords).toBe(listed.length);
    expect(snapshot.listed.count).toBe(listed.length);
    const sha256 = createHash("sha256").update(listed.map(listedLine).join("")).digest("hex");
    expect(snapshot.listed.sha256).toBe(sha256);
    const days = listed.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    await print(annualReport, { snapshot, listed }, "annual");
  });

  test("adds up by kind, activity, country, goal, population and entity what the records say", async () => {
    const { snapshot } = await ofYear();
    const found = counted((day) => day.startsWith(`${YEAR}-`));
    const { byKind, countries, sdgs, populations, activities, sectors } = snapshot;
    expect(asCounts(byKind, ({ kind }: AnnualSnapshot["byKind"][number]) => kind)).toEqual(
      countsOf(found, ({ kind }) => [kind]),
    );
    expect(asCounts(countries, ({ country }: AnnualSnapshot["countries"][number]) => country)).toEqual(
      countsOf(found, (record) => record.countries),
    );
    expect(asCounts(sdgs, ({ id }: { id: string }) => id)).toEqual(countsOf(found, (record) => record.sdgs));
    expect(asCounts(populations, ({ id }: { id: string }) => id)).toEqual(
      countsOf(found, (record) => record.populations),
    );
    const named = activities.filter((activity) => activity.records > 0);
    expect(asCounts(named, ({ id }: { id: string }) => id)).toEqual(
      countsOf(found, ({ activityId }) => (activityId ? [activityId] : [])),
    );
    const byEntity = sectors.flatMap(({ entities }) => entities).filter(({ approved }) => approved > 0);
    expect(Object.fromEntries(byEntity.map(({ id, approved }) => [id, approved]))).toEqual(
      countsOf(found, ({ involved }) => involved),
    );
  });

  test("adds up money by currency, and no currency to another", async () => {
    const { snapshot } = await ofYear();
    const sums = (currency: string) =>
      snapshot.resources
        .filter((one) => one.currency === currency && (one.group === "running" || one.group === "finished"))
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
    const projects = counted((day) => day.startsWith(`${YEAR}-`)).flatMap(({ record }) =>
      record.kind === "project" && ["running", "finished"].includes(record.details.status ?? "")
        ? [record.details]
        : [],
    );
    const stated = (key: "amountCopCents" | "amountUsdCents" | "amountEurCents") =>
      projects.reduce((sum, details) => sum + (details[key] ?? 0), 0);
    expect([sums("COP"), sums("USD"), sums("EUR")]).toEqual([
      stated("amountCopCents"),
      stated("amountUsdCents"),
      stated("amountEurCents"),
    ]);
    const byEntity = snapshot.resourcesByEntity.filter(({ currency }) => currency === "USD");
    expect(byEntity.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(sums("USD"));
  });

  test("tells the approved half-year reports alone, whole", async () => {
    const { snapshot } = await ofYear();
    const approved = city.entities.flatMap(({ id, reports }) =>
      reports
        .filter(({ periodId, report }) => periodId.startsWith(`${YEAR}-`) && report.state === "approved")
        .map(({ periodId, report }) => [`${id}/${periodId}`, report.achievements] as const)
        .filter(([, text]) => text !== undefined),
    );
    const told = snapshot.narratives
      .filter(({ section }) => section === "achievements")
      .map(({ entityId, periodId, text }) => [`${entityId}/${periodId}`, text] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(approved));
    expect(told.length).toBeGreaterThan(20);
  });

  test("holds nothing of what is restricted, undecided or withdrawn", async () => {
    const { snapshot, listed } = await ofYear();
    const text = JSON.stringify(snapshot) + listed.map(listedLine).join("");
    const open = new Set(all.filter(({ record }) => isPublic(record)).map(({ record }) => record.title));
    const closed = all.filter(({ record }) => !isPublic(record) && record.title && !open.has(record.title));
    expect(closed.length).toBeGreaterThan(20);
    expect(closed.filter(({ record }) => text.includes(JSON.stringify(record.title)))).toEqual([]);
    const inside = all.flatMap(({ record }) =>
      record.kind === "instrument" ? (record.details.responsible ?? []) : [],
    );
    expect(inside.filter((words) => text.includes(words))).toEqual([]);
  });
});

describe("the monthly report of the generated city", () => {
  test("has in each month what the annual one has of it, and in December the year", async () => {
    const { snapshot: year } = await ofYear();
    const measures = year.indicators.filter(isMeasure);
    const inMonths: Record<string, number[]> = {};
    for (const month of monthsOf(YEAR)) {
      const { snapshot, listed } = await withList((keep) =>
        loadMonthlySnapshot(db, { month, today: TODAY, keep }),
      );
      expect(keysOf(listed)).toEqual(
        counted((day) => day.startsWith(month))
          .map(({ key }) => key)
          .sort(),
      );
      expect(snapshot.approvedRecords).toBe(listed.length);
      for (const one of snapshot.indicators)
        if (one.type === "measure") inMonths[one.id] = [...(inMonths[one.id] ?? []), one.inMonth];
      if (!month.endsWith("-12")) continue;
      for (const measure of measures)
        expect(snapshot.indicators.find(({ id }) => id === measure.id)).toMatchObject({
          ...{ inYear: measure.inYear, inStrategy: measure.inStrategy, before: measure.byMonth[10] },
        });
    }
    expect(inMonths).toEqual(
      Object.fromEntries(measures.map(({ id, byMonth }: AnnualMeasure) => [id, byMonth])),
    );
  }, 120_000);

  test("counts in a month nothing of later ones, and what comes again once in the year to date", async () => {
    const { snapshot, listed } = await withList((keep) =>
      loadMonthlySnapshot(db, { month: "2025-05", today: TODAY, keep }),
    );
    const met = counted((day) => day >= "2025-01-01" && day <= "2025-05-31").flatMap(({ record }) =>
      record.kind === "interaction" && record.details.status === "held" ? (record.partnerIds ?? []) : [],
    );
    expect(snapshot.indicators.find(({ id }) => id === "demo-partners")).toMatchObject({
      ...{ isDistinct: true, inYear: new Set(met).size },
    });
    expect(snapshot.cutOffOn).toBe("2025-05-31");
    await print(monthlyReport, { snapshot, listed }, "monthly");
  });
});

describe("an entity's half-year report", () => {
  const PERIOD = "2025-S1";
  const found = city.entities.find(({ reports }) =>
    reports.some(
      ({ periodId, report }) => periodId === PERIOD && report.state === "approved" && report.achievements,
    ),
  );
  const entityId = found?.id ?? "";
  const own = () =>
    counted((day) => day.length === 10 && periodOf(day) === PERIOD).filter(({ record }) =>
      record.involved.includes(entityId),
    );

  test("lists what it led or took part in, with how many files prove each", async () => {
    const [first] = own();
    if (!first) throw new Error("no record");
    const [leadId = "", recordId = ""] = first.key.split("/");
    const files = evidenceOf(records(db, leadId).doc(recordId));
    const file = { name: "acta.pdf", type: "pdf", bytes: 10, version: 1 } as const;
    const stamps = { createdAt: NOW, createdBy: "a", updatedAt: NOW, updatedBy: "a" };
    await files.doc("e1").set({ ...file, ...stamps, state: "ready" });
    await files.doc("e2").set({ ...file, ...stamps, state: "ready" });
    await files.doc("e3").set({ ...file, ...stamps, state: "quarantined" });
    const { snapshot, listed } = await withList((keep) =>
      loadHalfYearSnapshot(db, { entityId, periodId: PERIOD, today: TODAY, keep }),
    );
    expect(keysOf(listed)).toEqual(
      own()
        .map(({ key }) => key)
        .sort(),
    );
    expect(snapshot.approvedRecords).toBe(listed.length);
    expect(snapshot.evidenceCount).toBe(2);
    expect(listed.find((one) => one.recordId === recordId)?.evidenceCount).toBe(2);
    expect(snapshot.narratives.map(({ section }) => section)).toContain("achievements");
    await print(halfYearReport, { snapshot, listed }, "half-year");
  });

  test("has the figures that the city's has of the entity", async () => {
    const { snapshot } = await withList((keep) =>
      loadHalfYearSnapshot(db, { entityId, periodId: PERIOD, today: TODAY, keep }),
    );
    const strategic = own().filter(
      ({ record }) =>
        record.kind === "instrument" && record.review?.strategic && record.details.status !== "negotiating",
    ).length;
    const found = halfYearReport.figuresOf(snapshot).find(({ key }) => key === "l1-r1");
    expect(found?.figure ?? 0).toBe(strategic);
  });

  test("is not made before the report is approved", async () => {
    await expect(loadHalfYearSnapshot(db, { entityId, periodId: "2026-S2", today: TODAY })).rejects.toThrow(
      /is not approved/,
    );
  });

  test("says in one line that an entity has no records", async () => {
    const { snapshot } = await withList((keep) =>
      loadHalfYearSnapshot(db, { entityId, periodId: PERIOD, today: TODAY, keep }),
    );
    const none = {
      ...snapshot,
      ...{ approvedRecords: 0, byKind: [], figures: [], narratives: [], nothingToReport: true },
      listed: { ...snapshot.listed, count: 0 },
    };
    const texts = [...halfYearReport.compose(none, "es", { listed: () => [] })].flatMap((block) =>
      block.type === "paragraph" ? [block.text] : [],
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        "La entidad declaró que no tiene novedades en este semestre.",
        "El informe no trae relato.",
        "La entidad no aportó a ningún resultado en este semestre.",
        "La entidad no tiene registros públicos aprobados de este semestre.",
      ]),
    );
  });
});

test("a year without data is read as one", async () => {
  const { docs } = await indicators(db).get();
  const { snapshot, listed } = await withList((keep) =>
    loadAnnualSnapshot(db, { year: 2024, today: "2025-03-01", keep }),
  );
  expect(snapshot.indicators.length).toBeLessThanOrEqual(docs.length);
  expect(snapshot.approvedRecords).toBe(listed.length);
  expect(snapshot.listed.count).toBe(listed.length);
});
