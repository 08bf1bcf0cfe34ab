/** A city-year with a result of every type: counts and milestones, and what is distinct, summed, in money or quoted. */
import type {
  AnnualIndicator,
  AnnualMeasure,
  AnnualMoney,
  AnnualStatistic,
} from "#domain/annualReport/annualIndicator.ts";
import { type AnnualSnapshot, annualSnapshotSchema } from "#domain/annualReport/annualSnapshot.ts";
import { both, fullSnapshot } from "./annualSnapshots.ts";

const common = {
  lineId: "l1",
  version: 1,
  rule: both("Cada registro aprobado cuenta una vez, en su fecha."),
  targetSource: both("La estrategia no fija una meta."),
};

export const distinctCountries: AnnualMeasure = {
  ...{ ...common, type: "distinct", id: "countries", name: both("Países con los que trabaja Bogotá") },
  ...{ unit: both("países"), shared: true, version: 2 },
  ...{ inYear: 9, inStrategy: 14, before: 3, byHalf: [6, 7] },
  byMonth: [2, 0, 3, 1, 0, 4, 1, 0, 2, 5, 0, 1],
  target: { per: "half-year", value: 7, atLeast: true },
};

export const visitors: AnnualMeasure = {
  ...{
    ...common,
    type: "quantity",
    id: "visitors",
    name: both("Asistentes a los eventos que trajo la ciudad"),
  },
  ...{ unit: both("asistentes"), shared: true },
  ...{ inYear: 143_300, inStrategy: 201_450, before: 0, byHalf: [92_500, 50_800] },
  byMonth: [0, 12_500, 0, 800, 0, 79_200, 0, 0, 45_000, 0, 5_800, 0],
  target: { per: "month", value: 1_000 },
};

export const mobilised: AnnualMoney = {
  ...{ ...common, type: "money", id: "mobilised", name: both("Recursos de cooperación que se movilizaron") },
  ...{ unit: both("recursos"), shared: true },
  currencies: [
    {
      ...{ currency: "COP", inYear: 3_200_000_000_00, inStrategy: 4_150_000_000_00, before: 0 },
      byHalf: [3_200_000_000_00, 0],
      byMonth: [0, 0, 3_200_000_000_00, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    },
    {
      ...{ currency: "USD", inYear: 1_250_000_50, inStrategy: 2_600_000_50, before: 90_000_00 },
      byHalf: [250_000_50, 1_000_000_00],
      byMonth: [0, 0, 0, 0, 250_000_50, 0, 0, 0, 1_000_000_00, 0, 0, 0],
    },
  ],
  target: {
    ...{ per: "strategy", value: 5_000_000_00, currency: "USD" },
    baseline: { value: 200_000_00, year: 2023 },
    byYear: { "2025": 2_000_000_00 },
    byEntity: { sdm: 500_000_00 },
  },
  entityTargets: [
    {
      ...{ entityId: "entity-0", period: "strategy" },
      ...{ value: 250_000_50, target: 500_000_00 },
    },
  ],
};

export const tourists: AnnualStatistic = {
  ...{
    ...common,
    type: "statistic",
    id: "tourists",
    name: both("Turistas internacionales que llegan a Bogotá"),
  },
  rule: both("Turistas internacionales del año, según el observatorio."),
  unit: both("turistas"),
  target: { per: "year", value: 2_000_000 },
  observations: [
    {
      ...{ period: "2024", value: 1_385_979.5, consultedOn: "2025-02-10" },
      citation: "Observatorio de ejemplo, boletín anual 2024.",
    },
    {
      ...{ period: "2025", value: 1_500_000, consultedOn: "2026-02-11" },
      ...{
        citation: "Observatorio de ejemplo, boletín anual 2025.",
        link: "https://example.org/boletin-2025",
      },
    },
  ],
};

/** The full snapshot with these results behind its own, and a part of them for each sector and entity. */
export function snapshotWith(indicators: readonly AnnualIndicator[], year = 2025): AnnualSnapshot {
  const full = fullSnapshot({ year, instruments: 8 });
  const figuresOf = (at: number) => [
    { indicatorId: "l1-r1", value: at },
    { indicatorId: "countries", value: at + 1 },
    { indicatorId: "visitors", value: 1_000 * at },
    { indicatorId: "mobilised", currency: "COP" as const, value: 400_000_000_00 * at },
    { indicatorId: "mobilised", currency: "USD" as const, value: 250_000_50 * at },
  ];
  return annualSnapshotSchema.parse({
    ...full,
    indicators: [...full.indicators, ...indicators],
    sectors: full.sectors.map((sector, at) => ({
      ...sector,
      figures: figuresOf(at),
      entities: sector.entities.map((entity, index) => ({
        ...entity,
        figures: index === 0 ? figuresOf(at) : [],
      })),
    })),
  });
}

export const everyTypeSnapshot = (): AnnualSnapshot =>
  snapshotWith([distinctCountries, visitors, mobilised, tourists]);
