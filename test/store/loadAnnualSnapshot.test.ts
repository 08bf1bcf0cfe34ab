/** What an annual report is made from, read from the emulator: indicators of every type, under the version that was counted. */
import { beforeEach, describe, expect, test } from "vitest";
import type { AnnualIndicator } from "#domain/annualReport/annualIndicator.ts";
import { composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { definitionOf, type IndicatorBody, indicatorSchema } from "#domain/indicator.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { indicators, records } from "#functions/store/collections.ts";
import { loadAnnualSnapshot } from "#functions/store/loadAnnualSnapshot.ts";
import { aRecord, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-annual-snapshot");

const projects = {
  rule: { source: "records", kind: "project", where: [{ field: "details.status", in: ["running"] }] },
  dimensions: [],
};

const bodyOf = (fields: object): IndicatorBody =>
  indicatorSchema.parse({
    ...{ lineId: "l1", order: 90, public: true, active: true, version: 1, ruleVersion: 1 },
    ...{
      nameEs: "Resultado",
      nameEn: "Result",
      unitEs: "unidades",
      unitEn: "units",
      ruleEs: "Regla.",
      ruleEn: "Rule.",
    },
    ...{ targetSourceEs: "Sin meta.", targetSourceEn: "No target.", updatedAt: NOW, updatedBy: "oficina" },
    ...fields,
  });

const ADDED: Readonly<Record<string, IndicatorBody>> = {
  countries: bodyOf({ type: "distinct", of: "countries", ...projects }),
  beneficiaries: bodyOf({ type: "sum", of: "details.beneficiaryCount", ...projects }),
  money: bodyOf({
    type: "sum",
    of: "money",
    ...projects,
    target: { per: "year", value: 500_00, currency: "USD" },
  }),
  tourists: bodyOf({
    ...{ type: "statistic", rule: { source: "external" } },
    observations: [
      { period: "2025", value: 2.5, citation: "Boletín de ejemplo.", consultedOn: "2026-02-01" },
    ],
  }),
};

const set = (id: string, body: IndicatorBody) => indicators(db).doc(id).set(body);

// Once: what is counted stays the same, so that the rules that a context holds do too.
beforeEach(async () => {
  await reset();
  for (const [id, body] of Object.entries(ADDED)) await set(id, body);
});

const aProject = (happenedOn: string, details: object, changes: object = {}): DraftRecord =>
  aRecord("project", { state: "approved", happenedOn, details, ...changes });

async function save(...all: DraftRecord[]): Promise<void> {
  for (const [index, record] of all.entries())
    await records(db, record.entityId).doc(`p${index}`).set(record);
  await recountAll(context, { addAll: (paths) => rollUp(context, paths) });
}

const kept = async (id: string, year = 2025): Promise<AnnualIndicator | undefined> =>
  (await loadAnnualSnapshot(db, { year, today: "2026-03-01" })).indicators.find((one) => one.id === id);

describe("the snapshot of a year", () => {
  test("holds what is distinct, summed, in money and quoted, each in its own way", async () => {
    await save(
      aProject("2024-04-01", { amountUsdCents: 100_00, beneficiaryCount: 5 }, { countries: ["PE"] }),
      aProject(
        "2025-03-01",
        { amountUsdCents: 200_00, amountCopCents: 7_000_00, beneficiaryCount: 30 },
        { countries: ["MX", "PE"], participants: ["sdmujer"], involved: ["sdm", "sdmujer"] },
      ),
      aProject("2025-08-01", { amountUsdCents: 0, beneficiaryCount: 4 }, { countries: ["MX"] }),
      aProject("2026-01-01", { amountUsdCents: 900_00, beneficiaryCount: 9 }, { countries: ["AR"] }),
    );
    expect(await kept("countries")).toMatchObject({
      type: "distinct",
      inYear: 2,
      inStrategy: 2,
      byHalf: [2, 1],
    });
    expect(await kept("beneficiaries")).toMatchObject({ type: "quantity", inYear: 34, inStrategy: 39 });
    expect(await kept("money")).toMatchObject({
      type: "money",
      currencies: [
        { currency: "COP", inYear: 7_000_00, inStrategy: 7_000_00 },
        { currency: "USD", inYear: 200_00, inStrategy: 300_00 },
      ],
    });
    expect(await kept("tourists")).toMatchObject({ observations: [{ period: "2025", value: 2.5 }] });
    const snapshot = await loadAnnualSnapshot(db, { year: 2025, today: "2026-03-01" });
    const women = snapshot.sectors.flatMap(({ entities }) => entities).find(({ id }) => id === "sdmujer");
    expect(women?.figures).toEqual([{ indicatorId: "countries", value: 2 }]);
    const progress = [...composeAnnualReport(snapshot)].flatMap((block) =>
      block.type === "progress" ? [block.text] : [],
    );
    expect(progress).toContain("US$ 200 de US$ 500, 40 % de la meta de 2025");
  });

  test("keeps the definition that was counted while a later version still is being, and its number", async () => {
    const { money } = ADDED;
    if (!money) throw new Error("no indicator");
    await save(aProject("2025-03-01", { amountUsdCents: 200_00 }));
    const next = { version: 3, definition: { ...definitionOf(money), nameEs: "Otro nombre" } };
    await set("money", { ...money, version: 3, next });
    expect(await kept("money")).toMatchObject({
      ...{ name: { es: "Resultado", en: "Result" }, version: 2 },
      currencies: [{ currency: "USD", inYear: 200_00 }],
    });
  });

  test("leaves out what citizens do not see, what is retired, and what has not been counted yet", async () => {
    const { beneficiaries } = ADDED;
    if (!beneficiaries) throw new Error("no indicator");
    for (const changes of [{ public: false }, { active: false }, { ruleVersion: 0 }]) {
      await set("beneficiaries", { ...beneficiaries, ...changes });
      expect(await kept("beneficiaries")).toBeUndefined();
    }
  });
});
