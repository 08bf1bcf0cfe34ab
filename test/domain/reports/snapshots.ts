/** Snapshots of monthly and half-year reports for tests, with the amounts that are asked for. */
import { type HalfYearSnapshot, halfYearSnapshotSchema } from "#domain/reports/halfYear/halfYearSnapshot.ts";
import { type MonthlySnapshot, monthlySnapshotSchema } from "#domain/reports/monthly/monthlySnapshot.ts";
import { emptySnapshot } from "../annualReport/annualSnapshots.ts";

/** Amounts by indicator; what is not named has none. */
type Amounts = Readonly<Record<string, number>>;

const NAMES: Readonly<Record<string, string>> = {
  "l1-r1": "Instrumentos",
  "l2-r3": "Alianzas",
  mobilised: "Recursos movilizados",
};
const named = (id: string) => ({ id, name: { es: NAMES[id] ?? id, en: `${NAMES[id] ?? id} [en]` } });
const UNIT = { es: "registros", en: "records" };
const MONEY = "mobilised";

const head = () => {
  const { cutOffOn, consultedOn, isDemo, names, texts, listed } = emptySnapshot();
  return { cutOffOn, consultedOn, isDemo, names, texts, listed };
};

/** February 2026: what each indicator got in the month is all that it got in the year and in the strategy. */
export function monthOf(amounts: Amounts): MonthlySnapshot {
  const spans = (amount: number) => ({ inMonth: amount, before: 0, inYear: amount, inStrategy: amount });
  return monthlySnapshotSchema.parse({
    ...{ kind: "monthly", month: "2026-02", ...head() },
    indicators: Object.entries(amounts).map(([id, amount]) =>
      id === MONEY
        ? { type: "money", ...named(id), currencies: [{ currency: "USD", ...spans(amount) }] }
        : { type: "measure", ...named(id), unit: UNIT, isDistinct: false, ...spans(amount) },
    ),
    ...{ news: [], approvedRecords: 0, byKind: [], instruments: [], sessions: [], decisions: [], due: [] },
  });
}

/** The Mobility Secretariat's second half of 2025. */
export function halfYearOf(amounts: Amounts): HalfYearSnapshot {
  return halfYearSnapshotSchema.parse({
    ...{ kind: "half-year", entityId: "sdm", periodId: "2025-S2", ...head() },
    ...{ nothingToReport: false, narratives: [], approvedRecords: 0, byKind: [], evidenceCount: 0 },
    figures: Object.entries(amounts).map(([id, value]) => ({
      ...{ indicatorId: id, name: named(id).name, unit: UNIT, value },
      ...(id === MONEY && { currency: "USD" }),
    })),
  });
}
