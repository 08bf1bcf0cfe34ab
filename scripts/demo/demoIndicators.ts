/** Indicators that the generated city has besides the strategy's: one of each type that Exhibit 1 does not need. */
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { SEED } from "../seed/catalogueData.ts";

const OF_DEMO = {
  targetSourceEs: "La Estrategia no fija meta.",
  targetSourceEn: "The Strategy sets no target.",
  public: true,
  active: true,
  version: 1,
  ruleVersion: 1,
  updatedAt: SEED.at,
  updatedBy: SEED.by,
} as const;

const of = (id: string, fields: Readonly<Record<string, unknown>>): Indicator => ({
  id,
  ...indicatorSchema.parse({ ...OF_DEMO, ...fields }),
});

export const DEMO_INDICATORS: readonly Indicator[] = [
  of("demo-resources", {
    ...{ type: "sum", of: "money", lineId: "l1", order: 101 },
    nameEs: "Recursos de los proyectos de cooperación en marcha o terminados",
    nameEn: "Resources of cooperation projects that are running or finished",
    ...{ unitEs: "proyectos", unitEn: "projects" },
    ruleEs:
      "Montos de los proyectos aprobados en marcha o terminados, cada moneda por aparte y en el mes en que empezó el proyecto. Se atribuyen a la entidad líder.",
    ruleEn:
      "Amounts of the approved projects that are running or finished, each currency by itself and in the month in which the project began. They are the lead entity's.",
    rule: {
      ...{ source: "records", kind: "project" },
      where: [{ field: "details.status", in: ["running", "finished"] }],
    },
    dimensions: ["partnerCategory", "country", "sdg", "theme"],
  }),
  of("demo-partners", {
    ...{ type: "distinct", of: "partners", lineId: "l1", order: 102 },
    nameEs: "Actores internacionales con los que la ciudad se reunió",
    nameEn: "International actors that the city met",
    ...{ unitEs: "actores distintos", unitEn: "different actors" },
    ruleEs:
      "Actores de las reuniones, visitas, misiones y eventos aprobados que tuvieron lugar, cada uno una sola vez.",
    ruleEn: "Actors of the approved meetings, visits, missions and events that were held, each counted once.",
    rule: {
      ...{ source: "records", kind: "interaction" },
      where: [{ field: "details.status", in: ["held"] }],
    },
    dimensions: ["country", "partnerCategory"],
  }),
  of("demo-tourists", {
    ...{ type: "statistic", lineId: "l1", order: 103 },
    nameEs: "Turistas internacionales que llegan a Bogotá",
    nameEn: "International tourists who come to Bogotá",
    ...{ unitEs: "turistas", unitEn: "tourists" },
    ruleEs: "Estadística de otra fuente, citada como la publica; no es una suma de registros.",
    ruleEn: "A statistic of another source, quoted as published; it is not a sum of records.",
    rule: { source: "external" },
    observations: [
      {
        period: "2023",
        value: 1_385_979,
        citation:
          "Observatorio de Turismo de Bogotá (2024), citado en la Estrategia de Internacionalización 2024-2027",
        link: "https://www.idt.gov.co/sites/default/files/2024-04/CLFTB%202023_31032024.pdf",
        consultedOn: "2026-01-15",
      },
    ],
  }),
];
