/** How reports stand, kept beside them: right under deliveries that are doubled, late, swapped or lost. */
import { beforeEach, describe, expect, test } from "vitest";
import { followReport, reconcileStandings } from "#functions/jobs/followReport.ts";
import { reportStandings, reports } from "#functions/store/collections.ts";
import { aReport, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-standings");

beforeEach(reset);

const address = { entityId: "sdm", periodId: "2026-S1" };
const ref = reports(db, "sdm").doc("2026-S1");
const standings = async () => (await reportStandings(db).doc("2026-S1").get()).data();

describe("how reports stand", () => {
  test("is what they are now, whatever is delivered when", async () => {
    await ref.set(aReport());
    await Promise.all([followReport(context, address), followReport(context, address)]);
    await ref.set(aReport({ state: "submitted", submittedAt: NOW }));
    await reports(db, "sdmujer")
      .doc("2026-S1")
      .set(aReport({ entityId: "sdmujer", nothingToReport: true }));
    await Promise.all([
      followReport(context, { ...address, entityId: "sdmujer" }),
      followReport(context, address),
    ]);
    expect((await standings())?.entities).toEqual({
      sdm: { state: "submitted", nothingToReport: false, submittedOn: "2026-03-01" },
      sdmujer: { state: "draft", nothingToReport: true },
    });
    await ref.delete();
    await followReport(context, address);
    expect(Object.keys((await standings())?.entities ?? {})).toEqual(["sdmujer"]);
  });

  test("is not written again when a draft is saved once more", async () => {
    await ref.set(aReport());
    await followReport(context, address);
    const before = (await reportStandings(db).doc("2026-S1").get()).updateTime;
    await ref.set(aReport({ version: 2, achievements: "Se firmaron dos memorandos." }));
    await followReport(context, address);
    expect((await reportStandings(db).doc("2026-S1").get()).updateTime).toEqual(before);
  });

  test("says nothing of what a draft holds", async () => {
    await ref.set(aReport({ achievements: "Secreto." }));
    await followReport(context, address);
    expect(JSON.stringify(await standings())).not.toContain("Secreto");
  });

  test("is healed by the next day's look at all reports, which then finds nothing", async () => {
    await ref.set(aReport({ state: "submitted", submittedAt: NOW }));
    await reportStandings(db)
      .doc("2025-S2")
      .set({
        periodId: "2025-S2",
        entities: { sdm: { state: "draft", nothingToReport: false } },
        updatedAt: NOW,
      });
    expect(await reconcileStandings(context)).toEqual([{ ...address, periodId: "2025-S2" }, address]);
    expect((await standings())?.entities.sdm?.state).toBe("submitted");
    expect((await reportStandings(db).doc("2025-S2").get()).data()?.entities).toEqual({});
    expect(await reconcileStandings(context)).toEqual([]);
  });
});
